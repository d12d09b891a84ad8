"use strict";
/* Live conveniences only: everything works without this file. Single keys work outside fields, and only for who has them on (body[data-shortcuts]). */
(() => {
  const field = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";
  const places = { s: "start", f: "functieboek", v: "vergelijken", i: "indelen", l: "woordenlijst" };
  let going = 0;

  const visible = (element) => element.offsetParent !== null || element.getClientRects().length > 0;

  const go = (name) => {
    const link = [...document.querySelectorAll(`[data-go="${name}"]`)][0];
    if (link) link.click();
    return Boolean(link);
  };

  const find = () => {
    const box = [...document.querySelectorAll("form[role=search] input[type=search]")].find(visible);
    if (!box) return go("zoeken");
    box.focus();
    box.select();
    return true;
  };

  const keys = () => {
    const list = document.getElementById("toetsen");
    if (!list || !list.togglePopover) return false;
    list.togglePopover();
    return true;
  };

  const change = (control) => {
    if (!control) return false;
    control.checked = control.type === "radio" ? true : !control.checked;
    control.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };

  const compare = (key) => {
    const form = document.querySelector("form[data-compare]");
    if (!form) return false;
    if (/^[1-8]$/.test(key)) return change(form.querySelectorAll("input[name=codes]")[Number(key) - 1]);
    if (key === "d") return change(form.querySelector("input[name=toon]:not(:checked)"));
    return false;
  };

  const choose = (target) => {
    const row = target.closest("tr, li");
    const box = row && row.querySelector("input[type=checkbox]:not(:disabled)");
    if (!box) return false;
    box.click();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(field)) return;
    if (!document.body.hasAttribute("data-shortcuts")) return;
    const key = event.key.toLowerCase();
    const waiting = Date.now() - going < 1500;
    going = 0;
    let done = false;
    if (waiting && places[key]) done = go(places[key]);
    else if (key === "g") { going = Date.now(); done = true; }
    else if (key === "/") done = find();
    else if (key === "?") done = keys();
    else if (key === "x") done = choose(event.target);
    else if (key === "p" && document.querySelector("[data-print]")) { window.print(); done = true; }
    else done = compare(key);
    if (done) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  /* Arrows in tables and lists: one stop for Tab, arrows go from row to row. The links stay links. */
  const stops = (list) => [...list.querySelectorAll("a[href], input[type=checkbox], button")].filter(visible);

  const rove = (list) => {
    const all = stops(list);
    const held = all.find((stop) => stop === document.activeElement) || all.find((stop) => stop.tabIndex === 0 && stop.dataset.stop) || all[0];
    all.forEach((stop) => { stop.tabIndex = stop === held ? 0 : -1; stop.toggleAttribute("data-stop", stop === held); });
  };

  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };

  const nearest = (all, from, key) => {
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    const forward = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const here = middle(from);
    let best = null;
    let least = Infinity;
    for (const stop of all) {
      const there = middle(stop);
      const along = forward * (sideways ? there.x - here.x : there.y - here.y);
      const across = Math.abs(sideways ? there.y - here.y : there.x - here.x);
      if (stop === from || along < 4) continue;
      const cost = along + across * 3;
      if (cost < least) { least = cost; best = stop; }
    }
    return best;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(field)) return;
    const list = event.target.closest("[data-roving]");
    if (!list) return;
    const all = stops(list);
    let next = null;
    if (event.key.startsWith("Arrow")) next = nearest(all, event.target, event.key);
    else if (event.key === "Home") next = all[0];
    else if (event.key === "End") next = all[all.length - 1];
    else return;
    event.preventDefault();
    if (next) { next.focus(); rove(list); }
  });

  document.addEventListener("focusin", (event) => {
    const list = event.target.closest("[data-roving]");
    if (list) rove(list);
  });

  const prepare = () => document.querySelectorAll("[data-roving]").forEach(rove);
  document.addEventListener("DOMContentLoaded", prepare);
  document.addEventListener("htmx:afterSettle", prepare);
  if (document.readyState !== "loading") prepare();

  /* A form that was refused: to the summary of what is wrong. */
  const refused = document.querySelector(".fh-error[role=alert][tabindex]");
  if (refused) refused.focus();
})();
