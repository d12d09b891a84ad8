"""The tasks of a comparison, ready to be drawn: shared ones apart, one task in other words per level, and tasks of some levels only.

In: a LevelComparison. Out: lines with cells that span equal levels. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from functiehuis.authoring.changes.levels import LevelComparison
from functiehuis.authoring.changes.summaries import level_name
from functiehuis.authoring.changes.tasks import TaskCell, TaskKind, TaskRow
from functiehuis.model.text import RichText, Span

_TELLING = 12  # characters that tasks share at least, for what they share to be worth standing apart


@dataclass(frozen=True, slots=True)
class VariantText:
    """What stands in a cell: a task with the spans that differ, or only the words that differ (``words``)."""

    text: RichText
    differences: tuple[Span, ...] = ()
    words: tuple[RichText, ...] | None = None

    @property
    def differs(self) -> bool:
        """Whether it differs from one level heavier."""
        return bool(self.differences)


@dataclass(frozen=True, slots=True)
class Variant:
    """What one or more neighbouring levels say: texts, or nothing where they lack the task."""

    names: tuple[str, ...]
    texts: tuple[VariantText, ...] = ()

    @property
    def span(self) -> int:
        """The columns it takes."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A line of the table: what stands in front (``frame`` in parts with an open place between them, or ``head``), and a variant per run of levels."""

    head: str
    frame: tuple[str, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """All tasks of a comparison."""

    names: tuple[str, ...]
    shared: tuple[RichText, ...]
    changed: tuple[TaskLine, ...]
    own: tuple[TaskLine, ...]
    own_count: int

    @property
    def total(self) -> int:
        """How many different tasks there are."""
        return len(self.shared) + len(self.changed) + self.own_count

    @property
    def summary(self) -> str:
        """How many tasks there are of each kind, in words."""
        counts = ((len(self.shared), "op alle niveaus gelijk"), (len(self.changed), "met een ander woord"), (self.own_count, "op een deel van de niveaus"))
        lead = "1 taak" if self.total == 1 else f"{self.total} verschillende taken"
        return f"{lead}: {listed(f'{count} {words}' for count, words in counts if count)}."


def task_table(comparison: LevelComparison) -> TaskTable:
    """The tasks of a comparison."""
    names = tuple(level_name(comparison.levels, at) for at in range(len(comparison.levels)))
    shared = tuple(next(cell.task for cell in row.cells if cell) for row in comparison.tasks_of(TaskKind.SHARED))
    changed = tuple(_changed(row, names) for row in comparison.tasks_of(TaskKind.CHANGED))
    own = comparison.tasks_of(TaskKind.OWN)
    return TaskTable(names, shared, changed, tuple(_own(own, names)), len(own))


def listed(items: Iterable[object]) -> str:
    """Several things in a sentence: I, II en III."""
    words = [str(item) for item in items]
    return " en ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def _changed(row: TaskRow, names: Sequence[str]) -> TaskLine:
    # With one open place the word that differs says enough; with more of them a cell holds the whole task.
    parts = tuple(row.frame.split("…"))
    telling = len("".join(parts).strip()) >= _TELLING and len(parts) > 1
    variants = []
    for text, run in groupby(enumerate(row.cells), key=lambda item: item[1].task.text if item[1] else None):
        cells = list(run)
        first = cells[0][1]
        texts = () if text is None or first is None else (_variant(first, alone=telling and len(parts) == 2),)
        variants.append(Variant(tuple(names[at] for at, _ in cells), texts))
    return TaskLine(row.area, parts if telling else (), tuple(variants))


def _variant(cell: TaskCell, *, alone: bool) -> VariantText:
    if not alone:
        return VariantText(cell.task, cell.differences)
    inside = [edge for span in cell.own_words if (edge := _trimmed(cell.task.text, span))]
    return VariantText(cell.task, cell.differences, tuple(cell.task.slice(*span) for span in inside))


def _trimmed(text: str, span: Span) -> Span | None:
    """A span without signs and white space at its edges; None when nothing is left."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(" ,;:"))
    end = span[0] + len(words.rstrip(" ,;:"))
    return (start, end) if start < end else None


def _own(rows: Sequence[TaskRow], names: Sequence[str]) -> list[TaskLine]:
    """Tasks of one level in one line; those that some levels share in a line per set of levels."""
    sets: dict[tuple[int, ...], list[TaskRow]] = {}
    for row in rows:
        sets.setdefault(row.levels, []).append(row)
    lines = []
    alone = {levels[0]: found for levels, found in sets.items() if len(levels) == 1}
    if alone:
        lines.append(TaskLine("Alleen op dit niveau", (), tuple(Variant((name,), _texts(alone.get(at, ()))) for at, name in enumerate(names))))
    for levels, found in sorted(sets.items()):
        if len(levels) > 1:
            runs = groupby(range(len(names)), key=set(levels).__contains__)
            lines.append(TaskLine(f"Gelijk op {listed(names[at] for at in levels)}", (), tuple(_run(list(run), here, found, names) for here, run in runs)))
    return lines


def _run(places: Sequence[int], here: bool, found: Sequence[TaskRow], names: Sequence[str]) -> Variant:
    return Variant(tuple(names[at] for at in places), _texts(found) if here else ())


def _texts(rows: Sequence[TaskRow]) -> tuple[VariantText, ...]:
    return tuple(VariantText(next(cell.task for cell in row.cells if cell)) for row in rows)
