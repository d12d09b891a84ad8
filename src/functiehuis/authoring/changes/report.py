"""Changes between two versions -> the data of a report: renvooi, with words that went and words that came.

In: BookChanges, the new book and a date. Out: plain data for the writers of PDF, DOCX and HTML. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from functiehuis.authoring.changes.change import BookChanges, Change, ChangeKind
from functiehuis.language.differences import DifferenceKind
from functiehuis.model.book import FunctionBook

KEPT, GONE, NEW = "gelijk", "weg", "nieuw"
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_CAME = frozenset(kind for kind in ChangeKind if kind.name.endswith("_ADDED"))
_WENT = frozenset(kind for kind in ChangeKind if kind.name.endswith("_REMOVED"))
LEGEND = (
    "Bij elke wijziging staat eerst in woorden wat er anders is. Daaronder staat de tekst zelf. "
    "Wat vervalt is doorgestreept en staat tussen [rechte haken]. Wat nieuw is, is onderstreept en staat tussen {accolades}."
)


def report_data(changes: BookChanges, after: FunctionBook, *, on: date) -> dict[str, Any]:
    """Keys: titel, boven (above a page), organisatie, datum, stand, trefwoorden, samenvatting, uitleg, delen (kop, wijzigingen), woorden.

    A wijziging has ``tekst`` (a sentence), ``stukken`` and ``onderdelen``: pairs of a kind (gelijk, weg, nieuw) and words.
    """
    said = f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    before, now = changes.before or "zonder titel", changes.after or "zonder titel"
    return {
        "boven": "Wijzigingen in het functieboek",
        "titel": f"Wijzigingen in het functieboek: {now}",
        "organisatie": after.organisation.name or after.organisation.abbreviation or "",
        "datum": [on.year, on.month, on.day],
        "stand": said,
        "trefwoorden": ["functieboek", "wijzigingen", "renvooi"],
        "vergeleken": [["Van", before], ["Naar", now], ["Gemaakt op", said]],
        "samenvatting": changes.summary,
        "uitleg": LEGEND if changes else "",
        "delen": [
            {"kop": _heading(function, group), "wijzigingen": [_change(change) for change in group]}
            for function, group in ((key, list(rows)) for key, rows in groupby(changes.changes, key=lambda change: change.function))
        ],
        "woorden": {"pagina": "pagina", "van": "van"},
    }


def _heading(function: str | None, group: list[Change]) -> str:
    if function is None:
        return "Het hele boek"
    name = group[0].name or ""
    return name if name == function else f"{function} {name}".strip()


def _change(change: Change) -> dict[str, Any]:
    kind = NEW if change.kind in _CAME else GONE if change.kind in _WENT else KEPT
    return {"tekst": change.text, "stukken": [list(piece) for piece in _pieces(change)], "onderdelen": [[kind, text.text] for text in change.items]}


def _pieces(change: Change) -> Iterator[tuple[str, str]]:
    """The text with what went and what came; of a value the old one and the new one."""
    if not change.differences:
        if change.before is not None and change.before != change.after:
            yield GONE, change.before.text
        if change.after is not None and change.before != change.after:
            yield NEW, change.after.text
        return
    for difference in change.differences:
        if difference.kind is DifferenceKind.KEPT:
            yield KEPT, difference.after_words
            continue
        if difference.before_words:
            yield GONE, difference.before_words
        if difference.after_words:
            yield NEW, difference.after_words
