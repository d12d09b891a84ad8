"""Which functions of a book a description may belong to, and what was placed before that looks like it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NO_FUNCTION, DOUBT = "geen", "twijfel"
"""In place of a code: no function of the book fits, or two are as defensible."""


NEARLY_SAME = 0.6
"""Likeness from which a text is the same but for some words.

Of 1,080 texts by different hands no two came above 0.31; the same work told anew comes to 0.5; a text with a tenth of its words replaced stays above 0.65.
"""


class PrecedentSource(StrEnum):
    """Where a precedent comes from."""

    EXAMPLE = "voorbeeld"
    CONFIRMED = "eerder zo ingedeeld"


@dataclass(frozen=True, slots=True)
class Precedent:
    """A description that was placed before: ``code`` is a code, ``geen`` or ``twijfel`` (then ``also`` names the codes). ``name`` is that of the function."""

    id: str
    title: str
    text: str
    code: str
    also: tuple[str, ...] = ()
    name: str = ""
    module: bool = False
    source: PrecedentSource = PrecedentSource.EXAMPLE


@dataclass(frozen=True, slots=True)
class LikePrecedent:
    """A precedent and how alike it is to a description (0 to 1)."""

    precedent: Precedent
    likeness: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A function (position in the book) with its score: 0 to 1, those of all functions and of "none of them" together 1."""

    function: int
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """All functions of a book for one description, the best first.

    The first candidate is the best of the best group; the others follow by score, not gated by group. ``groups`` are (code, score), the best first. ``none``
    is the score of "no function of this book fits", ``module`` how much the text resembles work with a module (0 to 1). ``like`` are precedents that look
    most alike.
    """

    candidates: tuple[Candidate, ...]
    groups: tuple[tuple[str, float], ...]
    none: float
    module: float
    like: tuple[LikePrecedent, ...]
