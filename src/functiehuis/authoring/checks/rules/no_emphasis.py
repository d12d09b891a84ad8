"""FB032: a kenmerk without bold words."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import characteristic_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding

_USUAL = 0.6  # part of the kenmerken with bold words from which on bold is the habit of the book


class NoEmphasis(Check):
    """Kenmerken without bold in a book that marks what sets a level apart."""

    code = "FB032"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per description."""
        marked = [bool(text.bold) for function in book.functions for text in function.characteristics]
        if not marked or sum(marked) < _USUAL * len(marked):
            return
        for function in book.functions:
            plain = [at for at, text in enumerate(function.characteristics) if not text.bold]
            if plain:
                which = f"kenmerk {plain[0] + 1}" if len(plain) == 1 else f"{len(plain)} kenmerken"
                yield self.finding(
                    f"Bij {function.name} is in {which} geen woord vet, terwijl het boek met vet laat zien wat een niveau anders maakt.",
                    [characteristic_place(function, at) for at in plain],
                    subject="|".join([function.label, *(function.characteristics[at].text for at in plain)]),
                )
