"""A worksheet as somebody works on it: everything on its page, from what was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from functiehuis.actions.place_work import find, question_of
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.actions.worksheet_levels import Row, neighbours, rows_for
from functiehuis.actions.worksheet_motivation import DOUBT, NOTHING_FITS, Section, sections_for
from functiehuis.actions.worksheet_tasks import Block, Task, blocks_of, number_passages, tasks_for
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import KeptBook, Worksheet


@dataclass(frozen=True, slots=True)
class Option:
    """A function that may be the outcome, with what the product found about it in a sentence; ``own`` says that a person named it, not the product."""

    function: StandardFunction
    said: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the product: its answers, the heaviest first, which was given (0: none yet) and who said so."""

    axis: str
    question: str
    answers: tuple[str, ...]
    given: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that must still be done, and where on the page."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class OpenWorksheet:
    """A worksheet with its book and everything on its page. ``numbers`` gives the number of a passage; ``aside`` are sentences that do not count."""

    worksheet: Worksheet
    kept: KeptBook
    compared: StandardFunction | None
    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    tasks: tuple[Task, ...]
    questions: tuple[Asked, ...]
    blocks: tuple[Block, ...]
    numbers: Mapping[str, int]
    aside: tuple[Mapping[str, Any], ...]
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]

    @property
    def outcome(self) -> str:
        """What was chosen: a function, twijfel, geen, or nothing yet."""
        return str(self.worksheet.choices.get("uitkomst", ""))


def open_worksheet(house: House, identifier: int) -> OpenWorksheet:
    """A worksheet; what the product found is looked up again only when it was never kept."""
    require(house.actor, Right.READ_WORKSHEET)
    worksheet = house.worksheet(identifier)
    return opened(worksheet, house.book(worksheet.version))


def opened(worksheet: Worksheet, kept: KeptBook) -> OpenWorksheet:
    """Everything on the page of a worksheet, kept or not."""
    choices = worksheet.choices
    if not worksheet.result:
        found = find(kept, worksheet.description, title=worksheet.title, answers=choices.get("antwoorden", ()))
        worksheet = replace(worksheet, result=found)
    result, book = worksheet.result, kept.book
    label = compared_with(choices, result)
    found_three = neighbours(book, label) if label else None
    rows = rows_for(book, label, result, choices.get("oordelen", {}).get(label, {}))
    tasks = tasks_for(result, label, choices)
    numbers, marks = number_passages(worksheet.description, (row.proposed.passage for row in rows if row.proposed and row.proposed.passage))
    return OpenWorksheet(
        worksheet,
        kept,
        found_three[1] if found_three else None,
        _options(kept, result, choices, len(tasks)),
        rows,
        tasks,
        _questions(result, choices),
        blocks_of(worksheet.description, tasks, marks),
        numbers,
        tuple(result.get("terzijde", ())),
        sections_for(kept, label, result, choices, rows, tasks),
        _missing(choices, rows, tasks),
    )


def compared_with(choices: Mapping[str, Any], result: Mapping[str, Any]) -> str:
    """The function that the work is compared with: the one that was chosen for it, else the first candidate."""
    if choices.get("functie"):
        return str(choices["functie"])
    candidates = result.get("kandidaten", ())
    return str(candidates[0]["code"]) if candidates else ""


def _options(kept: KeptBook, result: Mapping[str, Any], choices: Mapping[str, Any], tasks: int) -> tuple[Option, ...]:
    known = {item.label: item for item in kept.book.functions}
    groups = {item.code: item.name for item in kept.book.groups}
    candidates = [item for item in result.get("kandidaten", ()) if item["code"] in known]
    found = []
    for item in candidates:
        verdicts = [why for why in item["waarom"] if why["soort"] == "kenmerk" and why["zekerheid"] != "geen"]
        meets = sum(why["oordeel"] == "voldoet" for why in verdicts)
        covered = len({why["passage"] for why in item["waarom"] if why["soort"] == "taak"})
        said = f"Voldoet op {meets} van {len(verdicts)} kenmerken waarover de beschrijving iets zegt. {covered} van {tasks} taken gedekt."
        if item["groep"] != candidates[0]["groep"]:
            said = f"Andere groep: {groups.get(item['groep'], item['groep'])}. {said}"
        found.append(Option(known[item["code"]], said))
    for label in dict.fromkeys((choices.get("functie", ""), choices.get("uitkomst", ""))):
        if label in known and label not in {option.function.label for option in found}:
            found.append(Option(known[label], "Door u gekozen uit het boek. Het product had deze functie niet voorgesteld.", own=True))
    return tuple(found)


def _questions(result: Mapping[str, Any], choices: Mapping[str, Any]) -> tuple[Asked, ...]:
    given = {item["as"]: item for item in choices.get("antwoorden", ())}
    axes = dict.fromkeys([*given, *(item["as"] for item in result.get("vragen", ()))])
    found = []
    for axis in axes:
        question, answers = question_of(axis)
        if question:
            said = given.get(axis, {})
            found.append(Asked(axis, question, answers, int(said.get("antwoord", 0)), str(said.get("bron", ""))))
    return tuple(found)


def _missing(choices: Mapping[str, Any], rows: Sequence[Row], tasks: Sequence[Task]) -> tuple[Missing, ...]:
    outcome = choices.get("uitkomst", "")
    found = [] if outcome else [Missing("de uitkomst kiezen", "kand")]
    if outcome in (DOUBT, NOTHING_FITS) and not str(choices.get("reden", "")).strip():
        found.append(Missing("opschrijven waarom dit de uitkomst is", "reden"))
    unjudged = [row for row in rows if not row.judged] if outcome != NOTHING_FITS else []
    if unjudged:
        count = len(unjudged)
        found.append(Missing(f"{count} {'kenmerk' if count == 1 else 'kenmerken'} beoordelen", f"k{unjudged[0].number}"))
    found += [Missing(f"uitleggen waarom u afwijkt bij {row.axis}", f"k{row.number}-reden") for row in rows if row.needs_reason and outcome != NOTHING_FITS]
    unanswered = [task for task in tasks if task.open]
    if unanswered:
        count = len(unanswered)
        found.append(Missing(f"{count} {'taak' if count == 1 else 'taken'} beantwoorden", f"t{unanswered[0].number}"))
    return tuple(found)
