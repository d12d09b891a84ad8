"""One step of the stair in plain Dutch.

In: levels with their ladders and task rows. Out: per pair of neighbours the counts and one sentence. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.changes.ladders import Ladder
from functiehuis.authoring.changes.tasks import TaskRow
from functiehuis.authoring.changes.words import said, shortened, stems
from functiehuis.model.function import StandardFunction


@dataclass(frozen=True, slots=True)
class LevelStep:
    """From a level to the next lighter one: which axes change, stay equal, stop and begin, how many tasks do, and the sentence about it."""

    heavier: int
    lighter: int
    changed: tuple[str, ...]
    equal: tuple[str, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    tasks_equal: int
    tasks_changed: int
    tasks_dropped: int
    tasks_added: int
    text: str


def summarise_steps(levels: Sequence[StandardFunction], ladders: Sequence[Ladder], tasks: Sequence[TaskRow]) -> tuple[LevelStep, ...]:
    """All steps, from heavy to light."""
    return tuple(_step(levels, ladders, tasks, at) for at in range(len(levels) - 1))


def level_name(levels: Sequence[StandardFunction], at: int) -> str:
    """The numeral of a level where that tells them apart, else its name."""
    numerals = [function.level for function in levels]
    numeral = numerals[at]
    return numeral if numeral and numerals.count(numeral) == 1 and len({function.group for function in levels}) == 1 else levels[at].name


def _step(levels: Sequence[StandardFunction], ladders: Sequence[Ladder], tasks: Sequence[TaskRow], at: int) -> LevelStep:
    changed, equal, dropped, added = list[Ladder](), list[Ladder](), list[Ladder](), list[Ladder]()
    clauses: list[str] = []
    for ladder in ladders:
        heavy, light = ladder.rungs[at], ladder.rungs[at + 1]
        if heavy.present and not light.present:
            dropped.append(ladder)
        elif light.present and not heavy.present:
            added.append(ladder)
        elif heavy.characteristic and light.characteristic and stems(heavy.characteristic.text) == stems(light.characteristic.text):
            equal.append(ladder)
        elif heavy.present:
            changed.append(ladder)
            clauses.append(f"{_name(ladder)} {_from_to(heavy.degree, light.degree)}")
    for word, group in (("niet meer", dropped), ("nieuw", added), ("gelijk", equal)):
        if group:
            clauses.append(f"{word}: {_listed([_name(ladder) for ladder in group])}")
    counts = _count(tasks, at)
    lead = f"Van {level_name(levels, at)} naar {level_name(levels, at + 1)}: "
    text = lead + ("; ".join(clauses) if clauses else "er staan geen kenmerken om te vergelijken") + "." + _tasks_sentence(*counts)
    return LevelStep(at, at + 1, _axes(changed), _axes(equal), _axes(dropped), _axes(added), *counts, text)


def _axes(ladders: Sequence[Ladder]) -> tuple[str, ...]:
    return tuple(ladder.axis for ladder in ladders)


def _count(tasks: Sequence[TaskRow], at: int) -> tuple[int, int, int, int]:
    equal = changed = dropped = added = 0
    for row in tasks:
        heavy, light = row.cells[at], row.cells[at + 1]
        if heavy and light:
            same = said(heavy.task.text) == said(light.task.text)
            equal, changed = equal + same, changed + (not same)
        dropped += bool(heavy and not light)
        added += bool(light and not heavy)
    return equal, changed, dropped, added


def _tasks_sentence(equal: int, changed: int, dropped: int, added: int) -> str:
    parts = [
        f"{equal} gelijk" if equal else "",
        f"{changed} met andere woorden" if changed else "",
        f"{dropped} niet meer" if dropped else "",
        f"{added} nieuw" if added else "",
    ]
    kept = [part for part in parts if part]
    return f" Taken: {_listed(kept)}." if kept else ""


def _name(ladder: Ladder) -> str:
    """An axis of one word as it is, in lower case unless it is an abbreviation; a phrase between quotation marks."""
    if " " in ladder.axis:
        text = next(rung.characteristic.text for rung in ladder.rungs if rung.characteristic)
        return f"“{shortened(text, 9)}”"
    return ladder.axis if ladder.axis[1:2].isupper() else ladder.axis[:1].lower() + ladder.axis[1:]


def _from_to(heavy: str | None, light: str | None) -> str:
    if heavy and light and said(heavy) != said(light):
        return f"van “{shortened(heavy, 12)}” naar “{shortened(light, 12)}”"
    return "in andere woorden"


def _listed(items: Sequence[str]) -> str:
    return " en ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""
