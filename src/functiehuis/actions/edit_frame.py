"""Change what a concept says around its functions: title, date of effect, series, groups and modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.editing import book_of, cleaned, frame_seen, made_contents
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.house import BookVersion, Happening


def edit_frame(house: House, number: int, seen: str, form: Mapping[str, str], title: str) -> BookVersion:
    """Keep the frame that a form says, and the name of the version. ``seen`` names the frame that the editor saw.

    Refuses wrong fields (RefusedError), and with ConflictError a frame that somebody else changed since; functions may have changed meanwhile.
    """
    require(house.actor, Right.EDIT_BOOK)
    name = " ".join(cleaned(title).split())
    if not name or len(name) > 200:
        text = "Geef het concept een naam, hooguit 200 tekens."
        raise RefusedError("Er is 1 ding dat u moet aanpassen. Er is nog niets opgeslagen.", {"titel": text})
    with house.transaction():
        kept = house.book(number)
        book = book_of(form, kept.book)
        if book == kept.book and name == kept.version.title:
            return kept.version
        if frame_seen(kept.book) != seen:
            raise ConflictError(
                "Iemand anders veranderde de titel, de reeksen, de groepen of de modules terwijl u bezig was. "
                "Uw tekst is niet opgeslagen en staat er nog. Kies welke tekst blijft."
            )
        parts = {"titel": "title", "reeksen": "series", "groepen": "groups", "modules": "modules"}
        changed = [part for part, field in parts.items() if getattr(book, field) != getattr(kept.book, field)]
        return house.put_version(replace(kept.version, title=name), Happening("boek.gewijzigd", data={"onderdelen": changed}), book)


def remake_contents(house: House, number: int) -> BookVersion:
    """Make the table of contents of a concept anew from its functions and modules."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        kept = house.book(number)
        book = made_contents(kept.book)
        if book == kept.book:
            return kept.version
        return house.put_version(kept.version, Happening("inhoudsopgave.gemaakt", data={"regels": len(book.contents)}), book)
