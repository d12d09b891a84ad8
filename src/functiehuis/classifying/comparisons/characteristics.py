"""A description beside the kenmerken of a function: below, meets, above or not applicable, each with its passage.

First what the text says in so many words: a phrase (or an answer) that stands for a degree of a ladder, against the degree in the kenmerk. Where it says
nothing of the kind: a passage that shares words of content with the kenmerk; what it proves is then read from what was placed before, and the certainty says
so. A passage stands under one kenmerk, unless it says so of two in so many words. Where no passage has to do with a kenmerk, the description is silent.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.classifying.comparisons.passages import Passages, Pulls, scaled
from functiehuis.classifying.comparisons.subjects import about
from functiehuis.language.space import counts_of
from functiehuis.language.stems import stem
from functiehuis.model.book import FunctionBook
from functiehuis.model.cues import LevelAxis
from functiehuis.model.degrees import Degrees
from functiehuis.model.evidence import DegreeEvidence, Evidence
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Certainty, CharacteristicVerdict, Verdict
from functiehuis.model.text import RichText

Pair = tuple[RichText | None, RichText | None]
"""A kenmerk of one function and its counterpart in another; None where there is none."""

_SPEAKS = 0.13  # least likeness for a passage to speak of a kenmerk by its words
_FIRMLY = 0.3
_DENIES = stem("geen")
_FEW_LIGHTER = 2  # so many lighter tasks, and no heavier one, say that somebody does less than the kenmerk asks
_PULL_PART = 0.05  # of two passages that speak as much, the one that proves more
_EMPTY_TEXT = """
werk werkzaamheden taak taken zelf ook alle veel doen doet organisatie eigen zaak zaken medewerker daarbij onder over tot tussen via binnen bij soms meer andere
tegen na hun elkaar altijd vaak waarbij waarvan één geeft maakt zonder voert heeft werkt kent draagt moet bepaalt
"""
_EMPTY_STEMS = frozenset(stem(word) for word in _EMPTY_TEXT.split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A degree that the description gives away, against a kenmerk of the same axis: the difference in treads (positive: heavier than the kenmerk)."""

    evidence: DegreeEvidence
    heavier_by: int


class Ladders:
    """The degrees in the kenmerken of a book, and which degrees of which axis stand for them."""

    def __init__(self, book: FunctionBook, degrees: Degrees, axes: Sequence[LevelAxis]) -> None:
        self.book = book
        self._pairs: dict[tuple[int, int], tuple[Pair, ...]] = {}
        self._degrees: dict[str, tuple[tuple[str, int], ...]] = {}
        for function in book.functions:
            for item in function.characteristics:
                self._degrees[item.text] = tuple((match.ladder.name, match.rank) for match in degrees.find(item.text))
        ranks = {(ladder.name, degree.name): rank for ladder in degrees.ladders for rank, degree in enumerate(ladder.degrees)}
        self._first = {axis.key: next(iter(axis.ladders), "") for axis in axes}
        self._named = {
            axis.key: {(name, ranks[name, degree]) for item in axis.degrees for name, degree in item.ladder_degrees if (name, degree) in ranks} for axis in axes
        }
        self._verbs = {ladder.name for ladder in degrees.ladders if ladder.verbs}
        self._axes = {
            (axis.key, at): tuple((name, ranks[name, degree]) for name, degree in item.ladder_degrees if (name, degree) in ranks)
            for axis in axes
            for at, item in enumerate(axis.degrees)
        }

    def degrees_of(self, characteristic: RichText) -> tuple[tuple[str, int], ...]:
        """The ladder and rank of each degree word in a kenmerk."""
        return self._degrees.get(characteristic.text, ())

    def against(self, evidence: DegreeEvidence, characteristic: RichText) -> int | None:
        """By how many treads the evidence is heavier than the kenmerk; None when the kenmerk is not about that axis, or they cannot be held together.

        The first ladder of the axis that both speak of decides. A kenmerk that names two degrees of it ("de theorie en de praktijk") holds all between them.
        An axis is coarser than the ladders that it borrows: on any but its first, and beside a degree that it has no name for, one tread is no difference.
        """
        if not about(evidence.axis, characteristic.text):
            return None
        treads = self._axes.get((evidence.axis, evidence.rank), ())
        for ladder in dict.fromkeys(name for name, _ in treads):
            known = [rank for name, rank in self.degrees_of(characteristic) if name == ladder]
            if known:
                found = [max(0, min(known) - rank) or min(0, max(known) - rank) for name, rank in treads if name == ladder]
                nearest = min(found, key=abs)
                named = ladder == self._first[evidence.axis] and any((ladder, rank) in self._named[evidence.axis] for rank in known)
                return nearest if named or abs(nearest) != 1 or evidence.answer else None
        return None

    def of_doing(self, axis: str) -> bool:
        """Whether an axis is about what somebody does: a lighter task beside it takes nothing from a heavier one."""
        return self._first[axis] in self._verbs

    def pairs(self, one: int, other: int, work_out: Callable[[], tuple[Pair, ...]]) -> tuple[Pair, ...]:
        """The kenmerken that part two functions (positions), what parts most first; worked out once."""
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
            if not about(axis.key, item.text):
                continue
            for ladder, rank in self.degrees_of(item):
                if ladder in axis.ladders:
                    found[ladder] = min(rank, found.get(ladder, rank))
        return found


