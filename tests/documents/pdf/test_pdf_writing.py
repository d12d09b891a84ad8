"""A book on paper: accessible, fit for the archive, complete, and the same book when it is read again."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from functiehuis.authoring.books import build_book
from functiehuis.documents.formats.pdf import read, typeface
from functiehuis.library.books import demo_book
from functiehuis.library.publishing import Publication, form_of
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import WriteError
from functiehuis.model.function import ResultArea, StandardFunction
from functiehuis.model.plain import without_provenance
from functiehuis.model.text import RichText
from paper_books import MARKUP, UNBREAKABLE, readable_books, wide_book, wild_books

HR21 = bundled_systems()[0]
DAY = date(2026, 11, 24)
FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def paper(book: FunctionBook, **edition: Any) -> bytes:
    system = next(system for system in bundled_systems() if system.name == (book.system or HR21.name))
    made = form_of("--pdf").make(Publication(book, system, DAY, **edition))
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def demo_paper() -> bytes:
    return paper(demo_book(), version="2026.1", licence="CC0 1.0")


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [one.get_textpage().get_text_range().replace("\r\n", "\n") for one in document]


def findings(data: bytes) -> list[str]:
    """What the rules of PDF/UA-1 and PDF/A-2a find, but for lengths of streams: the checker takes a last byte 13 for the end of a line."""
    found = []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        found += [f"{one.rule_id}: {one.message}" for one in page.validate_pdf_bytes(data, profile=profile).failures]
    return [one for one in found if "STREAM-LENGTH" not in one]


def tags(data: bytes) -> list[str]:
    """The tags of the structure tree, in order."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return list(_tags(document.Root.StructTreeRoot))


def _tags(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S).strip("/")
        kids: Any = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from _tags(kid)


def one_function(**parts: Any) -> FunctionBook:
    return FunctionBook(title="FUNCTIEBOEK HR21", system="HR21", functions=(StandardFunction(**{"code": None, "name": "Adviseur I", **parts}),))


def test_a_rule_checker_finds_nothing() -> None:
    assert findings(demo_paper()) == []


def test_the_rule_checker_does_find_something_in_a_pdf_without_tags() -> None:
    bare = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(bare)
    assert findings(bare.getvalue())


def test_it_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(demo_paper())) as document:
        assert str(document.Root.Lang).startswith("nl")
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as said:
            assert said["pdfuaid:part"] == "1"
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
            assert said["dc:title"] == "VOORBEELD-FUNCTIEBOEK"


def test_bold_and_italic_are_tags() -> None:
    text = RichText("leidt het hele team", bold=((0, 5),), italic=((10, 14),))
    found = tags(paper(one_function(characteristics=(text,))))
    assert {"Strong", "Em", "L", "LI", "H1", "H2", "Table", "TH"} <= set(found)


def test_every_font_is_inside() -> None:
    with pikepdf.open(io.BytesIO(demo_paper())) as document:
        fonts = [font for one in document.pages for font in one.Resources.get("/Font", {}).values()]
        names = {str(font.BaseFont) for font in fonts}
        below = [font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor for font in fonts]
        assert all("/FontFile2" in one or "/FontFile3" in one for one in below)
    assert all("SourceSans3" in name for name in names)
    assert any("Bold" in name for name in names)


def test_every_function_has_a_bookmark_that_leads_to_its_page() -> None:
    with pikepdf.open(io.BytesIO(demo_paper())) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert [function.name for function in demo_book().functions] == [title for title in titles if title in {one.name for one in demo_book().functions}]
    assert {"Inhoudsopgave", "Functiematrix", "Woordenlijst", "Register op code"} <= set(titles)


def test_the_cover_tells_employer_title_status_version_date_and_rights() -> None:
    cover = pages(demo_paper())[0]
    for said in ("Belastingsamenwerking Duin en Dijk", "VOORBEELD-FUNCTIEBOEK", "Concept", "2026.1", "24 november 2026", "CC0 1.0"):
        assert said in cover


def test_the_contents_give_the_page_on_which_a_function_begins() -> None:
    found = pages(demo_paper())
    for function in demo_book().functions:
        number = re.search(rf"(?m)^{re.escape(function.name)}\b.*?(\d+)$", found[1])
        assert number, function.name
        assert function.code
        assert function.code in found[int(number[1]) - 1]


