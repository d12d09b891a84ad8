"""Make a book of what was read, or throw it away. Until then nothing is a book."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.editing import cleaned
from functiehuis.model.book import BookStatus, Dismissal
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import BookVersion, Happening, Intake, IntakeStatus
from functiehuis.model.wire import book_from_wire


def confirm_intake(house: House, identifier: int, title: str) -> BookVersion:
    """A new concept of what was read, with the reasons why findings were set aside. Done twice it is one concept.

    Refuses a document that is not read, and no title (field ``titel``).
    """
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        intake = house.intake(identifier)
        if intake.status is IntakeStatus.CONFIRMED and intake.version is not None:
            return house.version(intake.version)
        if intake.status is not IntakeStatus.READ:
            raise RefusedError(f"De inlezing van {intake.file_name} staat op '{intake.status.value}' en kan geen concept worden. Lees het document opnieuw in.")
        name = " ".join(cleaned(title).split())
        if not name or len(name) > 200:
            text = "Geef het concept een naam, zoals Functieboek 2027." if not name else "Deze naam is te lang: hooguit 200 tekens kan."
            raise RefusedError(text, {"titel": text})
        book = replace(book_from_wire(intake.book), status=BookStatus.DRAFT)
        known = {item.fingerprint for item in book.dismissals}
        added = tuple(item for item in _dismissals(intake) if item.fingerprint not in known)
        happening = Happening("boek.overgenomen", data={"bestand": intake.file_name, "sha256": intake.fingerprint, "functies": len(book.functions)})
        version = house.add_version(BookVersion(None, 0, name, source=intake.file_name), replace(book, dismissals=(*book.dismissals, *added)), happening)
        done = replace(intake, status=IntakeStatus.CONFIRMED, version=version.number)
        house.put_intake(done, Happening("inlezing.overgenomen", data={"versie": version.number}))
    return version


def discard_intake(house: House, identifier: int) -> Intake:
    """Throw away what was read; the document and the trail stay. Refuses one that became a concept."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        intake = house.intake(identifier)
        if intake.status is IntakeStatus.DISCARDED:
            return intake
        if intake.status is IntakeStatus.CONFIRMED:
            raise RefusedError(f"De inlezing van {intake.file_name} is al een concept (versie {intake.version}). Wijzig het concept zelf.")
        return house.put_intake(replace(intake, status=IntakeStatus.DISCARDED), Happening("inlezing.weggegooid"))


def _dismissals(intake: Intake) -> tuple[Dismissal, ...]:
    aside = [(key, item) for key, item in intake.decisions.items() if item["soort"] == "genegeerd"]
    return tuple(Dismissal(key, item["code"], item["tekst"], datetime.fromisoformat(item["om"]).date().isoformat()) for key, item in aside)
