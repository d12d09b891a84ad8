"""What pages are made of beneath the templates: rich text, marks on words, icons, and the small grammar of counts.

In: texts of a book. Out: safe HTML. Refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from markupsafe import Markup, escape

from functiehuis.language.hyphens import SOFT_HYPHEN, with_soft_hyphens
from functiehuis.model.text import RichText, Run, Span

_AFTER = re.compile(r"(?<=[/)])(?=\w)")
_PIECE = re.compile(rf"[{SOFT_HYPHEN}\s/()-]+")
_WIDE, _MIDDLE = 12, 10  # letters of the longest piece of a name, for which a column is made wide or a little wider

_ICONS = {
    "check": Markup('<path d="M5 12.5 10 17.5 19.5 7"/>'),
    "pencil": Markup('<path d="M4 20l1-4.5L16.500 4l3.500 3.500L8.500 19z"/><path d="M14 6.500l3.500 3.500"/>'),
    "none": Markup('<circle cx="12" cy="12" r="9.500"/><path d="M5.500 18.500l13-13"/>'),
    "right": Markup('<path d="M9 5l7 7-7 7"/>'),
    "left": Markup('<path d="M15 5l-7 7 7 7"/>'),
    "module": Markup('<path d="M12 3 21 8l-9 5-9-5z"/><path d="M3 12.500l9 5 9-5M3 17l9 5 9-5"/>'),
    "compare": Markup('<path d="M4 4h6v16H4zM14 4h6v16h-6z"/><path d="M10 9h4M10 15h4"/>'),
    "search": Markup('<circle cx="10.500" cy="10.500" r="7"/><path d="M16 16l5.500 5.500"/>'),
    "download": Markup('<path d="M12 3v12M6.500 10 12 15.500 17.500 10M4 20.500h16"/>'),
    "plus": Markup('<path d="M12 5v14M5 12h14"/>'),
    "menu": Markup('<path d="M3.500 6.500h17M3.500 12h17M3.500 17.500h17"/>'),
    "down": Markup('<path d="M12 4v15M5.500 12.500 12 19l6.500-6.500"/>'),
    "equal": Markup('<path d="M5 9h14M5 15h14"/>'),
    "minus": Markup('<path d="M5 12h14"/>'),
    "warning": Markup('<path d="M12 3.500 22 20.500H2z"/><path d="M12 10v5"/><path d="M12 17.600v.6"/>'),
    "info": Markup('<circle cx="12" cy="12" r="9.500"/><path d="M12 11v6"/><path d="M12 7v.6"/>'),
    "doc": Markup('<path d="M6 2.500h8.500L19 7v14.500H6z"/><path d="M14 2.500V7.500h5M9 12h7M9 16h7"/>'),
}


def icon(name: str, tone: str = "") -> Markup:
    """An icon; the word beside it says what it means."""
    tone = f" is-{tone}" if tone else ""
    return Markup('<svg class="fh-icon{}" aria-hidden="true" viewBox="0 0 24 24">{}</svg>').format(tone, _ICONS[name])


def rich(text: RichText | None) -> Markup:
    """A text of the book: bold words are niveauwoorden, italics stay italics, a soft line break is one."""
    return Markup().join(_run(run) for run in text.runs()) if text is not None else Markup()


def _run(run: Run) -> Markup:
    said = Markup("<br>").join(run.text.split("\n"))
    said = Markup("<em>{}</em>").format(said) if run.italic else said
    return Markup('<strong class="fh-key">{}</strong>').format(said) if run.bold else said


def marked(text: RichText, differences: Iterable[Span]) -> Markup:
    """A text of the book with what differs between marks."""
    pieces, at = [], 0
    for start, end in differences:
        pieces += [rich(text.slice(at, start)), Markup('<mark class="fh-diff">{}</mark>').format(rich(text.slice(start, end)))]
        at = end
    return Markup().join([*pieces, rich(text.slice(at))])


def soft(name: str | None) -> Markup:
    """A name that may be broken where its parts meet: beleids-uitvoering, directeur/secretaris."""
    return Markup("<wbr>").join(escape(part) for part in _AFTER.split(with_soft_hyphens(name or "")))


def width(names: Iterable[str]) -> str:
    """How wide a column of the matrix is, as the end of its class: s, m or l."""
    longest = max((len(piece) for name in names for piece in _PIECE.split(with_soft_hyphens(name))), default=0)
    return "l" if longest > _WIDE else "m" if longest > _MIDDLE else "s"


def plural(count: int, one: str, many: str) -> str:
    """A count with its word: 1 taak, 2 taken."""
    return f"{count} {one if count == 1 else many}"


def listed(items: Iterable[object]) -> str:
    """Several things in a sentence: I, II en III."""
    words = [str(item) for item in items]
    return " en ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def renvooi(change: Any) -> Markup:
    """A change with struck and inserted words."""
    if change.differences:
        return Markup(" ").join(_difference(item) for item in change.differences)
    parts = [Markup("<del>{}</del>").format(rich(change.before))] if change.before else []
    parts += [Markup("<ins>{}</ins>").format(rich(change.after))] if change.after else []
    return Markup(" ").join(parts) if parts else escape(change.text)


def _difference(item: Any) -> Markup:
    if item.kind == "gelijk":
        return escape(item.after_words)
    parts = [Markup("<del>{}</del>").format(item.before_words)] if item.before_words else []
    parts += [Markup("<ins>{}</ins>").format(item.after_words)] if item.after_words else []
    return Markup(" ").join(parts)


def heading_level(level: int) -> int:
    """A level of heading that HTML has."""
    return min(max(level, 1), 6)


def columns(items: Sequence[Any]) -> int:
    """How many columns a stair has; there are classes for eight."""
    return min(len(items), 8)


FILTERS: dict[str, Callable[..., Any]] = {
    "rijk": rich,
    "gemarkeerd": marked,
    "zacht": soft,
    "breedte": width,
    "aantal": plural,
    "opsomming": listed,
    "renvooi": renvooi,
    "kopniveau": heading_level,
    "kolommen": columns,
}
"""The filters of the templates, by their Dutch names."""
