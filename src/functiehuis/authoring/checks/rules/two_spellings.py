"""FB026: one word written in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import located_texts
from functiehuis.language.spelling import Speller
from functiehuis.language.tokens import spelled_words
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place

_LONG = 9  # letters


class TwoSpellings(Check):
    """A compound with and without an s between its parts, or with and without a hyphen."""

    code = "FB026"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per pair of spellings."""
        found: dict[str, list[Place]] = defaultdict(list)
        for located in located_texts(book):
            for word in spelled_words(located.text.text):
                if len(word.text) >= _LONG and "(" not in word.text:
                    found[word.text.casefold()].append(located.place(word.span))
        for longer in sorted(found):
            for shorter in dict.fromkeys(_without_link(longer, context.speller)):
                if shorter in found:
                    yield self._both(longer, shorter, found)

    def _both(self, longer: str, shorter: str, found: dict[str, list[Place]]) -> Finding:
        usual, rare = (longer, shorter) if len(found[longer]) >= len(found[shorter]) else (shorter, longer)
        return self.finding(
            f"Het boek schrijft '{usual}' ({len(found[usual])} keer) en '{rare}' ({len(found[rare])} keer). Kies één schrijfwijze.",
            [*found[rare], *found[usual]],
            subject=f"{shorter}|{longer}",
            proposal=usual if len(found[usual]) > len(found[rare]) else None,
        )


def _without_link(word: str, speller: Speller) -> Iterator[str]:
    if "-" in word.strip("-"):
        yield word.replace("-", "")
    for at in range(3, len(word) - 3):
        if word[at] == "s" and speller.listed(word[:at]) and speller.listed(word[at + 1 :]) and speller.knows(word):
            yield word[:at] + word[at + 1 :]
