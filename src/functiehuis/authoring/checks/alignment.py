"""Kenmerken of two neighbouring levels that speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from functiehuis.authoring.checks.levels import ladders
from functiehuis.language.differences import DifferenceKind, Span, word_differences
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.degrees import DegreeMatch, Degrees
from functiehuis.model.function import StandardFunction

_SAME_THING = 0.6


@dataclass(frozen=True, slots=True)
class Step:
    """The same kenmerk at a heavier and a lighter level (positions count from 0), and two degrees of one ladder that stand for each other in it."""

    heavy: StandardFunction
    light: StandardFunction
    heavy_at: int
    light_at: int
    heavy_degree: DegreeMatch
    light_degree: DegreeMatch


def steps(book: FunctionBook, degrees: Degrees) -> Iterator[Step]:
    """Every degree word that changes from one level to the next, in the order of the book."""
    for _, functions in ladders(book):
        for heavy, light in pairwise(functions):
            for heavy_at, light_at in _aligned(heavy, light):
                texts = heavy.characteristics[heavy_at].text, light.characteristics[light_at].text
                for left, right in _facing(*texts, degrees):
                    yield Step(heavy, light, heavy_at, light_at, left, right)


def _aligned(heavy: StandardFunction, light: StandardFunction) -> Iterator[tuple[int, int]]:
    """Kenmerken that are each other's best match."""
    left, right = ([normalised(text.text) for text in function.characteristics] for function in (heavy, light))
    scores = [[Indel.normalized_similarity(one, other) for other in right] for one in left]
    for at, row in enumerate(scores):
        best = max(range(len(row)), key=row.__getitem__, default=None)
        if best is not None and row[best] >= _SAME_THING and all(scores[other][best] <= row[best] for other in range(len(left))):
            yield at, best


def _facing(before: str, after: str, degrees: Degrees) -> Iterator[tuple[DegreeMatch, DegreeMatch]]:
    """Degrees of the same ladder in words that replace each other; none where two ladders disagree on which side is the heavier."""
    found = degrees.find(before), degrees.find(after)
    for difference in word_differences(before, after, ignore_case=True):
        if difference.kind is not DifferenceKind.REPLACED:
            continue
        pairs = [
            (left, right)
            for left in found[0]
            for right in found[1]
            if left.ladder == right.ladder and left.rank != right.rank and _inside(left, difference.before) and _inside(right, difference.after)
        ]
        if len({left.rank < right.rank for left, right in pairs}) == 1:
            yield from pairs[:1]


def _inside(match: DegreeMatch, span: Span) -> bool:
    return all(span[0] <= start and end <= span[1] for start, end in match.spans)
