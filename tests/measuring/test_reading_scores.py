from dataclasses import replace
from pathlib import Path

from functiehuis.library.books import demo_book
from functiehuis.measuring.items import Share, compare, items, total
from functiehuis.measuring.reading import read_demo
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText


def test_a_book_is_wholly_itself() -> None:
    book = items(demo_book())
    shares = compare(book, book)
    assert total(shares).share == 1.0
    assert total(shares).invented == 0
    assert (shares["codes"].expected, shares["kenmerken"].expected, shares["taken"].expected) == (15, 48, 215)


def test_one_letter_off_is_not_exact_and_counts_as_invented() -> None:
    book = demo_book()
    first = book.functions[0]
    text = first.characteristics[0]
    changed = with_first(first, RichText(text.text + "!", text.bold, text.italic))
    shares = compare(items(replace(book, functions=(changed, *book.functions[1:]))), items(book))
    assert shares["kenmerken"] == Share(48, 47, 1)
    assert shares["vet"].exact == shares["vet"].expected


def test_bold_that_is_one_character_off_is_not_exact() -> None:
    book = demo_book()
    first = book.functions[0]
    text = first.characteristics[0]
    (start, end), *rest = text.bold
    changed = with_first(first, RichText(text.text, ((start, end - 1), *rest), text.italic))
    shares = compare(items(replace(book, functions=(changed, *book.functions[1:]))), items(book))
    assert shares["vet"].exact == shares["vet"].expected - 1
    assert shares["kenmerken"].exact == 48


def test_a_lost_function_is_missed_and_nothing_is_invented() -> None:
    book = demo_book()
    shares = compare(items(replace(book, functions=book.functions[1:])), items(book))
    assert shares["codes"] == Share(15, 14, 0)
    assert total(shares).invented == 0


def test_a_document_that_is_refused_scores_nothing_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "leeg.txt"
    path.write_text("")
    (score,) = read_demo([path], demo_book())
    assert score.total.exact == 0
    assert score.total.expected > 500
    assert score.refused is not None
    assert "leeg" in score.refused


def with_first(function: StandardFunction, text: RichText) -> StandardFunction:
    return replace(function, characteristics=(text, *function.characteristics[1:]))
