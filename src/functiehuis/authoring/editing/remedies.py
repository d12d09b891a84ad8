"""What a finding proposes, as changes of texts that a person can accept: each shows what it becomes before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from functiehuis.authoring.editing.spots import Spot, put_spot, spots, value_of
from functiehuis.model.emphasis import encode
from functiehuis.model.text import RichText, Run
from functiehuis.model.wire import text_to_wire

Wire = dict[str, Any]

_WHOLE = frozenset({"FB018", "FB022", "FB024", "FB025"})
"""Findings whose proposal is the whole text."""
_WORDS = frozenset({"FB020", "FB021", "FB023", "FB026", "FB027", "FB028"})
"""Findings whose proposal stands for the words that are pointed at."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: the address, what it was and what it becomes (a Tekst or a plain string of the wire form)."""

    key: str
    before: Any
    after: Any

    @property
    def said_before(self) -> str:
        """What it was, as a person reads it."""
        return _said(self.before)

    @property
    def said_after(self) -> str:
        """What it becomes."""
        return _said(self.after)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way to answer a finding: the words on its button and the changes that it makes."""

    label: str
    edits: tuple[Edit, ...]


def spots_of(finding: Wire, book: Wire, known: Sequence[Spot] = ()) -> list[tuple[Wire, Spot]]:
    """The places of a finding with the text that stands there now; a place that is no text of the book is left out."""
    all_spots = list(known) or list(spots(book))
    found = []
    for place in finding.get("plaatsen") or []:
        parts = _parts_of(str(place.get("onderdeel") or ""))
        same = [spot for spot in all_spots if spot.part in parts and (spot.function == place.get("functie") or spot.part == "restant")]
        quoted = [spot for spot in same if not place.get("citaat") or spot.text == place["citaat"] or not spot.rich]
        if quoted or same:
            found.append((place, (quoted or same)[0]))
    return found


def _parts_of(part: str) -> tuple[str, ...]:
    """What a finding calls a place, and what the text there is called; a whole result area is pointed at through its name."""
    if re.fullmatch(r"resultaatgebied \d+|module .+", part):
        return (part, f"naam van {part}")
    return (part, "naam") if part == "beschrijving" else (part,)


def remedies(finding: Wire, book: Wire, known: Sequence[Spot] = ()) -> tuple[Remedy, ...]:
    """The ways to answer a finding by a change, none when it takes a person to write it."""
    code, proposal = str(finding.get("code")), finding.get("voorstel")
    at = spots_of(finding, book, known)
    if code == "FB004" and len(at) == 2:
        return _scales(at, book)
    if code == "FB017" and proposal:
        return _numbers(finding, at, book)
    if not proposal:
        return ()
    edits = tuple(_edits(code, str(proposal), at, book))
    return (Remedy("Neem voorstel over", edits),) if edits else ()


def _edits(code: str, proposal: str, at: list[tuple[Wire, Spot]], book: Wire) -> Iterator[Edit]:
    done: set[str] = set()
    for place, spot in at:
        if code in ("FB003", "FB005"):
            spot_key = spot.key.rpartition("/")[0] + ("/naam" if code == "FB003" else "/functiegroep")
            if not spot.key.startswith("inhoudsopgave/") or value_of(book, spot_key) == proposal:
                continue
            yield Edit(spot_key, value_of(book, spot_key), proposal)
            return
        after = _changed(code, proposal, place, spot)
        if after is not None and spot.key not in done and _said(after) != _said(spot.value):
            done.add(spot.key)
            yield Edit(spot.key, spot.value, after)


def _changed(code: str, proposal: str, place: Wire, spot: Spot) -> Wire | str | None:
    """The text at a place as the proposal has it; None when the text is no longer what the finding was about."""
    if place.get("citaat") and spot.text != place["citaat"]:
        return None
    span = place.get("tekens")
    if code == "FB018":
        return None  # two items become one: a person does that
    if code in _WHOLE or (code == "FB023" and span and span[1] == len(spot.text) and spot.text.startswith(proposal)):
        return _whole(spot, proposal)
    if code not in _WORDS or not span or span[0] >= span[1]:
        return None
    if spot.text[span[0] : span[1]].casefold() == proposal.casefold() and code == "FB026":
        return None
    return _between(spot, span[0], span[1], _like(spot.text[span[0] : span[1]], proposal))


def _like(printed: str, proposal: str) -> str:
    """The proposal with the capital that the printed word had, unless the capital is the subject."""
    if printed[:1].isupper() and proposal[:1].islower() and printed.casefold() != proposal.casefold():
        return proposal[:1].upper() + proposal[1:]
    return proposal


def _between(spot: Spot, start: int, end: int, words: str) -> Wire | str:
    if isinstance(spot.value, str):
        return spot.value[:start] + words + spot.value[end:]
    text = _rich(spot.value)
    inside = next(iter(text.slice(start, end).runs()), Run(""))
    made = RichText.from_runs([*text.slice(0, start).runs(), Run(words, inside.bold, inside.italic), *text.slice(end).runs()])
    return text_to_wire(made)


def _whole(spot: Spot, words: str) -> Wire | str:
    """Another wording: what is the same at the start and at the end keeps its emphasis."""
    if isinstance(spot.value, str):
        return words
    old = spot.text
    start = 0
    while start < min(len(old), len(words)) and old[start] == words[start]:
        start += 1
    end = 0
    while end < min(len(old), len(words)) - start and old[-1 - end] == words[-1 - end]:
        end += 1
    return _between(spot, start, len(old) - end, words[start : len(words) - end])


def _scales(at: list[tuple[Wire, Spot]], book: Wire) -> tuple[Remedy, ...]:
    """Two scales for one function: keep that of the description, or that of the contents."""
    row = next((spot for _, spot in at if spot.key.startswith("inhoudsopgave/")), None)
    there = next((spot for _, spot in at if spot.part == "schaal"), None)
    if row is None or there is None:
        return ()
    row_key = row.key.rpartition("/")[0] + "/schaal"
    listed = str(value_of(book, row_key) or "")
    return (
        Remedy(f"{there.text}, zoals in de beschrijving", (Edit(row_key, listed, there.text),)),
        Remedy(f"{listed}, zoals in de inhoudsopgave", (Edit(there.key, there.text, listed),)),
    )


def _numbers(finding: Wire, at: list[tuple[Wire, Spot]], book: Wire) -> tuple[Remedy, ...]:
    """Result areas that are not numbered 1, 2, 3: number them again."""
    if not at:
        return ()
    base = at[0][1].key.split("/resultaatgebieden/")[0] + "/resultaatgebieden"
    before = value_of(book, base)
    after = [{**area, "nummer": count} for count, area in enumerate(before, 1)]
    return (Remedy(f"Nummer opnieuw: {finding['voorstel']}", (Edit(base, before, after),)),) if after != before else ()


def _rich(value: Wire) -> RichText:
    return RichText(value["tekst"], tuple(map(tuple, value.get("vet") or ())), tuple(map(tuple, value.get("cursief") or ())))


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return encode(_rich(value))
    if isinstance(value, list):
        return "; ".join(f"{item.get('nummer')}. {item.get('naam')}" if "naam" in item else _said(item) for item in value)
    return str(value or "")


def applied(book: Wire, edits: Sequence[Edit]) -> Wire:
    """The book with the changes."""
    for edit in edits:
        book = put_spot(book, edit.key, edit.after)
    return book
