"""A placement -> wire form: the result of ``zoek --json``."""

from __future__ import annotations

from functiehuis.model.candidate import LikePrecedent
from functiehuis.model.description import Statement
from functiehuis.model.function import FunctionGroup, StandardFunction
from functiehuis.model.placement import (
    Answer,
    CharacteristicVerdict,
    Comparison,
    Cover,
    GroupReason,
    KindOfWork,
    LadderStep,
    Placement,
    Question,
    Rival,
    TaskCover,
    Verdict,
)
from functiehuis.model.wire.encode import Wire

MOST_CANDIDATES = 5
"""How many candidates a result shows at most."""


def placement_to_wire(placement: Placement, motivation: str) -> Wire:
    """A placement as the wire form, with the motivering that was written of it: only plain data, in an order that is always the same."""
    description = placement.description
    comparisons = placement.comparisons[:MOST_CANDIDATES]
    return {
        "id": description.id,
        "titel": description.title,
        "uitkomst": placement.outcome.value,
        "groep": placement.group,
        "kandidaten": [_candidate_to_wire(item) for item in comparisons],
        "modules": [module.name for module in placement.modules],
        "niet_gedekt": list(dict.fromkeys(placement.uncovered)),
        "motivering": motivation,
        "boek": {"titel": placement.book_title, "hash": placement.book_hash},
        "regels": placement.rules,
        "reden": placement.reason,
        "verdedigbaar": [placement.comparisons[at].function.label for at in placement.defended],
        "soorten_werk": [_kind_to_wire(kind) for kind in placement.kinds],
        "groepen": [_group_to_wire(reason) for reason in placement.group_reasons],
        "andere_groep": _rival_to_wire(placement.rival) if placement.rival else None,
        "stappen": [_step_to_wire(step) for step in placement.steps],
        "taken": [_cover_to_wire(cover) for cover in comparisons[0].tasks] if comparisons else [],
        "modulepassages": [{"module": module.name, "passages": list(module.passages)} for module in placement.modules],
        "eerder_zo_ingedeeld": [_precedent_to_wire(item) for item in placement.precedents],
        "terzijde": [_aside_to_wire(statement) for statement in description.set_aside()],
        "vragen": [_question_to_wire(question) for question in placement.questions],
        "antwoorden": [_answer_to_wire(answer) for answer in placement.answers],
    }


def _candidate_to_wire(item: Comparison) -> Wire:
    covered = [task for task in item.tasks if task.cover is Cover.TASK and task.task is not None]
    return {
        **_named(item.function),
        "groep": item.function.group,
        "niveau": item.function.level,
        "score": item.score,
        "waarom": [*map(_verdict_to_wire, item.verdicts), *map(_covered_to_wire, covered)],
    }


def _verdict_to_wire(item: CharacteristicVerdict) -> Wire:
    return {
        "soort": "kenmerk",
        "boek": item.characteristic.text,
        "oordeel": item.verdict.value,
        "passage": item.passage,
        "zekerheid": item.certainty.value,
        "as": item.axis,
        "uit_antwoord": item.answered,
    }


def _covered_to_wire(item: TaskCover) -> Wire:
    return {
        "soort": "taak",
        "boek": item.task.text if item.task else "",
        "oordeel": Verdict.MEETS.value,
        "passage": item.passage,
        "zekerheid": item.certainty.value,
        "resultaatgebied": item.area,
    }


def _cover_to_wire(item: TaskCover) -> Wire:
    return {
        "passage": item.passage,
        "dekking": item.cover.value,
        "boek": item.task.text if item.task else None,
        "resultaatgebied": item.area,
        "module": item.module,
        "functie": item.function,
        "zekerheid": item.certainty.value,
    }


def _step_to_wire(item: LadderStep) -> Wire:
    return {
        "richting": "hoger" if item.heavier else "lager",
        **_named(item.neighbour),
        "kenmerk": item.own.text if item.own else None,
        "kenmerk_daar": item.other.text if item.other else None,
        "woorden": list(item.own_words),
        "woorden_daar": list(item.other_words),
        "passage": item.passage,
        "zekerheid": item.certainty.value,
        "pleit_ervoor": item.contrary,
        "uit_antwoord": item.answered,
    }


def _group_to_wire(item: GroupReason) -> Wire:
    return {**_named(item.function), **_of_group(item.group), "passages": list(item.passages)}


def _rival_to_wire(item: Rival) -> Wire:
    return {**_named(item.function), **_of_group(item.group), "passage": item.passage, "pleit_ervoor": item.speaks_for}


def _of_group(group: FunctionGroup | None) -> Wire:
    return {
        "groep": group.code if group else None,
        "groepsnaam": group.name if group else None,
        "definitie": group.definition.text if group and group.definition else None,
    }


def _kind_to_wire(item: KindOfWork) -> Wire:
    return {"soort": item.key, "naam": item.name, "aandeel": item.share, "woorden": list(item.words)}


def _precedent_to_wire(item: LikePrecedent) -> Wire:
    return {
        "id": item.precedent.id,
        "titel": item.precedent.title,
        "code": item.precedent.code,
        "bron": item.precedent.source.value,
        "gelijkenis": item.likeness,
    }


def _aside_to_wire(item: Statement) -> Wire:
    return {"tekst": item.text, "soort": item.kind, "reden": item.reason}


def _question_to_wire(item: Question) -> Wire:
    return {"as": item.axis, "vraag": item.question, "antwoorden": list(item.answers)}


def _answer_to_wire(item: Answer) -> Wire:
    """``antwoord`` is the number of the answer in the list of its question: 1 is the heaviest."""
    return {"as": item.axis, "antwoord": item.rank + 1, "bron": item.source}


def _named(function: StandardFunction) -> Wire:
    """The code (the name where the book gives none) and the name."""
    return {"code": function.label, "naam": function.name}
