"""Levels side by side, as a stair: per ladder one line a level, the heaviest on top."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from functiehuis.authoring.changes import Ladder, LevelComparison, OrderVerdict, TaskKind, TaskRow
from functiehuis.cli.pages.marks import cut, hanging, indented, marked

_VERDICTS = {OrderVerdict.AGREES: "✓ de graden lopen af", OrderVerdict.AGAINST: "! de graden lopen niet af", OrderVerdict.UNKNOWN: ""}
_LEGEND = "Tussen « en » staat wat anders is dan een niveau zwaarder. Vet is vet in het boek."
_EQUAL = "gelijk aan het niveau erboven"


def print_levels(console: Console, comparison: LevelComparison) -> None:
    """The whole comparison: who, what sets them apart, ladders, tasks."""
    for function in comparison.levels:
        scale = f", schaal {function.scale}" if function.scale else ""
        console.print(Text.assemble((f"{function.code or '–'}  ", "bold"), f"{function.name}{scale}"))
    for note in comparison.notes:
        console.print(Text(note))
    console.print()
    console.print(Text("Wat maakt het verschil", style="bold"))
    for step in comparison.steps:
        console.print(indented(Text(step.text), 2))
    console.print()
    console.print(Text("Kenmerken", style="bold"))
    console.print(indented(Text(_LEGEND, style="dim"), 2))
    for number, ladder in enumerate(comparison.ladders, 1):
        _print_ladder(console, comparison, ladder, number)
    _print_tasks(console, comparison)


def _print_ladder(console: Console, comparison: LevelComparison, ladder: Ladder, number: int) -> None:
    console.print()
    verdict = _VERDICTS[ladder.verdict]
    console.print(Text(f"{number}. {ladder.axis}", style="bold"))
    console.print(indented(Text(" · ".join(part for part in (ladder.order, verdict) if part), style="dim"), 3))
    for rung in ladder.rungs:
        name = _short_name(comparison, rung.level)
        if rung.characteristic is None:
            body = Text("komt niet voor", style="dim")
        elif rung.equal_to_heavier:
            body = Text(_EQUAL, style="dim")
        else:
            body = marked(console, rung.characteristic, rung.differences)
        console.print(hanging(name, body, 3 + 2 * rung.level))


def _print_tasks(console: Console, comparison: LevelComparison) -> None:
    titles = ((TaskKind.CHANGED, "Taken die een woord of meer verschillen"), (TaskKind.OWN, "Taken van één niveau"), (TaskKind.SHARED, "Taken die gelijk zijn"))
    for kind, title in titles:
        rows = comparison.tasks_of(kind)
        if not rows:
            continue
        console.print()
        console.print(Text(f"{title} ({len(rows)})", style="bold"))
        for row in rows:
            _print_row(console, comparison, row, kind)


def _print_row(console: Console, comparison: LevelComparison, row: TaskRow, kind: TaskKind) -> None:
    cells = [cell for cell in row.cells if cell is not None]
    if kind is TaskKind.CHANGED:
        console.print(indented(Text(cut(row.area, 70), style="dim"), 2))
        for number, cell in enumerate(cells):
            same = number > 0 and cell.task.text == cells[number - 1].task.text
            body = Text(_EQUAL, style="dim") if same else marked(console, cell.task, cell.differences)
            console.print(hanging(_short_name(comparison, cell.level), body, 4))
    else:
        names = ", ".join(_short_name(comparison, cell.level) for cell in cells)
        console.print(indented(Text.assemble(cells[0].task.text, (f"  ({names})", "dim")), 2))


def _short_name(comparison: LevelComparison, level: int) -> str:
    function = comparison.levels[level]
    same_group = len({other.group for other in comparison.levels}) == 1
    return function.level if same_group and function.level else function.label
