"""A comparison of levels as data with Dutch keys. In: a LevelComparison. Out: plain dicts and lists, ready for JSON. Refuses nothing."""

from __future__ import annotations

from typing import Any

from functiehuis.authoring.changes.ladders import Ladder, Rung
from functiehuis.authoring.changes.levels import LevelComparison
from functiehuis.authoring.changes.summaries import LevelStep, level_name
from functiehuis.authoring.changes.tasks import TaskCell, TaskKind, TaskRow
from functiehuis.model.text import Span
from functiehuis.model.wire import text_to_wire


def comparison_to_wire(comparison: LevelComparison) -> dict[str, Any]:
    """Keys: niveaus, ladders, taken {gedeeld, gewijzigd, eigen}, stappen, samenvatting, opmerkingen, graadwoorden (version)."""
    levels = comparison.levels
    return {
        "niveaus": [
            {
                "code": function.code,
                "naam": function.name,
                "niveau": function.level,
                "kop": level_name(levels, at),
                "schaal": function.scale,
                "groep": function.group,
                "kenmerken": len(function.characteristics),
                "taken": sum(len(area.tasks) for area in function.result_areas),
            }
            for at, function in enumerate(levels)
        ],
        "ladders": [_ladder(comparison, ladder) for ladder in comparison.ladders],
        "taken": {str(kind): [_row(comparison, row) for row in comparison.tasks_of(kind)] for kind in TaskKind},
        "stappen": [_step(comparison, step) for step in comparison.steps],
        "samenvatting": [step.text for step in comparison.steps],
        "opmerkingen": list(comparison.notes),
        "graadwoorden": comparison.degrees_version,
    }


def _ladder(comparison: LevelComparison, ladder: Ladder) -> dict[str, Any]:
    return {
        "as": ladder.axis,
        "volgorde": ladder.order,
        "oordeel": str(ladder.verdict),
        "graadladders": list(ladder.scales),
        "treden": [_rung(comparison, rung) for rung in ladder.rungs],
    }


def _rung(comparison: LevelComparison, rung: Rung) -> dict[str, Any]:
    function = comparison.levels[rung.level]
    return {
        "code": function.label,
        "niveau": function.level,
        "aanwezig": rung.present,
        "nummer": rung.number,
        "kenmerk": text_to_wire(rung.characteristic) if rung.characteristic else None,
        "graad": rung.degree,
        "graadwoorden": _spans(rung.degree_spans),
        "graden": [{"ladder": match.ladder.name, "graad": match.degree.name, "rang": match.rank, "plaats": _spans(match.spans)} for match in rung.matches],
        "verschil": _spans(rung.differences),
        "gelijk_aan_zwaarder": rung.equal_to_heavier,
        "ook_op": rung.combined_with,
    }


def _row(comparison: LevelComparison, row: TaskRow) -> dict[str, Any]:
    return {
        "resultaatgebied": row.area,
        "gemeenschappelijk": row.frame,
        "niveaus": [comparison.levels[at].label for at in row.levels],
        "cellen": [_cell(comparison, cell) if cell else None for cell in row.cells],
    }


def _cell(comparison: LevelComparison, cell: TaskCell) -> dict[str, Any]:
    return {
        "code": comparison.levels[cell.level].label,
        "resultaatgebied": {"nummer": cell.area_number, "naam": cell.area},
        "nummer": cell.number,
        "taak": text_to_wire(cell.task),
        "verschil": _spans(cell.differences),
        "eigen_woorden": _spans(cell.own_words),
    }


def _step(comparison: LevelComparison, step: LevelStep) -> dict[str, Any]:
    return {
        "van": comparison.levels[step.heavier].label,
        "naar": comparison.levels[step.lighter].label,
        "anders": list(step.changed),
        "gelijk": list(step.equal),
        "vervalt": list(step.dropped),
        "nieuw": list(step.added),
        "taken": {"gelijk": step.tasks_equal, "gewijzigd": step.tasks_changed, "vervallen": step.tasks_dropped, "nieuw": step.tasks_added},
        "tekst": step.text,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
