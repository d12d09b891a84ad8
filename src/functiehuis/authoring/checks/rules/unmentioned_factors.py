"""FB050: working conditions and effort are mentioned nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import bullets
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place


class UnmentionedFactors(Check):
    """The law compares work by skills, effort, responsibility and working conditions; a book that never speaks of two of them cannot show equal value."""

    code = "FB050"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per factor."""
        texts = "\n".join(normalised(item.text.text) for item in bullets(book))
        if not texts:
            return
        for factor, words in self.texts.words.items():
            if not any(word in texts for word in words):
                yield self.finding(
                    f"In geen enkel kenmerk of geen enkele taak gaat het over {factor}. De wet over gelijke beloning vraagt om dit mee te wegen.",
                    (Place("hele boek"),),
                    subject=factor,
                )
