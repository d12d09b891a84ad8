"""FB030: emphasis that begins or ends inside a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import located_texts
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity
from functiehuis.model.text import RichText, Span


class SplitEmphasis(Check):
    """Bold or italic for a part of a word."""

    code = "FB030"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per word and the part of it that is emphasised."""
        found: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for located in located_texts(book):
            for around, part in _split_words(located.text):
                text = located.text.text
                found[(text[slice(*around)], text[slice(*part)])].append(located.place(around))
        for (word, marked), places in found.items():
            meant = all(context.speller.listed(part) for part in (marked, word.replace(marked, "", 1)))
            yield self.finding(
                f"In '{word}' is alleen '{marked}' vet of cursief. Wie de tekst hoort of overneemt, merkt dat niet. Markeer het hele woord.",
                places,
                subject=f"{word}|{marked}",
                severity=Severity.INFO if meant else None,
            )


def _split_words(text: RichText) -> Iterator[tuple[Span, Span]]:
    """Words of which only a part is emphasised, with that part."""
    plain = text.text
    seen: set[Span] = set()
    for start, end in (*text.bold, *text.italic):
        for edge in (start, end):
            if 0 < edge < len(plain) and plain[edge - 1].isalnum() and plain[edge].isalnum():
                word = _word_around(plain, edge)
                if word not in seen:
                    seen.add(word)
                    yield word, (max(start, word[0]), min(end, word[1]))


def _word_around(text: str, at: int) -> Span:
    start, end = at, at
    while start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    return start, end
