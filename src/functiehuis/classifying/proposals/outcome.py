"""A Ranking -> an Outcome: a proposal, a doubt between two, or no function.

The limits were set on the development cases and the example bank (each example without itself), so that what is called a proposal is right nine times in ten
there (docs/nauwkeurigheid.md tells how, and what came out on cases that nobody had seen).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.model.candidate import Ranking
from functiehuis.model.placement import Outcome

_NONE_AHEAD = 0.8  # "no function" must be at least this many times the best function
_NONE_CLOSE = 0.6  # and a proposal must leave it at least this far behind
_LEAD = 1.5  # how many times the second a proposal must be
_FAINT_TIMES, _LEAST_TIMES = 1.9, 2.6  # the same limits in a book of many functions, as times what each would get by chance
_FAINT = 0.12  # under this score the best function is no better than chance
_LEAST = 0.16  # the least score of a proposal


@dataclass(frozen=True, slots=True)
class Decision:
    """What came out; ``defended`` are positions in the ranking, ``reason`` says why there is no function."""

    outcome: Outcome
    defended: tuple[int, ...]
    reason: str | None = None


def decide(ranking: Ranking, outside: Sequence[str] = ()) -> Decision:
    """The outcome of a ranking. ``outside`` are kinds of work that the book has no function for and that are the core of the description."""
    chance = 1 / (len(ranking.candidates) + 1)
    first, second = ranking.candidates[0], ranking.candidates[1] if len(ranking.candidates) > 1 else None
    if outside:
        return Decision(Outcome.NO_FIT, (), f"Het werk is vooral {outside[0]}; daarvoor heeft dit boek geen functie.")
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
