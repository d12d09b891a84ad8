"""FB009: a heavier level without a higher scale."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.levels import ladders, weight_of
from functiehuis.authoring.checks.places import name_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity


class ScaleLevel(Check):
    """Inside a group a lighter level has a lower scale. Between groups scales may rise and fall."""

    code = "FB009"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per pair of neighbouring levels."""
        for _, functions in ladders(book):
            for heavy, light in pairwise([function for function in functions if weight_of(function.scale)]):
                above, below = weight_of(heavy.scale), weight_of(light.scale)
                if heavy.level == light.level or above is None or below is None or above > below:
                    continue
                how = (
                    f"heeft schaal {heavy.scale}, net als het lichtere" if above == below else f"heeft schaal {heavy.scale}, lager dan schaal {light.scale} van"
                )
                yield self.finding(
                    f"{heavy.name} {how} {light.name}. Een zwaarder niveau hoort een hogere schaal te hebben.",
                    (name_place(heavy, "schaal"), name_place(light, "schaal")),
                    subject=f"{heavy.label} {heavy.scale}|{light.label} {light.scale}",
                    severity=Severity.WARNING if above == below else None,
                )
