"""What the start page tells somebody: how the book stands, what asks for attention, and how the organisation stands. Only what the role may see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from functiehuis.actions.check_version import check_version
from functiehuis.actions.policy import Right, may, require
from functiehuis.actions.ports import House
from functiehuis.model.book import BookStatus, FunctionBook
from functiehuis.model.finding import Severity
from functiehuis.model.house import BookVersion, Event, Intake, IntakeStatus, Worksheet, WorksheetStatus

_SHOWN, _READ = 5, 40


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a list: what, whether it is done, where to do it (a name for the page to know), and what is said beside it."""

    text: str
    done: bool
    where: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """Everything on the start page; what somebody may not see is empty.

    ``steps`` are those until adoption, ``first`` those of a house that is still being furnished. ``mine`` and ``worksheets`` are the worksheets that are not
    complete: of whoever looks, and of all. ``intakes`` are documents that wait for somebody. ``functions`` counts local functions: all, with a code, described.
    """

    version: BookVersion | None
    book: FunctionBook | None
    steps: tuple[Step, ...]
    first: tuple[Step, ...]
    findings: Counter[Severity]
    worksheets: tuple[Worksheet, ...]
    mine: tuple[Worksheet, ...]
    complete: int
    intakes: tuple[Intake, ...]
    functions: tuple[int, int, int]
    fte: Decimal
    events: tuple[Event, ...]
    days_left: int | None


def look_around(house: House, version: BookVersion | None, today: date) -> Around:
    """What there is to see; ``version`` is the one that the pages are about."""
    require(house.actor, Right.READ_BOOK)
    actor = house.actor
    kept = house.book(version.number) if version else None
    draft = bool(version and version.status is BookStatus.DRAFT)
    counted: Counter[Severity] = Counter()
    if kept and draft and may(actor, Right.READ_DRAFT):
        counted = Counter(item.severity for item in check_version(house, kept).findings)
    worksheets = house.worksheets() if may(actor, Right.READ_WORKSHEET) else ()
    unfinished = tuple(item for item in worksheets if item.status is WorksheetStatus.STARTED)
    intakes = tuple(item for item in house.intakes() if item.status in _WAITING) if may(actor, Right.EDIT_BOOK) else ()
    totals = house.local_function_states() if may(actor, Right.READ_HOUSE) else (0, 0, 0, Decimal(0))
    units = bool(totals[0]) or (may(actor, Right.EDIT_HOUSE) and bool(house.units()))
    return Around(
        version,
        kept.book if kept else None,
        _steps(version, kept.book if kept else None, counted[Severity.ERROR]) if version and draft else (),
        _first(bool(version), units, bool(totals[0])) if may(actor, Right.EDIT_HOUSE) else (),
        counted,
        unfinished,
        tuple(item for item in unfinished if item.changed_by == actor.name),
        len(worksheets) - len(unfinished),
        intakes,
        totals[:3],
        totals[3],
        _told_once(house.events(most=_READ)) if may(actor, Right.READ_TRAIL) else (),
        (version.valid_from - today).days if version and draft and version.valid_from else None,
    )


_WAITING = (IntakeStatus.WAITING, IntakeStatus.READING, IntakeStatus.READ, IntakeStatus.FAILED)


def _steps(version: BookVersion, book: FunctionBook | None, errors: int) -> tuple[Step, ...]:
    """What must be so before a concept can be adopted."""
    functions = len(book.functions) if book else 0
    return (
        Step("Functies in het boek", bool(functions), "matrix", f"{functions} {'normfunctie' if functions == 1 else 'normfuncties'}"),
        Step("Ingangsdatum gekozen", bool(version.valid_from), "adopt"),
        Step("Geen fouten meer in het boek", not errors, "findings", f"nog {errors} {'fout' if errors == 1 else 'fouten'}" if errors else ""),
        Step("Besluit vastgelegd", bool(version.decision), "adopt", "" if version.decision else "bij het vaststellen"),
    )


def _first(book: bool, units: bool, functions: bool) -> tuple[Step, ...]:
    """The first steps in a house; nothing once they are all done."""
    steps = (
        Step("Lees het eerste functieboek in", book, "intakes", "Een document in Word, pdf of tekst. U kijkt het na voordat het wordt bewaard."),
        Step("Voeg afdelingen toe", units, "units", "Dan staan lokale functies bij elkaar. Bij het inlezen van een lijst gaat het vanzelf."),
        Step("Voeg lokale functies toe", functions, "import", "Werk zoals het bij u heet, uit een lijst of één voor één. Zonder namen van mensen."),
    )
    return () if all(step.done for step in steps) else steps


def _told_once(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The newest events; those of one deed to many things (an import) are told once."""
    found: list[Event] = []
    for event in events:
        if not found or (event.actor, event.name, event.data) != (found[-1].actor, found[-1].name, found[-1].data):
            found.append(event)
    return tuple(found[:_SHOWN])
