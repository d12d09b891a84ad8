"""FB022: a small word is missing against the same text elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.twins import Twins, twins
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding


class MissingWord(Check):
    """Two tasks or kenmerken that are the same but for one small word; a word that says how heavy the work is does not count."""

    code = "FB022"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per pair of wordings."""
        small = frozenset(self.texts.words["kleine woorden"])
        for pair in twins(book):
            word = pair.difference.before_words or pair.difference.after_words
            one_sided = not (pair.difference.before_words and pair.difference.after_words)
            together = {item.function for item in pair.rare} <= {item.function for item in pair.usual}  # told by the check on double tasks
            if one_sided and word.casefold() in small and not together:
                yield self._missing(pair, word)

    def _missing(self, pair: Twins, word: str) -> Finding:
        without, complete = (pair.usual, pair.rare) if pair.difference.before_words else (pair.rare, pair.usual)
        at = pair.difference.after[0] if without is pair.usual else pair.difference.before[0]
        return self.finding(
            f"In '{without[0].text.text}' ontbreekt misschien '{word}': elders staat '{complete[0].text.text}'.",
            [item.place((at, at)) for item in without] + [item.place() for item in complete],
            subject=f"{without[0].text.text}|{complete[0].text.text}",
            proposal=complete[0].text.text,
        )