def test_every_description_starts_on_a_new_page_with_its_name_above_it() -> None:
    found = pages(demo_paper())
    for function in demo_book().functions:
        own = [text for text in found if f"Code\n{function.code}" in text or re.search(rf"Code\s+{re.escape(function.code or '')}", text)]
        assert own, function.name
        assert function.name in "\n".join(own[0].splitlines()[:3])


@pytest.mark.parametrize(("series", "groups", "levels"), [(2, 4, 5), (10, 40, 8), (3, 6, 40), (10, 40, 40)])
def test_the_matrix_takes_one_landscape_page(series: int, groups: int, levels: int) -> None:
    data = paper(wide_book(series, groups, levels))
    with pypdfium2.PdfDocument(data) as document:
        wide = [at for at, one in enumerate(document) if one.get_width() > one.get_height()]
    assert len(wide) == 1
    assert "Functiematrix" in pages(data)[wide[0]]


def test_a_book_without_scales_has_no_matrix() -> None:
    assert not any("Functiematrix\n" in text for text in pages(paper(one_function())))


def test_long_lists_break_between_tasks_and_headings_stay_with_what_follows() -> None:
    task = RichText("overlegt met collega's over een lange reeks onderwerpen die elk voor zich weinig zeggen maar samen het hele werk beschrijven")
    areas = tuple(ResultArea(at, f"Werk van soort {at}", (task,) * 7) for at in range(1, 9))
    for text in pages(paper(one_function(result_areas=areas)))[2:]:
        body = [line for line in text.splitlines()[:-1] if line.strip()]
        assert not body[-1].startswith("Resultaatgebied")
        assert not (body[-1].startswith("–") and "overlegt" in body[-1]), body[-1]


def test_the_same_book_gives_the_same_text_and_tags() -> None:
    again = paper(demo_book(), version="2026.1", licence="CC0 1.0")
    assert pages(again) == pages(demo_paper())
    assert tags(again) == tags(demo_paper())


def test_markup_in_a_text_is_only_text() -> None:
    text = "".join("".join(pages(paper(one_function(characteristics=(RichText(MARKUP),))))).split())
    for word in MARKUP.split():
        assert word in text


def test_characters_that_the_typeface_lacks_get_a_sign() -> None:
    text = "\n".join(pages(paper(one_function(characteristics=(RichText("kent 漢字 en Ελλάδα en \U0001f600"),)))))
    assert "kent ◊◊ en Ελλάδα en ◊" in text


def test_a_title_of_two_hundred_characters_and_unbreakable_words_fit() -> None:
    data = paper(replace(one_function(name=UNBREAKABLE, characteristics=(RichText(UNBREAKABLE * 2),)), title="Functieboek " + "gemeente " * 21))
    with pypdfium2.PdfDocument(data) as document:
        for one in document:
            found = one.get_textpage()
            rights = [found.get_rect(at)[2] for at in range(found.count_rects())]
            assert max(rights, default=0) <= one.get_width()
    assert findings(data) == []


@given(wild_books())
@FEW
def test_any_book_becomes_a_pdf_with_nothing_wrong(book: FunctionBook) -> None:
    assert findings(paper(book)) == []


def carried(book: FunctionBook) -> FunctionBook:
    """The book without what a PDF does not carry: its contents have their own page numbers."""
    return replace(book, contents=())


@given(readable_books())
@FEW
def test_written_and_read_again_it_is_the_same_book(book: FunctionBook) -> None:
    again = build_book(read(paper(book), "boek.pdf"), [HR21]).book
    assert carried(without_provenance(again)) == carried(book)
    assert [(row.name, row.scale) for row in again.contents] == [(one.name, one.scale) for one in book.functions]


def test_the_demo_book_reads_back_whole() -> None:
    again = build_book(read(demo_paper(), "boek.pdf"), bundled_systems()).book
    assert carried(without_provenance(again)) == carried(without_provenance(demo_book()))


def test_a_font_that_is_missing_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typeface, "FOLDER", tmp_path)
    with pytest.raises(WriteError, match=r"het lettertype SourceSans3_400Regular\.ttf ontbreekt in .*Installeer Functiehuis opnieuw\."):
        paper(one_function())
