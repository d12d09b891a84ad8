"""Take an adopted version out of force. It stays, and can be read for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.editing import cleaned
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import BookVersion, Happening


def retire_book(house: House, number: int, on: date | None, reason: str) -> BookVersion:
    """Say from which day a version is no longer in force, and why.

    Refuses a concept, a version that was retired already, no date or one before its date of effect (``datum``), and no reason (``reden``).
    """
    require(house.actor, Right.ADOPT_BOOK)
    said = cleaned(reason).strip()
    with house.transaction():
        version = house.version(number)
        if version.retired_on is not None:
            if version.retired_on == on:
                return version
            raise RefusedError(f"{version.title} is al ingetrokken.")
        if version.status is not BookStatus.ADOPTED:
            raise RefusedError(f"{version.title} is geen vastgesteld boek. Alleen een vastgesteld boek trekt u in.")
        wrong = {}
        if on is None:
            wrong["datum"] = "Vul de datum in vanaf wanneer het boek niet meer geldt."
        elif version.valid_from and on < version.valid_from:
            wrong["datum"] = f"Het boek ging in op {version.valid_from:%d-%m-%Y}. Kies die datum of een latere."
        if len(said) < 3:
            wrong["reden"] = "Vul in waarom u dit boek intrekt."
        if wrong:
            raise RefusedError("Het boek is niet ingetrokken. Vul aan wat ontbreekt.", wrong)
        status = BookStatus.LAPSED if on is not None and on <= date.today() else version.status
        retired = replace(version, status=status, retired_on=on, retired_since=datetime.now(UTC))
        return house.put_version(retired, Happening("boek.ingetrokken", said[:1000], {"datum": on.isoformat() if on else ""}))
