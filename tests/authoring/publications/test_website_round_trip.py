"""The page with the whole book reads back as the same book."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from command_line import DEMO
from functiehuis.authoring.books import build_book
from functiehuis.documents import read_bytes
from functiehuis.documents.formats.html import WHOLE
from functiehuis.library.folders import read_book
from functiehuis.library.sources import open_source
from functiehuis.model.book import FunctionBook
from functiehuis.model.plain import without_provenance
from made_books import books
from site_pages import HR21, site_of


@given(books())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_whole_book_on_one_page_reads_back_as_the_same_book(book: FunctionBook) -> None:
    page = site_of(book).files[WHOLE]
    assert without_provenance(build_book(read_bytes(page, WHOLE), [HR21]).book) == book


def test_the_demo_book_reads_back_from_its_website(tmp_path: Path) -> None:
    book = read_book(DEMO)
    page = tmp_path / WHOLE
    page.write_bytes(site_of(book).files[WHOLE])
    again = open_source(page).book
    assert [(item.code, item.characteristics, item.result_areas) for item in without_provenance(again).functions] == [
        (item.code, item.characteristics, item.result_areas) for item in without_provenance(book).functions
    ]
    assert without_provenance(again) == without_provenance(book)
