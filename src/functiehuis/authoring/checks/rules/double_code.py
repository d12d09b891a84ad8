"""FB002: one code on two descriptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import name_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding
from functiehuis.model.function import StandardFunction


class DoubleCode(Check):
    """A code that more than one description carries."""

    code = "FB002"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per code."""
        found: dict[str, list[StandardFunction]] = defaultdict(list)
        for function in book.functions:
            if function.code:
                found[function.code].append(function)
        for code, functions in found.items():
            if len(functions) > 1:
                names = "' en '".join(function.name for function in functions)
                yield self.finding(
                    f"De code {code} staat bij {len(functions)} beschrijvingen: '{names}'. Een code hoort bij één functie.",
                    [name_place(function, "code") for function in functions],
                    subject=code,
                )
