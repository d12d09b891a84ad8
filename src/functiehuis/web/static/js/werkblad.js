"use strict";
/* Keys of the worksheet, and what keeping by itself needs. Everything works without this file. */
(() => {
  const form = document.querySelector("[data-worksheet]");
  if (!form) return;
  const state = () => document.querySelector("#poort [role=status]");
  let busy = false;
  let waiting = null;

  form.addEventListener("htmx:beforeRequest", () => { busy = true; });
  form.addEventListener("htmx:afterRequest", () => {
    busy = false;
    if (waiting) { const button = waiting; waiting = null; form.requestSubmit(button); }
  });
  form.addEventListener("submit", (event) => {
    if (!busy) return;
    event.preventDefault();
    waiting = event.submitter || form.querySelector("#poort [type=submit]");
  });
  const failed = (event) => {
    const conflict = event.detail.xhr && event.detail.xhr.status === 409;
    const place = state();
    if (place) place.textContent = conflict
      ? "Niet opgeslagen: iemand anders wijzigde dit werkblad. Kies Opslaan als concept om te zien wat er anders is."
      : "Niet opgeslagen. De verbinding viel weg. Uw antwoorden staan er nog. Probeer het opnieuw.";
  };
  form.addEventListener("htmx:responseError", failed);
  form.addEventListener("htmx:sendError", failed);

  if (!document.body.hasAttribute("data-shortcuts")) return;
  const hint = document.querySelector("[data-keys]");
  if (hint) hint.hidden = false;
  const items = () => [...form.querySelectorAll("[data-item]")].filter((item) => item.offsetParent !== null);
  const isOpen = (item) => {
    const groups = new Set([...item.querySelectorAll("input[type=radio]")].map((input) => input.name));
    const set = item.querySelector("input[type=checkbox]");
    return !(set && set.checked) && [...groups].some((name) => !item.querySelector(`input[name="${name}"]:checked`));
  };
  let back = null;

  const current = () => document.activeElement && document.activeElement.closest("[data-item]");
  const go = (step) => {
    const all = items();
    const here = all.indexOf(current());
    for (let at = here + step; at >= 0 && at < all.length; at += step) {
      if (isOpen(all[at])) { all[at].focus(); all[at].scrollIntoView({ block: "nearest" }); return; }
    }
  };
  const judge = (number) => {
    const item = current();
    if (!item) return;
    if (number === 0) {
      const box = item.querySelector("input[type=checkbox]");
      const last = item.querySelectorAll("input[type=radio]")[3];
      if (box) box.click();
      else if (last) { last.click(); last.focus(); }
      return;
    }
    const focused = document.activeElement.closest(".fh-judge");
    const groups = [...item.querySelectorAll(".fh-judge")];
    const group = focused || groups.find((one) => !one.querySelector(":checked"));
    const choice = group ? group.querySelectorAll("input")[number - 1] : item.querySelectorAll("input[type=radio]")[number - 1];
    if (choice) { choice.click(); choice.focus(); }
  };
  const motive = () => {
    const head = document.getElementById("mot");
    if (back) { back.focus(); back = null; return; }
    back = document.activeElement;
    head.tabIndex = -1;
    head.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target;
    if (at.matches("textarea, select, input:not([type=radio]):not([type=checkbox])")) return;
    const key = event.key.toLowerCase();
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "m") motive();
    else if (/^[0-3]$/.test(key)) judge(Number(key));
    else return;
    event.preventDefault();
  });
})();
