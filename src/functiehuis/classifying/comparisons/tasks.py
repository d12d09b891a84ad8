"""The tasks of a description, and what covers each: a task of the function, a like task (variation), a module, another function, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.classifying.comparisons.passages import Passages, Pulls
from functiehuis.model.book import FunctionBook
from functiehuis.model.evidence import Evidence, ModuleSide
from functiehuis.model.placement import Certainty, Cover, TaskCover
from functiehuis.model.text import RichText

_COVERS = 0.22  # least likeness of a statement and a task of the book
_SURELY = 0.45
_TOWARDS = 0.002  # a statement that pulls less than this towards the function is not about its work
_ELSEWHERE = 0.015  # and one that pulls this much towards another one is about that one's


@dataclass(frozen=True, slots=True)
class _Task:
    """A task of the book: of a function (position) or of a module (name), in which result area."""

    text: RichText
    function: int | None
    area: str | None
    module: str | None = None


class TaskTexts:
    """The tasks of a book, in a fixed order."""

    def __init__(self, book: FunctionBook) -> None:
        self.book = book
        self.tasks = [
            *(_Task(task, at, area.name) for at, function in enumerate(book.functions) for area in function.result_areas for task in area.tasks),
            *(_Task(task, None, None, module.name) for module in book.modules for task in module.tasks),
        ]
        self.texts = [task.text.text for task in self.tasks]
        self.of_function = {at: [row for row, task in enumerate(self.tasks) if task.function == at] for at in range(len(book.functions))}
        self.of_modules = [row for row, task in enumerate(self.tasks) if task.module]


def covers(
    tasks: TaskTexts, passages: Passages, evidence: Evidence, pulls: Pulls, position: int, candidates: Sequence[int], *, fits: bool = True
) -> tuple[TaskCover, ...]:
    """What covers each statement of the description, seen from the function at ``position``.

    Where no function fits, a task stands in one only when it surely does, and what was placed before is no reason to say that a task belongs anywhere.
    """
    coordinating = (
        {item.statement for item in evidence.modules if item.side is ModuleSide.FOR and item.weight >= 1.5 and not item.denied}
        if tasks.of_modules
        else set[int]()
    )
    pull = pulls.of(position)
    found = []
    for row, at in enumerate(passages.positions):
        likeness = passages.task_likeness[row]
        quote, span = passages.quote(at)
        own, module = _nearest(tasks.of_function[position], likeness), _nearest(tasks.of_modules, likeness)
        if at in coordinating and module:
            found.append(TaskCover(quote, span, Cover.MODULE, Certainty.FAIR, tasks.tasks[module[0]].text, module=tasks.tasks[module[0]].module))
        elif own and own[1] >= (_COVERS if fits else _SURELY):
            certainty = Certainty.HIGH if own[1] >= _SURELY else Certainty.FAIR
            found.append(TaskCover(quote, span, Cover.TASK, certainty, tasks.tasks[own[0]].text, tasks.tasks[own[0]].area))
        elif module and module[1] >= _COVERS:
            found.append(TaskCover(quote, span, Cover.MODULE, Certainty.LOW, tasks.tasks[module[0]].text, module=tasks.tasks[module[0]].module))
        elif own and fits and pull[at] >= _TOWARDS:
            found.append(TaskCover(quote, span, Cover.VARIATION, Certainty.LOW, tasks.tasks[own[0]].text, tasks.tasks[own[0]].area))
        elif fits:
            found.append(_elsewhere(tasks, quote, span, [item for item in candidates if item != position], pulls, at, likeness))
        else:
            found.append(TaskCover(quote, span, Cover.NOTHING, Certainty.SILENT))
    return tuple(found)


def _elsewhere(tasks: TaskTexts, quote: str, span: tuple[int, int], others: Sequence[int], pulls: Pulls, at: int, likeness: Sequence[float]) -> TaskCover:
    """Covered by another candidate, or by nothing."""
    for other in others:
        nearest = _nearest(tasks.of_function[other], likeness)
        if nearest and (nearest[1] >= _COVERS or pulls.of(other)[at] > _ELSEWHERE):
            task = tasks.tasks[nearest[0]]
            return TaskCover(quote, span, Cover.ELSEWHERE, Certainty.LOW, task.text, task.area, function=tasks.book.functions[other].label)
    return TaskCover(quote, span, Cover.NOTHING, Certainty.SILENT)


def _nearest(rows: Sequence[int], likeness: Sequence[float]) -> tuple[int, float] | None:
    """The task of these that a statement is most like, and how much."""
    place = max(rows, key=lambda row: (round(likeness[row], 9), -row), default=None)
    return None if place is None else (place, likeness[place])
