"""A book as a workbook: what is written comes back, and what somebody edits in Excel gives the changed book or one clear sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from command_line import DEMO, Run
from functiehuis.documents.formats.xlsx import read
from functiehuis.library.books import demo_book
from functiehuis.library.systems import bundled_systems
from functiehuis.library.workbooks import derived_sheets, read_workbook, workbook_bytes
from functiehuis.library.workbooks.reading import book_of_rows
from functiehuis.model.book import BookStatus, Dismissal, FunctionBook
from functiehuis.model.errors import InvalidBookError, UnreadableError, WriteError
from functiehuis.model.function import Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.plain import without_provenance
from functiehuis.model.text import RichText
from made_books import books, functions, texts

OURS = bundled_systems()[1]
BOOK = replace(without_provenance(demo_book()), functions=without_provenance(demo_book()).functions[:6])
"""Six functions of the demo book: enough to edit, and quick."""


def again(data: bytes) -> FunctionBook:
    return without_provenance(book_of_rows(read(data, "boek.xlsx"), "boek.xlsx"))


@pytest.fixture(scope="module")
def demo() -> bytes:
    return workbook_bytes(BOOK, derived_sheets(BOOK, OURS))


def edited(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook as another program saves it after a change: with texts in a list of their own, as Excel does."""
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@given(books())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_written_for_excel_and_read_again_it_is_the_same_book(book: FunctionBook) -> None:
    assert again(workbook_bytes(book)) == book


