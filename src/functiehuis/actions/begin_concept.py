"""Begin a new concept that goes on from a version."""

from __future__ import annotations

from dataclasses import replace

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.editing import cleaned
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import BookVersion, Happening


def begin_concept(house: House, number: int, title: str) -> BookVersion:
    """A concept with the book of a version; the version itself stays as it is. Refuses no title (field ``titel``)."""
    require(house.actor, Right.EDIT_BOOK)
    name = " ".join(cleaned(title).split())
    if not name or len(name) > 200:
        text = "Geef het concept een naam, zoals Functieboek 2027, hooguit 200 tekens."
        raise RefusedError(text, {"titel": text})
    with house.transaction():
        kept = house.book(number)
        fresh = BookVersion(None, 0, name, source=kept.version.title, based_on=number)
        return house.add_version(fresh, replace(kept.book, status=BookStatus.DRAFT), Happening("boek.begonnen", data={"basis": number}))