@dataclass(frozen=True, slots=True)
class Measure:
    """What the verdicts on all candidates are measured by: the best function, its family of levels, and whether it fits at all."""

    best: int
    family: tuple[int, ...]
    fits: bool = True

    def standing(self, position: int) -> Verdict | None:
        """What work of the best level is against another level of its family; None for a function of another family."""
        if position not in self.family:
            return None
        own, other = self.family.index(self.best), self.family.index(position)
        return Verdict.MEETS if own == other else Verdict.BELOW if other < own else Verdict.ABOVE


def verdicts(
    ladders: Ladders, passages: Passages, columns: range, evidence: Evidence, pulls: Pulls, position: int, measure: Measure
) -> tuple[CharacteristicVerdict, ...]:
    """The verdict on each kenmerk of the function at ``position``."""
    function = ladders.book.functions[position]
    found: dict[int, CharacteristicVerdict] = {}
    for at, item in enumerate(function.characteristics):
        if said := _said(ladders, evidence, item):
            found[at] = _in_words(passages, item, said)
    open_ones = [at for at in range(len(function.characteristics)) if at not in found]
    if measure.fits and open_ones:
        pull = pulls.of(measure.best, position if position != measure.best else None)
        weight = scaled([pull[at] for at in passages.positions])
        shared = {item.text for item in ladders.book.functions[measure.best].characteristics}
        quoted = {item.passage for item in found.values()}
        for at, row in _matched(passages, {at: columns[at] for at in open_ones}, function, weight, quoted).items():
            item = function.characteristics[at]
            # Of another kind of work only what the words themselves share says anything: that it has to do with the kenmerk.
            verdict = Verdict.MEETS if item.text in shared else measure.standing(position) or Verdict.MEETS
            stems = stems_of(item.text) & passages.stems[row]
            shown = len(stems) > 1 and stems & stems_apart(item) and passages.likeness[row][columns[at]] >= _FIRMLY
            found[at] = CharacteristicVerdict(item, verdict, Certainty.FAIR if shown else Certainty.LOW, passages.quote_of(row, stems_of(item.text)))
    return tuple(found.get(at) or CharacteristicVerdict(item, Verdict.NOT_APPLICABLE, Certainty.SILENT) for at, item in enumerate(function.characteristics))


def _said(ladders: Ladders, evidence: Evidence, item: RichText) -> tuple[_Said, bool] | None:
    """The strongest evidence in so many words, and whether it is sure: an answer first, then the verdict that most speaks for, then what comes first.

    Sure is what nothing in the text gainsays; that the work goes further or less far must stand in two statements to be sure, for one is soon a detail.
    """
    found = [_Said(piece, by) for piece in evidence.degrees if (by := ladders.against(piece, item)) is not None]
    # One task of many is a tread heavier or lighter soon enough; that says little of the whole.
    doing = [said for said in found if not said.evidence.answer and ladders.of_doing(said.evidence.axis)]
    few = len(doing) < _FEW_LIGHTER or any(said.heavier_by >= 0 for said in doing)
    found = [said for said in found if said not in doing or said.heavier_by == 0 or said.heavier_by > 1 or (said.heavier_by < 0 and not few)]
    if not found:
        return None
    speaks: dict[Verdict, list[DegreeEvidence]] = defaultdict(list)
    for said in found:
        speaks[_verdict(said)].append(said.evidence)
    best = max(found, key=lambda said: (said.evidence.answer, _weight(speaks[_verdict(said)]), said.evidence.weight))
    often = len({piece.statement for piece in speaks[_verdict(best)]}) > 1
    return best, len(speaks) == 1 and best.evidence.weight >= 1 and (often or best.heavier_by == 0)


def _weight(pieces: Sequence[DegreeEvidence]) -> float:
    return round(math.fsum(piece.weight for piece in pieces), 9)


def _verdict(said: _Said) -> Verdict:
    return Verdict.MEETS if said.heavier_by == 0 else Verdict.ABOVE if said.heavier_by > 0 else Verdict.BELOW


def _in_words(passages: Passages, item: RichText, said: tuple[_Said, bool]) -> CharacteristicVerdict:
    best, sure = said
    piece = best.evidence
    if piece.answer or piece.statement is None:
        return CharacteristicVerdict(item, _verdict(best), Certainty.HIGH, None, piece.axis, answered=True)
    return CharacteristicVerdict(item, _verdict(best), Certainty.HIGH if sure else Certainty.FAIR, passages.quote(piece.statement, piece.span)[0], piece.axis)


def _matched(
    passages: Passages, columns: dict[int, int], function: StandardFunction, weight: Sequence[float], quoted: Collection[str | None]
) -> dict[int, int]:
    """For kenmerken the passage (row) that has to do with each: the best match first, a passage only once, and no passage that is quoted already."""
    pairs = []
    for at, column in columns.items():
        stems = frozenset(counts_of(function.characteristics[at].text)[0]) - _EMPTY_STEMS
        for row, position in enumerate(passages.positions):
            if _DENIES in passages.stems[row]:
                continue  # what the work is not proves no kenmerk
            likeness = passages.likeness[row][column]
            if likeness >= _SPEAKS and stems & passages.stems[row] and passages.quote_of(row, stems) not in quoted:
                pairs.append((position in passages.personal, -round(likeness + _PULL_PART * weight[row], 9), at, row))
    found: dict[int, int] = {}
    for _, _, at, row in sorted(pairs):
        if at not in found and row not in found.values():
            found[at] = row
    return found


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """The stems of content of a kenmerk."""
    return frozenset(counts_of(text)[0]) - _EMPTY_STEMS


@lru_cache(maxsize=4096)
def stems_apart(item: RichText) -> frozenset[str]:
    """The stems of what sets a kenmerk apart: its bold words, or all of it where nothing is bold."""
    return stems_of(" ".join(item.text[start:end] for start, end in item.bold) or item.text)
