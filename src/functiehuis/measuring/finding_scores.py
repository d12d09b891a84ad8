"""What was said of cases, held against their answers.

In: cases and, for each, what was said; the functions of the book. Out: scores. Refuses nothing.
"No function" said of a case that has one is a miss everywhere: also where the right function was the nearest named.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from functiehuis.measuring.truth import Case
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import NO_FUNCTION
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Outcome, Placement

_SPREAD = 1.96  # standard deviations on either side that hold 95%
_LEVELS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Portion:
    """How many of how many."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """The part, None where there was nothing to get right."""
        return self.right / self.of if self.of else None

    @property
    def margin(self) -> tuple[float, float] | None:
        """Between what the true part lies with 95% certainty (Wilson), if these cases are a fair draw of all cases."""
        if not self.of:
            return None
        square = _SPREAD**2
        middle = (self.right + square / 2) / (self.of + square)
        half = _SPREAD * math.sqrt(self.right * (self.of - self.right) / self.of + square / 4) / (self.of + square)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a case: functions by label with the best first, the group of the first, whether it has a module, and the score of the first."""

    outcome: Outcome
    labels: tuple[str, ...]
    group: str | None
    module: bool
    score: float | None

    @property
    def first(self) -> str:
        """The answer in one word: the first function, or ``geen``."""
        return NO_FUNCTION if self.outcome is Outcome.NO_FIT or not self.labels else self.labels[0]


@dataclass(frozen=True, slots=True)
class RankScore:
    """A ranking of functions against cases that have one: the right one first, within the first three, the first of the right group."""

    exact: Portion
    three: Portion
    group: Portion


@dataclass(frozen=True, slots=True)
class FindingScore:
    """What was said of a set of cases, or a part of it.

    ``exact`` to ``near`` are about the cases with one function; ``level`` is about those of them that got the right group. ``accepted`` is about all cases.
    ``none_false`` is "no function" said of a case that has one. ``module_right`` is of the modules said, ``module_found`` of those that should be.
    ``doubted`` are doubtful cases that were called so, ``doubt_first`` those with a defensible function first. ``proposed`` is what was called a proposal, of
    all cases; ``proposed_exact`` and ``proposed_accepted`` are how many of those are right. ``mistaken`` counts (answer, said) of what is not defensible.
    """

    cases: int
    exact: Portion
    acceptable: Portion
    three: Portion
    group: Portion
    level: Portion
    near: Portion
    accepted: Portion
    none_found: Portion
    none_false: Portion
    module_right: Portion
    module_found: Portion
    doubted: Portion
    doubt_first: Portion
    proposed: Portion
    proposed_exact: Portion
    proposed_accepted: Portion
    score_right: float | None
    score_wrong: float | None
    mistaken: tuple[tuple[str, str, int], ...]


Pair = tuple[Case, Said]


def said_of(placement: Placement) -> Said:
    """What a placement says, in short."""
    best = placement.comparisons[0] if placement.comparisons else None
    labels = tuple(item.function.label for item in placement.comparisons)
    return Said(placement.outcome, labels, placement.group, bool(placement.modules), best.score if best else None)


def score_ranking(cases: Sequence[Case], rankings: Sequence[Sequence[str]], book: FunctionBook) -> RankScore:
    """Rankings (labels, the best first) against the cases that have one function; an empty ranking is a miss."""
    groups = {function.label: function.group for function in book.functions}
    pairs = [(case, ranking) for case, ranking in zip(cases, rankings, strict=True) if case.has_function]
    return RankScore(
        Portion(sum(case.code in ranking[:1] for case, ranking in pairs), len(pairs)),
        Portion(sum(case.code in ranking[:3] for case, ranking in pairs), len(pairs)),
        Portion(sum(bool(ranking) and groups[ranking[0]] == groups[case.code] for case, ranking in pairs), len(pairs)),
    )


def score_finding(pairs: Sequence[Pair], book: FunctionBook) -> FindingScore:
    """All scores of what was said of cases."""
    functions = {function.label: function for function in book.functions}
    own = [pair for pair in pairs if pair[0].has_function]
    group = [pair for pair in own if _right_group(pair, functions)]
    none = [pair for pair in pairs if pair[0].code == NO_FUNCTION]
    fits = [pair for pair in pairs if NO_FUNCTION not in pair[0].answers]
    doubtful = [pair for pair in pairs if not pair[0].has_function and pair[0].code != NO_FUNCTION]
    proposed = [pair for pair in pairs if pair[1].outcome is Outcome.PROPOSAL]
    asked = [pair for pair in pairs if pair[0].module is not None]
    rankings = score_ranking([case for case, _ in pairs], [() if _says_none(pair) else pair[1].labels for pair in pairs], book)
    right, wrong = (_mean(said.score for case, said in pairs if said.first != NO_FUNCTION and _accepted((case, said)) is so) for so in (True, False))
    return FindingScore(
        cases=len(pairs),
        exact=_portion(own, _exact),
        acceptable=_portion(own, _accepted),
        three=rankings.three,
        group=_portion(own, lambda pair: _right_group(pair, functions)),
        level=_portion(group, _exact),
        near=_portion(own, lambda pair: _near(pair, functions)),
        accepted=_portion(pairs, _accepted),
        none_found=_portion(none, _says_none),
        none_false=_portion(fits, _says_none),
        module_right=_portion([pair for pair in asked if pair[1].module], lambda pair: pair[0].module is True),
        module_found=_portion([pair for pair in asked if pair[0].module], lambda pair: pair[1].module),
        doubted=_portion(doubtful, lambda pair: pair[1].outcome is Outcome.UNDECIDED),
        doubt_first=_portion(doubtful, _accepted),
        proposed=Portion(len(proposed), len(pairs)),
        proposed_exact=_portion(proposed, _exact),
        proposed_accepted=_portion(proposed, _accepted),
        score_right=right,
        score_wrong=wrong,
        mistaken=_mistaken(pairs),
    )


def _portion(pairs: Sequence[Pair], holds: Callable[[Pair], bool]) -> Portion:
    return Portion(sum(map(holds, pairs)), len(pairs))


def _says_none(pair: Pair) -> bool:
    return pair[1].first == NO_FUNCTION


def _exact(pair: Pair) -> bool:
    return pair[1].first == pair[0].code


def _accepted(pair: Pair) -> bool:
    return pair[1].first in pair[0].answers


def _right_group(pair: Pair, functions: Mapping[str, StandardFunction]) -> bool:
    case, said = pair
    return not _says_none(pair) and said.group is not None and said.group == functions[case.code].group


def _near(pair: Pair, functions: Mapping[str, StandardFunction]) -> bool:
    """The function itself, or the same group and a level that is one heavier or lighter: a III where a I is meant is not near, also when no II is there."""
    if _exact(pair):
        return True
    if not _right_group(pair, functions):
        return False
    levels = [functions[label].level for label in (pair[0].code, pair[1].first)]
    ranks = [_LEVELS.index(level) for level in levels if level in _LEVELS]
    return len(ranks) == len(levels) and abs(ranks[0] - ranks[1]) <= 1


def _mean(scores: Iterable[float | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return math.fsum(known) / len(known) if known else None


def _mistaken(pairs: Sequence[Pair]) -> tuple[tuple[str, str, int], ...]:
    """What was said for what, where it cannot be defended; the most frequent first."""
    counts: Mapping[tuple[str, str], int] = Counter((case.code, said.first) for case, said in pairs if not _accepted((case, said)))
    return tuple((answer, said, times) for (answer, said), times in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
