"""A description beside the kenmerken of a function: below, meets, above or not applicable, each with its passage.

First what the text says in so many words: a phrase (or an answer) that stands for a degree of a ladder, against the degree in the kenmerk. Where it says
nothing of the kind: the passage that speaks most of the kenmerk; what it proves is then read from what was placed before, and the certainty says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from functiehuis.classifying.comparisons.passages import Passages, Pulls, scaled
from functiehuis.model.book import FunctionBook
from functiehuis.model.cues import LevelAxis
from functiehuis.model.degrees import Degrees
from functiehuis.model.evidence import DegreeEvidence, Evidence
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Certainty, CharacteristicVerdict, Verdict
from functiehuis.model.text import RichText

Pair = tuple[RichText | None, RichText | None]
"""A kenmerk of one function and its counterpart in another; None where there is none."""

_SPEAKS = 0.13  # least likeness for a passage to speak of a kenmerk by its words alone
_SPEAKS_SOMEWHAT = 0.03
_FIRMLY = 0.3
_STRONG = 0.6  # of the strongest pull
_USED = 0.4  # a passage that already stands under another kenmerk of the function counts less


@dataclass(frozen=True, slots=True)
class _Said:
    """A degree that the description gives away, against a kenmerk: the difference in treads (positive: heavier than the kenmerk)."""

    evidence: DegreeEvidence
    heavier_by: int


class Ladders:
    """The degrees in the kenmerken of a book, and which degrees of which axis stand for them."""

    def __init__(self, book: FunctionBook, degrees: Degrees, axes: Sequence[LevelAxis]) -> None:
        self.book = book
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._degrees: dict[str, tuple[tuple[str, int], ...]] = {}
        for function in book.functions:
            for item in function.characteristics:
                self._degrees[item.text] = tuple((match.ladder.name, match.rank) for match in degrees.find(item.text))
        ranks = {(ladder.name, degree.name): rank for ladder in degrees.ladders for rank, degree in enumerate(ladder.degrees)}
        self._axes = {
            (axis.key, at): tuple((name, ranks[name, degree]) for name, degree in item.ladder_degrees if (name, degree) in ranks)
            for axis in axes
            for at, item in enumerate(axis.degrees)
        }

    def degrees_of(self, characteristic: RichText) -> tuple[tuple[str, int], ...]:
        """The ladder and rank of each degree word in a kenmerk."""
        return self._degrees.get(characteristic.text, ())

    def against(self, evidence: DegreeEvidence, characteristic: RichText) -> int | None:
        """By how many treads the evidence is heavier than the kenmerk; None when they are not about the same ladder."""
        known = dict(self.degrees_of(characteristic))
        found = [known[ladder] - rank for ladder, rank in self._axes.get((evidence.axis, evidence.rank), ()) if ladder in known]
        return min(found, key=abs) if found else None

    def pair(self, one: int, other: int, work_out: Callable[[], Pair]) -> Pair:
        """The kenmerken that part two functions (positions); worked out once."""
        if (one, other) not in self._pairs:
            self._pairs[one, other] = work_out()
        return self._pairs[one, other]

    def parts(self, axis: LevelAxis, one: StandardFunction, other: StandardFunction) -> int:
        """How far an axis parts two functions: two for each ladder on which they have another degree, one for each that only one of them has."""
        left, right = self._of_axis(axis, one), self._of_axis(axis, other)
        return 2 * sum(left[ladder] != right[ladder] for ladder in left if ladder in right) + len(left.keys() ^ right.keys())

    def distance(self, axis: LevelAxis, rank: int, function: StandardFunction) -> float | None:
        """How far (0 to 1) a degree of an axis is from the kenmerken of a function; None when they say nothing of it."""
        own = self._of_axis(axis, function)
        treads = [abs(own[ladder] - tread) for ladder, tread in self._axes.get((axis.key, rank), ()) if ladder in own]
        return min(1.0, min(treads) / 3) if treads else None

    def _of_axis(self, axis: LevelAxis, function: StandardFunction) -> dict[str, int]:
        """The heaviest degree of each ladder of an axis in the kenmerken of a function."""
        found: dict[str, int] = {}
        for item in function.characteristics:
            for ladder, rank in self.degrees_of(item):
                if ladder in axis.ladders:
                    found[ladder] = min(rank, found.get(ladder, rank))
        return found


def verdicts(
    ladders: Ladders, passages: Passages, columns: range, evidence: Evidence, pulls: Pulls, position: int, best: int, family: tuple[int, ...]
) -> tuple[CharacteristicVerdict, ...]:
    """The verdict on each kenmerk of the function at ``position``, measured by the ``best`` one and its family of levels."""
    function = ladders.book.functions[position]
    shared = {item.text for item in ladders.book.functions[best].characteristics}
    weight = scaled([pulls.of(best, position if position != best else None)[at] for at in passages.positions])
    used: set[int] = set()
    found = []
    for column, item in zip(columns, function.characteristics, strict=True):
        said = _said(ladders, evidence, item)
        if said:
            found.append(_in_words(passages, item, said))
            continue
        likeness = [float(value) for value in passages.likeness[:, column]]
        row = _best_row(likeness, weight, used)
        if row is None:
            found.append(CharacteristicVerdict(item, Verdict.NOT_APPLICABLE, Certainty.SILENT))
            continue
        verdict = _standing(position, best, family) if item.text not in shared else Verdict.MEETS
        if verdict is None:
            # Another kind of work: only what the words themselves share says anything.
            verdict = Verdict.MEETS if likeness[row] >= _SPEAKS else None
        if verdict is None:
            found.append(CharacteristicVerdict(item, Verdict.NOT_APPLICABLE, Certainty.SILENT))
            continue
        used.add(row)
        certainty = Certainty.FAIR if likeness[row] >= _FIRMLY or (likeness[row] >= _SPEAKS and weight[row] > _STRONG) else Certainty.LOW
        found.append(CharacteristicVerdict(item, verdict, certainty, passages.quote(passages.positions[row])[0]))
    return tuple(found)


def _said(ladders: Ladders, evidence: Evidence, item: RichText) -> _Said | None:
    """The strongest evidence in so many words: an answer first, then what counts most, then what comes first."""
    found = [_Said(piece, by) for piece in evidence.degrees if (by := ladders.against(piece, item)) is not None]
    return max(found, key=lambda said: (said.evidence.answer, said.evidence.weight), default=None)


def _in_words(passages: Passages, item: RichText, said: _Said) -> CharacteristicVerdict:
    verdict = Verdict.MEETS if said.heavier_by == 0 else Verdict.ABOVE if said.heavier_by > 0 else Verdict.BELOW
    piece = said.evidence
    if piece.answer or piece.statement is None:
        return CharacteristicVerdict(item, verdict, Certainty.HIGH, None, piece.axis, answered=True)
    certainty = Certainty.HIGH if piece.weight >= 1 and abs(said.heavier_by) <= 1 else Certainty.FAIR
    return CharacteristicVerdict(item, verdict, certainty, passages.quote(piece.statement)[0], piece.axis)


def _best_row(likeness: Sequence[float], weight: Sequence[float], used: set[int]) -> int | None:
    """The passage that speaks most of a kenmerk and proves most; None when none does."""
    scores = [(2 * like + 0.25 * pull) * (_USED if row in used else 1) for row, (like, pull) in enumerate(zip(likeness, weight, strict=True))]
    row = max(range(len(scores)), key=lambda at: (round(scores[at], 9), -at), default=None)
    if row is None or (likeness[row] < _SPEAKS_SOMEWHAT and weight[row] < _STRONG) or scores[row] <= 0:
        return None
    # A passage that already stands under another kenmerk proves nothing of this one, unless its words speak of it.
    if row in used and likeness[row] < _SPEAKS:
        return None
    return row


def _standing(position: int, best: int, family: tuple[int, ...]) -> Verdict | None:
    """What work of the best level is against another level of its family; None for a function of another family."""
    if position not in family:
        return None
    own, other = family.index(best), family.index(position)
    return Verdict.MEETS if own == other else Verdict.BELOW if other < own else Verdict.ABOVE
