"""FB034: kenmerken in italics in some descriptions only."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import characteristic_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place
from functiehuis.model.function import StandardFunction


class UnevenItalics(Check):
    """Layout that differs between descriptions without a meaning."""

    code = "FB034"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per book."""
        slanted = [function for function in book.functions if _is_italic(function)]
        if slanted and len(slanted) * 2 < len(book.functions):
            yield self.finding(
                f"In {len(slanted)} van de {len(book.functions)} beschrijvingen staan de kenmerken cursief. Kies voor het hele boek één opmaak.",
                [Place("hele boek", None, slanted[0].characteristics[0].provenance), *(characteristic_place(function, 0) for function in slanted)],
                subject="|".join(function.label for function in slanted),
            )


def _is_italic(function: StandardFunction) -> bool:
    """Whether most characters of the kenmerken are italic."""
    letters = sum(len(text.text) for text in function.characteristics)
    return letters > 0 and sum(end - start for text in function.characteristics for start, end in text.italic) * 2 > letters
