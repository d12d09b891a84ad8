"""Why not one level higher, why not one lower: the kenmerken that part a function from its neighbours, with the passage that decides."""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.classifying.comparisons.characteristics import Ladders
from functiehuis.classifying.comparisons.passages import Passages, Pulls
from functiehuis.language.differences import DifferenceKind, word_differences
from functiehuis.language.space import TextSpace, counts_of
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Certainty, Comparison, LadderStep
from functiehuis.model.text import RichText

_PAIRED = 0.25  # least likeness (of 2) of two kenmerken that are each other's counterpart


def steps(ladders: Ladders, passages: Passages, best: Comparison, family: tuple[int, ...], pulls: Pulls) -> tuple[LadderStep, ...]:
    """The step to the next heavier and the next lighter level that the book has."""
    at = family.index(best.position)
    found = []
    if at > 0:
        found.append(_step(ladders, passages, best, family[at - 1], pulls, heavier=True))
    if at + 1 < len(family):
        found.append(_step(ladders, passages, best, family[at + 1], pulls, heavier=False))
    return tuple(found)


def against(passages: Passages, best: Comparison, other: Comparison, pulls: Pulls) -> LadderStep:
    """What speaks against a function of another kind of work: the passage that pulls most away from it."""
    passage = _strongest(passages, pulls.of(best.position, other.position))
    return LadderStep(other.function, False, None, None, (), (), passage, Certainty.LOW if passage else Certainty.SILENT)


def _strongest(passages: Passages, pull: Sequence[float]) -> str | None:
    """The passage that pulls most; None when nothing does."""
    strongest = max(passages.positions, key=lambda at: (round(pull[at], 9), -at), default=None)
    return None if strongest is None or pull[strongest] <= 0 else passages.quote(strongest)[0]


def _step(ladders: Ladders, passages: Passages, best: Comparison, neighbour: int, pulls: Pulls, *, heavier: bool) -> LadderStep:
    other = ladders.book.functions[neighbour]
    own, theirs = ladders.pair(best.position, neighbour, lambda: _most_apart(ladders, best.function, other, heavier=heavier))
    own_words, other_words = _words_apart(own, theirs)
    shown = {item.characteristic.text: item for item in best.verdicts}
    verdict = shown.get(own.text) if own else None
    passage = verdict.passage if verdict else None
    certainty = verdict.certainty if verdict and verdict.passage else Certainty.SILENT
    if passage is None and (strongest := _strongest(passages, pulls.of(best.position, neighbour))):
        passage, certainty = strongest, Certainty.LOW
    return LadderStep(other, heavier, own, theirs, own_words, other_words, passage, certainty)


def _most_apart(ladders: Ladders, own: StandardFunction, other: StandardFunction, *, heavier: bool) -> tuple[RichText | None, RichText | None]:
    """The pair of kenmerken that parts two levels most: a degree of one ladder that differs first, then a pair that is worded apart, then one without
    counterpart.
    """
    mine = [item for item in own.characteristics if item.text not in {one.text for one in other.characteristics}]
    theirs = [item for item in other.characteristics if item.text not in {one.text for one in own.characteristics}]
    if not mine or not theirs:
        return (mine[0] if mine else None, theirs[0] if theirs else None)
    space = TextSpace([counts_of(item.text) for item in theirs])
    pairs: list[tuple[int, float, RichText, RichText]] = []
    for item in mine:
        likeness = space.likeness(space.vector(counts_of(item.text)))
        degrees = dict(ladders.degrees_of(item))
        for place, counterpart in enumerate(theirs):
            treads = [rank - degrees[name] for name, rank in ladders.degrees_of(counterpart) if name in degrees]
            ordered = any((tread < 0) if heavier else (tread > 0) for tread in treads)
            if likeness[place] >= _PAIRED:
                pairs.append((int(ordered), float(likeness[place]), item, counterpart))
    if not pairs:
        return (mine[0], theirs[0])
    _, _, left, right = max(pairs, key=lambda pair: (pair[0], round(pair[1], 9)))
    return left, right


def _words_apart(own: RichText | None, other: RichText | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that differ between two kenmerken; where one has no counterpart, its bold words."""
    if own is None or other is None:
        return _bold(own), _bold(other)
    changes = [change for change in word_differences(own.text, other.text, ignore_case=True) if change.kind is not DifferenceKind.KEPT]
    return tuple(change.before_words for change in changes if change.before_words), tuple(change.after_words for change in changes if change.after_words)


def _bold(item: RichText | None) -> tuple[str, ...]:
    return tuple(item.text[start:end] for start, end in item.bold) if item else ()
