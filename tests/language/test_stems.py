"""Forms of one Dutch word have one stem; different words keep their own."""

from __future__ import annotations

import pytest

from functiehuis.language.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "adviseert adviseer adviseren adviserend adviserende",
        "schrijft schrijf schrijven",
        "beoordeelt beoordeel beoordelen",
        "gemeente gemeenten",
        "verbetervoorstel verbetervoorstellen",
        "taxatie taxaties",
        "bezwaar bezwaren",
        "advies adviezen",
        "geeft geven geef",
        "leidinggevende leidinggevenden",
        "heeft hebben",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("gegevens", "geven"), ("gemeente", "mening"), ("heeft", "heffen"), ("beleid", "beleg")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["", "a", "m2", "wi-fi", "’s"])
def test_what_is_no_word_stays(word: str) -> None:
    assert stem(word) == word
