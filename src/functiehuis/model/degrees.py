"""Degree words: Dutch words in order of weight, such as "grote > zekere > beperkte".

In: ladders of words, given as data, in the notation of ``model.terms``. Out: where those words stand in a text, and how heavy they are. Refuses with
ValueError a ladder of fewer than two degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from functiehuis.model.terms import Terms, plain_words, spans_of
from functiehuis.model.text import Span


@dataclass(frozen=True, slots=True)
class Degree:
    """One tread of a ladder: its name, and the terms that express it."""

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DegreeLadder:
    """Degrees of one thing, the heaviest first.

    ``subjects`` are words the degree says something about (as a word or as the end of a compound: "ruimte" covers "speelruimte"); with ``needs_subject``
    the terms count only in a text that holds one of them. ``verbs``: the terms say what somebody does, not how much of it. ``meaning`` says in one Dutch
    line what the ladder is about.
    """

    name: str
    meaning: str
    degrees: tuple[Degree, ...]
    subjects: tuple[str, ...] = ()
    needs_subject: bool = False
    verbs: bool = False

    def __post_init__(self) -> None:
        if len(self.degrees) < 2:
            raise ValueError(f"ladder {self.name} has fewer than two degrees")

    def speaks_of(self, words: tuple[str, ...]) -> bool:
        """Whether one of these lower-case words is a subject of this ladder."""
        return any(word.endswith(self.subjects) for word in words)


@dataclass(frozen=True, slots=True)
class DegreeMatch:
    """A degree found in a text: ``rank`` counts from 0, the heaviest; ``spans`` are the characters, more than one when words stand in between."""

    ladder: DegreeLadder
    rank: int
    spans: tuple[Span, ...]

    @property
    def degree(self) -> Degree:
        """The degree that was found."""
        return self.ladder.degrees[self.rank]


@dataclass(frozen=True, slots=True)
class Degrees:
    """A set of degree ladders with the version of the data."""

    version: str
    ladders: tuple[DegreeLadder, ...]

    def ladder(self, name: str) -> DegreeLadder | None:
        """The ladder with this name, or None."""
        return next((ladder for ladder in self.ladders if ladder.name == name), None)

    def find(self, text: str) -> tuple[DegreeMatch, ...]:
        """Every degree in a text, in reading order; of one ladder the longest term wins ("zeer beperkte" over "beperkte")."""
        words = plain_words(text)
        plain, spans = tuple(word for word, _ in words), [span for _, span in words]

        def allowed(family: int) -> bool:
            return not self.ladders[family].needs_subject or self.ladders[family].speaks_of(plain)

        return tuple(DegreeMatch(self.ladders[match.value[0]], match.value[1], spans_of(match.places, spans)) for match in _terms(self).find(plain, allowed))


@lru_cache(maxsize=8)
def _terms(degrees: Degrees) -> Terms[tuple[int, int]]:
    """The terms of every degree; the family is the ladder, the value the ladder and the rank."""
    return Terms(
        (at, (at, rank), written) for at, ladder in enumerate(degrees.ladders) for rank, degree in enumerate(ladder.degrees) for written in degree.terms
    )
