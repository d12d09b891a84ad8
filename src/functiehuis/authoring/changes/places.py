"""Where one function stands among the levels of its group: its tread on every ladder, and where each task also occurs.

In: a LevelComparison and the place of a function in it. Out: traits and areas. Refuses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from functiehuis.authoring.changes.levels import LevelComparison
from functiehuis.authoring.changes.stairs import Tread, stairs_of
from functiehuis.authoring.changes.summaries import level_name
from functiehuis.authoring.changes.tasks import TaskKind
from functiehuis.model.text import RichText

_HEIGHT, _LOWEST, _WIDTH = 21, 6, 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A tread in the little picture of a stair."""

    x: int
    y: int
    height: int
    here: bool


@dataclass(frozen=True, slots=True)
class Trait:
    """A kenmerk with its place on its ladder: nothing where the function has no neighbours."""

    text: RichText
    axis: str = ""
    bars: tuple[Bar, ...] = ()
    words: str = ""
    heavier: str = ""
    lighter: str = ""

    @property
    def wide(self) -> int:
        """How wide the picture is."""
        return _WIDTH * len(self.bars)


@dataclass(frozen=True, slots=True)
class PlacedTask:
    """A task, on which levels it stands (empty where there is nothing to compare with), and whether that is this level alone."""

    text: RichText
    where: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """A result area with its tasks, each with the levels that have it too."""

    number: int
    name: str
    tasks: tuple[PlacedTask, ...]


def traits_of(comparison: LevelComparison, level: int) -> tuple[Trait, ...]:
    """The kenmerken of one level in order, each with its place."""
    found: dict[int, Trait] = {}
    for ladder, stair in zip(comparison.ladders, stairs_of(comparison), strict=True):
        rung = ladder.rungs[level]
        if rung.number and rung.characteristic and not rung.guest and len(comparison.levels) > 1:
            found[rung.number] = _trait(rung.characteristic, stair.axis, stair.treads, level)
    return tuple(found.get(number) or Trait(text) for number, text in enumerate(comparison.levels[level].characteristics, 1))


def _trait(text: RichText, axis: str, treads: tuple[Tread, ...], level: int) -> Trait:
    starts = [sum(tread.span for tread in treads[:at]) for at in range(len(treads))]
    at = max(place for place, start in enumerate(starts) if start <= level)
    present = [place for place, tread in enumerate(treads) if tread.present]
    here = present.index(at)
    down = (_HEIGHT - _LOWEST) // max(len(present) - 1, 3)
    bars = tuple(Bar(1 + _WIDTH * i, 2 + down * i, _HEIGHT - down * i, i == here) for i in range(len(present)))
    inside = level - starts[at]
    above, below = treads[at].names[:inside][-1:], treads[at].names[inside + 1 :][:1]
    heavier = f"gelijk aan {above[0]}" if above else _beside(treads[at - 1], "lichter dan", -1) if at else ""
    lighter = f"gelijk aan {below[0]}" if below else _beside(treads[at + 1], "zwaarder dan", 0) if at + 1 < len(treads) else ""
    return Trait(text, axis, bars, f"trede {here + 1} van {len(present)}", heavier, lighter)


def _beside(tread: Tread, words: str, nearest: int) -> str:
    name = tread.names[nearest]
    return f"{words} {tread.degree or 'op niveau'} ({name})" if tread.present else f"komt in {name} niet voor"


def areas_of(comparison: LevelComparison, level: int) -> tuple[PlacedArea, ...]:
    """The result areas of one level; with each task the levels that have it, and whether only this one does."""
    names = [level_name(comparison.levels, at) for at in range(len(comparison.levels))]
    rows = {(cell.area_number, cell.area, cell.number): row for row in comparison.tasks for cell in row.cells if cell and cell.level == level}
    areas = []
    for area in comparison.levels[level].result_areas:
        tasks = []
        for number, task in enumerate(area.tasks, 1):
            row = rows.get((area.number, area.name, number))
            if row is None or len(names) == 1:
                tasks.append(PlacedTask(task))
                continue
            where = "alle" if len(row.levels) == len(names) else f"alleen {names[level]}" if len(row.levels) == 1 else ", ".join(names[at] for at in row.levels)
            tasks.append(PlacedTask(task, f"{where}, in andere woorden" if row.kind is TaskKind.CHANGED else where, len(row.levels) == 1))
        areas.append(PlacedArea(area.number, area.name, tuple(tasks)))
    return tuple(areas)
