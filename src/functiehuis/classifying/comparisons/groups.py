"""Why a group, and why not the best of another: the tasks that belong to the one, and what speaks against the other and for it.

In: a comparison. Out: a GroupReason or a Rival. Refuses nothing.
"""

from __future__ import annotations

from functiehuis.classifying.comparisons.passages import Passages, Pulls
from functiehuis.model.book import FunctionBook
from functiehuis.model.placement import Certainty, Comparison, Cover, GroupReason, Rival

_MOST = 3
_CLOSE = 0.2  # part of the score of the best function from which what speaks for another one is told
_TOWARDS = 0.01  # how hard a passage must pull towards the other one


def group_reason(book: FunctionBook, passages: Passages, chosen: Comparison, pulls: Pulls) -> GroupReason:
    """The tasks that belong to a function: those that stand in it first, then what is like one, else what pulls most towards it."""
    pull = pulls.of(chosen.position)
    at_span = {passages.quote(at)[1]: at for at in passages.positions}
    order = {Cover.TASK: 0, Cover.VARIATION: 1}
    own = sorted(
        chosen.covered_by(Cover.TASK, Cover.VARIATION),
        key=lambda item: (
            at_span[item.span] in passages.personal,
            order[item.cover],
            item.certainty is not Certainty.HIGH,
            -round(pull[at_span[item.span]], 9),
            item.span,
        ),
    )
    impersonal = [item for item in own if at_span[item.span] not in passages.personal] or own
    strongest = passages.strongest(pull)
    quoted = [item.passage for item in impersonal] or ([strongest] if strongest else [passages.quote(at)[0] for at in passages.positions[:1]])
    return GroupReason(chosen.function, book.group_named(chosen.function.group), tuple(dict.fromkeys(quoted))[:_MOST])


def rival_of(book: FunctionBook, passages: Passages, best: Comparison, other: Comparison, pulls: Pulls) -> Rival:
    """What speaks against a function of another kind of work, and what speaks for it where it comes close."""
    against, towards = pulls.of(best.position, other.position), pulls.of(other.position, best.position)
    passage = passages.strongest(against)
    close = other.score >= _CLOSE * best.score and max((towards[at] for at in passages.positions), default=0.0) >= _TOWARDS
    speaks_for = passages.strongest(towards) if close else None
    return Rival(other.function, book.group_named(other.function.group), passage, speaks_for if speaks_for != passage else None)
