"""FB021: a word twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import Located, located_texts
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity
from functiehuis.model.text import Span

_TWICE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+)\s+(?P<again>(?P=word))(?![\w-])", re.IGNORECASE)
_LIST = re.compile(
    r"(?<![\w-])[\w-]+(?:, [\w-]+)+,? (?:en|of|en/of) [\w-]+(?![\w-])|(?<![\w-])(?P<one>[\w-]{5,}) (?:en|of|en/of) (?P=one)(?=[,.;:)]|$)", re.IGNORECASE
)
_WORD = re.compile(r"[\w-]+")
_MAY_REPEAT = {"die", "dat", "zijn", "haar", "was", "er", "voor", "bij"}
_PARTICLES = {"in", "op", "aan", "af", "om", "uit", "door", "over", "mee", "toe"}  # may be right: voert gegevens in in het systeem
_LINKS = {"en", "of"}
_AMONG = ("onderling", "zelf")  # systemen, applicaties en applicaties onderling


class RepeatedWord(Check):
    """``de de``, and an enumeration with the same word twice."""

    code = "FB021"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per repeated word and its surroundings."""
        adjacent: dict[str, list[Place]] = {}
        listed: dict[tuple[str, str], list[Place]] = {}
        for located in located_texts(book):
            for word, span in _twice(located):
                adjacent.setdefault(word, []).append(located.place(span))
            for word, whole, span in _in_list(located):
                listed.setdefault((word, whole), []).append(located.place(span))
        for word, places in adjacent.items():
            severity = Severity.WARNING if word in _PARTICLES else None
            yield self.finding(f"Het woord '{word}' staat er twee keer achter elkaar.", places, subject=word, proposal=word, severity=severity)
        for (word, whole), places in listed.items():
            yield self.finding(f"In de opsomming '{whole}' staat '{word}' twee keer.", places, subject=f"{word}|{whole}")


def _twice(located: Located) -> Iterator[tuple[str, Span]]:
    for found in _TWICE.finditer(located.text.text):
        if found["word"].casefold() not in _MAY_REPEAT:
            yield found["word"].casefold(), found.span()


def _in_list(located: Located) -> Iterator[tuple[str, str, Span]]:
    """Words that stand twice in an enumeration of single words; the span is the second one."""
    for found in _LIST.finditer(located.text.text):
        if located.text.text[found.end() :].lstrip().startswith(_AMONG):
            continue
        words = [(word.group().casefold(), word.span()) for word in _WORD.finditer(found.group()) if word.group().casefold() not in _LINKS]
        for word, count in Counter(word for word, _ in words).items():
            if count > 1 and not word.endswith("-") and not word.isdigit():
                start, end = [span for other, span in words if other == word][-1]
                yield word, found.group(), (found.start() + start, found.start() + end)
