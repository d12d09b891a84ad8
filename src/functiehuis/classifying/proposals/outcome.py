"""A Ranking -> an Outcome: a proposal, a doubt between two, or no function; and then the kenmerken, which can turn a proposal into a doubt.

The limits were set on the development cases and the example bank (each example without itself), so that what is called a proposal is right nine times in ten
there (docs/nauwkeurigheid.md tells how, and what came out on cases that nobody had seen).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.classifying.comparisons import Compared, firm, points_to_neighbour
from functiehuis.model.candidate import Ranking
from functiehuis.model.placement import Certainty, CharacteristicVerdict, LadderStep, Outcome

_NONE_AHEAD = 0.8  # "no function" must be at least this many times the best function
_NONE_CLOSE = 0.6  # and a proposal must leave it at least this far behind
_LEAD = 1.5  # how many times the second a proposal must be
_FAINT_TIMES, _LEAST_TIMES = 1.9, 2.6  # the same limits in a book of many functions, as times what each would get by chance
_FAINT = 0.12  # under this score the best function is no better than chance
_LEAST = 0.16  # the least score of a proposal
_FIRM = {Certainty.HIGH: 1.0, Certainty.FAIR: 0.5}  # what a verdict weighs, against the ranking
_CHANCE = 0.02  # part of the score of the best function that a level must have to be defended by kenmerken alone
_CLAIM = 1.0  # how much must point to the neighbour, and more than to this level


@dataclass(frozen=True, slots=True)
class Decision:
    """What came out; ``defended`` are positions in the ranking, ``reason`` says why there is no function, or why there is doubt beside the ranking."""

    outcome: Outcome
    defended: tuple[int, ...]
    reason: str | None = None


def decide(ranking: Ranking, outside: Sequence[str] = ()) -> Decision:
    """The outcome of a ranking. ``outside`` are kinds of work that the book has no function for and that are the core of the description."""
    chance = 1 / (len(ranking.candidates) + 1)
    first, second = ranking.candidates[0], ranking.candidates[1] if len(ranking.candidates) > 1 else None
    if outside:
        return Decision(Outcome.NO_FIT, (), f"Het werk is vooral {outside[0][:1].lower()}{outside[0][1:]}; daarvoor heeft dit boek geen functie.")
    if ranking.none > _NONE_AHEAD * first.score:
        return Decision(Outcome.NO_FIT, (), "Het werk lijkt meer op werk waarvoor geen normfunctie bestaat dan op een functie van dit boek.")
    if first.score < min(_FAINT, _FAINT_TIMES * chance):
        return Decision(
            Outcome.NO_FIT, (), "De beschrijving lijkt op geen functie genoeg om er een te noemen. Vul aan welke taken erbij horen en wie er beslist."
        )
    doubtful = second is not None and (
        first.score < _LEAD * second.score or first.score < min(_LEAST, _LEAST_TIMES * chance) or ranking.none > _NONE_CLOSE * first.score
    )
    return Decision(Outcome.UNDECIDED, (0, 1)) if doubtful else Decision(Outcome.PROPOSAL, (0,))


def weighed(decision: Decision, compared: Compared) -> Decision:
    """The decision after the kenmerken: a proposal becomes a doubt where what the description says points more to the level beside it, and where the book has
    nothing to hold the work against. A level that the ranking gives next to no chance is not defended: the motivering remarks on the kenmerk.
    """
    if decision.outcome is not Outcome.PROPOSAL:
        return decision
    best = compared.comparisons[0]
    if not best.function.characteristics and not any(area.tasks for area in best.function.result_areas):
        return Decision(
            Outcome.UNDECIDED, tuple(range(len(compared.comparisons[:2]))), "Het boek geeft geen kenmerken en geen taken om het werk mee te vergelijken."
        )
    for step in compared.steps:
        beside = next((at for at, item in enumerate(compared.comparisons) if item.function == step.neighbour and item.score >= _CHANCE * best.score), None)
        if beside is not None and _claimed(best.verdicts, step):
            where = "verder" if step.heavier else "minder ver"
            said = f"Het werk lijkt op dat van de eerste, maar gaat volgens de beschrijving {where} dan de kenmerken daarvan."
            return Decision(Outcome.UNDECIDED, (0, beside), said)
    return decision


def _claimed(verdicts: Sequence[CharacteristicVerdict], step: LadderStep) -> bool:
    """Whether the firm verdicts on what sets a level apart point to the neighbour more than to the level itself."""
    own = [item for item in verdicts if firm(item) and item.axis and item.characteristic.text not in {one.text for one in step.neighbour.characteristics}]
    towards = _weight([item for item in own if points_to_neighbour(item, heavier=step.heavier)])
    return towards >= _CLAIM and towards > _weight([item for item in own if not points_to_neighbour(item, heavier=step.heavier)])


def _weight(verdicts: Sequence[CharacteristicVerdict]) -> float:
    """What verdicts weigh together; a passage counts once, however many kenmerken it stands under."""
    found: dict[str | None, float] = {}
    for item in verdicts:
        found[item.passage] = max(found.get(item.passage, 0.0), _FIRM[item.certainty])
    return math.fsum(found.values())
