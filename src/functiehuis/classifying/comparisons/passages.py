"""Which passage of a description speaks most of a text of the book.

Two things count: the words they share (stems and letters), and how hard a statement pulls towards the function, by what was placed before. The first says
what a passage is about, the second what it proves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from functiehuis.language.space import Numbers, TextSpace, counts_of
from functiehuis.model.description import FunctionDescription, Statement
from functiehuis.model.text import Span

LONGEST = 180
"""Characters of a passage that is quoted."""

_FEWEST_WORDS = 3
_ELSEWHERE = 0.6  # part of a statement that is denied or done by others, from which it says nothing of the own work


class Pulls:
    """How hard each statement of a description pulls towards one function (position) and away from another (None: from the average function); worked out
    once.
    """

    def __init__(self, work_out: Callable[[int, int | None], list[float]]) -> None:
        self._work_out = work_out
        self._known: dict[tuple[int, int | None], list[float]] = {}

    def of(self, towards: int, away: int | None = None) -> list[float]:
        """The pull per statement."""
        key = (towards, away)
        if key not in self._known:
            self._known[key] = self._work_out(towards, away)
        return self._known[key]


@dataclass(frozen=True, slots=True)
class Passages:
    """The statements of a description that count and say something, and how alike each is to each text of a space."""

    description: FunctionDescription
    positions: tuple[int, ...]
    likeness: Numbers

    def quote(self, position: int) -> tuple[str, Span]:
        """The words of a statement to quote: literally in the description, on one line, not too long."""
        statement = self.description.statements[position]
        start = statement.span[0]
        text = statement.text
        if "\n" in text:
            lines = text.split("\n")
            longest = max(range(len(lines)), key=lambda at: (len(lines[at]), -at))
            start += sum(len(line) + 1 for line in lines[:longest])
            text = lines[longest]
        if len(text) > LONGEST:
            cut = max((text.rfind(sign, 60, LONGEST) for sign in (", ", ": ", "; ")), default=-1)
            text = text[: cut if cut > 0 else text.rfind(" ", 0, LONGEST)]
        stripped = text.strip()
        start += len(text) - len(text.lstrip())
        return stripped, (start, start + len(stripped))


def passages_of(description: FunctionDescription, space: TextSpace) -> Passages:
    """The statements of a description that say something about the work."""
    positions = [at for at, item in enumerate(description.statements) if item.counts and len(item.text.split()) >= _FEWEST_WORDS and _own(item)]
    rows = [space.likeness(space.vector(counts_of(description.statements[at].text), whole=True)) for at in positions]
    return Passages(description, tuple(positions), np.array(rows) if rows else np.zeros((0, space.size)))


def scaled(values: Sequence[float]) -> list[float]:
    """Values divided by the largest, so that the best is 1; what pulls away is 0."""
    largest = max((value for value in values), default=0.0)
    return [max(0.0, value) / largest if largest > 0 else 0.0 for value in values]


def _own(statement: Statement) -> bool:
    """Whether a statement is for the most part about what this person does."""
    elsewhere = sum(end - start for start, end in (*statement.denied, *statement.others))
    return elsewhere < _ELSEWHERE * len(statement.text)
