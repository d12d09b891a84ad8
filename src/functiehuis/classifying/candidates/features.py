"""FunctionDescription -> features: what the ranking compares.

Two families, counted apart: stems (single and in pairs) and the letters of words (3 to 5 in a row), so that compounds and verb forms still meet. A stem in a denied
clause, or in what somebody else does, is another feature than the stem itself. Names, pronouns, numbers, the name of the job and the scale are no features: a
person may change, the placement may not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.language.stems import stem
from functiehuis.model.description import FunctionDescription, Statement
from functiehuis.model.terms import WORD
from functiehuis.model.text import Span

# Words without content, and every word that says who somebody is.
_EMPTY = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "voor",
        "met",
        "op",
        "in",
        "aan",
        "bij",
        "is",
        "zijn",
        "wordt",
        "worden",
        "die",
        "dat",
        "je",
        "jij",
        "jou",
        "jouw",
        "jullie",
        "ik",
        "mij",
        "me",
        "mijn",
        "mijzelf",
        "hij",
        "zij",
        "ze",
        "haar",
        "hem",
        "hen",
        "hun",
        "wij",
        "we",
        "ons",
        "onze",
        "u",
        "uw",
        "zich",
        "zichzelf",
        "niet",
        "als",
        "ook",
        "of",
        "om",
        "te",
        "naar",
        "door",
        "over",
        "uit",
        "er",
        "dit",
        "deze",
        "dan",
        "nog",
        "al",
        "zo",
        "wat",
        "wie",
        "waar",
        "hoe",
        "heeft",
        "hebt",
        "heb",
        "hebben",
        "ben",
        "bent",
        "was",
        "waren",
        "dus",
        "want",
    ]
)
_PERSONS = frozenset(
    [
        "hij",
        "zij",
        "ze",
        "je",
        "jij",
        "jou",
        "jouw",
        "ik",
        "mij",
        "me",
        "mijn",
        "u",
        "uw",
        "haar",
        "hem",
        "hen",
        "hun",
        "zijn",
        "man",
        "vrouw",
        "mevrouw",
        "meneer",
        "heer",
        "dame",
        "mw",
        "dhr",
        "mevr",
        "jongeman",
        "jongedame",
    ]
)
_SIZES = (3, 4, 5)
_DENIED, _OTHER = "¬", "@"


@dataclass(frozen=True, slots=True)
class Features:
    """What a description holds: feature -> how often, per family; and per statement (position) the features of the first family, for explaining."""

    stems: Counter[str]
    letters: Counter[str]
    places: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that are no names: they stand somewhere in lower case in texts that we know, or in the lexicon."""

    words: frozenset[str]

    def knows(self, printed: str) -> bool:
        """Whether a printed word is a word. In lower case it is, and all in capitals (WOZ, BAG); with one capital it may be a name."""
        return printed[:1].islower() or printed.isupper() or printed.casefold() in self.words


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Every word that stands in lower case in these texts."""
    return Vocabulary(frozenset(found.group() for text in texts for found in WORD.finditer(text) if found.group()[:1].islower()))


class FeatureMaker:
    """Makes features of descriptions, with one vocabulary and the names of jobs that are no evidence."""

    def __init__(self, vocabulary: Vocabulary, roles: Iterable[str]) -> None:
        self._vocabulary = vocabulary
        names = "|".join(sorted((re.escape(role.casefold()) for role in roles), key=lambda name: (-len(name), name)))
        # "als senior adviseur WOZ", "je bent teammanager": what somebody is called. The words after it stay.
        self._called = (
            re.compile(
                rf"\b(?:als|bent|ben|is|functie(?:naam|titel)?:?|heet|heten|titel|rol van|functie van)\s+(?:(?:een|de|onze|nieuwe|senior|junior|medior|ervaren)\s+)*(?:{names})\b"
            )
            if names
            else None
        )

    def features(self, description: FunctionDescription) -> Features:
        """The features of the statements that count."""
        stems: Counter[str] = Counter()
        letters: Counter[str] = Counter()
        places = []
        for at, statement in enumerate(description.statements):
            if not statement.counts:
                continue
            own: list[str] = []
            before = ""
            for word, mark in self._words(statement):
                name = mark + stem(word)
                if word not in _EMPTY:
                    own.append(name)
                    if not mark:
                        letters.update(_letters(word))
                if before and word not in _PERSONS:
                    own.append(f"{before} {name}")
                before = "" if word in _PERSONS else name
            stems.update(own)
            places.append((at, tuple(own)))
        return Features(stems, letters, tuple(places))

    def _words(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """The words of a statement in lower case, each with its mark."""
        lower = statement.text.casefold()
        called = [found.span() for found in self._called.finditer(lower)] if self._called and len(lower) == len(statement.text) else []
        start = statement.span[0]
        for found in WORD.finditer(statement.text):
            printed, span = found.group(), found.span()
            if any(char.isdigit() for char in printed) or not self._vocabulary.knows(printed) or _inside(span, called):
                continue
            place = (span[0] + start, span[1] + start)
            mark = _DENIED if _inside(place, statement.denied) else _OTHER if _inside(place, statement.others) else ""
            yield printed.casefold().replace("’", "'"), mark


@lru_cache(maxsize=50_000)
def _letters(word: str) -> tuple[str, ...]:
    framed = f" {word} "
    return tuple(framed[at : at + size] for size in _SIZES for at in range(len(framed) - size + 1))


def _inside(span: Span, clauses: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in clauses)
