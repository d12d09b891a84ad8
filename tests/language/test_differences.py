from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from functiehuis.language.differences import DifferenceKind, changed, spans_after, spans_before, tokens, word_differences

words = st.lists(st.sampled_from(["de", "het", "regelt", "bewaakt", "dossier", "van", ",", "zeer"]), max_size=12).map(" ".join)


def kinds(before: str, after: str) -> list[tuple[str, str, str]]:
    return [(str(item.kind), item.before_words, item.after_words) for item in word_differences(before, after)]


def test_one_word_replaced() -> None:
    assert kinds("regelt een grote ruimte", "regelt een kleine ruimte") == [
        ("gelijk", "regelt een", "regelt een"),
        ("vervangen", "grote", "kleine"),
        ("gelijk", "ruimte", "ruimte"),
    ]


def test_word_added_and_word_gone() -> None:
    assert kinds("stelt op", "stelt zelf op") == [("gelijk", "stelt", "stelt"), ("toegevoegd", "", "zelf"), ("gelijk", "op", "op")]
    assert kinds("stelt zelf op", "stelt op") == [("gelijk", "stelt", "stelt"), ("vervallen", "zelf", ""), ("gelijk", "op", "op")]


def test_white_space_is_no_difference() -> None:
    assert not changed(word_differences("de  aanslag\nklopt", "de aanslag klopt"))
    assert word_differences("", "") == ()


def test_a_small_word_between_two_changes_joins_them() -> None:
    assert kinds("beheert systemen van klanten", "ordent bronnen van inwoners") == [
        ("vervangen", "beheert systemen van klanten", "ordent bronnen van inwoners")
    ]


def test_capitals_count_unless_told() -> None:
    assert changed(word_differences("Regelt", "regelt"))
    assert not changed(word_differences("Regelt", "regelt", ignore_case=True))


def test_spans_point_into_both_texts() -> None:
    before, after = "geeft advies, ook ongevraagd", "geeft advies"
    found = word_differences(before, after)
    assert [before[slice(*span)] for span in spans_before(found)] == [", ook ongevraagd"]
    assert spans_after(found) == ()


def test_hyphens_and_apostrophes_stay_inside_words() -> None:
    assert [token.text for token in tokens("ICT-beleid, foto's (10a)")] == ["ICT-beleid", ",", "foto's", "(", "10a", ")"]


@given(words, words)
def test_every_word_of_both_texts_is_covered_once(before: str, after: str) -> None:
    found = word_differences(before, after)
    assert [token.text for item in found for token in tokens(item.before_words)] == before.split()
    assert [token.text for item in found for token in tokens(item.after_words)] == after.split()
    assert all(left.kind != right.kind for left, right in pairwise(found))
    assert all(item.before_words == item.after_words for item in found if item.kind is DifferenceKind.KEPT)


@given(words)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not changed(word_differences(text, text))
