"""Text -> what a search keeps of it; a question -> where its words stand in a text.

In: Dutch text, codes included. Out: tokens made of letters and digits only, so that they mean the same in every database, or spans to mark.
Refuses nothing: a question without a letter or digit has no words and finds nothing.

A word is kept as it is (``x`` in front) and by its stem (``s`` in front), without accents and in lower case. A code is kept as one word without its dots.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.language.differences import Span
from functiehuis.language.stems import stem

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)+|[^\W_]+")
_SMALL = frozenset(
    ("de", "het", "een", "en", "of", "van", "in", "op", "aan", "te", "met", "voor", "bij", "naar", "uit", "om", "tot", "dat", "die", "is", "zijn", "er", "als")
)
_MOST = 8  # words of a question that count
_PREFIX = 3  # letters from which the beginning of a word is enough


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a question: as it is, and its stem."""

    word: str
    stem: str

    @property
    def exact(self) -> str:
        """The token of the word itself."""
        return f"x{self.word}"

    @property
    def stemmed(self) -> str:
        """The token of its stem."""
        return f"s{self.stem}"

    @property
    def is_start(self) -> bool:
        """Whether a longer word that begins with it counts too."""
        return len(self.word) >= _PREFIX


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked for: at most eight words, small ones only where there is nothing else."""

    words: tuple[Asked, ...]

    @classmethod
    def of(cls, text: str) -> Question:
        """The question in what was typed."""
        asked = list(dict.fromkeys(Asked(word, stemmed) for word, stemmed, _ in _words(text)))
        telling = [item for item in asked if item.word not in _SMALL] or asked
        return cls(tuple(telling[:_MOST]))

    def __bool__(self) -> bool:
        return bool(self.words)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where its words stand in a text: the word itself, a word that begins with it, or one with its stem."""
        return tuple(span for word, stemmed, span in _words(text) if any(_is_meant(asked, word, stemmed) for asked in self.words))


def tokens_of(*texts: str) -> str:
    """The tokens of texts, each once, with spaces in between."""
    found = ((f"x{word}", f"s{stemmed}") for text in texts for word, stemmed, _ in _words(text))
    return " ".join(dict.fromkeys(token for pair in found for token in pair))


def _is_meant(asked: Asked, word: str, stemmed: str) -> bool:
    return word == asked.word or stemmed == asked.stem or (asked.is_start and word.startswith(asked.word))


def _words(text: str) -> Iterator[tuple[str, str, Span]]:
    for found in _WORD.finditer(text):
        plain = found.group().casefold()
        yield _folded(plain), _folded(stem(plain)), found.span()


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """Letters and digits without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalnum())
