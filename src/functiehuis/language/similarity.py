"""Which texts of many look alike, without comparing every text with every other.

In: distinct texts. Out: pairs of positions with a score from 0 to 1. Refuses nothing; the result does not depend on the order in which words occur.
Two texts are compared only when they share one of their rarest words (prefix filter for a Jaccard similarity), so that the time grows with the number of
texts and not with its square.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from functiehuis.language.normalise import normalised

_WORD = re.compile(r"[\w'-]+")
_SHARED = 0.45  # part of all words of both texts that they must share
_BUCKET = 60  # a word in more texts than this says nothing about which of them are alike


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(_WORD.findall(normalised(text)))


def close_pairs(texts: Sequence[str], least: float = 0.8) -> Iterator[tuple[int, int, float]]:
    """Pairs (first, second, similarity) of positions of texts that are at least ``least`` the same by characters, in order."""
    words = [frozenset(words_of(text)) for text in texts]
    plain = [normalised(text) for text in texts]
    frequency = Counter(word for found in words for word in found)
    index: dict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(words):
        ordered = sorted(found, key=lambda word: (frequency[word], word))
        prefix = ordered[: len(ordered) - math.ceil(_SHARED * len(ordered)) + 1]
        near: set[int] = set()
        for word in prefix:
            near.update(index[word][-_BUCKET:])
            index[word].append(at)
        for other in sorted(near):
            shared = len(words[other] & found)
            if shared < _SHARED * (len(words[other]) + len(found) - shared) - 1:
                continue
            score = Indel.normalized_similarity(plain[other], plain[at], score_cutoff=least)
            if score >= least:
                yield other, at, score
