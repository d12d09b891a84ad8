"""Open a version of the book, as far as somebody may see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from functiehuis.actions.policy import Right, may, require
from functiehuis.actions.ports import House
from functiehuis.model.book import BookStatus
from functiehuis.model.house import BookVersion, KeptBook


def visible_versions(house: House) -> tuple[BookVersion, ...]:
    """The versions that somebody may read, the newest first: concepts only with the right to."""
    require(house.actor, Right.READ_BOOK)
    drafts = may(house.actor, Right.READ_DRAFT)
    return tuple(item for item in house.versions() if drafts or item.status is not BookStatus.DRAFT)


def open_book(house: House, number: int) -> KeptBook:
    """A version with its book. Refuses a concept to who may only read what was adopted (NotAllowedError)."""
    require(house.actor, Right.READ_BOOK)
    kept = house.book(number)
    if kept.version.status is BookStatus.DRAFT:
        require(house.actor, Right.READ_DRAFT)
    return kept


def in_force(versions: Sequence[BookVersion], on: date, known: datetime | None = None) -> BookVersion | None:
    """The version in force on a day: of those with effect by then and not retired by then, the one with the latest date of effect, adopted last.

    ``known``: as it was known at a moment; what was adopted or retired after it does not count.
    """
    adopted = [
        (item.valid_from, item.known_since, item)
        for item in versions
        if item.known_since and item.valid_from and item.valid_from <= on and (known is None or item.known_since <= known) and not _retired(item, on, known)
    ]
    return max(adopted, key=lambda found: found[:2], default=(None, None, None))[2]


def _retired(version: BookVersion, on: date, known: datetime | None) -> bool:
    told = known is None or version.retired_since is None or version.retired_since <= known
    return version.retired_on is not None and version.retired_on <= on and told
