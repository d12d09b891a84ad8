"""The tasks of a comparison, ready for the page: shared ones to fold away, one task in other words per level, and tasks of some levels only.

In: a LevelComparison. Out: lines with cells that span equal levels. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from functiehuis.authoring.changes import LevelComparison, TaskCell, TaskKind, TaskRow, level_name
from functiehuis.model.text import Span
from functiehuis.web.project.templatetags.books import listed, marked
from functiehuis.web.project.templatetags.functiehuis import rich

_SLOT = SafeString('<span class="fh-slot"></span><span class="fh-hide">(woord per niveau)</span>')
_TELLING = 12  # characters that tasks share at least, for what they share to be worth standing apart


@dataclass(frozen=True, slots=True)
class Variant:
    """What one or more neighbouring levels say: texts, or nothing where they lack the task."""

    names: tuple[str, ...]
    texts: tuple[SafeString, ...] = ()

    @property
    def span(self) -> int:
        """The columns it takes."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A line of the table: what stands in front, and a variant per level or run of levels."""

    head: SafeString | str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """All tasks of a comparison."""

    names: tuple[str, ...]
    shared: tuple[SafeString, ...]
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


def task_table(comparison: LevelComparison, *, marks: bool = True) -> TaskTable:
    """The tasks of a comparison; with ``marks`` what differs from one level heavier is marked."""
    names = tuple(level_name(comparison.levels, at) for at in range(len(comparison.levels)))
    shared = tuple(rich(next(cell.task for cell in row.cells if cell)) for row in comparison.tasks_of(TaskKind.SHARED))
    changed = tuple(_changed(row, names, marks) for row in comparison.tasks_of(TaskKind.CHANGED))
    own = comparison.tasks_of(TaskKind.OWN)
    return TaskTable(names, shared, changed, tuple(_own(own, names)), len(own))


def _changed(row: TaskRow, names: Sequence[str], marks: bool) -> TaskLine:
    # With one open place the word that differs says enough; with more of them a cell holds the whole task.
    parts = row.frame.split("…")
    alone = len(parts) == 2
    telling = len("".join(parts).strip()) >= _TELLING and len(parts) > 1
    head = format_html_join(_SLOT, "{}", ((part,) for part in parts)) if telling else format_html("{}", row.area)
    variants = []
    for text, run in groupby(enumerate(row.cells), key=lambda item: item[1].task.text if item[1] else None):
        cells = list(run)
        first = cells[0][1]
        texts = () if text is None or first is None else (_variant(first, marks, alone=telling and alone),)
        variants.append(Variant(tuple(names[at] for at, _ in cells), texts))
    return TaskLine(head, tuple(variants))


def _variant(cell: TaskCell, marks: bool, *, alone: bool) -> SafeString:
    if not alone:
        return marked(cell.task, cell.differences if marks else ())
    inside = [edge for span in cell.own_words if (edge := _trimmed(cell.task.text, span))]
    if not inside:
        return SafeString('<span class="fh-meta">zonder extra woord</span>')
    said = format_html_join(" … ", "{}", ((rich(cell.task.slice(*span)),) for span in inside))
    return format_html('<mark class="fh-diff">{}</mark>', said) if marks and cell.differences else said


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
        lines.append(TaskLine("Alleen op dit niveau", tuple(Variant((name,), _texts(alone.get(at, ()))) for at, name in enumerate(names))))
    for levels, found in sorted(sets.items()):
        if len(levels) > 1:
            runs = groupby(range(len(names)), key=set(levels).__contains__)
            lines.append(TaskLine(f"Gelijk op {listed(names[at] for at in levels)}", tuple(_run(list(run), here, found, names) for here, run in runs)))
    return lines


def _run(places: Sequence[int], here: bool, found: Sequence[TaskRow], names: Sequence[str]) -> Variant:
    return Variant(tuple(names[at] for at in places), _texts(found) if here else ())


def _texts(rows: Sequence[TaskRow]) -> tuple[SafeString, ...]:
    return tuple(rich(next(cell.task for cell in row.cells if cell)) for row in rows)
