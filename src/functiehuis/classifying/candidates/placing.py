"""A precedent -> the functions of this book that it speaks for.

A placement that an employer confirmed names a code of its own book. An example that came with the product speaks for the function with the same code and a
like name. Where this book lacks that function but has its group, the example speaks for the nearest levels of the group, with half the weight: it still tells
what kind of work it is. In a book whose functions the examples know, work of a function that it lacks is "geen"; in a book of other functions "geen" of an
example says nothing, for that work may well have its function there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.classifying.candidates.levels import rank_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import DOUBT, NO_FUNCTION, Precedent, PrecedentSource
from functiehuis.model.function import StandardFunction

Answers = tuple[tuple[int | None, float], ...]
"""Positions of functions (None: none of them fits), each with its share."""

_LEVEL = re.compile(r"\s+([IVX]+)$")
_NEAR = 0.5
_ELSEWHERE: tuple[tuple[int | None, float], ...] = ((None, 1.0),)
_ENOUGH = 0.5  # part of the functions of a book that examples must speak for, before "geen" of an example is "geen" here


@dataclass(frozen=True, slots=True)
class Placer:
    """Says for one book what precedents speak for."""

    book: FunctionBook
    by_code: dict[str, int]
    by_name: dict[str, int]

    def of(self, precedent: Precedent) -> Answers:
        """What a precedent speaks for; nothing when this book has no such work."""
        if precedent.code == DOUBT:
            found = [answer for code in precedent.also for answer in self._one(precedent, code, "")]
            return tuple((position, share / len(precedent.also)) for position, share in found)
        return self._one(precedent, precedent.code, precedent.name)

    def _one(self, precedent: Precedent, code: str, name: str) -> Answers:
        if code == NO_FUNCTION:
            return ((None, 1.0),)
        at = self.by_code.get(code)
        if at is not None and (precedent.source is PrecedentSource.CONFIRMED or not name or _alike(name, self.book.functions[at].name)):
            return ((at, 1.0),)
        if precedent.source is PrecedentSource.CONFIRMED or not name:
            return ()
        at = self.by_name.get(_plain(name))
        return ((at, 1.0),) if at is not None else self._near(name)

    def _near(self, name: str) -> Answers:
        """The nearest levels of a function of that name."""
        level = _LEVEL.search(name)
        stem = _plain(_LEVEL.sub("", name))
        same = [
            (at, rank)
            for at, function in enumerate(self.book.functions)
            if _plain(_LEVEL.sub("", function.name)) == stem and (rank := rank_of(function)) is not None
        ]
        if not level or not same:
            return ()
        wanted = rank_of(StandardFunction(None, name, level=level[1])) or 0.0
        nearest = min(abs(rank - wanted) for _, rank in same)
        near = [at for at, rank in same if abs(rank - wanted) == nearest]
        return tuple((at, _NEAR / len(near)) for at in near)


def answers_of(book: FunctionBook, precedents: Sequence[Precedent]) -> list[Answers]:
    """What each precedent speaks for in a book, in their order."""
    by_code = {function.code: at for at, function in reversed(list(enumerate(book.functions))) if function.code}
    by_name = {_plain(function.name): at for at, function in reversed(list(enumerate(book.functions)))}
    placer = Placer(book, by_code, by_name)
    found = [placer.of(precedent) for precedent in precedents]
    spoken = {position for answers in found for position, _ in answers if position is not None}
    known = len(spoken) >= _ENOUGH * len(book.functions)
    own = [precedent.source is PrecedentSource.CONFIRMED for precedent in precedents]
    return [answers if mine else _of_example(answers, known=known) for answers, mine in zip(found, own, strict=True)]


def _of_example(answers: Answers, *, known: bool) -> Answers:
    """What an example speaks for, in a book whose functions the examples know, or in a book of other functions."""
    if known:
        return answers or _ELSEWHERE
    return () if answers == ((None, 1.0),) else answers


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _alike(one: str, other: str) -> bool:
    """Whether two names have most words of the shorter one in common."""
    left, right = set(_plain(one).split()), set(_plain(other).split())
    return len(left & right) >= 0.6 * min(len(left), len(right))
