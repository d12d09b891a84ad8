"""Tell what changed between two versions of the book, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from functiehuis.actions.policy import Right, may, require
from functiehuis.actions.ports import House
from functiehuis.actions.remembered import Remembered
from functiehuis.authoring.changes import BookChanges, Change, compare_books
from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import Event, KeptBook

# With the changes the older book is kept: its identity is the key, and may not be given to another book.
_COMPARED: Remembered[tuple[FunctionBook, BookChanges]] = Remembered(each=8)


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """What changed, and per function of the newer version (by label) the events that gave a reason, the newest first."""

    changes: BookChanges
    reasons: dict[str, tuple[Event, ...]] = field(default_factory=dict)


def version_changes(house: House, before: KeptBook, after: KeptBook) -> VersionChanges:
    """Everything that became different from one version to another; the reasons for who may read concepts. Refuses who may not read the book."""
    require(house.actor, Right.READ_BOOK)
    _, changes = _COMPARED.get(after.book, id(before.book), lambda: (before.book, compare_books(before.book, after.book)))
    if not may(house.actor, Right.READ_DRAFT):
        return VersionChanges(changes)
    given = house.reasons(after.version)
    labels = {draft.key: draft.function.label for draft in house.drafts(after.version.number)} if given else {}
    return VersionChanges(changes, {labels.get(key, key): events for key, events in given.items()})


def function_changes(house: House, before: KeptBook, function: StandardFunction) -> tuple[Change, ...] | None:
    """What became different in one function since a version; None when that version does not have it. Refuses who may not read the book."""
    require(house.actor, Right.READ_BOOK)
    books = before.book.functions
    old = next((item for item in books if function.code and item.code == function.code), None) or next(
        (item for item in books if item.name == function.name), None
    )
    if old is None:
        return None
    return compare_books(FunctionBook(functions=(old,)), FunctionBook(functions=(function,))).of(function.label)
