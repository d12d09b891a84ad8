"""Plain ways of finding, to hold our own against: BM25, and likeness of words and letters.

In: texts to search and a text. Out: a score for each text. Refuses nothing. Neither of them knows levels, negation, doubt or "no function".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from functiehuis.language.space import EMPTY_WORDS, Numbers, TextSpace, counts_of
from functiehuis.language.stems import stem
from functiehuis.model.terms import plain_words

Scorer = Callable[[str], Numbers]
"""A text -> how well each of the searched texts fits it."""

_SATURATION, _LENGTH = 1.2, 0.75  # the usual k1 and b of BM25; not tuned


class BM25:
    """The usual ranking by words that texts have in common (Robertson and Zaragoza, with an idf that is never negative), on Dutch stems."""

    def __init__(self, texts: Sequence[str], saturation: float = _SATURATION, length: float = _LENGTH) -> None:
        counts = [Counter(stems_of(text)) for text in texts]
        sizes = [count.total() for count in counts]
        average = sum(sizes) / len(sizes) if sum(sizes) else 1.0
        self.size = len(texts)
        held: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, (count, size) in enumerate(zip(counts, sizes, strict=True)):
            longer = saturation * (1 - length + length * size / average)
            for word, times in count.items():
                held[word].append((at, times * (saturation + 1) / (times + longer)))
        self._held = {word: self._weighted(places) for word, places in held.items()}

    def scores(self, text: str) -> Numbers:
        """How well each text fits; a word that is asked twice counts twice."""
        found = np.zeros(self.size)
        for word, times in Counter(stems_of(text)).items():
            if word in self._held:
                places, values = self._held[word]
                found[places] += times * values
        return found

    def _weighted(self, places: Sequence[tuple[int, float]]) -> tuple[Numbers, Numbers]:
        rarity = math.log(1 + (self.size - len(places) + 0.5) / (len(places) + 0.5))
        return np.array([at for at, _ in places], np.intp), rarity * np.array([value for _, value in places])


def stems_of(text: str) -> list[str]:
    """The stems of a text, in order; words without content are left out, for in a book of some functions those are rare enough to seem to say something."""
    return [stem(word) for word, _ in plain_words(text) if word not in EMPTY_WORDS]


def bm25_scorer(texts: Sequence[str]) -> Scorer:
    """BM25 over texts."""
    return BM25(texts).scores


def likeness_scorer(texts: Sequence[str]) -> Scorer:
    """TF-IDF over stems and letters, as the finder weighs them."""
    space = TextSpace([counts_of(text) for text in texts])
    return lambda text: space.likeness(space.vector(counts_of(text)))


def ranked(scores: Numbers, labels: Sequence[str]) -> tuple[str, ...]:
    """The labels with the best score first, each once; those that score nothing are left out. Equal scores keep their order."""
    order = np.argsort(-scores, kind="stable").tolist()
    return tuple(dict.fromkeys(labels[at] for at in order if scores[at] > 0))
