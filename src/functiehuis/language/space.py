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
"""What a text holds and how often (or how much it counts): stems, single and in pairs; and words, which are compared by their letters, 3 to 5 in a row."""

_FEW, _FEWEST_TEXTS = 50, 2  # among more than a few texts, letters that stand in one text only say nothing new
_SIZES = (3, 4, 5)
_COMMON = 12  # texts from which a feature is common

_EMPTY_TEXT = """
de het een en van voor met op in aan bij is zijn wordt worden die dat je jij jou jouw jullie ik mij me mijn mijzelf hij zij ze haar hem hen hun wij we ons
onze u uw zich zichzelf niet als ook of om te naar door over uit er dit deze dan nog al zo wat wie waar hoe heeft hebt heb hebben ben bent was waren dus want
"""
EMPTY_WORDS = frozenset(_EMPTY_TEXT.split())
"""Words without content."""


def counts_of(text: str) -> Counts:
    """The stems and words of a plain text; words without content are left out."""
    words = [word for word, _ in plain_words(text) if word not in EMPTY_WORDS and not any(char.isdigit() for char in word)]
    return Counter(stem(word) for word in words), Counter(words)


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


@dataclass(frozen=True, slots=True)
class Postings:
    """For each feature of a vector, in order, the texts that hold it (rows) with its value there; ``counts``: how many texts a feature."""

    rows: Places
    values: Numbers
    counts: Places


