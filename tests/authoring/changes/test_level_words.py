from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from heffing_book import BOOK

from functiehuis.authoring.books import build_book
from functiehuis.authoring.changes import LevelWords, level_words, score_level_words
from functiehuis.documents import read_document
from functiehuis.library.ladders import load_degrees
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook
from functiehuis.model.emphasis import decode
from functiehuis.model.function import StandardFunction

REAL = Path(__file__).parents[4] / "shared" / "functieboek" / "bghu.txt"


def words(book: FunctionBook, function: str, number: int) -> list[str]:
    (found,) = (item for item in level_words(book, load_degrees()) if (item.function, item.number) == (function, number))
    return [found.characteristic.text[slice(*span)] for span in found.spans]


def single(*texts: str) -> FunctionBook:
    return FunctionBook(functions=(StandardFunction("A", "A", characteristics=tuple(map(decode, texts))),))


def test_words_that_the_neighbours_lack() -> None:
    assert words(BOOK, "N03.03.06", 1) == ["bepaalde"]
    assert words(BOOK, "N03.03.08", 1) == ["afgebakend", "zeer beperkte"]


def test_equal_neighbours_are_skipped() -> None:
    assert words(BOOK, "N03.03.02", 4) == ["theoretische"]
    assert words(BOOK, "N03.03.08", 2) == ["praktische"]


def test_a_lone_function_shows_its_degree_words() -> None:
    assert words(BOOK, "N05.03.08", 1) == ["afgebakend"]
    assert words(single("beheert het archief"), "A", 1) == ["beheert"]
    assert words(single("beheert een breed archief"), "A", 1) == ["breed"]
    assert words(single("loopt door het gebouw"), "A", 1) == []


def test_an_enumeration_comes_along() -> None:
    assert words(single("doet complexe, juridische en sociale klussen"), "A", 1) == ["complexe, juridische en sociale"]


def test_the_printed_bold_is_not_looked_at() -> None:
    functions = tuple(replace(item, characteristics=tuple(decode(text.text) for text in item.characteristics)) for item in BOOK.functions)
    plain = replace(BOOK, functions=functions)
    assert [item.spans for item in level_words(plain, load_degrees())] == [item.spans for item in level_words(BOOK, load_degrees())]


def test_the_score_counts_words() -> None:
    text = decode("werkt op een **breed terrein**")
    score = score_level_words([LevelWords("A", 1, text, ((13, 18),)), LevelWords("A", 2, decode("kent **regels**"), ((0, 4),))])
    assert (score.derived, score.bold, score.both) == (2, 3, 1)
    assert (score.precision, round(score.recall, 2)) == (0.5, 0.33)
    assert score_level_words([]).precision == 1.0


@pytest.mark.skipif(not REAL.exists(), reason="the licensed function book is not beside this repository")
def test_on_a_real_book_derived_words_agree_with_the_bold() -> None:
    systems = bundled_systems()
    book = build_book(read_document(REAL), tuple(systems)).book
    score = score_level_words(level_words(book, load_degrees()))
    assert score.precision >= 0.75
    assert score.recall >= 0.62
