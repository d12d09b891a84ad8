"""Features of many texts -> one space in which they can be compared, and how alike a new text is to each of them.

Weights are term frequency (logarithmic) times inverse document frequency, each family made one long; the likeness of two texts is the sum of the cosines of
the families. Only numpy: the texts are few (hundreds to some thousands) and the features of a text are some thousands.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from functiehuis.language.stems import stem
from functiehuis.model.terms import plain_words

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

Counts = tuple[Mapping[str, float], Mapping[str, float]]
"""What a text holds and how often (or how much it counts): stems, single and in pairs, and letters of words, 3 to 5 in a row."""

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


@dataclass(frozen=True, slots=True)
class TextVector:
    """The features of a text that a space knows: places and values, the first ``stems`` of them stems, the others letters."""

    places: Places
    values: Numbers
    stems: int


class TextSpace:
    """A set of texts to compare with."""

    def __init__(self, texts: Sequence[Counts]) -> None:
        self.size = len(texts)
        self._weights: list[dict[str, tuple[int, float]]] = []
        self._stems: list[str] = []
        known = 0
        for family, fewest in enumerate(_FEWEST_TEXTS):
            frequency: Counter[str] = Counter()
            for text in texts:
                frequency.update(text[family].keys())
            names = sorted(name for name, count in frequency.items() if count >= fewest)
            self._weights.append({name: (known + at, self._rarity(frequency[name])) for at, name in enumerate(names)})
            known += len(names)
            self._stems = self._stems or names
        self._unknown = self._rarity(0)
        vectors = [self.vector(text) for text in texts]
        columns = np.concatenate([vector.places for vector in vectors]) if vectors else np.empty(0, np.intp)
        values = np.concatenate([vector.values for vector in vectors]) if vectors else np.empty(0)
        rows = np.repeat(np.arange(self.size), [len(vector.places) for vector in vectors])
        order = np.lexsort((rows, columns))
        self._rows, self._values = rows[order], values[order]
        self._starts = np.searchsorted(columns[order], np.arange(known + 1))

    def vector(self, text: Counts, *, whole: bool = False) -> TextVector:
        """The vector of a text. With ``whole`` words that the space does not know make it longer, so that a short text is not alike by its one known word."""
        places: list[int] = []
        values: list[float] = []
        stems = 0
        for family, weights in enumerate(self._weights):
            found = sorted((known[0], math.log1p(count) * known[1]) for name, count in text[family].items() if (known := weights.get(name)))
            square = math.fsum(value * value for _, value in found)
            if whole:
                strange = sum(1 for name in text[family] if name not in weights)
                square += strange * (math.log1p(1) * self._unknown) ** 2
            length = math.sqrt(square) or 1.0
            places += [place for place, _ in found]
            values += [value / length for _, value in found]
            stems = stems if family else len(found)
        return TextVector(np.array(places, np.intp), np.array(values), stems)

    def knows(self, stem: str) -> bool:
        """Whether a stem stands in one of the texts."""
        return stem in self._weights[0]

    def likeness(self, vector: TextVector) -> Numbers:
        """How alike a vector is to each text of the space: 0 to 2."""
        rows, values, counts = self._postings(vector.places)
        found: Numbers = np.bincount(rows, values * np.repeat(vector.values, counts), self.size).astype(np.float64)
        return found

    def kernel(self) -> Numbers:
        """How alike each two texts of the space are: size x size."""
        found = np.zeros((self.size, self.size))
        # What stands in one text only makes that text alike to itself alone.
        alone = np.flatnonzero(np.diff(self._starts) == 1)
        places = self._starts[alone]
        diagonal = np.bincount(self._rows[places], self._values[places] ** 2, self.size)
        found[np.diag_indices(self.size)] = diagonal
        for at in np.flatnonzero(np.diff(self._starts) > 1).tolist():
            rows, values = self._rows[self._starts[at] : self._starts[at + 1]], self._values[self._starts[at] : self._starts[at + 1]]
            found[rows[:, None], rows] += values[:, None] * values
        return found

    def pulls(self, vector: TextVector, pull_of_text: Numbers) -> dict[str, float]:
        """Per stem of a vector how much it pulls, when each text of the space pulls as given."""
        places = vector.places[: vector.stems]
        if not len(places):
            return {}
        rows, values, counts = self._postings(places)
        starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        sums = np.add.reduceat(values * pull_of_text[rows], starts) * vector.values[: vector.stems]
        return {self._stems[place]: pull for place, pull in zip(places.tolist(), sums.tolist(), strict=True)}

    def _postings(self, places: Places) -> tuple[Places, Numbers, Places]:
        """The texts that hold these features with their values, and how many texts hold each."""
        starts = self._starts[places]
        counts = self._starts[places + 1] - starts
        shift = np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) if len(places) else np.empty(0, np.intp)
        index = np.arange(len(shift)) + shift
        return self._rows[index.astype(np.intp)], self._values[index.astype(np.intp)], counts

    def _rarity(self, texts: int) -> float:
        return math.log((self.size + 1) / (texts + 1)) + 1
