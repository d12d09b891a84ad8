"""Descriptions beside the functions of one book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.classifying.comparisons.characteristics import Ladders, verdicts
from functiehuis.classifying.comparisons.families import families
from functiehuis.classifying.comparisons.passages import Pulls, passages_of
from functiehuis.classifying.comparisons.steps import against, steps
from functiehuis.classifying.comparisons.tasks import TaskTexts, covers
from functiehuis.language.space import TextSpace, counts_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import Candidate
from functiehuis.model.cues import LevelAxis
from functiehuis.model.degrees import Degrees
from functiehuis.model.description import FunctionDescription
from functiehuis.model.evidence import Evidence
from functiehuis.model.placement import Comparison, LadderStep


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons in the order of the candidates; why not one level higher or lower; and what speaks against the best candidate of another family."""

    comparisons: tuple[Comparison, ...]
    steps: tuple[LadderStep, ...]
    rival: LadderStep | None


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

    def compare(self, description: FunctionDescription, evidence: Evidence, candidates: Sequence[Candidate], pulls: Pulls) -> Compared:
        """The comparison with each candidate, in their order; the first is the one that the others are measured by."""
        passages = passages_of(description, self._space)
        best = candidates[0].function
        family = self.family(best)
        found = tuple(
            Comparison(
                function=self.book.functions[item.function],
                position=item.function,
                score=item.score,
                verdicts=verdicts(self.ladders, passages, self._columns(item.function), evidence, pulls, item.function, best, family),
                tasks=covers(self._tasks, passages, self._starts[-1], evidence, pulls, item.function, [one.function for one in candidates]),
            )
            for item in candidates
        )
        other = next((item for item in found[1:] if item.position not in family), None)
        return Compared(found, steps(self.ladders, passages, found[0], family, pulls), against(passages, found[0], other, pulls) if other else None)

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
