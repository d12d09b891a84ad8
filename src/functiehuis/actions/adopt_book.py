"""Adopt a concept: from then on it never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.checks import check_book
from functiehuis.authoring.editing import cleaned
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import BookStatus, FunctionBook
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.finding import Severity
from functiehuis.model.house import BookVersion, Happening

_EARLIEST = date(1980, 1, 1)


def adopt_book(house: House, number: int, seen: int, valid_from: date | None, decision: str) -> BookVersion:
    """Keep the book of a concept for good, with its date of effect (which may lie in the past) and the decision that it rests on.

    ``seen`` is the revision of the concept that was looked at. Refuses: open findings of the severity fout, a book without functions, no date
    (``ingangsdatum``), no decision (``besluit``), and with ConflictError a concept that changed since. Adopted already with the same words: nothing happens.
    """
    require(house.actor, Right.ADOPT_BOOK)
    said = cleaned(decision).strip()
    with house.transaction():
        kept = house.book(number)
        version = kept.version
        if version.status is BookStatus.ADOPTED and (version.valid_from, version.decision) == (valid_from, said):
            return version
        if version.status is not BookStatus.DRAFT:
            raise RefusedError(f"Versie {number} is al {version.status.value}. Er verandert niets meer aan.")
        if version.revision != seen:
            raise ConflictError(f"{version.title} is veranderd nadat u deze pagina opende. Kijk het concept nog eens na en stel het daarna vast.")
        _refuse_fields(valid_from, said)
        _refuse_faults(kept.book)
        book = replace(kept.book, status=BookStatus.ADOPTED)
        adopted = replace(version, status=BookStatus.ADOPTED, valid_from=valid_from, known_since=datetime.now(UTC), decision=said)
        data = {"besluit": said, "datum": valid_from.isoformat() if valid_from else "", "functies": len(book.functions)}
        return house.freeze(adopted, book, Happening("boek.vastgesteld", said, data))


def _refuse_fields(valid_from: date | None, decision: str) -> None:
    wrong = {}
    if valid_from is None:
        wrong["ingangsdatum"] = "Vul de datum in waarop het boek ingaat, zoals 1-1-2027."
    elif not _EARLIEST <= valid_from <= date(date.today().year + 20, 12, 31):
        wrong["ingangsdatum"] = f"{valid_from.day}-{valid_from.month}-{valid_from.year} kan niet. Kies een datum tussen 1980 en {date.today().year + 20}."
    if len(decision) < 5:
        wrong["besluit"] = "Vul in op welk besluit dit berust, zoals: Besluit college 12 november 2026, nr. 26-114."
    elif len(decision) > 1000:
        wrong["besluit"] = f"Dit is te lang: {len(decision)} tekens, hooguit 1000 kan."
    if wrong:
        raise RefusedError("Het boek is nog niet vastgesteld. Vul aan wat ontbreekt.", wrong)


def _refuse_faults(book: FunctionBook) -> None:
    if not book.functions:
        raise RefusedError("Dit concept heeft geen functies. Voeg eerst een functie toe, of lees een document in.")
    systems = bundled_systems()
    system = next((item for item in systems if item.name == book.system), systems[0])
    faults = [item for item in check_book(book, check_context(system)) if item.severity is Severity.ERROR]
    if faults:
        many = "is nog 1 fout" if len(faults) == 1 else f"zijn nog {len(faults)} fouten"
        raise RefusedError(f"U kunt dit concept nog niet vaststellen: er {many} open. Los ze op, of negeer ze met een reden.")
