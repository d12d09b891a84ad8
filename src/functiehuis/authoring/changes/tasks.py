"""Tasks of several levels side by side.

In: functions, the heaviest first. Out: rows with one cell per level: tasks that all share, tasks with other words, and tasks of some levels only.
Refuses nothing; every task stands in exactly one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import Indel

from functiehuis.authoring.changes.matching import Similarity, assign
from functiehuis.authoring.changes.words import said, stems
from functiehuis.language.differences import Token, spans_after, tokens, word_differences
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText, Span

SAME_AREA = 0.5
"""From this similarity two tasks under result areas of one name are the same task in other words."""
OTHER_AREA = 0.62
"""The same for tasks under result areas of different names."""


class TaskKind(StrEnum):
    """How a task occurs on the levels."""

    SHARED = "gedeeld"
    CHANGED = "gewijzigd"
    OWN = "eigen"


@dataclass(frozen=True, slots=True)
class TaskCell:
    """A task on one level.

    ``differences`` are the spans that do not stand in the nearest heavier level that has it, ``own_words`` those that are not in the frame of its row.
    """

    level: int
    area_number: int
    area: str
    number: int
    task: RichText
    differences: tuple[Span, ...] = ()
    own_words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task over the levels; a cell is None where a level lacks it.

    ``frame`` is what all its wordings share, with an ellipsis where they differ.
    """

    kind: TaskKind
    area: str
    frame: str
    cells: tuple[TaskCell | None, ...]

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that have it."""
        return tuple(cell.level for cell in self.cells if cell)


Row = list[TaskCell | None]


def build_task_rows(functions: Sequence[StandardFunction]) -> tuple[TaskRow, ...]:
    """Align the tasks of levels, the heaviest level first: area by area, then across areas."""
    cells = [_cells(level, function) for level, function in enumerate(functions)]
    similarity = Similarity([[cell.task.text for cell in level] for level in cells])
    rows: list[Row] = []
    for level, found in enumerate(cells):
        taken = _matched(rows, found, similarity)
        for row in rows:
            row.append(None)
        for at, cell in enumerate(found):
            if at in taken:
                rows[taken[at]][level] = cell
            else:
                rows.append([*[None] * level, cell])
    return tuple(_finished(row) for row in rows)


def _cells(level: int, function: StandardFunction) -> list[TaskCell]:
    return [TaskCell(level, area.number, area.name, at, task) for area in function.result_areas for at, task in enumerate(area.tasks, 1)]


def _matched(rows: list[Row], cells: list[TaskCell], similarity: Similarity) -> dict[int, int]:
    """Cell to row: equal texts first, then the best assignment inside areas of one name, then across."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for same_area in (True, False):
        for at, cell in enumerate(cells):
            if at in taken:
                continue
            equal = (i for i, row in enumerate(rows) if i not in used and any(_equal(other, cell, same_area) for other in row if other))
            row_at = next(equal, None)
            if row_at is not None:
                taken[at] = row_at
                used.add(row_at)
    for same_area, least in ((True, SAME_AREA), (False, OTHER_AREA)):
        scores = {}
        for i, row in enumerate(rows):
            for j, cell in enumerate(cells):
                if i in used or j in taken:
                    continue
                others = [other for other in row if other and (not same_area or _one_area(other, cell))]
                score = max((similarity.score(other.task.text, cell.task.text) for other in others), default=0.0)
                if score >= least:
                    scores[i, j] = score
        for i, j in assign(scores).items():
            taken[j] = i
            used.add(i)
    return taken


def _equal(one: TaskCell, other: TaskCell, same_area: bool) -> bool:
    return said(one.task.text) == said(other.task.text) and (not same_area or _one_area(one, other))


def _one_area(one: TaskCell, other: TaskCell) -> bool:
    return set(stems(one.area)) <= set(stems(other.area)) or set(stems(other.area)) <= set(stems(one.area))


def _finished(row: Row) -> TaskRow:
    done: Row = []
    for cell in row:
        heavier = next((other for other in reversed(done) if other), None)
        differs = cell and heavier and said(heavier.task.text) != said(cell.task.text)
        spans = spans_after(word_differences(heavier.task.text, cell.task.text, ignore_case=True)) if cell and heavier and differs else ()
        done.append(replace(cell, differences=spans) if cell else None)
    present = [cell for cell in done if cell]
    one_wording = len({said(cell.task.text) for cell in present}) == 1
    kind = TaskKind.CHANGED if not one_wording else TaskKind.SHARED if len(present) == len(done) > 1 else TaskKind.OWN
    shared = frame([cell.task.text for cell in present])
    cells = tuple(cell and replace(cell, own_words=spans_after(word_differences(shared.replace("…", ""), cell.task.text, ignore_case=True))) for cell in done)
    return TaskRow(kind, present[0].area, shared, cells)


def frame(texts: Sequence[str]) -> str:
    """What texts share word for word, in order, with an ellipsis where any of them says something else."""
    first = texts[0]
    common = [(token, True) for token in tokens(first)]  # a word of the first text, and whether it follows the one before in all texts
    ends_alike = True
    for text in texts[1:]:
        words = [token.text.casefold() for token in tokens(text)]
        kept: list[tuple[Token, bool]] = []
        edges = (0, 0)
        for block in Indel.opcodes([token.text.casefold() for token, _ in common], words):
            if block.tag != "equal":
                continue
            for step in range(block.src_end - block.src_start):
                token, joined = common[block.src_start + step]
                here = (block.src_start + step, block.dest_start + step)
                kept.append((token, joined and here == edges))
                edges = (here[0] + 1, here[1] + 1)
        ends_alike = ends_alike and edges == (len(common), len(words))
        common = kept
    written, end = "", 0
    for token, joined in common:
        written += (first[end : token.span[0]] if joined else " … ") + token.text
        end = token.span[1]
    return (written + ("" if ends_alike else " …")).strip()