@given(functions(0, "I"), texts, st.lists(st.sampled_from(["", "Werk", "Werk #1", "Zorg"]), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_no_reader_of_documents_would_make_comes_back_too(function: StandardFunction, text: RichText, names: list[str]) -> None:
    odd = replace(
        function, series_definition=text, modules=("Coördinatie", "Zorg; werk"), headings=(PrintedHeading(Part.TASKS, text),), series="N99", points=612
    )
    areas = tuple(ResultArea(0, name, (text,) if name else ()) for name in names)
    book = FunctionBook(
        functions=(odd, replace(odd, result_areas=areas), replace(odd, code=None), replace(odd, code=None, group=None, name="")),
        modules=(Module("", "M.01", (text,), (PrintedHeading(Part.MODULE, text),)), Module("Zorg"), Module("Zorg", "2")),
        leftovers=(text, text),
        dismissals=(Dismissal("abc123", "FB010", "Zo bedoeld.", "2026-01-31"),),
    )
    assert again(workbook_bytes(book)) == book


def test_forty_levels_come_back() -> None:
    function = BOOK.functions[4]
    many = replace(BOOK, functions=tuple(replace(function, code=f"N03.01.{at:02d}", name=f"Adviseur {at}") for at in range(40)))
    assert again(workbook_bytes(many)) == many


def test_the_demo_book_comes_back_also_when_another_program_saved_it(demo: bytes) -> None:
    assert again(demo) == BOOK
    assert again(edited(demo, lambda book: None)) == BOOK


def test_the_same_book_gives_the_same_bytes(demo: bytes) -> None:
    assert workbook_bytes(BOOK, derived_sheets(BOOK, OURS)) == demo


def test_a_person_finds_dutch_names_filters_and_frozen_headers(demo: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(demo))
    assert book.sheetnames[:6] == ["Functies", "Kenmerken", "Taken", "Matrix", "Ladders", "Meldingen"]
    assert [cell.value for cell in book["Taken"][1]] == ["Code", "Functie", "Nr", "Resultaatgebied", "Taak"]
    assert book["Taken"].freeze_panes == "A2"
    assert book["Taken"].auto_filter.ref == f"A1:E{book['Taken'].max_row}"
    assert book["Functies"]["F2"].value == 16
    assert book["Ladders"].max_row > 5


def test_where_a_text_stands_is_its_row(demo: bytes) -> None:
    where = read_workbook(demo, "boek.xlsx").functions[0].characteristics[1].provenance
    assert where is not None
    assert (where.file, where.line) == ("boek.xlsx, blad Kenmerken", 3)


# What people do in Excel


def test_a_row_that_is_added_removed_or_moved_changes_the_book(demo: bytes) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Taken"]
        sheet.delete_rows(2)
        sheet.append(["N03.01.06", "", 9, "Nieuw gebied", "doet iets nieuws"])
        first = [cell.value for cell in book["Kenmerken"][2]]
        book["Kenmerken"].delete_rows(2)
        book["Kenmerken"].append(first)

    found = again(edited(demo, change))
    assert found.functions[0].result_areas[0].tasks == BOOK.functions[0].result_areas[0].tasks[1:]
    assert found.functions[5].result_areas[-1] == ResultArea(9, "Nieuw gebied", (RichText("doet iets nieuws"),))
    traits = BOOK.functions[0].characteristics
    assert found.functions[0].characteristics == (*traits[1:], traits[0])


def test_bold_typed_in_excel_is_bold_in_the_book(demo: bytes) -> None:
    def change(book: Workbook) -> None:
        book["Kenmerken"]["C2"].value = CellRichText("stuurt ", TextBlock(InlineFont(b=True), "eind"), "verantwoordelijk")
        book["Kenmerken"]["C3"].value = "helemaal vet"
        book["Kenmerken"]["C3"].font = Font(bold=True)

    found = again(edited(demo, change)).functions[0].characteristics
    assert (found[0].text, found[0].bold) == ("stuurt eindverantwoordelijk", ((7, 11),))
    assert found[1].bold == ((0, 12),)


def test_numbers_and_columns_in_another_order_are_understood(demo: bytes) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Functies"]
        sheet["F2"].value, sheet["F3"].value, sheet["G3"].value = "16", 14.0, "612"
        sheet["B2"].value = 12
        sheet.move_range("B1:B7", cols=20)
        book["Kenmerken"].append(["N03.01.06", None, 2026])

    found = again(edited(demo, change))
    assert [(one.scale, one.points) for one in found.functions[:2]] == [("16", None), ("14", 612)]
    assert found.functions[0].name == "12"
    assert found.functions[5].characteristics[-1].text == "2026"


def test_what_was_made_from_the_book_may_be_changed_or_thrown_away(demo: bytes) -> None:
    def change(book: Workbook) -> None:
        del book["Ladders"]
        book["Meldingen"].append(["zomaar"])
        book.create_sheet("Eigen notities").append(["kladje", date(2026, 1, 1)])
        book["Taken"]["H1"].value = "Opmerking"

    assert again(edited(demo, change)) == BOOK


def put(sheet: str, place: str, value: object) -> Callable[[Workbook], object]:
    return lambda book: setattr(book[sheet][place], "value", value)


@pytest.mark.parametrize(
    "change, said",
    [
        (put("Taken", "A5", "N02.01.03"), "blad Taken, rij 5: Code 'N02.01.03' staat niet op het blad Functies (bedoelt u N02.01.02?)."),
        (put("Functies", "A4", "N02.02.99"), "blad Kenmerken, rij 11: Code 'N02.03.04' staat niet op het blad Functies"),
        (put("Functies", "A4", "N02.01.02"), "blad Functies, rij 4: Code 'N02.01.02' staat ook in rij 2."),
        (put("Functies", "C4", "N2"), "blad Functies, rij 4: Functiereeks 'N2' staat niet op het blad Functiereeksen"),
        (put("Kenmerken", "C4", None), "blad Kenmerken, rij 4: de cel Kenmerk is leeg. Vul haar in, of haal de rij weg"),
        (put("Taken", "E4", "  "), "blad Taken, rij 4: de cel Taak is leeg"),
        (put("Taken", "C4", "een"), "blad Taken, rij 4: in de cel Nr staat 'een', maar daar hoort een geheel getal"),
        (put("Functies", "G4", 1.5), "blad Functies, rij 4: in de cel Punten staat het getal 1,5"),
        (put("Functies", "B4", date(2026, 3, 1)), "blad Functies, rij 4: in de cel Naam staat een datum of tijd"),
        (put("Functies", "B4", True), "in de cel Naam staat WAAR of ONWAAR"),
        (put("Taken", "E1", "Werk"), "blad Taken: de kolom Taak ontbreekt in de eerste rij"),
        (put("Boek", "B5", "klaar"), "blad Boek, rij 5: de status 'klaar' bestaat niet. Kies een van: concept, vastgesteld, vervallen"),
        (put("Boek", "A2", "Tittel"), "blad Boek, rij 2: het gegeven 'tittel' is onbekend"),
        (lambda book: book.remove(book["Taken"]), "het blad Taken ontbreekt of is helemaal leeg"),
        (lambda book: book.remove(book["Functies"]), "is geen functieboek: het blad Functies ontbreekt"),
    ],
)
def test_a_slip_is_told_with_sheet_and_row(demo: bytes, change: Callable[[Workbook], object], said: str) -> None:
    with pytest.raises(InvalidBookError) as told:
        again(edited(demo, change))
    assert said in str(told.value)
    assert str(told.value).startswith("boek.xlsx")


@pytest.mark.parametrize("data, said", [(b"tekst", "boek.xlsx is beschadigd"), (b"\xd0\xcf\x11\xe0", "oud Excel-bestand"), (b"PK\x03\x04", "beschadigd")])
def test_what_is_no_workbook_is_told(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_workbook(data, "boek.xlsx")


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x.nl")', "+31", "-werk", "@SOM(A1)"])
def test_a_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    for rich in (RichText(text), RichText(text + " vet", ((len(text), len(text) + 4),)), RichText(text, ((0, len(text)),))):
        function = replace(BOOK.functions[0], name=text, characteristics=(rich,))
        book = replace(BOOK, functions=(function,))
        data = workbook_bytes(book)
        cells = openpyxl.load_workbook(io.BytesIO(data))["Kenmerken"][2]
        assert cells[2].data_type == "s"
        assert cells[2].quotePrefix
        assert again(data) == book


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    function = replace(BOOK.functions[0], characteristics=(RichText("a" * 40_000),))
    with pytest.raises(WriteError, match="te lang voor Excel"):
        workbook_bytes(replace(BOOK, functions=(function,)))


# On the command line


def test_a_book_goes_to_excel_and_back(run: Run, tmp_path: Path) -> None:
    assert run("publiceer", DEMO, "--xlsx", tmp_path / "boek.xlsx").code == 0
    assert run("lees", tmp_path / "boek.xlsx", "--uit", tmp_path / "boek").code == 0
    assert run("publiceer", DEMO, "--json-uit", tmp_path / "eerst.json").code == 0
    assert run("publiceer", tmp_path / "boek", "--json-uit", tmp_path / "later.json").code == 0
    source = re.compile(r',\s*"herkomst": \{[^}]*\}')
    assert source.sub("", (tmp_path / "later.json").read_text("utf-8")) == source.sub("", (tmp_path / "eerst.json").read_text("utf-8"))


def test_the_status_may_be_typed_in_capitals(demo: bytes) -> None:
    assert again(edited(demo, put("Boek", "B5", "Vastgesteld"))).status is BookStatus.ADOPTED
