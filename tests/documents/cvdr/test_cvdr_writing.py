"""A book written as a regulation and read again is the same book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from lxml import etree

from functiehuis.authoring.books import build_book
from functiehuis.authoring.publications import Titles, book_document
from functiehuis.documents.formats.cvdr import Publisher, read, write
from functiehuis.library.books import demo_book
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook
from functiehuis.model.plain import without_provenance
from functiehuis.model.system import BookSystem
from made_books import books

HR21, OURS = bundled_systems()
PUBLISHER = Publisher("Gemeente Duinrand", date(2026, 1, 31), date(2026, 2, 1), "CC0 1.0")
NAMES = {"c": "http://standaarden.overheid.nl/cvdr/terms/", "d": "http://purl.org/dc/terms/"}


def written(book: FunctionBook, system: BookSystem = HR21) -> bytes:
    return write(book_document(book, system, Titles.JOINED), replace(PUBLISHER, creator=book.organisation.name))


def again(book: FunctionBook, system: BookSystem = HR21) -> FunctionBook:
    return without_provenance(build_book(read(written(book, system), "boek.xml"), [system]).book)


@given(books())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_written_as_a_regulation_and_read_again_it_is_the_same_book(book: FunctionBook) -> None:
    assert again(book) == book


def test_the_demo_book_comes_back() -> None:
    book = without_provenance(demo_book())
    assert again(book, OURS) == book


def test_the_same_book_gives_the_same_bytes() -> None:
    assert written(demo_book(), OURS) == written(demo_book(), OURS)


def test_the_regulation_says_who_made_it_and_when() -> None:
    root = etree.fromstring(written(demo_book(), OURS))
    found = {name: root.findtext(f".//d:{name}", namespaces=NAMES) for name in ("title", "language", "creator", "modified", "rights")}
    assert found == {
        "title": "VOORBEELD-FUNCTIEBOEK",
        "language": "nl",
        "creator": "Belastingsamenwerking Duin en Dijk",
        "modified": "2026-01-31",
        "rights": "CC0 1.0",
    }
    assert root.findtext(".//c:inwerkingtredingDatum", namespaces=NAMES) == "2026-02-01"


def test_every_function_is_an_annex_with_its_name() -> None:
    root = etree.fromstring(written(demo_book(), OURS))
    titles = [title.text for title in root.iterfind(".//c:bijlage/c:kop/c:titel", namespaces=NAMES)]
    assert len(titles) == 16
    assert titles[4] == "Functiebeschrijving: Adviseur I"
    assert titles[-1] == "Module: Coördinatie"
