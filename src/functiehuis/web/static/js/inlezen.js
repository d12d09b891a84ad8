"use strict";
/* Reading in: drop a file, say at once that it is too large, and go through findings with single keys. All of it works without this file. */
(function () {
  const form = document.querySelector("[data-upload]");
  if (form) {
    const input = form.querySelector("input[type=file]");
    const told = document.getElementById("bestand-lokaal");
    const check = function () {
      const file = input.files[0];
      const large = Boolean(file) && file.size > Number(form.dataset.limit);
      told.hidden = !large;
      told.textContent = large ? form.dataset.tooLarge : "";
      return !large;
    };
    input.addEventListener("change", check);
    form.addEventListener("submit", function (event) {
      if (!check()) { event.preventDefault(); input.focus(); }
    });
    const zone = form.querySelector("[data-drop]");
    ["dragenter", "dragover"].forEach(function (name) {
      zone.addEventListener(name, function (event) { event.preventDefault(); zone.classList.add("is-over"); });
    });
    ["dragleave", "drop"].forEach(function (name) {
      zone.addEventListener(name, function () { zone.classList.remove("is-over"); });
    });
    zone.addEventListener("drop", function (event) {
      event.preventDefault();
      if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; check(); input.focus(); }
    });
  }

  const findings = Array.from(document.querySelectorAll("[data-finding]"));
  if (!findings.length || !document.body.hasAttribute("data-shortcuts")) { return; }
  document.querySelectorAll("[data-keys]").forEach(function (keys) { keys.hidden = false; });
  const current = function () { return document.activeElement.closest("[data-finding]"); };
  const go = function (step) {
    const at = findings.indexOf(current());
    const next = at < 0 ? (step > 0 ? 0 : findings.length - 1) : at + step;
    if (findings[next]) { findings[next].focus(); findings[next].scrollIntoView({ block: "center" }); }
  };
  const press = function (selector) {
    const button = current() && current().querySelector(selector);
    if (button) { button.click(); }
    return Boolean(button);
  };
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) { return; }
    if (event.key === "Enter" && event.target.matches("[data-finding]")) { if (press("[data-accept]")) { event.preventDefault(); } return; }
    switch (event.key.toLowerCase()) {
      case "j": go(1); break;
      case "k": go(-1); break;
      case "u": press("[data-undo]"); break;
      case "n": {
        const reason = current() && current().querySelector("[data-reason]");
        if (reason) { reason.open = true; reason.querySelector("input:not([type=hidden])").focus(); event.preventDefault(); }
        break;
      }
    }
  });
  if (window.location.hash.startsWith("#melding-")) {
    const there = document.getElementById(window.location.hash.slice(1));
    if (there) { there.focus(); }
  }
})();
