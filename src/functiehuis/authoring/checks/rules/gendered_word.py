"""FB028: words for men or women only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import located_texts
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place

_WORD = re.compile(r"[^\W\d_]+")
_BOTH = re.compile(r"(?:\s*/\s*|\s+of\s+|\s+en\s+)(?:zij|haar|ze|hij|hem|vrouw\w*|man\w*)\b", re.IGNORECASE)


class GenderedWord(Check):
    """``hij``, ``vakman``, ``secretaresse``: a description is about work and not about men or women. ``hij of zij`` is fine."""

    code = "FB028"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per word."""
        neutral = dict(pair.split(": ") for pair in self.texts.words["woord en beter woord"])
        found: dict[str, list[Place]] = {}
        for located in located_texts(book):
            for word in _WORD.finditer(located.text.text):
                small = word.group().casefold()
                if small in neutral and not _BOTH.match(located.text.text, word.end()):
                    found.setdefault(small, []).append(located.place(word.span()))
        for printed, places in found.items():
            yield self.finding(
                f"'{printed}' gaat over een man of over een vrouw. Een functie is voor iedereen; kies een neutraal woord.", places, printed, neutral[printed]
            )
