"""Texts that were placed -> scores of a new text per answer.

Kernel ridge regression (Saunders, Gammerman and Vovk, 1998): the score of an answer is a weighted sum of how alike the new text is to each placed text, with
weights such that the placed texts get their own answers back as far as ``stiffness`` allows. It is exact, gives the same numbers every time, shows which placed
text pulls how hard, and can leave one text out without starting again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from functiehuis.classifying.candidates.features import Features
from functiehuis.language.space import Numbers, Postings, TextSpace, TextVector

_STIFFNESS = 0.5
# A placement that an employer confirmed weighs half as much as an example, and more with each confirmed one that is like it and has the same answer.
_ALONE, _EACH, _MOST = 0.5, 0.5, 2.0
_LIKE = 0.24  # likeness (0 to 2) from which two texts are of like work


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with its answers (position -> share, together at most 1), and whether people confirmed them."""

    features: Features
    answers: tuple[tuple[int, float], ...]
    confirmed: bool = False


class PlacedTexts:
    """Placed texts made ready for scoring new ones. ``answers`` is the number of possible answers."""

    def __init__(self, texts: Sequence[Placed], answers: int) -> None:
        self.space = TextSpace([text.features.counts for text in texts])
        wanted = np.zeros((len(texts), answers))
        for row, text in enumerate(texts):
            for answer, share in text.answers:
                wanted[row, answer] = share
        # An answer that many texts have must not drown one that few have: the texts of an answer share their weight, half-way.
        often = np.maximum(wanted.sum(axis=0), 1e-9)
        kernel = self.space.kernel()
        weights = _weights(texts, kernel) * np.maximum((wanted / np.sqrt(often)).max(axis=1), 1e-3)
        weights /= weights.mean()
        self._inverse: Numbers = np.asarray(np.linalg.inv(kernel + np.diag(_STIFFNESS / weights)), np.float64)
        self._usual: Numbers = wanted.mean(axis=0)
        self._pulls: Numbers = self._inverse @ (wanted - self._usual)

    def score(self, vector: TextVector, postings: Postings, pulls: Numbers) -> tuple[Numbers, Numbers]:
        """The score per answer, and how alike the vector is to each placed text; with ``pulls`` of all texts, or of all but some."""
        like = self.space.likeness_of(vector, postings)
        return like @ pulls + self._usual, like

    def pulls(self, without: Sequence[int] = ()) -> Numbers:
        """How hard each placed text pulls towards each answer (texts x answers), as if the texts at ``without`` had never been placed."""
        if not without:
            return self._pulls
        left_out = list(without)
        block: Numbers = self._inverse[:, left_out]
        # Leaving rows out of a linear system, from its inverse (block elimination).
        pulls: Numbers = self._pulls - block @ np.linalg.inv(self._inverse[np.ix_(left_out, left_out)]) @ self._pulls[left_out]
        return pulls


def _weights(texts: Sequence[Placed], kernel: Numbers) -> Numbers:
    """How much each text weighs beside the others: one wrong row must not overrule the book and the bank, many that agree may."""
    found: Numbers = np.ones(len(texts))
    confirmed = [at for at, text in enumerate(texts) if text.confirmed]
    for at in confirmed:
        agree = sum(other != at and texts[other].answers == texts[at].answers and bool(kernel[at, other] >= _LIKE) for other in confirmed)
        found[at] = min(_MOST, _ALONE + _EACH * agree)
    return found
