"""The few questions that would decide, and what their answers do.

A question is asked when it parts what is close: the levels that are defended, or a proposal and the levels beside it where those come near or where the
description says nothing firm of the level. An answer is evidence with its source: it shifts the levels of each family towards the one that goes with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.classifying.comparisons import Compared, Comparer, firm
from functiehuis.model.cues import LevelAxis
from functiehuis.model.evidence import Evidence
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Answer, Comparison, Question

MOST = 3
_PARTS = 2  # how far an axis must part two functions: another degree of one ladder
_CLOSE = 0.25  # part of the score of a proposal from which a level beside it is close
_STRENGTH = 0.22  # how much one answer shifts a score, where the scores of the best functions differ about 0.1


def questions_for(comparer: Comparer, evidence: Evidence, compared: Compared, defended: Sequence[int], axes: Sequence[LevelAxis]) -> tuple[Question, ...]:
    """The questions, those that part the candidates most first; none when no function fits."""
    if not defended:
        return ()
    first = compared.comparisons[0]
    beside = [compared.comparisons[at] for at in defended[1:]]
    # No answer moves the kind of work: between two kinds only the level of the first can be asked after.
    levels = [item.function for item in beside if item.position in comparer.family(first.position)]
    rivals, doubt = levels or _near(comparer, compared), bool(levels)
    answered = {item.axis for item in evidence.degrees if item.answer}
    told = {item.axis for item in evidence.degrees if not item.answer}
    ranked: list[tuple[int, int, LevelAxis]] = []
    for order, axis in enumerate(axes):
        if axis.key not in answered and (doubt or axis.key not in told):
            ranked.append((-sum(comparer.ladders.parts(axis, first.function, rival) for rival in rivals), order, axis))
    # A degree that only one of two has parts them less than two degrees of one ladder.
    chosen = [item for item in ranked if item[0] <= -_PARTS] or [item for item in ranked if item[0] < 0]
    found = [axis for _, _, axis in sorted(chosen, key=lambda item: item[:2])[: MOST if doubt else 1]]
    return tuple(Question(axis.key, axis.question, tuple(degree.answer for degree in axis.degrees)) for axis in found)


def level_is_silent(best: Comparison) -> bool:
    """Whether the description says nothing firm of the kenmerken of a function."""
    return not any(firm(item) for item in best.verdicts)


def _near(comparer: Comparer, compared: Compared) -> list[StandardFunction]:
    """The levels beside a proposal that come near, or those next to it where the description is silent on the level."""
    first = compared.comparisons[0]
    close = [item.function for item in compared.comparisons[1:] if item.score >= _CLOSE * first.score and item.position in comparer.family(first.position)]
    return close or ([step.neighbour for step in compared.steps] if level_is_silent(first) else [])


def level_shift(comparer: Comparer, answers: Sequence[Answer], axes: Sequence[LevelAxis]) -> list[float]:
    """Per function of the book what the answers add to its score: up to nothing for the function that goes with them best."""
    functions = comparer.book.functions
    shift = [0.0] * len(functions) if answers else []
    known = {axis.key: axis for axis in axes}
    for answer in {item.axis: item for item in answers}.values():
        axis = known.get(answer.axis)
        if axis is None or not 0 <= answer.rank < len(axis.degrees):
            continue
        distances = [comparer.distance(axis, answer.rank, at) for at in range(len(functions))]
        for at, distance in enumerate(distances):
            # An answer parts the levels of a family; which family it is, is what the work says.
            nearest = min((own for one in comparer.family(at) if (own := distances[one]) is not None), default=0.0)
            shift[at] -= _STRENGTH * ((1.0 if distance is None else distance) - nearest if len(comparer.family(at)) > 1 else 0.0)
    return shift
