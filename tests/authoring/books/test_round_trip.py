"""What is written as text is read again as the same book, whatever signs stand in its sentences."""

from __future__ import annotations

from book_facts import differences
from generated_books import books
from hypothesis import HealthCheck, example, given, settings

from functiehuis.authoring.books import build_book
from functiehuis.authoring.publications import book_document
from functiehuis.documents import read_bytes
from functiehuis.documents.formats.markdown import write
from functiehuis.library.books import demo_book
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook


@given(books("HR21", "Functieboek HR21"))
@example(demo_book())
@settings(max_examples=800, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_book_written_as_text_is_read_again_as_the_same_book(book: FunctionBook) -> None:
    system = next(system for system in bundled_systems() if system.name == book.system)
    text = write(book_document(book, system))
    again = build_book(read_bytes(text.encode(), "boek.md"), bundled_systems())
    assert differences(book, again.book) == [], text
