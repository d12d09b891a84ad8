"""FB027: een + adjective with -e + a het-word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import located_texts
from functiehuis.language.spelling import Speller
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place

_PHRASE = re.compile(r"\b(?P<article>een|geen|elk|ieder)\s+(?P<adjective>[^\W\d_]{3,}e)\s+(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)\b", re.IGNORECASE)
_DOUBLED = re.compile(r"(?<=[^aeiou])([aeou])([bcdfgklmnprstvz])$")


class AdjectiveEnding(Check):
    """``een brede kader`` is ``een breed kader``: after een a het-word takes an adjective without -e."""

    code = "FB027"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per phrase, with all its places."""
        always = frozenset(self.texts.words["altijd met e"])
        found: dict[str, tuple[str, list[Place]]] = {}
        for located in located_texts(book):
            for phrase in _PHRASE.finditer(located.text.text):
                adjective = phrase["adjective"].casefold()
                if (
                    adjective in always
                    or context.speller.begins_compounds(adjective)
                    or not is_neuter(phrase["noun"].casefold(), context.neuter_nouns, context.speller)
                ):
                    continue
                bare = without_ending(adjective, context.speller)
                if bare:
                    right = f"{phrase['article']} {bare} {phrase['noun']}"
                    found.setdefault(phrase.group().casefold(), (right, []))[1].append(located.place(phrase.span()))
        for wrong, (right, places) in found.items():
            yield self.finding(f"'{wrong}' moet '{right}' zijn: na 'een' krijgt een het-woord een bijvoeglijk naamwoord zonder -e.", places, wrong, right)


def is_neuter(noun: str, nouns: frozenset[str], speller: Speller) -> bool:
    """Whether a noun, or the last part of a compound, takes ``het``."""
    last = noun.rpartition("-")[2]
    return last in nouns or any(last.endswith(known) and len(known) > 3 and _is_first(last[: -len(known)], speller) for known in nouns)


def _is_first(part: str, speller: Speller) -> bool:
    return len(part) > 2 and (speller.listed(part) or (part.endswith("s") and speller.listed(part[:-1])))


def without_ending(adjective: str, speller: Speller) -> str | None:
    """The adjective without its -e (brede: breed, vaste: vast, hoge: hoog, gevoelige: gevoelig), or None when there is no such word."""
    bare = adjective[:-1]
    hard = {"v": "f", "z": "s"}.get(bare[-1], bare[-1])
    forms = [_DOUBLED.sub(r"\1\1\2", bare[:-1] + hard), bare[:-1] + hard, bare[:-1] if bare[-1:] == bare[-2:-1] else ""]
    return next((form for form in forms if len(form) > 2 and speller.listed(form)), None)
