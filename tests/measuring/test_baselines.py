"""The plain ways are what they are said to be: a weak opponent would flatter us."""

from __future__ import annotations

import math

import numpy as np
import pytest

from functiehuis.measuring.baselines import BM25, bm25_scorer, likeness_scorer, ranked

TEXTS = ["aanslagen opleggen en bezwaren afhandelen", "servers beheren", "bezwaren bezwaren beslissen over lange teksten vol woorden"]


def test_bm25_gives_the_score_of_its_formula() -> None:
    words, average = (4, 2, 7), 13 / 3
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    first = rarity * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * words[0] / average))
    third = rarity * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * words[2] / average))
    assert BM25(TEXTS).scores("bezwaren").tolist() == pytest.approx([first, 0, third])


@pytest.mark.parametrize("make", [bm25_scorer, likeness_scorer])
def test_a_text_is_found_by_its_stems_and_not_by_empty_words(make: object) -> None:
    assert callable(make)
    scorer = make(TEXTS)
    assert ranked(scorer("ik beheer de server"), ["a", "b", "c"])[0] == "b"
    assert ranked(scorer("en de het een en"), ["a", "b", "c"]) == ()
    assert ranked(scorer(""), ["a", "b", "c"]) == ()


def test_asking_without_texts_finds_nothing() -> None:
    assert BM25([]).scores("bezwaren").tolist() == []
    assert BM25(["", ""]).scores("bezwaren").tolist() == [0, 0]


def test_a_label_with_several_texts_is_ranked_once_by_its_best() -> None:
    assert ranked(np.array([1.0, 3.0, 2.0, 0.0, 1.0]), ["a", "b", "a", "c", "d"]) == ("b", "a", "d")
