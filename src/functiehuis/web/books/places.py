"""Where one function stands among the levels of its group, ready for the page: its tread on every ladder, and where each task also occurs.

In: a LevelComparison and a function of it. Out: traits and areas. Refuses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from functiehuis.authoring.changes import LevelComparison, TaskKind, level_name
from functiehuis.model.function import StandardFunction
from functiehuis.web.books.stairs import Tread, stairs_of
from functiehuis.web.project.templatetags.books import listed
from functiehuis.web.project.templatetags.functiehuis import rich

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

    text: SafeString
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
class Area:
    """A result area with its tasks, each with the levels that have it too."""

    number: int
    name: str
    tasks: tuple[tuple[SafeString, str, bool], ...]


def traits_of(comparison: LevelComparison, function: StandardFunction) -> list[Trait]:
    """The kenmerken of a function in order, each with its place."""
    level = comparison.levels.index(function)
    found: dict[int, Trait] = {}
    for ladder, stair in zip(comparison.ladders, stairs_of(comparison), strict=True):
        rung = ladder.rungs[level]
        if rung.number and not rung.guest and len(comparison.levels) > 1:
            found[rung.number] = _trait(rich(rung.characteristic), stair.axis, stair.treads, level_name(comparison.levels, level))
    return [found.get(number) or Trait(rich(text)) for number, text in enumerate(function.characteristics, 1)]


def _trait(text: SafeString, axis: str, treads: tuple[Tread, ...], name: str) -> Trait:
    at = next(place for place, tread in enumerate(treads) if name in tread.names)
    present = [tread for tread in treads if tread.present]
    here = present.index(treads[at])
    down = (_HEIGHT - _LOWEST) // max(len(present) - 1, 3)
    bars = tuple(Bar(1 + _WIDTH * i, 2 + down * i, _HEIGHT - down * i, i == here) for i in range(len(present)))
    inside = treads[at].names.index(name)
    above, below = treads[at].names[:inside][-1:], treads[at].names[inside + 1 :][:1]
    heavier = f"gelijk aan {above[0]}" if above else _beside(treads[at - 1], "lichter dan", -1) if at else ""
    lighter = f"gelijk aan {below[0]}" if below else _beside(treads[at + 1], "zwaarder dan", 0) if at + 1 < len(treads) else ""
    return Trait(text, axis, bars, f"trede {here + 1} van {len(present)}", heavier, lighter)


def _beside(tread: Tread, words: str, nearest: int) -> str:
    name = tread.names[nearest]
    return f"{words} {tread.degree or 'op niveau'} ({name})" if tread.present else f"komt in {name} niet voor"


def areas_of(comparison: LevelComparison, function: StandardFunction) -> list[Area]:
    """The result areas of a function; with each task the levels that have it, and whether only this one does."""
    level = comparison.levels.index(function)
    names = [level_name(comparison.levels, at) for at in range(len(comparison.levels))]
    rows = {id(cell.task): row for row in comparison.tasks for cell in row.cells if cell and cell.level == level}
    areas = []
    for area in comparison.levels[level].result_areas:
        tasks = []
        for task in area.tasks:
            row = rows.get(id(task))
            if row is None or len(names) == 1:
                tasks.append((rich(task), "", False))
                continue
            where = "alle" if len(row.levels) == len(names) else f"alleen {names[level]}" if len(row.levels) == 1 else ", ".join(names[at] for at in row.levels)
            tasks.append((rich(task), f"{where}, in andere woorden" if row.kind is TaskKind.CHANGED else where, len(row.levels) == 1))
        areas.append(Area(area.number, area.name, tuple(tasks)))
    return areas


def neighbours(comparison: LevelComparison, function: StandardFunction) -> tuple[str, list[StandardFunction]]:
    """The next heavier and the next lighter function, and their names in a sentence."""
    at = comparison.levels.index(function)
    places = [place for place in (at - 1, at + 1) if 0 <= place < len(comparison.levels)]
    return listed(level_name(comparison.levels, place) for place in places), [comparison.levels[place] for place in places]
