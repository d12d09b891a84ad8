"use strict";
/* Zoekt in het functieboek. Niets gaat naar buiten: de index staat in zoekindex.js. */
(function () {
  const index = window.functiehuisIndex;
  const field = document.getElementById("q");
  const counter = document.getElementById("teller");
  const list = document.getElementById("gevonden");
  const everything = document.getElementById("alles");
  if (!index || !field) return;
  const WORD = /[\p{L}\p{N}]+/gu;
  const MOST = 50;
  const LEAST = 4;

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const stem = (word) => index.stammen[word] || word;
  // Letters with their accents as one sign, so that places in the text stay right.
  const words = (text) => Array.from(text.matchAll(WORD), (found) => ({ word: fold(found[0]), start: found.index, end: found.index + found[0].length }));

  const pieces = index.stukken.map((piece) => {
    const name = piece.naam.normalize("NFC");
    const fields = [{ text: name, weight: 8 }, { text: piece.code.normalize("NFC"), weight: 8 }, { text: piece.groep.normalize("NFC"), weight: 3 }];
    piece.teksten.forEach((text) => fields.push({ text: text.normalize("NFC"), weight: 1, shown: true }));
    fields.forEach((item) => { item.words = words(item.text); });
    return { piece: piece, name: name, fields: fields, code: fold(piece.code) };
  });
  const known = new Set();
  pieces.forEach((item) => item.fields.forEach((one) => one.words.forEach((word) => known.add(word.word))));

  // A word that the book lacks: the longest beginning of it that the book has.
  function beginning(word) {
    for (let length = word.length; length >= Math.min(LEAST, word.length); length -= 1) {
      const start = word.slice(0, length);
      for (const one of known) if (one.startsWith(start)) return start;
    }
    return word;
  }

  // 3 is the very word, 2 another form of it, 1 a word that begins like it, 0 nothing.
  function asked(word) {
    const root = stem(word);
    const start = known.has(word) ? word : beginning(word);
    return (other) => (other === word ? 3 : stem(other) === root ? 2 : other.startsWith(start) && start.length > 1 ? 1 : 0);
  }

  function search(question) {
    const wanted = words(question).map((word) => asked(word.word));
    const code = fold(question.trim());
    if (!wanted.length) return [];
    const found = [];
    pieces.forEach((item, place) => {
      const best = wanted.map(() => 0);
      let score = 0;
      item.fields.forEach((one) => {
        one.words.forEach((word) => {
          wanted.forEach((test, at) => {
            const degree = test(word.word);
            if (degree) {
              best[at] = Math.max(best[at], degree);
              score += one.weight * degree;
            }
          });
        });
      });
      if (best.every((degree) => degree > 0)) {
        const exact = item.code === code ? 99 : best.filter((degree) => degree === 3).length;
        found.push({ item: item, exact: exact, score: score, place: place });
      }
    });
    // Exact words first, then what says most of it, then the order of the book.
    found.sort((one, two) => two.exact - one.exact || two.score - one.score || one.place - two.place);
    return found.map((row) => ({ item: row.item, wanted: wanted }));
  }

  function marked(parent, text, parts, wanted) {
    let at = 0;
    parts.filter((part) => wanted.some((test) => test(part.word))).forEach((part) => {
      parent.append(text.slice(at, part.start));
      const mark = document.createElement("mark");
      mark.className = "fh-found";
      mark.textContent = text.slice(part.start, part.end);
      parent.append(mark);
      at = part.end;
    });
    parent.append(text.slice(at));
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function row(result) {
    const piece = result.item.piece;
    const line = element("li", "fh-hit");
    const head = element("p", "fh-row fh-row--base");
    const link = element("a", "utrecht-link utrecht-link--html-a fh-strong");
    link.href = piece.adres;
    marked(link, result.item.name, result.item.fields[0].words, result.wanted);
    head.append(link);
    const facts = [piece.soort === "module" ? "module" : piece.code, piece.schaal ? "schaal " + piece.schaal : ""].filter(Boolean).join(" · ");
    if (facts) head.append(element("span", "fh-meta", facts));
    line.append(head);
    result.item.fields.filter((one) => one.shown && one.words.some((word) => result.wanted.some((test) => test(word.word)))).slice(0, 2).forEach((one) => {
      const text = element("p", "fh-source fh-source--s");
      marked(text, one.text, one.words, result.wanted);
      line.append(text);
    });
    return line;
  }

  function show() {
    const question = field.value.trim();
    const found = question ? search(question) : [];
    list.replaceChildren(...found.slice(0, MOST).map(row));
    list.hidden = !found.length;
    everything.hidden = found.length > 0;
    if (!question) counter.textContent = "";
    else if (!found.length) counter.textContent = "Niets gevonden met “" + question + "”. Hieronder staan alle normfuncties.";
    else counter.textContent = (found.length === 1 ? "1 keer gevonden" : found.length + " keer gevonden") + (found.length > MOST ? ". U ziet de eerste " + MOST + "." : ".");
    document.title = (question ? question + " · " : "") + "Zoeken · " + document.title.split(" · ").pop();
  }

  document.getElementById("zoekformulier").addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(window.location.href);
    address.search = field.value.trim() ? "?q=" + encodeURIComponent(field.value.trim()) : "";
    try { window.history.replaceState(null, "", address); } catch (error) { /* from disk some browsers keep the address as it is */ }
    show();
  });
  field.addEventListener("input", show);
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  show();
})();
