"""Which passage of a description speaks most of a text of the book.

Two things count: the words they share (stems and letters), and how hard a statement pulls towards the function, by what was placed before. The first says
what a passage is about, the second what it proves.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

from functiehuis.classifying.comparisons.quotable import is_heading, is_personal, without_person
from functiehuis.language.space import TextSpace, counts_of
from functiehuis.language.stems import stem
from functiehuis.model.description import FunctionDescription, Statement
from functiehuis.model.terms import plain_words
from functiehuis.model.text import Span

LONGEST = 180
"""Characters of a passage that is quoted."""

_FEWEST_WORDS = 3
_SHORT, _FEWEST_CLAUSE = 70, 5  # characters of a statement that is quoted whole, and words of a clause that is quoted by itself
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
    """The statements of a description that count and say something, how alike each is to each kenmerk and to each task of a book (a row for each
    position), the words with their stems, and which of them tell who the person is. A quotation is worked out once.
    """

    description: FunctionDescription
    positions: tuple[int, ...]
    likeness: tuple[tuple[float, ...], ...]
    task_likeness: tuple[tuple[float, ...], ...]
    stems: tuple[frozenset[str], ...]
    personal: frozenset[int]
    _words: tuple[tuple[tuple[str, Span], ...], ...]
    _quotes: dict[tuple[int, Span | None], tuple[str, Span]] = field(default_factory=dict)

    def quote(self, position: int, around: Span | None = None) -> tuple[str, Span]:
        """The words of a statement to quote: literally in the description, on one line, not too long; only the clause that holds ``around``."""
        if (position, around) not in self._quotes:
            self._quotes[position, around] = self._cut(position, around)
        return self._quotes[position, around]

    def _cut(self, position: int, around: Span | None) -> tuple[str, Span]:
        statement = self.description.statements[position]
        start, text = statement.span[0], statement.text
        begin = without_person(text)
        start, text = start + begin, text[begin:]
        if around and start <= around[0]:
            begin, end = _clause(text, around[0] - start, around[1] - start)
            start, text = start + begin, text[begin:end]
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

    def quote_of(self, row: int, stems: Container[str]) -> str:
        """The clause of a statement that holds the words with these stems, to quote."""
        spans = [span for word, span in self._words[row] if word in stems]
        around = (spans[0][0], spans[-1][1]) if spans else None
        return self.quote(self.positions[row], around)[0]

    def strongest(self, pull: Sequence[float], aside: Container[str] = ()) -> str | None:
        """The passage that pulls most (``pull`` has a number for each statement), not ``aside`` and not about the person where another one pulls; or None."""
        pulling = [at for at in self.positions if pull[at] > 0]
        ordered = sorted(pulling, key=lambda at: (at in self.personal, self.quote(at)[0] in aside, -round(pull[at], 9), at))
        return self.quote(ordered[0])[0] if ordered else None


def passages_of(description: FunctionDescription, space: TextSpace, kenmerken: int) -> Passages:
    """The statements of a description that say something about the work; a heading says nothing. The first ``kenmerken`` texts of the space are kenmerken."""
    said = description.statements
    positions = tuple(
        at for at, item in enumerate(said) if item.counts and len(item.text.split()) >= _FEWEST_WORDS and _own(item) and not is_heading(description.text, item)
    )
    rows = [space.likeness(space.vector(counts_of(said[at].text), whole=True)).tolist() for at in positions]
    words = tuple(tuple((stem(word), _moved(span, said[at].span[0])) for word, span in plain_words(said[at].text)) for at in positions)
    return Passages(
        description,
        positions,
        tuple(tuple(row[:kenmerken]) for row in rows),
        tuple(tuple(row[kenmerken:]) for row in rows),
        tuple(frozenset(word for word, _ in one) for one in words),
        frozenset(at for at in positions if is_personal(said[at].text[without_person(said[at].text) :])),
        words,
    )


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _clause(text: str, start: int, end: int) -> Span:
    """The clause of a long statement around some of its words; the whole where the clause says too little by itself."""
    if len(text) <= _SHORT:
        return 0, len(text)
    begin = max(text.rfind(sign, 0, start) for sign in (", ", ": ", "; ")) + 1
    stops = [at for sign in (", ", ": ", "; ") if (at := text.find(sign, end)) >= 0]
    stop = min(stops, default=len(text))
    if begin and text[begin:].lstrip().startswith("en "):
        begin += len(text[begin:]) - len(text[begin:].lstrip()) + 3
    return (begin, stop) if len(text[begin:stop].split()) >= _FEWEST_CLAUSE else (0, len(text))


def scaled(values: Sequence[float]) -> list[float]:
    """Values divided by the largest, so that the best is 1; what pulls away is 0."""
    largest = max((value for value in values), default=0.0)
    return [max(0.0, value) / largest if largest > 0 else 0.0 for value in values]


def _own(statement: Statement) -> bool:
    """Whether a statement is for the most part about what this person does."""
    elsewhere = sum(end - start for start, end in (*statement.denied, *statement.others))
    return elsewhere < _ELSEWHERE * len(statement.text)
