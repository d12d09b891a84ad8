"""Search in everything that somebody may read: a version of the book, local functions and units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from functiehuis.actions.policy import Right, may, require
from functiehuis.actions.ports import House
from functiehuis.language.searching import Question
from functiehuis.model.book import BookStatus
from functiehuis.model.house import BookVersion, Findable, SearchHit

FEW, MANY = 6, 200
"""How many hits of a kind are given: of several kinds together, and of one kind."""

_OF_BOOK = (Findable.FUNCTION, Findable.CHARACTERISTIC, Findable.TASK, Findable.MODULE)
_OF_HOUSE = (Findable.LOCAL_FUNCTION, Findable.UNIT)


@dataclass(frozen=True, slots=True)
class HitGroup:
    """What was found of one kind; ``total`` is how many there are in all."""

    kind: Findable
    hits: tuple[SearchHit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by kind; nothing where the question has no words."""

    question: Question
    groups: tuple[HitGroup, ...] = ()

    @property
    def total(self) -> int:
        """How many hits there are in all."""
        return sum(group.total for group in self.groups)


def search_house(house: House, text: str, version: BookVersion | None, kind: Findable | None = None) -> Found:
    """What the words find, exact words before their stems; all words must be there.

    Units and local functions only for who may read them. Refuses who may not read the book, or a concept of it (NotAllowedError).
    """
    require(house.actor, Right.READ_BOOK)
    if version is not None and version.status is BookStatus.DRAFT:
        require(house.actor, Right.READ_DRAFT)
    question = Question.of(text)
    kinds = [item for item in _allowed(house, version) if kind in (None, item)]
    if not question or not kinds:
        return Found(question)
    rows = house.find(question, kinds, version.number if version else None, MANY if kind else FEW)
    groups = []
    for found, items in groupby(rows, key=lambda row: row[0].kind):
        hits = list(items)
        groups.append(HitGroup(found, tuple(hit for hit, _ in hits), hits[0][1]))
    return Found(question, tuple(groups))


def _allowed(house: House, version: BookVersion | None) -> Sequence[Findable]:
    return (*(_OF_BOOK if version else ()), *(_OF_HOUSE if may(house.actor, Right.READ_HOUSE) else ()))
