"""The word lists of the field."""

from __future__ import annotations

from functiehuis.language.spelling import Speller
from functiehuis.library.words import field_words, neuter_nouns


def test_lists_hold_single_words_in_lower_case() -> None:
    for words in (field_words(), neuter_nouns()):
        assert len(words) > 50
        assert all(word == word.casefold().strip() and " " not in word for word in words)


def test_field_words_are_right_and_neuter_nouns_are_dutch() -> None:
    speller = Speller(field_words())
    assert all(speller.knows(word) for word in field_words() | neuter_nouns())