class TextSpace:
    """A set of texts to compare with."""

    def __init__(self, texts: Sequence[Counts]) -> None:
        self.size = len(texts)
        frequency: Counter[str] = Counter()
        for text in texts:
            frequency.update(text[0].keys())
        self._stems = sorted(frequency)
        self._weights = {name: (at, self._rarity(frequency[name])) for at, name in enumerate(self._stems)}
        self._letters: dict[str, int] = {}
        self._words: dict[str, Places] = {}
        for word in sorted({word for text in texts for word in text[1]}):
            self._words[word] = np.array([self._letters.setdefault(part, len(self._letters)) for part in letters_of(word)], np.intp)
        found = [self._letters_in(text[1]) for text in texts]
        often = np.bincount(np.concatenate([places for places, _ in found]), minlength=len(self._letters)) if found else np.zeros(0)
        # Letters in one text only are left out by a weight of nothing, which keeps their places.
        self._rarities: Numbers = np.where(often >= (_FEWEST_TEXTS if self.size > _FEW else 1), np.log((self.size + 1) / (often + 1)) + 1, 0.0)
        self._unknown = self._rarity(0)
        vectors = [self.vector(text) for text in texts]
        columns = np.concatenate([vector.places for vector in vectors]) if vectors else np.empty(0, np.intp)
        values = np.concatenate([vector.values for vector in vectors]) if vectors else np.empty(0)
        rows = np.repeat(np.arange(self.size), [len(vector.places) for vector in vectors])
        order = np.lexsort((rows, columns))
        self._rows, self._values = rows[order], values[order]
        self._starts = np.searchsorted(columns[order], np.arange(len(self._stems) + len(self._letters) + 1))

    def vector(self, text: Counts, *, whole: bool = False) -> TextVector:
        """The vector of a text. With ``whole`` words that the space does not know make it longer, so that a short text is not alike by its one known word."""
        found = sorted((known[0], math.log1p(count) * known[1]) for name, count in text[0].items() if (known := self._weights.get(name)))
        strange = (len(text[0]) - len(found)) if whole else 0
        stems: Numbers = np.array([value for _, value in found])
        places, counts = self._letters_in(text[1])
        kept = self._rarities[places] > 0
        letters: Numbers = np.log1p(counts[kept]) * self._rarities[places[kept]]
        unseen = (sum(len(letters_of(word)) for word in text[1]) - int(kept.sum())) if whole else 0
        return TextVector(
            np.concatenate((np.array([place for place, _ in found], np.intp), places[kept] + len(self._stems))),
            np.concatenate((self._unit(stems, strange), self._unit(letters, max(0, unseen)))),
            len(found),
        )

    def _unit(self, values: Numbers, strange: int) -> Numbers:
        """Values made one long, together with so many that are not known."""
        length = math.sqrt(float(values @ values) + strange * (math.log(2) * self._unknown) ** 2)
        found: Numbers = values / (length or 1.0)
        return found

    def _letters_in(self, words: Mapping[str, float]) -> tuple[Places, Numbers]:
        """The places of the letters of words, each once and ascending, and how much each counts."""
        parts, weights = [], []
        for word in sorted(words):
            part = self._words.get(word)
            if part is None:
                known = (self._letters.get(letters) for letters in letters_of(word))
                part = np.array([place for place in known if place is not None], np.intp)
            parts.append(part)
            weights.append(np.full(len(part), words[word]))
        if not parts:
            return np.empty(0, np.intp), np.empty(0)
        places, inverse = np.unique(np.concatenate(parts), return_inverse=True)
        return places, np.bincount(inverse, np.concatenate(weights), len(places)).astype(np.float64)

    def knows(self, stem: str) -> bool:
        """Whether a stem stands in one of the texts."""
        return stem in self._weights

    def likeness(self, vector: TextVector) -> Numbers:
        """How alike a vector is to each text of the space: 0 to 2."""
        return self.likeness_of(vector, self.postings(vector))

    def likeness_of(self, vector: TextVector, postings: Postings) -> Numbers:
        """The same, for a vector of which the postings are known."""
        found: Numbers = np.bincount(postings.rows, postings.values * np.repeat(vector.values, postings.counts), self.size).astype(np.float64)
        return found

    def postings(self, vector: TextVector) -> Postings:
        """The texts of the space that share features with a vector; make them once for all that is asked of it."""
        return Postings(*self._postings(vector.places))

    def kernel(self) -> Numbers:
        """How alike each two texts of the space are: size x size."""
        often = np.diff(self._starts)
        flat = np.zeros(self.size * self.size)
        # Rare features by the pairs of texts that share them, common ones as a matrix: each is quick where the other is slow.
        for count in range(1, _COMMON):
            features = self._starts[:-1][often == count]
            places = features[:, None] + np.arange(count)
            rows, values = self._rows[places], self._values[places]
            pairs = (rows[:, :, None] * self.size + rows[:, None, :]).ravel()
            flat += np.bincount(pairs, (values[:, :, None] * values[:, None, :]).ravel(), self.size * self.size)
        common = np.flatnonzero(often >= _COMMON)
        table = np.zeros((self.size, len(common)))
        for column, at in enumerate(common.tolist()):
            start, end = self._starts[at], self._starts[at + 1]
            table[self._rows[start:end], column] = self._values[start:end]
        found: Numbers = flat.reshape(self.size, self.size) + table @ table.T
        return found

    def pulls(self, vector: TextVector, postings: Postings, pull_of_text: Numbers) -> dict[str, float]:
        """Per stem of a vector how much it pulls, when each text of the space pulls as given."""
        if not vector.stems:
            return {}
        counts = postings.counts[: vector.stems]
        known = int(counts.sum())
        starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        sums = np.add.reduceat(postings.values[:known] * pull_of_text[postings.rows[:known]], starts) * vector.values[: vector.stems]
        return {self._stems[place]: pull for place, pull in zip(vector.places[: vector.stems].tolist(), sums.tolist(), strict=True)}

    def _postings(self, places: Places) -> tuple[Places, Numbers, Places]:
        """The texts that hold these features with their values, and how many texts hold each."""
        starts = self._starts[places]
        counts = self._starts[places + 1] - starts
        shift = np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) if len(places) else np.empty(0, np.intp)
        index = np.arange(len(shift)) + shift
        return self._rows[index.astype(np.intp)], self._values[index.astype(np.intp)], counts

    def _rarity(self, texts: int) -> float:
        return math.log((self.size + 1) / (texts + 1)) + 1
