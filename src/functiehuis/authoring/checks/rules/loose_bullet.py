"""FB018: a bullet that is a piece of the bullet before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import Located
from functiehuis.authoring.checks.units import units
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding

# No prepositions that also end a sentence as part of a verb: "stelt rapportages op", "houdt gegevens bij".
_OPEN_END = re.compile(
    r"\b(?:en|of|en/of|de|het|een|ter|te|tussen|zonder|volgens|welke|welk|die|waarbij|waarin|waarmee|waarop|zoals|omdat|zodat|hun|elke)$",
    re.IGNORECASE,
)
_COMMA = re.compile(r",$")
_GOES_ON = re.compile(r"(?:en|of|en/of|alsmede|alsook|evenals)\s")
_SHORT = 2  # words
_VERB = re.compile(r"\w+[^aeiou]t$|(?:is|heeft|doet|gaat|staat|laat|ziet|geeft|biedt|voert)$")


class LooseBullet(Check):
    """A line break in the wrong place made one bullet into two."""

    code = "FB018"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per loose bullet."""
        for items in units(book):
            sentences = sum(1 for item in items if len(item.text.text.split()) > _SHORT)
            commas = sum(1 for item in items if _COMMA.search(item.text.text))
            for before, item in pairwise(items):
                how = _how(before, item, sentences * 2 > len(items), commas * 2 > len(items))
                if how:
                    yield self._loose(before, item, how)

    def _loose(self, before: Located, item: Located, how: str) -> Finding:
        first, second = before.text.text, item.text.text
        repeats = normalised(first).endswith(normalised(second))
        return self.finding(
            f"Het punt '{second}' {how}. Het lijkt bij het punt ervoor te horen.",
            (item.place(), before.place()),
            subject=f"{item.function or item.unit}|{first}|{second}",
            proposal=first if repeats else f"{first} {second}",
        )


def _how(before: Located, item: Located, among_sentences: bool, listed: bool) -> str | None:
    """Why a bullet is loose, or None; short bullets are normal in a list of short ones, and a comma at the end in a list of such ends."""
    first, second = before.text.text, item.text.text
    words = second.split()
    if len(words) <= _SHORT and normalised(first) != normalised(second) and normalised(first).endswith(f" {normalised(second)}"):
        return "herhaalt het einde van het punt ervoor"
    if _OPEN_END.search(first):
        return f"volgt op een punt dat eindigt op '{first.split()[-1]}'"
    if _GOES_ON.match(second) and not listed:
        return f"begint met '{words[0]}'"
    if _COMMA.search(first) and not listed and second[:1].islower() and not _looks_like_task(words):
        return f"volgt op een punt dat eindigt op '{first.split()[-1]}'"
    if len(words) <= _SHORT and among_sentences and second[:1].islower() and not _looks_like_task(words):
        return "is maar één of twee woorden, zonder werkwoord"
    return None


def _looks_like_task(words: Sequence[str]) -> bool:
    """Tasks begin with a verb in the third person: voert, stelt, is."""
    return bool(words) and bool(_VERB.match(words[0].casefold().strip("(),.")))
