"""The few questions that would decide, and what their answers do.

A question is asked when two candidates of one family of levels are close or in doubt, their kenmerken differ on what the axis is about, and the description
is silent on it. An answer is evidence with its source: it shifts the levels of each family towards the one that goes with the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.classifying.comparisons import Comparer
from functiehuis.model.cues import AxisDegree, LevelAxis
from functiehuis.model.evidence import Evidence
from functiehuis.model.placement import Answer, Comparison, Outcome, Question

MOST = 3
_STRENGTH = 0.22  # how much one answer shifts a score, where the scores of the best functions differ about 0.1


def questions_for(
    comparer: Comparer, evidence: Evidence, comparisons: Sequence[Comparison], outcome: Outcome, axes: Sequence[LevelAxis]
) -> tuple[Question, ...]:
    """The questions, those that part the candidates most first; none when no function fits."""
    if outcome is Outcome.NO_FIT or not comparisons:
        return ()
    first = comparisons[0]
    rivals = [item for item in comparisons[1:] if item.position in comparer.family(first.position)] or list(comparisons[1:2])
    answered = {item.axis for item in evidence.degrees if item.answer}
    told = {item.axis for item in evidence.degrees if not item.answer}
    ranked: list[tuple[int, int, LevelAxis]] = []
    for order, axis in enumerate(axes):
        if axis.key in answered or (axis.key in told and outcome is Outcome.PROPOSAL):
            continue
        parts = sum(comparer.ladders.parts(axis, first.function, rival.function) for rival in rivals[:2])
        if parts >= (1 if outcome is Outcome.UNDECIDED else 2):
            ranked.append((-parts, order, axis))
    most = MOST if outcome is Outcome.UNDECIDED else 1
    chosen = [axis for _, _, axis in sorted(ranked, key=lambda item: item[:2])[:most]]
    return tuple(Question(axis.key, axis.question, tuple(_sentence(degree) for degree in axis.degrees)) for axis in chosen)


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


def _sentence(degree: AxisDegree) -> str:
    return degree.answer
