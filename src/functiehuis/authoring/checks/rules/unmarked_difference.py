"""FB031: the word that sets a level apart is not bold."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.alignment import steps
from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import characteristic_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.degrees import DegreeMatch
from functiehuis.model.finding import Finding
from functiehuis.model.function import StandardFunction

_USUAL = 0.6


class UnmarkedDifference(Check):
    """A degree word that differs from the next level and is not bold, in a kenmerk that does have bold words."""

    code = "FB031"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per word in a description."""
        marked = [bool(text.bold) for function in book.functions for text in function.characteristics]
        if not marked or sum(marked) < _USUAL * len(marked):
            return
        for step in steps(book, context.degrees):
            for function, at, match, other in (
                (step.heavy, step.heavy_at, step.heavy_degree, step.light),
                (step.light, step.light_at, step.light_degree, step.heavy),
            ):
                text = function.characteristics[at]
                bold = any(start < right and end > left for start, end in match.spans for left, right in text.bold)
                if text.bold and not bold:
                    yield self._unmarked(function, at, match, other)

    def _unmarked(self, function: StandardFunction, at: int, match: DegreeMatch, other: StandardFunction) -> Finding:
        word = function.characteristics[at].text[match.spans[0][0] : match.spans[-1][1]]
        return self.finding(
            f"'{word}' maakt {function.name} anders dan {other.name}, maar is niet vet.",
            (characteristic_place(function, at, match.spans[0]),),
            subject=f"{function.label}|{function.characteristics[at].text}|{word}",
        )
