"""Open a version of the book, as far as somebody may see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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


def in_force(versions: Sequence[BookVersion], on: date) -> BookVersion | None:
    """The version in force on a day: of those with effect by then and not retired by then, the one with the latest date of effect, adopted last."""
    adopted = [
        (item.valid_from, item.known_since, item)
        for item in versions
        if item.known_since and item.valid_from and item.valid_from <= on and not (item.retired_on and item.retired_on <= on)
    ]
    return max(adopted, key=lambda found: found[:2], default=(None, None, None))[2]
