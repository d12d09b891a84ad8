"""The ladders of a comparison as stairs, ready to be drawn: equal levels share a tread, each other one is a step lower.

In: a LevelComparison. Out: stairs with treads. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.changes.ladders import Ladder, OrderVerdict, Rung
from functiehuis.authoring.changes.levels import LevelComparison
from functiehuis.authoring.changes.summaries import level_name
from functiehuis.model.text import RichText, Span


@dataclass(frozen=True, slots=True)
class Tread:
    """One tread: the names of its levels, how far down it lies, how far below the one before, and what stands on it.

    ``text`` is None where the kenmerk is absent; ``differences`` are the spans that differ from one level heavier.
    """

    names: tuple[str, ...]
    rank: int
    rise: int
    text: RichText | None = None
    differences: tuple[Span, ...] = ()
    degree: str = ""
    combined_with: str = ""

    @property
    def present(self) -> bool:
        """Whether these levels have the kenmerk."""
        return self.text is not None

    @property
    def span(self) -> int:
        """The columns it takes."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Stair:
    """A ladder: its axis, a remark about its shape, its treads, and whether the degree words run against the levels."""

    axis: str
    remark: str
    treads: tuple[Tread, ...]
    against: bool

    @property
    def differs(self) -> bool:
        """Whether the levels differ here."""
        return len(self.treads) > 1


def stairs_of(comparison: LevelComparison) -> tuple[Stair, ...]:
    """A stair per ladder."""
    names = [level_name(comparison.levels, at) for at in range(len(comparison.levels))]
    return tuple(_stair(ladder, names) for ladder in comparison.ladders)


def _stair(ladder: Ladder, names: Sequence[str]) -> Stair:
    treads: list[Tread] = []
    rank = 0
    for run in _runs(ladder):
        first = run[0]
        # What follows on a level without the kenmerk is not a step lighter than nothing.
        rise = int(bool(treads) and treads[-1].present)
        rank += rise
        levels = tuple(names[rung.level] for rung in run)
        if first.characteristic is None:
            treads.append(Tread(levels, rank, rise))
        else:
            treads.append(Tread(levels, rank, rise, first.characteristic, first.differences, first.degree or "", first.combined_with or ""))
    return Stair(ladder.axis, _remark(treads), tuple(treads), ladder.verdict is OrderVerdict.AGAINST)


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
        return _only_on(treads, present[0])
    if not treads[0].present:
        return f"{count}, pas vanaf {present[0].names[0]}"
    return f"{count}, dan vervallen" if not treads[-1].present and len(present) == len(treads) - 1 else f"{count}, niet op elk niveau"


def _only_on(treads: Sequence[Tread], tread: Tread) -> str:
    if treads[0] is tread:
        return "alleen op het zwaarste niveau"
    return "alleen op het lichtste niveau" if treads[-1] is tread else f"alleen op {tread.names[0]}"
