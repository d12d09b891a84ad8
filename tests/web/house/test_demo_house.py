"""The demo house is furnished, and its trail is whole."""

from __future__ import annotations

import pytest

from functiehuis.library.books import demo_book
from functiehuis.library.examples import load_examples
from functiehuis.web.demo.furnish import furnish
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks


@pytest.fixture
def furnished(house: DjangoHouse) -> DjangoHouse:
    furnish(house)
    return house


def test_there_is_enough_to_look_at(furnished: DjangoHouse) -> None:
    functions = furnished.local_functions()
    assert len(functions) >= 110
    assert len([item for item in functions if item.description]) >= 40
    assert len(furnished.units()) >= 8
    assert 4 <= len(furnished.worksheets()) <= 6


def test_every_code_is_one_of_the_book(furnished: DjangoHouse) -> None:
    known = {function.code for function in demo_book().functions}
    assert {item.code for item in furnished.local_functions() if item.code} <= known


def test_no_text_of_the_example_bank_is_used_again(furnished: DjangoHouse) -> None:
    known = {sentence for example in load_examples() for sentence in _sentences(example.text)}
    told = {sentence for item in furnished.local_functions() for sentence in _sentences(item.description)}
    assert told.isdisjoint(known)


def test_the_trail_of_the_furnished_house_is_whole(furnished: DjangoHouse) -> None:
    assert list(breaks(furnished.organisation_id)) == []


def _sentences(text: str) -> set[str]:
    parts = text.replace("\n", ". ").split(". ")
    return {part.strip(" -.").casefold() for part in parts if len(part.split()) > 3}
