"""Begin a worksheet, and keep what was answered on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from functiehuis.actions.local_function_rules import clean
from functiehuis.actions.open_worksheet import OpenWorksheet, compared_with, opened
from functiehuis.actions.place_work import find, question_of
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.actions.worksheet_levels import HEAVIER, LIGHTER, OWN, VERDICTS
from functiehuis.actions.worksheet_motivation import DOUBT, NOTHING_FITS, SECTIONS, as_text
from functiehuis.actions.worksheet_tasks import ANSWERS
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.house import Happening, KeptBook, Worksheet, WorksheetStatus

_LONGEST_REASON = 4_000
_LONGEST_TEXT = 20_000
_TITLE = 60


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in on a worksheet: everything as typed, by the numbers of the page.

    ``compared`` is the function that the page compared with, ``compare`` the one to compare with next. ``written`` has per part of the motivering the text and
    what was made of the records when it was shown.
    """

    compared: str = ""
    compare: str = ""
    outcome: str = ""
    reason: str = ""
    verdicts: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    tasks: Mapping[int, str] = field(default_factory=dict)
    modules: Mapping[int, str] = field(default_factory=dict)
    answers: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    written: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def begin_worksheet(house: House, number: int, text: str, title: str = "", local_function: int | None = None) -> Worksheet:
    """A new worksheet for a text, or for the description of a local function, in a version of the book.

    Refuses (RefusedError with fields) what ``place_work.find`` refuses, and a version that is retired; nothing is kept then.
    """
    require(house.actor, Right.PLACE)
    kept = house.book(number)
    if kept.version.status is BookStatus.LAPSED or kept.version.retired_on:
        raise RefusedError("Deze versie is ingetrokken.", {"versie": "Deze versie is ingetrokken. Kies een andere versie van het functieboek."})
    function = house.local_function(local_function) if local_function else None
    described = clean(function.description if function else text, lines=True)
    named = clean(title)[:200] or (function.name if function else "") or _first_words(described)
    result = find(kept, described, title=named)
    worksheet = Worksheet(None, named, described, number, local_function, result=result)
    return house.put_worksheet(worksheet, Happening("werkblad.begonnen", data={"naam": named, "versie": number}))


def keep_worksheet(house: House, identifier: int, revision: int, given: Given) -> OpenWorksheet:
    """Keep what was filled in; what is kept already (a double click) changes nothing.

    ConflictError when somebody else changed the worksheet meanwhile; nothing is kept then.
    """
    require(house.actor, Right.PLACE)
    with house.transaction():
        before = house.worksheet(identifier)
        page = filled_in(before, house.book(before.version), given)
        status = WorksheetStatus.STARTED if page.missing else WorksheetStatus.KEPT
        after = replace(page.worksheet, status=status, motivation=as_text(page.sections), revision=revision)
        if (after.choices, after.motivation, after.status, after.result) == (before.choices, before.motivation, before.status, before.result):
            return page
        if before.revision != revision:
            raise ConflictError(f"{before.changed_by} wijzigde dit werkblad intussen. Uw antwoorden staan er nog, maar zijn niet opgeslagen.")
        done = house.put_worksheet(after, Happening("werkblad.bewaard", data={"naam": after.title, "open": len(page.missing)}))
        return replace(page, worksheet=done)


def filled_in(worksheet: Worksheet, kept: KeptBook, given: Given) -> OpenWorksheet:
    """The worksheet with what was filled in, not kept. What is no answer to anything on the page is left out."""
    page = opened(worksheet, kept)
    labels = {item.label for item in kept.book.functions}
    choices = dict(page.worksheet.choices)
    if given.compared == (page.compared.label if page.compared else ""):
        judged = {row.key: _judged(given.verdicts.get(row.number, {})) for row in page.rows}
        choices["oordelen"] = {**choices.get("oordelen", {}), given.compared: {key: said for key, said in judged.items() if said}}
    choices["taken"] = {task.text: given.tasks[task.number] for task in page.tasks if given.tasks.get(task.number) in ANSWERS}
    names = {module.name for module in kept.book.modules}
    chosen = {task.text: _module(given.modules.get(task.number, ""), task.why, names) for task in page.tasks if given.tasks.get(task.number) == "module"}
    choices["modules"] = {text: name for text, name in chosen.items() if name}
    choices["reden"] = clean(given.reason, lines=True)[:_LONGEST_REASON]
    if given.outcome in labels or given.outcome in (DOUBT, NOTHING_FITS):
        choices["uitkomst"] = given.outcome
    if given.compare in labels:
        choices["functie"] = given.compare
    elif given.outcome in labels:
        choices["functie"] = given.outcome
    else:
        choices["functie"] = compared_with(choices, page.worksheet.result)
    answers = [_answer(axis, *said) for axis, said in given.answers.items() if 0 < said[0] <= len(question_of(axis)[1])]
    result = page.worksheet.result
    if answers != choices.get("antwoorden", []):
        choices["antwoorden"] = answers
        result = find(kept, worksheet.description, title=worksheet.title, answers=answers)
    choices["motivering"] = {key: _written(*given.written[key]) for key in SECTIONS if key in given.written and _written(*given.written[key])}
    return opened(replace(page.worksheet, choices=choices, result=result), kept)


def _first_words(text: str) -> str:
    """What to call a text without a title: how it begins."""
    line = clean(text[:200])
    return line if len(line) <= _TITLE else f"{line[:_TITLE].rsplit(' ', 1)[0]} …"


def _judged(said: Mapping[str, str]) -> dict[str, Any]:
    kept: dict[str, Any] = {place: said[place] for place in (HEAVIER, OWN, LIGHTER) if said.get(place) in VERDICTS}
    reason = clean(said.get("reden", ""), lines=True)[:_LONGEST_REASON]
    return kept | ({"nvt": True} if said.get("nvt") else {}) | ({"reden": reason} if reason else {})


def _module(said: str, proposed: str, names: set[str]) -> str:
    if said in names:
        return said
    return proposed if proposed in names else next(iter(names)) if len(names) == 1 else ""


def _answer(axis: str, number: int, source: str) -> dict[str, Any]:
    question, answers = question_of(axis)
    return {"as": axis, "antwoord": number, "bron": clean(source)[:200] or "niet genoemd", "vraag": question, "tekst": answers[number - 1]}


def _written(text: str, made: str) -> dict[str, str]:
    """What a person wrote instead of what was made; nothing when it is the same or empty."""
    own, basis = clean(text, lines=True)[:_LONGEST_TEXT], clean(made, lines=True)
    return {} if not own or own == basis else {"tekst": own, "basis": basis}
