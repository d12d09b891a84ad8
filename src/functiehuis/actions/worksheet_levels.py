"""The kenmerken of a function beside its heavier and lighter neighbour, each with what was proposed and what a person judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from functiehuis.authoring.changes.ladders import build_ladders
from functiehuis.authoring.changes.levels import heaviest_first
from functiehuis.library.ladders import load_degrees
from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText

VERDICTS = ("onder", "voldoet", "boven")
HEAVIER, OWN, LIGHTER = "zwaarder", "zelf", "lichter"
NOT_APPLICABLE = "niet van toepassing"
CERTAINTIES = {"hoog": (3, "zeker"), "redelijk": (2, "redelijk zeker"), "laag": (1, "onzeker")}


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the product proposes for a kenmerk of the function itself; ``dots`` and ``certainty`` say how sure."""

    verdict: str
    passage: str | None
    dots: int
    certainty: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of a kenmerk: ``place`` is zwaarder, zelf or lichter, ``levels`` what to call it; without ``text`` the level lacks the kenmerk."""

    place: str
    rank: int
    levels: str
    text: RichText | None
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A kenmerk (``key`` names it for good in a worksheet) with its rungs, the heaviest first, and what was answered."""

    number: int
    key: str
    axis: str
    rungs: tuple[Rung, ...]
    proposed: Proposed | None
    not_applicable: bool
    reason: str

    @property
    def judged(self) -> bool:
        """Whether every level of it was judged, or all of it set aside."""
        return self.not_applicable or all(rung.judged for rung in self.rungs if rung.text)

    @property
    def own_text(self) -> RichText | None:
        """The kenmerk as the function itself has it; None where only a neighbour has it."""
        return next((rung.text for rung in self.rungs if rung.place == OWN), None)

    @property
    def own(self) -> str:
        """What was judged of the function itself."""
        if self.not_applicable:
            return NOT_APPLICABLE
        return next((rung.judged for rung in self.rungs if rung.place == OWN), "")

    @property
    def deviates(self) -> bool:
        """Whether a reason is asked: another verdict than was proposed, or the whole kenmerk set aside."""
        return self.not_applicable or bool(self.proposed and self.own and self.own != self.proposed.verdict)

    @property
    def needs_reason(self) -> bool:
        """Whether that reason is not there yet."""
        return self.deviates and not self.reason

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return not self.judged or self.needs_reason


def neighbours(book: FunctionBook, label: str) -> tuple[StandardFunction | None, StandardFunction, StandardFunction | None] | None:
    """A function with the one that is a level heavier and the one that is a level lighter in its group; None when the book does not have it."""
    own = next((item for item in book.functions if item.label == label), None)
    if own is None:
        return None
    levels = heaviest_first([item for item in book.functions if item.group == own.group]) if own.group else (own,)
    at = levels.index(own)
    return (levels[at - 1] if at else None, own, levels[at + 1] if at + 1 < len(levels) else None)


def rows_for(book: FunctionBook, label: str, result: Mapping[str, Any], judged: Mapping[str, Mapping[str, Any]]) -> tuple[Row, ...]:
    """The kenmerken of a function; ``judged`` has per kenmerk what a person answered."""
    found = neighbours(book, label)
    if found is None:
        return ()
    proposals = _proposals(result, label)
    rows = []
    levels = tuple((place, item) for place, item in zip((HEAVIER, OWN, LIGHTER), found, strict=True) if item is not None)
    for number, (key, axis, rungs) in enumerate(_ladders(levels), 1):
        said = judged.get(key, {})
        filled = tuple(Rung(rung.place, rung.rank, rung.levels, rung.text, _verdict(said.get(rung.place))) for rung in rungs)
        rows.append(Row(number, key, axis, filled, proposals.get(key), bool(said.get("nvt")), str(said.get("reden", ""))))
    return tuple(rows)


@lru_cache(maxsize=256)
def _ladders(levels: tuple[tuple[str, StandardFunction], ...]) -> tuple[tuple[str, str, tuple[Rung, ...]], ...]:
    """Per kenmerk its key, its axis and its rungs; equal levels share one rung."""
    rows = []
    for ladder in build_ladders([item.characteristics for _, item in levels], load_degrees()):
        rungs: list[Rung] = []
        for rank, (rung, (place, item)) in enumerate(zip(ladder.rungs, levels, strict=True)):
            name = item.level or item.label
            if rung.equal_to_heavier and rungs and rungs[-1].text:
                last = rungs.pop()
                rungs.append(Rung(OWN if OWN in (last.place, place) else last.place, last.rank, f"{last.levels} · {name}", last.text))
            else:
                rungs.append(Rung(place, rank, name, rung.characteristic))
        own = next((rung.text.text for rung in rungs if rung.place == OWN and rung.text), None)
        key = own or next((rung.text.text for rung in rungs if rung.text), ladder.axis)
        rows.append((key, ladder.axis, tuple(rungs)))
    return tuple(rows)


def _proposals(result: Mapping[str, Any], label: str) -> dict[str, Proposed]:
    candidate = next((item for item in result.get("kandidaten", ()) if item["code"] == label), None)
    found = {}
    for item in candidate["waarom"] if candidate else ():
        if item["soort"] == "kenmerk" and item["zekerheid"] in CERTAINTIES:
            dots, word = CERTAINTIES[item["zekerheid"]]
            found[item["boek"]] = Proposed(item["oordeel"], item["passage"], dots, word, bool(item["uit_antwoord"]))
    return found


def _verdict(said: object) -> str:
    return said if isinstance(said, str) and said in VERDICTS else ""
