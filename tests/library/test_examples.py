"""The example bank is broad, whole, and about the demo book."""

from __future__ import annotations

from collections import Counter

from functiehuis.library.books import demo_book
from functiehuis.library.examples import DOUBT, NO_FUNCTION, load_examples

CODES = {function.code for function in demo_book().functions}


def test_every_function_and_no_function_has_many_examples() -> None:
    counts = Counter(example.code for example in load_examples())
    assert len(load_examples()) >= 200
    assert set(counts) == CODES | {NO_FUNCTION, DOUBT}
    assert min(counts.values()) >= 12


def test_answers_are_codes_of_the_demo_book() -> None:
    assert {code for example in load_examples() for code in example.also} <= CODES | {NO_FUNCTION}


def test_a_doubt_names_two_answers() -> None:
    assert all(len(example.also) >= 2 for example in load_examples() if example.code == DOUBT)


def test_ids_and_texts_are_unique() -> None:
    examples = load_examples()
    assert len({example.id for example in examples}) == len(examples) == len({example.text for example in examples})


def test_registers_and_difficulties_are_varied_and_titles_mislead() -> None:
    examples = load_examples()
    assert len(Counter(example.register for example in examples)) >= 6
    assert set(Counter(example.difficulty for example in examples)) == {1, 2, 3}
    assert sum(example.misleading_title for example in examples) >= 50
    assert all(example.level_reason and example.group_reason for example in examples)
