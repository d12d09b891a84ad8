"""A book written as a Word file: read again it is the same book, and Word finds in it what a person expects."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from functiehuis.authoring.books import build_book
from functiehuis.authoring.publications import Titles, book_document, paper_data
from functiehuis.documents.formats.docx import Template, read, write
from functiehuis.library.books import demo_book
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import UnreadableError
from functiehuis.model.function import Part, PrintedHeading
from functiehuis.model.plain import without_provenance
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText
from made_books import books

HR21, OURS = bundled_systems()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TERMS = (("taak", "Iets wat iemand in een functie doet."), ("schaal", "De hoogte van het salaris."))


def written(book: FunctionBook, system: BookSystem = HR21, template: Template | None = None) -> bytes:
    return write(book_document(book, system, Titles.BELOW), paper_data(book, system, on=date(2026, 1, 31), version="1", glossary=TERMS), template)


def again(book: FunctionBook, system: BookSystem = HR21) -> FunctionBook:
    return without_provenance(build_book(read(written(book, system), "boek.docx"), [system]).book)


@pytest.fixture(scope="module")
def demo() -> bytes:
    return written(demo_book(), OURS)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def text_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


@given(books())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_written_for_word_and_read_again_it_is_the_same_book(book: FunctionBook) -> None:
    assert again(book) == book


def test_the_demo_book_comes_back() -> None:
    book = without_provenance(demo_book())
    assert again(book, OURS) == book


def test_a_heading_that_was_printed_in_another_way_comes_back_and_is_not_bold_for_being_a_heading() -> None:
    book = without_provenance(demo_book())
    odd = (
        PrintedHeading(Part.GROUP, RichText("Funciegroep Strategisch I:")),
        PrintedHeading(Part.CHARACTERISTICS, RichText("Overwegende functiekenmerkn:", ((0, 11),))),
    )
    changed = replace(book, functions=(replace(book.functions[0], headings=odd), *book.functions[1:]))
    found = again(changed, OURS).functions[0].headings
    assert [heading.text.text for heading in found] == [heading.text.text for heading in odd]
    assert found[0].text.bold == ()


def test_the_same_book_and_date_give_the_same_bytes(demo: bytes) -> None:
    assert written(demo_book(), OURS) == demo


def test_functions_are_headings_and_tasks_are_list_items(demo: bytes) -> None:
    paragraphs = docx.Document(io.BytesIO(demo)).paragraphs
    names = [one.text for one in paragraphs if one.style and one.style.name == "Heading 2"]
    assert names == [*(function.name for function in demo_book().functions), "Module: Coördinatie"]
    listed = sum(1 for one in paragraphs if one.style and one.style.name == "List Bullet")
    assert listed == sum(len(one.characteristics) + sum(len(area.tasks) for area in one.result_areas) + len(one.modules) for one in demo_book().functions) + 5


def test_the_table_of_contents_is_a_field_with_its_entries_written(demo: bytes) -> None:
    frame = next(part(demo, "word/document.xml").iter(f"{W}sdt"))
    codes = [code.text or "" for code in frame.iter(f"{W}instrText")]
    assert codes[0].strip() == r'TOC \o "1-2" \h \z \u'
    entries = [text_of(line) for line in frame.iter(f"{W}p")][1:]
    assert entries[3].startswith("Algemeen directeur")
    assert entries[3][-1].isdigit()
    kinds = [mark.get(f"{W}fldCharType") for mark in frame.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate") == len(entries) + 1
    targets = {mark.get(f"{W}name") for mark in part(demo, "word/document.xml").iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in part(demo, "word/document.xml").iter(f"{W}hyperlink")} <= targets


def test_the_matrix_has_a_landscape_page_of_its_own(demo: bytes) -> None:
    turned = [section.orientation for section in docx.Document(io.BytesIO(demo)).sections]
    assert [int(one) for one in turned] == [0, 1, 0, 0]


def test_the_header_names_organisation_title_and_function_and_the_footer_the_page(demo: bytes) -> None:
    section = docx.Document(io.BytesIO(demo)).sections[2]
    header = section.header._element
    assert "Belastingsamenwerking Duin en Dijk · VOORBEELD-FUNCTIEBOEK" in text_of(header)
    assert [code.text for code in header.iter(f"{W}instrText")] == [" STYLEREF 2 "]
    assert [code.text for code in section.footer._element.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_the_language_is_dutch_and_the_properties_are_filled(demo: bytes) -> None:
    styles = part(demo, "word/styles.xml")
    assert styles.xpath("string(.//w:rPrDefault//w:lang/@w:val)", namespaces={"w": W.strip("{}")}) == "nl-NL"
    known = docx.Document(io.BytesIO(demo)).core_properties
    assert (known.title, known.author, known.language) == ("VOORBEELD-FUNCTIEBOEK", "Belastingsamenwerking Duin en Dijk", "nl-NL")
    assert known.created is not None
    assert known.created.date() == date(2026, 1, 31)


def house_style(*, without: tuple[str, ...] = (), change: Mapping[str, Any] | None = None) -> bytes:
    """A template as an organisation makes it: own looks, a header of its own, some text as an example."""
    made = docx.Document()
    for name in without:
        made.styles[name].element.getparent().remove(made.styles[name].element)
    made.styles["Normal"].font.name = "Verdana"
    made.sections[0].header.paragraphs[0].text = "Huisstijl Duinrand"
    made.add_paragraph("Voorbeeldtekst die weg moet.")
    out = io.BytesIO()
    made.save(out)
    if not change:
        return out.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change[name](source.read(name)) if name in change else source.read(name))
        for name in change.keys() - set(source.namelist()):
            target.writestr(name, change[name](b""))
    return changed.getvalue()


def test_an_own_template_gives_its_looks_and_header_and_loses_its_text() -> None:
    book = without_provenance(demo_book())
    data = written(book, OURS, Template(house_style(), "huisstijl.docx"))
    made = docx.Document(io.BytesIO(data))
    assert made.styles["Normal"].font.name == "Verdana"
    assert made.sections[2].header.paragraphs[0].text == "Huisstijl Duinrand"
    assert "Voorbeeldtekst" not in text_of(made.element.body)
    assert without_provenance(build_book(read(data, "boek.docx"), [OURS]).book) == book


def test_a_word_template_file_may_be_a_dotx() -> None:
    types = {"[Content_Types].xml": lambda data: data.replace(b"document.main+xml", b"template.main+xml")}
    data = written(demo_book(), OURS, Template(house_style(change=types), "huisstijl.dotx"))
    assert docx.Document(io.BytesIO(data)).paragraphs


def outside(kind: str) -> Mapping[str, Any]:
    relation = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="http://elders.example/a" TargetMode="External"/></Relationships>'.encode()
    return {"word/_rels/document.xml.rels": lambda data: data.replace(b"</Relationships>", relation)}


@pytest.mark.parametrize(
    "data, said",
    [
        (house_style(without=("Heading 2",)), "ontbreekt de stijl Kop 2."),
        (house_style(without=("Heading 1", "List Bullet")), "ontbreken de stijlen Kop 1 en Lijst opsom.teken."),
        (b"gewone tekst", "is geen Word-bestand."),
        (b"PK\x03\x04 kapot", "is beschadigd of niet volledig"),
        (b"\xd0\xcf\x11\xe0 oud", "is een oud Word-bestand"),
        (house_style(change={"word/vbaProject.bin": lambda _: b"macro"}), "bevat macro's"),
        (house_style(change=outside("image")), "haalt iets op van buiten het bestand"),
        (house_style(change={"word/styles.xml": lambda data: b'<!DOCTYPE x [<!ENTITY a "b">]>' + data}), "DOCTYPE"),
        (house_style(change={"word/styles.xml": lambda _: b"<geen-stijlen/>"}), "huisstijl.docx"),
        (house_style(change={"word/media/bom.xml": lambda _: b"0" * 30_000_000}), "is niet veilig te openen"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match="huisstijl") as told:
        written(demo_book(), OURS, Template(data, "huisstijl.docx"))
    assert said in str(told.value)


def test_a_template_lets_go_of_the_template_it_was_made_from() -> None:
    change = {
        "word/_rels/settings.xml.rels": lambda _: (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/x.dotm" TargetMode="External"/>'
            b"</Relationships>"
        )
    }
    data = written(demo_book(), OURS, Template(house_style(change=change), "huisstijl.docx"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"x.dotm" in archive.read(name) for name in archive.namelist())
