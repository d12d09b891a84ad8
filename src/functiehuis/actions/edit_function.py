"""Change a function of a concept: its text, its place, take it out of the book and back, and return to what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.editing import cleaned, followed, function_of
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError, UnknownItemError
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import FunctionDraft, Happening

_PARTS = {
    "code": "code",
    "name": "naam",
    "series": "reeks",
    "group": "groep",
    "level": "niveau",
    "scale": "schaal",
    "points": "punten",
    "characteristics": "kenmerken",
    "result_areas": "resultaatgebieden",
    "modules": "modules",
}


def edit_function(house: House, number: int, key: str, seen: int, form: Mapping[str, str], reason: str = "") -> FunctionDraft:
    """Keep what a form says of a function. ``seen`` is the revision that the editor saw.

    Refuses wrong fields (RefusedError), and with ConflictError a function that somebody else changed since; the same text sent twice is one change.
    """
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        draft = house.draft(number, key)
        function = function_of(form, draft.function, house.book(number).book)
        if function == draft.function and draft.revision in (seen, seen + 1):
            return draft
        _refuse_stale(draft, seen)
        changed = [part for name, part in _PARTS.items() if getattr(function, name) != getattr(draft.function, name)]
        happening = Happening("functie.gewijzigd", cleaned(reason).strip(), {"naam": function.name, "onderdelen": changed})
        kept = house.put_draft(number, replace(draft, function=function), happening)
        if not draft.retired:
            _follow(house, number, draft.function, function)
        return kept


def add_function(house: House, number: int, form: Mapping[str, str]) -> FunctionDraft:
    """A new function at the end of a concept. Refuses wrong fields."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        _concept(house, number)
        function = function_of(form, None, house.book(number).book)
        drafts = house.drafts(number)
        last = max((item.position for item in drafts), default=-1)
        draft = FunctionDraft(_new_key(function, {item.key for item in drafts}), function, last + 1)
        kept = house.put_draft(number, draft, Happening("functie.toegevoegd", data={"naam": function.name}))
        _follow(house, number, None, function)
        return kept


def retire_function(house: House, number: int, key: str, seen: int, reason: str) -> FunctionDraft:
    """Take a function out of the book of a concept, with the reason (field ``reden``); it is never deleted, and can come back."""
    require(house.actor, Right.EDIT_BOOK)
    said = cleaned(reason).strip()
    if not said:
        raise RefusedError("Vul een reden in.", {"reden": "Vul een reden in, zoals: vervalt bij de nieuwe indeling."})
    with house.transaction():
        draft = house.draft(number, key)
        if draft.retired:
            return draft
        _refuse_stale(draft, seen)
        kept = house.put_draft(number, replace(draft, retired=True), Happening("functie.vervallen", said, {"naam": draft.function.name}))
        _follow(house, number, draft.function, None)
        return kept


def return_function(house: House, number: int, key: str) -> FunctionDraft:
    """Put a function back that was taken out of the book."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        draft = house.draft(number, key)
        if not draft.retired:
            return draft
        kept = house.put_draft(number, replace(draft, retired=False), Happening("functie.teruggezet", data={"naam": draft.function.name}))
        _follow(house, number, None, draft.function)
        return kept


def restore_function(house: House, number: int, key: str, seen: int, revision: int) -> FunctionDraft:
    """Make a function what it was at a revision, as a new revision: nothing of the history goes away."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        draft = house.draft(number, key)
        old = next((item for item in house.draft_history(number, key) if item.revision == revision), None)
        if old is None:
            raise UnknownItemError(f"Van {draft.function.name} is er geen stand {revision}. Kies een stand uit de geschiedenis.")
        if draft.function == old.function and draft.retired == old.retired:
            return draft
        _refuse_stale(draft, seen)
        happening = Happening("functie.hersteld", data={"naam": old.function.name, "stand": revision})
        kept = house.put_draft(number, replace(draft, function=old.function, retired=old.retired), happening)
        _follow(house, number, None if draft.retired else draft.function, None if old.retired else old.function)
        return kept


def move_function(house: House, number: int, key: str, up: bool) -> None:
    """Let a function change places with the one above or below it; at the edge nothing happens."""
    require(house.actor, Right.EDIT_BOOK)
    with house.transaction():
        shown = [item for item in house.drafts(number) if not item.retired]
        at = next((at for at, item in enumerate(shown) if item.key == key), None)
        if at is None:
            raise UnknownItemError("Deze functie staat niet (meer) in het concept.")
        other = at - 1 if up else at + 1
        if not 0 <= other < len(shown):
            return
        one, two = shown[at], shown[other]
        order = house.book(number).book.functions
        happening = Happening("functie.verplaatst", data={"naam": one.function.name, "naar": other + 1})
        house.put_draft(number, replace(one, position=two.position), happening)
        house.put_draft(number, replace(two, position=one.position), Happening("functie.verplaatst", data={"naam": two.function.name, "naar": at + 1}))
        _follow(house, number, one.function, one.function, order)


def _concept(house: House, number: int) -> None:
    version = house.version(number)
    if version.status is not BookStatus.DRAFT:
        raise RefusedError(f"Versie {number} is {version.status.value} en verandert niet meer. Begin een nieuw concept op basis van deze versie.")


def _follow(house: House, number: int, before: StandardFunction | None, after: StandardFunction | None, order: tuple[StandardFunction, ...] = ()) -> None:
    """Let the contents of the concept go along with a change of a function."""
    kept = house.book(number)
    book = followed(kept.book, before, after, order)
    if book.contents != kept.book.contents:
        house.put_version(kept.version, Happening("inhoudsopgave.gevolgd", data={"naam": (after or before or StandardFunction(None, "")).name}), book)


def _refuse_stale(draft: FunctionDraft, seen: int) -> None:
    if draft.revision != seen:
        who = f"{draft.changed_by} veranderde" if draft.changed_by else "Iemand veranderde"
        raise ConflictError(f"{who} {draft.function.name} terwijl u bezig was. Uw tekst is niet opgeslagen en staat er nog. Kies welke tekst blijft.")


def _new_key(function: StandardFunction, taken: set[str]) -> str:
    label = function.label[:180].replace("/", "-").strip(".") or "functie"
    key, again = label, 2
    while key in taken:
        key, again = f"{label} ({again})", again + 1
    return key
