"""Descriptions beside the functions of one book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.classifying.comparisons.characteristics import Ladders, Measure, verdicts
from functiehuis.classifying.comparisons.families import families
from functiehuis.classifying.comparisons.groups import group_reason, rival_of
from functiehuis.classifying.comparisons.passages import Pulls, passages_of
from functiehuis.classifying.comparisons.steps import steps
from functiehuis.classifying.comparisons.tasks import TaskTexts, covers
from functiehuis.language.space import TextSpace, counts_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import Candidate
from functiehuis.model.cues import LevelAxis
from functiehuis.model.degrees import Degrees
from functiehuis.model.description import FunctionDescription
from functiehuis.model.evidence import Evidence
from functiehuis.model.placement import Comparison, GroupReason, LadderStep, Rival


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons in the order of the candidates; why not one level higher or lower; why each group; and what speaks against the best of another one."""

    comparisons: tuple[Comparison, ...]
    steps: tuple[LadderStep, ...]
    group_reasons: tuple[GroupReason, ...]
    rival: Rival | None


class Comparer:
    """Compares descriptions with the functions of one book. Make it once for many descriptions."""

    def __init__(self, book: FunctionBook, degrees: Degrees, axes: Sequence[LevelAxis]) -> None:
        self.book = book
        self.ladders = Ladders(book, degrees, axes)
        self.families = families(book)
        self._family = {at: family for family in self.families for at in family}
        self._tasks = TaskTexts(book)
        kenmerken = [item.text for function in book.functions for item in function.characteristics]
        self._space = TextSpace([counts_of(text) for text in (*kenmerken, *self._tasks.texts)])
        starts = [0]
        for function in book.functions:
            starts.append(starts[-1] + len(function.characteristics))
        self._starts = starts

    def family(self, position: int) -> tuple[int, ...]:
        """The levels that a function is one of, the heaviest first."""
        return self._family[position]

    def compare(
        self, description: FunctionDescription, evidence: Evidence, candidates: Sequence[Candidate], pulls: Pulls, shown: int, *, fits: bool = True
    ) -> Compared:
        """The comparison with each of the first ``shown`` candidates; the first is the one that the others are measured by. ``fits``: one of them fits."""
        passages = passages_of(description, self._space, self._starts[-1])
        best = candidates[0].function
        measure = Measure(best, self.family(best), fits)
        positions = [item.function for item in candidates[:shown]]

        def compared(item: Candidate) -> Comparison:
            return Comparison(
                function=self.book.functions[item.function],
                position=item.function,
                score=item.score,
                verdicts=verdicts(self.ladders, passages, self._columns(item.function), evidence, pulls, item.function, measure),
                tasks=covers(self._tasks, passages, evidence, pulls, item.function, positions, fits=fits),
            )

        found = tuple(compared(item) for item in candidates[:shown])
        other = next((item for item in candidates[1:] if item.function not in measure.family), None)
        rival = None
        if other:
            beside = next((item for item in found if item.position == other.function), None) or compared(other)
            rival = rival_of(self.book, passages, found[0], beside, pulls)
        reasons = tuple(group_reason(self.book, passages, evidence, item, pulls) for item in found)
        return Compared(found, steps(self.ladders, found[0], measure.family), reasons, rival)

    def distance(self, axis: LevelAxis, rank: int, position: int) -> float | None:
        """How far (0 to 1) a degree of an axis is from the level of a function: by the kenmerken where they say it, else by its place among its levels."""
        said = self.ladders.distance(axis, rank, self.book.functions[position])
        family = self._family[position]
        if said is not None or len(family) == 1:
            return said
        return abs(family.index(position) / (len(family) - 1) - rank / (len(axis.degrees) - 1))

    def _columns(self, position: int) -> range:
        """The columns of the space that are the kenmerken of a function."""
        return range(self._starts[position], self._starts[position + 1])
