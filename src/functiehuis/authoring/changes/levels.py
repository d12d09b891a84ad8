"""Levels of a group side by side.

In: a book, the codes of two or more functions (or the group they belong to) and the degree words. Out: a LevelComparison, the heaviest level left.
Refuses a code or group that the book lacks with UnknownItemError. Fewer than two levels is a comparison with a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.changes.ladders import Ladder, build_ladders
from functiehuis.authoring.changes.summaries import LevelStep, summarise_steps
from functiehuis.authoring.changes.tasks import TaskKind, TaskRow, build_task_rows
from functiehuis.model.book import FunctionBook
from functiehuis.model.degrees import Degrees
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.function import StandardFunction

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_SCALE = re.compile(r"(\d+)\s*([a-z]?)")


@dataclass(frozen=True, slots=True)
class LevelComparison:
    """Levels side by side: ``levels`` are the functions, the heaviest first; ladders, task rows and steps refer to them by place, from 0.

    ``notes`` are Dutch sentences about the comparison itself. ``degrees_version`` says with which degree words it was made.
    """

    levels: tuple[StandardFunction, ...]
    ladders: tuple[Ladder, ...]
    tasks: tuple[TaskRow, ...]
    steps: tuple[LevelStep, ...]
    notes: tuple[str, ...] = ()
    degrees_version: str = ""

    def tasks_of(self, kind: TaskKind) -> tuple[TaskRow, ...]:
        """The task rows of one kind."""
        return tuple(row for row in self.tasks if row.kind is kind)


def compare_levels(book: FunctionBook, codes: Sequence[str], degrees: Degrees) -> LevelComparison:
    """Compare the functions with these codes (or, where the book gives no code, names)."""
    return compare_functions(tuple(dict.fromkeys(_function(book, code) for code in codes)), degrees)


def compare_functions(functions: Sequence[StandardFunction], degrees: Degrees) -> LevelComparison:
    """Compare these functions."""
    levels = heaviest_first(functions)
    ladders = build_ladders([function.characteristics for function in levels], degrees)
    tasks = build_task_rows(levels)
    return LevelComparison(levels, ladders, tasks, summarise_steps(levels, ladders, tasks), _notes(levels), degrees.version)


def codes_in_group(book: FunctionBook, group: str) -> tuple[str, ...]:
    """The codes (or names) of the functions of a group, named by its code or its name."""
    wanted = group.strip().casefold()
    codes = {item.code for item in book.groups if wanted in (item.code.casefold(), item.name.casefold())} or {group.strip()}
    found = tuple(function.label for function in book.functions if (function.group or "").casefold() in {code.casefold() for code in codes})
    if not found:
        names = {item.code: item.name for item in book.groups}
        present = sorted({function.group for function in book.functions if function.group})
        listed = ", ".join(f"{code} {names.get(code, '')}".strip() for code in present) or "geen enkele groep"
        raise UnknownItemError(f"Groep {group} staat niet in dit boek. Wel: {listed}. Kies een van deze groepen.")
    return found


def heaviest_first(functions: Sequence[StandardFunction]) -> tuple[StandardFunction, ...]:
    """By level inside one group, else by scale, else in the given order."""
    numerals = [_numeral(function.level) for function in functions]
    known = [number for number in numerals if number]
    one_group = len({function.group for function in functions}) == 1
    if one_group and len(known) == len(functions) == len(set(known)):
        return tuple(function for _, function in sorted(zip(known, functions, strict=True), key=lambda pair: pair[0]))
    scales = [scale_weight(function.scale) for function in functions]
    if all(scales):
        return tuple(sorted(functions, key=lambda function: scale_weight(function.scale), reverse=True))
    return tuple(functions)


def scale_weight(scale: str | None) -> tuple[int, str]:
    """What a scale weighs, to compare with: 10 < 10a < 11; an unknown scale weighs nothing."""
    found = _SCALE.fullmatch((scale or "").strip().casefold())
    return (int(found[1]), found[2]) if found else (0, "")


def _numeral(level: str | None) -> int:
    values = [_ROMAN.get(letter, 0) for letter in (level or "").strip().upper()]
    if not values or not all(values):
        return 0
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _function(book: FunctionBook, code: str) -> StandardFunction:
    wanted = code.strip().casefold()
    for function in book.functions:
        if wanted in ((function.code or "").casefold(), function.name.casefold()):
            return function
    listed = ", ".join(function.label for function in book.functions[:40]) or "geen enkele normfunctie"
    more = f" en nog {len(book.functions) - 40}" if len(book.functions) > 40 else ""
    raise UnknownItemError(f"Normfunctie {code} staat niet in dit boek. Wel: {listed}{more}. Kies codes uit deze lijst.")


def _notes(levels: Sequence[StandardFunction]) -> tuple[str, ...]:
    notes = []
    if len(levels) < 2:
        notes.append("Hier staat maar één niveau: er is niets om mee te vergelijken. Kies een tweede normfunctie.")
    if len({function.group for function in levels}) > 1:
        notes.append("Deze normfuncties komen uit verschillende functiegroepen. De volgorde volgt de schaal en niet het niveau.")
    for function in levels:
        if not function.characteristics:
            notes.append(f"Bij {function.name} ({function.label}) staan geen kenmerken.")
    return tuple(notes)
