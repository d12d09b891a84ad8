"""Why not one level higher, why not one lower: the kenmerken that part a function from its neighbours, with the passage that decides.

Only what stands under such a kenmerk decides. Where the description says nothing of any of them there is no passage: likeness to other work is no reason to
quote.
"""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.classifying.comparisons.characteristics import Ladders, Pair
from functiehuis.language.differences import DifferenceKind, word_differences
from functiehuis.language.space import TextSpace, counts_of
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Certainty, CharacteristicVerdict, Comparison, LadderStep, Verdict
from functiehuis.model.text import RichText

_PAIRED = 0.25  # least likeness (of 2) of two kenmerken that are each other's counterpart


def steps(ladders: Ladders, best: Comparison, family: tuple[int, ...]) -> tuple[LadderStep, ...]:
    """The step to the next heavier and the next lighter level that the book has; each with a passage of its own where there is one."""
    at = family.index(best.position)
    neighbours = [(family[place], place < at) for place in (at - 1, at + 1) if 0 <= place < len(family)]
    found: list[LadderStep] = []
    # What says that the work belongs one level on is told there; so the side that the verdicts point to has the first choice.
    for neighbour, heavier in sorted(neighbours, key=lambda item: -_points_to(best, heavier=item[1])):
        found.append(_step(ladders, best, neighbour, heavier=heavier, used=[step.passage for step in found if step.passage]))
    return tuple(sorted(found, key=lambda step: not step.heavier))


def firm(item: CharacteristicVerdict) -> bool:
    """Whether a verdict rests on what is said in so many words or can be read in it."""
    return item.certainty in (Certainty.HIGH, Certainty.FAIR)


def points_to_neighbour(item: CharacteristicVerdict, *, heavier: bool) -> bool:
    """Whether a firm verdict says that the work goes further (or less far) than the function, towards that neighbour."""
    return firm(item) and item.verdict is (Verdict.ABOVE if heavier else Verdict.BELOW)


def _points_to(best: Comparison, *, heavier: bool) -> int:
    return sum(points_to_neighbour(item, heavier=heavier) for item in best.verdicts)


def _step(ladders: Ladders, best: Comparison, neighbour: int, *, heavier: bool, used: Sequence[str]) -> LadderStep:
    other = ladders.book.functions[neighbour]
    pairs = ladders.pairs(best.position, neighbour, lambda: _apart(ladders, best.function, other, heavier=heavier))
    shown = {item.characteristic.text: item for item in best.verdicts}
    weights = {Certainty.HIGH: 0, Certainty.FAIR: 1, Certainty.LOW: 2, Certainty.SILENT: 3}

    def decides(pair: Pair) -> tuple[int, bool]:
        verdict = shown.get(pair[0].text) if pair[0] else None
        again = verdict is not None and verdict.passage in used
        # A degree that the text gives away in so many words decides both ways; any other passage is quoted for one side only.
        return weights[verdict.certainty if verdict and not (again and verdict.axis is None) else Certainty.SILENT], again

    own, theirs = min(pairs, key=lambda pair: (decides(pair)[0] > 1, decides(pair)[1], decides(pair)[0]), default=(None, None))
    own_words, other_words = _words_apart(own, theirs)
    verdict = shown.get(own.text) if own else None
    contrary = verdict is not None and points_to_neighbour(verdict, heavier=heavier)
    told = verdict is not None and verdict.certainty is not Certainty.SILENT and (contrary or verdict.axis is not None or verdict.passage not in used)
    return LadderStep(
        other,
        heavier,
        own,
        theirs,
        own_words,
        other_words,
        verdict.passage if verdict and told else None,
        verdict.certainty if verdict and told else Certainty.SILENT,
        contrary,
        answered=verdict is not None and told and verdict.answered,
    )


def _apart(ladders: Ladders, own: StandardFunction, other: StandardFunction, *, heavier: bool) -> tuple[Pair, ...]:
    """The kenmerken that part two levels: a degree of one ladder that differs first, then a pair that is worded apart, then one without counterpart."""
    mine = [item for item in own.characteristics if item.text not in {one.text for one in other.characteristics}]
    theirs = [item for item in other.characteristics if item.text not in {one.text for one in own.characteristics}]
    if not mine or not theirs:
        return tuple((item, None) for item in mine) or tuple((None, item) for item in theirs)
    space = TextSpace([counts_of(item.text) for item in theirs])
    alike: list[tuple[float, int, int]] = []
    for left, item in enumerate(mine):
        likeness = space.likeness(space.vector(counts_of(item.text))).tolist()
        alike += [(-round(value, 9), left, right) for right, value in enumerate(likeness) if value >= _PAIRED]
    beside: dict[int, int] = {}
    for _, left, right in sorted(alike):
        if left not in beside and right not in beside.values():
            beside[left] = right
    pairs: list[Pair] = [(item, theirs[beside[left]] if left in beside else None) for left, item in enumerate(mine)]
    return tuple(sorted(pairs, key=lambda pair: (pair[1] is None, not _in_order(ladders, pair, heavier=heavier))))


def _in_order(ladders: Ladders, pair: Pair, *, heavier: bool) -> bool:
    """Whether two kenmerken have degrees of one ladder, the neighbour's the heavier (or the lighter)."""
    if pair[0] is None or pair[1] is None:
        return False
    degrees = dict(ladders.degrees_of(pair[0]))
    treads = [rank - degrees[name] for name, rank in ladders.degrees_of(pair[1]) if name in degrees]
    return any((tread < 0) if heavier else (tread > 0) for tread in treads)


def _words_apart(own: RichText | None, other: RichText | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that differ between two kenmerken; where one has no counterpart, its bold words."""
    if own is None or other is None:
        return _bold(own), _bold(other)
    changes = [change for change in word_differences(own.text, other.text, ignore_case=True) if change.kind is not DifferenceKind.KEPT]
    return tuple(change.before_words for change in changes if change.before_words), tuple(change.after_words for change in changes if change.after_words)


def _bold(item: RichText | None) -> tuple[str, ...]:
    return tuple(item.text[start:end] for start, end in item.bold) if item else ()
