"""What was made of a book is made once, never given for another book, and bounded."""

from __future__ import annotations

from functiehuis.actions.remembered import Remembered
from functiehuis.model.book import FunctionBook


def test_a_thing_is_made_once_per_book_and_key() -> None:
    kept: Remembered[int] = Remembered()
    book, made = FunctionBook("een"), iter(range(9))
    assert [kept.get(book, key, lambda: next(made)) for key in ("a", "b", "a")] == [0, 1, 0]


def test_a_book_that_says_the_same_shares_and_another_does_not() -> None:
    kept: Remembered[str] = Remembered()
    assert kept.get(FunctionBook("een"), "a", lambda: "eerste") == "eerste"
    assert kept.get(FunctionBook("een"), "a", lambda: "tweede") == "eerste"
    assert kept.get(FunctionBook("twee"), "a", lambda: "tweede") == "tweede"


def test_the_oldest_goes_when_there_is_no_room() -> None:
    kept: Remembered[str] = Remembered(books=1, each=1)
    one, two = FunctionBook("een"), FunctionBook("twee")
    kept.get(one, "a", lambda: "1a")
    kept.get(one, "b", lambda: "1b")
    assert kept.get(one, "a", lambda: "opnieuw") == "opnieuw"
    kept.get(two, "a", lambda: "2a")
    assert kept.get(one, "a", lambda: "weer") == "weer"
