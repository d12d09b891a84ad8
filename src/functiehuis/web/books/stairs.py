"""The ladders of a comparison as stairs, ready for the page: equal levels share a tread, each other one is a step lower.

In: a LevelComparison and the findings on it. Out: rows with treads. Refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.changes import Ladder, LevelComparison, OrderVerdict, Rung, level_name
from functiehuis.model.finding import Finding
from functiehuis.web.project.templatetags.books import marked
from functiehuis.web.project.templatetags.functiehuis import rich

_TRAIT = re.compile(r"kenmerk (\d+)")


@dataclass(frozen=True, slots=True)
class Tread:
    """One tread: the names of its levels, how many columns it spans, how far down it lies and what stands on it (nothing where the kenmerk is absent)."""

    names: tuple[str, ...]
    rank: int
    rise: int
    present: bool
    degree: str = ""
    text: str = ""
    combined_with: str = ""

    @property
    def span(self) -> int:
        """The columns it takes."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Stair:
    """A ladder: its axis, a remark about its shape, its treads and how many findings are about it."""

    axis: str
    remark: str
    treads: tuple[Tread, ...]
    against: bool
    findings: int

    @property
    def differs(self) -> bool:
        """Whether the levels differ here."""
        return len(self.treads) > 1


def stairs_of(comparison: LevelComparison, findings: Sequence[Finding] = (), *, marks: bool = True) -> list[Stair]:
    """A stair per ladder; with ``marks`` what differs from one level heavier is marked."""
    names = [level_name(comparison.levels, at) for at in range(len(comparison.levels))]
    return [_stair(comparison, ladder, names, findings, marks) for ladder in comparison.ladders]


def _stair(comparison: LevelComparison, ladder: Ladder, names: Sequence[str], findings: Sequence[Finding], marks: bool) -> Stair:
    treads: list[Tread] = []
    rank = 0
    for run in _runs(ladder):
        first = run[0]
        # What follows on a level without the kenmerk is not a step lighter than nothing.
        rise = int(bool(treads) and treads[-1].present)
        rank += rise
        levels = tuple(names[rung.level] for rung in run)
        if first.characteristic is None:
            treads.append(Tread(levels, rank, rise, present=False))
            continue
        text = marked(first.characteristic, first.differences) if marks else rich(first.characteristic)
        treads.append(Tread(levels, rank, rise, True, first.degree or "", text, first.combined_with or ""))
    return Stair(ladder.axis, _remark(treads), tuple(treads), ladder.verdict is OrderVerdict.AGAINST, _about(comparison, ladder, findings))


def _runs(ladder: Ladder) -> list[list[Rung]]:
    """Neighbours that say the same, or that both say nothing, together."""
    runs: list[list[Rung]] = []
    for rung in ladder.rungs:
        last = runs[-1][-1] if runs else None
        if last and last.present == rung.present and (rung.equal_to_heavier or not rung.present):
            runs[-1].append(rung)
        else:
            runs.append([rung])
    return runs


def _remark(treads: Sequence[Tread]) -> str:
    present = [tread for tread in treads if tread.present]
    count = "1 trede" if len(present) == 1 else f"{len(present)} treden"
    levels = sum(tread.span for tread in treads)
    if len(treads) == 1:
        return "op alle niveaus gelijk" if levels > 1 else ""
    if len(present) == len(treads):
        return f"{count}, alle verschillend" if len(treads) == levels else count
    if len(present) == 1 and present[0].span == 1:
        return (
            "alleen op het zwaarste niveau"
            if treads[0].present
            else "alleen op het lichtste niveau"
            if treads[-1].present
            else f"alleen op {present[0].names[0]}"
        )
    if not treads[0].present:
        return f"{count}, pas vanaf {present[0].names[0]}"
    return f"{count}, dan vervallen" if not treads[-1].present and len(present) == len(treads) - 1 else f"{count}, niet op elk niveau"


def _about(comparison: LevelComparison, ladder: Ladder, findings: Sequence[Finding]) -> int:
    """How many findings are about a kenmerk of this ladder."""
    own = {(comparison.levels[rung.level].label, rung.number) for rung in ladder.rungs if rung.present and not rung.guest}
    return sum(1 for finding in findings if any((place.function, trait_number(place.part)) in own for place in finding.places))


def trait_number(part: str) -> int | None:
    """The number of the kenmerk that a place is about: 2 for "kenmerk 2", None for another part."""
    found = _TRAIT.fullmatch(part)
    return int(found[1]) if found else None
