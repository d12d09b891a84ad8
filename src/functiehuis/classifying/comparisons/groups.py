"""Why a group, and why not the best of another: the tasks that belong to the one, and what speaks against the other and for it.

In: a comparison. Out: a GroupReason or a Rival. Refuses nothing.
"""

from __future__ import annotations

from functiehuis.classifying.comparisons.passages import Passages, Pulls
from functiehuis.model.book import FunctionBook
from functiehuis.model.evidence import Evidence
from functiehuis.model.placement import Certainty, Comparison, Cover, GroupReason, Rival

_MOST = 3
_TYPICAL = 2  # from this weight a word is typical of a kind of work
_CLOSE = 0.2  # part of the score of the best function from which what speaks for another one is told
_TOWARDS = 0.01  # how hard a passage must pull towards the other one


def group_reason(book: FunctionBook, passages: Passages, evidence: Evidence, chosen: Comparison, pulls: Pulls) -> GroupReason:
    """The tasks that belong to a function: those with words that are typical of a kind of work first, then those that stand in it, and what pulls most."""
    pull = pulls.of(chosen.position)
    typical = {item.statement for item in evidence.kinds if item.telling >= _TYPICAL}
    degrees = {item.statement for item in evidence.degrees}
    cover = {item.span: item for item in chosen.tasks}

    def order(at: int) -> tuple[bool, bool, bool, bool, float, int]:
        item = cover[passages.quote(at)[1]]
        stands = item.cover is Cover.TASK
        return at not in typical, at in degrees, not stands, item.certainty is not Certainty.HIGH, -round(pull[at], 9), at

    own = [at for at in passages.positions if cover[passages.quote(at)[1]].cover in (Cover.TASK, Cover.VARIATION) or (at in typical and pull[at] > 0)]
    best = sorted([at for at in own if at not in passages.personal] or own or passages.positions[:1], key=order)
    return GroupReason(chosen.function, book.group_named(chosen.function.group), tuple(dict.fromkeys(passages.quote(at)[0] for at in best))[:_MOST])


def rival_of(book: FunctionBook, passages: Passages, best: Comparison, other: Comparison, pulls: Pulls) -> Rival:
    """What speaks against a function of another kind of work, and what speaks for it where it comes close."""
    against, towards = pulls.of(best.position, other.position), pulls.of(other.position, best.position)
    passage = passages.strongest(against)
    close = other.score >= _CLOSE * best.score and max((towards[at] for at in passages.positions), default=0.0) >= _TOWARDS
    speaks_for = passages.strongest(towards) if close else None
    return Rival(other.function, book.group_named(other.function.group), passage, speaks_for if speaks_for != passage else None)
