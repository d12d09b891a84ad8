"""Degree words: Dutch words in order of weight, such as "grote > zekere > beperkte".

In: ladders of words, given as data. Out: where those words stand in a text, and how heavy they are. Refuses with ValueError a ladder of fewer than two degrees.

Notation of a term: ``beperkt(e)`` has optional letters, ``adviseert/adviseren`` gives alternatives, ``richt … in`` allows up to six words in between.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.model.text import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OPTIONAL = re.compile(r"\((\w+)\)")
_GAP = "…"
_GAP_WORDS = 6


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
        words = [(found.group().casefold().replace("’", "'"), found.span()) for found in _WORD.finditer(text)]
        plain = tuple(word for word, _ in words)
        index, found = _index(self), list[DegreeMatch]()
        taken: set[tuple[int, int]] = set()
        for at, word in enumerate(plain):
            for term in index.get(word, ()):
                ladder = self.ladders[term.ladder]
                places = _places(term.words, plain, at)
                if not places or any((term.ladder, place) in taken for place in places) or (ladder.needs_subject and not ladder.speaks_of(plain)):
                    continue
                taken.update((term.ladder, place) for place in places)
                found.append(DegreeMatch(ladder, term.rank, _joined([(place, words[place][1]) for place in places])))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term made ready: per word the forms it may have, None where words may stand in between."""

    ladder: int
    rank: int
    words: tuple[frozenset[str] | None, ...]


@lru_cache(maxsize=8)
def _index(degrees: Degrees) -> Mapping[str, tuple[_Term, ...]]:
    """The terms under each form of their first word, the longest first."""
    index: dict[str, list[_Term]] = {}
    for at, ladder in enumerate(degrees.ladders):
        for rank, degree in enumerate(ladder.degrees):
            for written in degree.terms:
                term = _Term(at, rank, tuple(None if part == _GAP else _forms(part) for part in written.split()))
                for form in sorted(term.words[0] or ()):
                    index.setdefault(form, []).append(term)
    return {form: tuple(sorted(terms, key=lambda term: -sum(1 for forms in term.words if forms))) for form, terms in index.items()}


def _forms(part: str) -> frozenset[str]:
    """``gro(o)t(e)/ruim`` gives every spelling that is meant."""
    forms: set[str] = set()
    for alternative in part.split("/"):
        pieces = _OPTIONAL.split(alternative)
        choices = [(piece,) if at % 2 == 0 else ("", piece) for at, piece in enumerate(pieces)]
        forms.update("".join(choice).casefold() for choice in itertools.product(*choices))
    return frozenset(forms)


def _places(term: tuple[frozenset[str] | None, ...], words: tuple[str, ...], at: int) -> list[int]:
    """Where the words of a term stand when it starts at a word; empty when it does not."""
    places, gap = [], False
    for forms in term:
        if forms is None:
            gap = True
            continue
        reach = words[at : at + 1 + (_GAP_WORDS if gap else 0)]
        step = next((step for step, word in enumerate(reach) if word in forms), None)
        if step is None:
            return []
        places.append(at + step)
        at, gap = at + step + 1, False
    return places


def _joined(places: list[tuple[int, Span]]) -> tuple[Span, ...]:
    """One span for words that follow each other."""
    spans: list[Span] = []
    for at, (place, span) in enumerate(places):
        if at and places[at - 1][0] == place - 1:
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(span)
    return tuple(spans)
