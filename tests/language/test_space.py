"""Texts that say the same are alike, whatever the form of the words."""

from __future__ import annotations

import numpy as np
import pytest

from functiehuis.language.space import TextSpace, counts_of

TEXTS = ("behandelt bezwaren tegen aanslagen", "beheert de salarisadministratie", "adviseert de directie over beleid")


@pytest.fixture(scope="module")
def space() -> TextSpace:
    return TextSpace([counts_of(text) for text in TEXTS])


@pytest.mark.parametrize(
    ("text", "best"),
    [("ik behandel een bezwaar", 0), ("administratie van salarissen bijhouden", 1), ("beleidsadvies geven aan de directeur", 2)],
)
def test_the_nearest_text_is_the_one_that_says_the_same(space: TextSpace, text: str, best: int) -> None:
    assert int(np.argmax(space.likeness(space.vector(counts_of(text))))) == best


def test_a_text_is_most_alike_to_itself_and_the_kernel_says_the_same_as_the_likeness(space: TextSpace) -> None:
    kernel = space.kernel()
    rows = [space.likeness(space.vector(counts_of(text))) for text in TEXTS]
    assert np.allclose(kernel, rows)
    assert np.allclose(kernel, kernel.T)
    assert all(kernel[at, at] >= kernel[at].max() for at in range(len(TEXTS)))


def test_a_text_of_strange_words_is_less_alike_when_the_whole_counts(space: TextSpace) -> None:
    counts = counts_of("bezwaren xylofoon trompet piccolo fagot")
    part, whole = space.likeness(space.vector(counts)), space.likeness(space.vector(counts, whole=True))
    assert 0 < whole[0] < part[0]


def test_a_text_without_known_words_is_like_nothing(space: TextSpace) -> None:
    assert not space.likeness(space.vector(counts_of("xylofoon"))).any()
    nothing = space.vector(counts_of(""))
    assert space.pulls(nothing, space.postings(nothing), np.ones(len(TEXTS))) == {}
