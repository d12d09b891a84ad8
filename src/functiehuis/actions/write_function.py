"""Write a function of a concept as a whole, in its published form: for programs."""

from __future__ import annotations

from dataclasses import replace

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import FunctionDraft, Happening


def write_function(house: House, number: int, key: str, seen: int, function: StandardFunction, reason: str = "") -> FunctionDraft:
    """Keep a function of a concept. ``seen`` is the revision that the program saw; with another one now it is refused (ConflictError).

    Refuses a version that was adopted, and a function without a name (RefusedError). The same function again changes nothing.
    """
    require(house.actor, Right.EDIT_BOOK)
    if not function.name.strip():
        raise RefusedError("Een normfunctie heeft een naam. Vul naam in.", {"normfunctie.naam": "Vul een naam in."})
    with house.transaction():
        version = house.version(number)
        if version.status is not BookStatus.DRAFT:
            raise RefusedError(f"Versie {number} is {version.status.value} en verandert niet meer. Begin een nieuw concept op basis van deze versie.")
        draft = house.draft(number, key)
        if draft.revision != seen:
            raise ConflictError(f"{draft.function.name} is intussen gewijzigd. Haal de nieuwste stand op, vergelijk, en stuur opnieuw.")
        if function == draft.function:
            return draft
        happening = Happening("functie.gewijzigd", reason.strip(), {"naam": function.name})
        return house.put_draft(number, replace(draft, function=function), happening)
