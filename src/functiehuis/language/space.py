"""Features of many texts -> one space in which they can be compared, and how alike a new text is to each of them.

Weights are term frequency (logarithmic) times inverse document frequency, each family made one long; the likeness of two texts is the sum of the cosines of
the families. Only numpy: the texts are few (hundreds to some thousands) and the features of a text are some thousands.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from functiehuis.language.stems import stem
from functiehuis.model.terms import plain_words

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

Counts = tuple[Counter[str], Counter[str]]
"""What a text holds: stems (single and in pairs), and letters of words (3 to 5 in a row)."""

_FEWEST_TEXTS = (1, 2)  # a stem may stand in one text only; letters in one text only say nothing new
_SIZES = (3, 4, 5)

_EMPTY_TEXT = """
de het een en van voor met op in aan bij is zijn wordt worden die dat je jij jou jouw jullie ik mij me mijn mijzelf hij zij ze haar hem hen hun wij we ons
onze u uw zich zichzelf niet als ook of om te naar door over uit er dit deze dan nog al zo wat wie waar hoe heeft hebt heb hebben ben bent was waren dus want
"""
EMPTY_WORDS = frozenset(_EMPTY_TEXT.split())
"""Words without content."""


def counts_of(text: str) -> Counts:
    """The stems and letters of a plain text; words without content are left out."""
    words = [word for word, _ in plain_words(text) if word not in EMPTY_WORDS and not any(char.isdigit() for char in word)]
    return Counter(stem(word) for word in words), Counter(part for word in words for part in letters_of(word))


@lru_cache(maxsize=50_000)
def letters_of(word: str) -> tuple[str, ...]:
    """The letters of a word, 3 to 5 in a row, with its edges."""
    framed = f" {word} "
    return tuple(framed[at : at + size] for size in _SIZES for at in range(len(framed) - size + 1))


class TextSpace:
    """A set of texts to compare with."""

    def __init__(self, texts: Sequence[Counts]) -> None:
        self.size = len(texts)
        self._weights: dict[str, tuple[int, float]] = {}
        for family, fewest in enumerate(_FEWEST_TEXTS):
            frequency: Counter[str] = Counter()
            for text in texts:
                frequency.update(text[family].keys())
            for name in sorted(name for name, count in frequency.items() if count >= fewest):
                self._weights[_key(name, family)] = (len(self._weights), math.log((self.size + 1) / (frequency[name] + 1)) + 1)
        self._stems = [key[1:] if key[0] == "0" else "" for key in self._weights]
        vectors = [self.vector(text) for text in texts]
        columns = np.concatenate([places for places, _ in vectors]) if vectors else np.empty(0, np.intp)
        values = np.concatenate([numbers for _, numbers in vectors]) if vectors else np.empty(0)
        rows = np.repeat(np.arange(self.size), [len(places) for places, _ in vectors])
        order = np.lexsort((rows, columns))
        self._rows, self._values = rows[order], values[order]
        self._starts = np.searchsorted(columns[order], np.arange(len(self._weights) + 1))

    def vector(self, text: Counts) -> tuple[Places, Numbers]:
        """The features of a text that the space knows: their places, ascending per family, and their values."""
        places: list[int] = []
        values: list[float] = []
        for family in range(len(_FEWEST_TEXTS)):
            found = []
            for name, count in text[family].items():
                known = self._weights.get(_key(name, family))
                if known:
                    found.append((known[0], math.log1p(count) * known[1]))
            found.sort()
            length = math.sqrt(math.fsum(value * value for _, value in found)) or 1.0
            places += [place for place, _ in found]
            values += [value / length for _, value in found]
        return np.array(places, np.intp), np.array(values)

    def likeness(self, vector: tuple[Places, Numbers]) -> Numbers:
        """How alike a vector is to each text of the space."""
        rows, values, _ = self._postings(vector[0])
        counts = self._starts[vector[0] + 1] - self._starts[vector[0]]
        found: Numbers = np.bincount(rows, values * np.repeat(vector[1], counts), self.size).astype(np.float64)
        return found

    def kernel(self) -> Numbers:
        """How alike each two texts of the space are: size x size."""
        found = np.zeros((self.size, self.size))
        for at in range(len(self._weights)):
            start, end = self._starts[at], self._starts[at + 1]
            rows, values = self._rows[start:end], self._values[start:end]
            found[rows[:, None], rows] += values[:, None] * values
        return found

    def pulls(self, vector: tuple[Places, Numbers], pull_of_text: Numbers) -> dict[str, float]:
        """Per stem of a vector how much it pulls, when each text of the space pulls as given."""
        rows, values, starts = self._postings(vector[0])
        if not len(rows):
            return {}
        sums = np.add.reduceat(values * pull_of_text[rows], starts) * vector[1]
        return {name: float(pull) for place, pull in zip(vector[0], sums, strict=True) if (name := self._stems[place])}

    def _postings(self, places: Places) -> tuple[Places, Numbers, Places]:
        """The texts that hold these features with their values, and where each feature starts."""
        starts, ends = self._starts[places], self._starts[places + 1]
        counts = ends - starts
        offsets = np.concatenate(([0], np.cumsum(counts)[:-1])) if len(places) else np.empty(0, np.intp)
        index = np.arange(counts.sum()) - np.repeat(offsets - starts, counts)
        return self._rows[index], self._values[index], offsets.astype(np.intp)


def _key(name: str, family: int) -> str:
    return f"{family}{name}"
