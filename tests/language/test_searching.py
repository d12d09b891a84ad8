"""What a search keeps of a text, and where a question stands in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from functiehuis.language.searching import Question, tokens_of


def test_a_word_is_kept_as_it_is_and_by_its_stem() -> None:
    assert tokens_of("Adviseert") == "xadviseert sadviser"


def test_a_code_is_one_word_without_its_dots() -> None:
    assert "xn030304" in tokens_of("zie N03.03.04.").split()


def test_small_words_count_only_when_there_is_nothing_else() -> None:
    assert [item.word for item in Question.of("het beleid van de gemeente").words] == ["beleid", "gemeente"]
    assert [item.word for item in Question.of("van de").words] == ["van", "de"]


def test_the_word_itself_its_beginning_and_its_stem_are_marked() -> None:
    text = "Adviseert over beleid; adviseren is beleidsadvies."
    question = Question.of("adviseren beleid")
    assert [text[slice(*span)] for span in question.spans(text)] == ["Adviseert", "beleid", "adviseren", "beleidsadvies"]


def test_a_question_without_words_finds_nothing() -> None:
    assert not Question.of(" -- !?")
    assert Question.of("").spans("tekst") == ()


@given(st.text(), st.text())
def test_tokens_are_letters_and_digits_only_and_spans_lie_in_the_text(text: str, asked: str) -> None:
    assert all(token.isalnum() for token in tokens_of(text).split(" ") if token)
    question = Question.of(asked)
    assert all(item.exact.isalnum() and item.stemmed.isalnum() for item in question.words)
    assert all(0 <= start < end <= len(text) for start, end in question.spans(text))
