"""Workbooks: what goes in comes out, text stays text, the same rows are the same bytes, and nothing is left behind."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from functiehuis.documents.formats.xlsx import Cell, Column, Sheet, write

TWO = (Sheet("Plaatsingen", (Column("Id", 12), Column("Motivering", 80))), Sheet("Fouten", (Column("Fout"),)))
LONGEST = 32_767


def made(path: Path, rows: Sequence[Sequence[Cell]], **options: Any) -> openpyxl.Workbook:
    with write(path, TWO, **options) as workbook:
        for row in rows:
            workbook.add("Plaatsingen", row)
    return openpyxl.load_workbook(path)


def first_cells(book: openpyxl.Workbook, name: str = "Plaatsingen") -> list[Any]:
    return [row[0].value for row in book[name].iter_rows(min_row=2)]


def test_rows_come_back_in_their_order_with_numbers_as_numbers(tmp_path: Path) -> None:
    book = made(tmp_path / "a.xlsx", [("b", 0.25), ("a", 3), (None, "tekst"), ("", None)])
    assert [[cell.value for cell in row] for row in book["Plaatsingen"].iter_rows(max_row=4)] == [
        ["Id", "Motivering"], ["b", 0.25], ["a", 3], [None, "tekst"]
    ]  # fmt: skip
    assert book.sheetnames == ["Plaatsingen", "Fouten"]
    assert first_cells(book, "Fouten") == []


def test_a_sheet_can_be_used_with_a_keyboard_and_on_paper(tmp_path: Path) -> None:
    book = made(tmp_path / "a.xlsx", [("a", "b"), ("c", "d")], title="Plaatsingen in het voorbeeldboek")
    sheet = book["Plaatsingen"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert sheet["B2"].alignment.wrap_text
    assert sheet["B2"].alignment.vertical == "top"
    assert sheet.column_dimensions["B"].width > 4 * sheet.column_dimensions["A"].width
    assert book.properties.title == "Plaatsingen in het voorbeeldboek"
    assert book["Fouten"].auto_filter.ref == "A1"


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-taken", "@naam", '=HYPERLINK("http://x.nl","klik")', "=cmd|' /C calc'!A0", "http://x.nl/", "12", "1e5"])
def test_a_text_stays_text_whatever_it_starts_with(tmp_path: Path, text: str) -> None:
    cell = made(tmp_path / "a.xlsx", [(text,)])["Plaatsingen"]["A2"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("regel 1\r\nregel 2\rregel 3", "regel 1\nregel 2\nregel 3"),
        ("<r><t>x</t></r>", "<r><t>x</t></r> "),
        ("<r></c></row>&x;</r>", "<r></c></row>&x;</r> "),
        ("half \ud83d teken", "half \ufffd teken"),
        ("  ruimte  ", "  ruimte  "),
        ("'&<>\" é €", "'&<>\" é €"),
    ],
    ids=["line ends", "markup of the library", "markup that would break the sheet", "half a character", "spaces", "signs"],
)
def test_a_hostile_text_is_a_cell_like_others(tmp_path: Path, text: str, shown: str) -> None:
    book = made(tmp_path / "a.xlsx", [(text,), ("hierna",)])
    assert first_cells(book) == [shown, "hierna"]


@pytest.mark.parametrize("sign", ["a", "😀", "é"])
def test_a_text_that_is_too_long_says_that_it_was_cut(tmp_path: Path, sign: str) -> None:
    (value,) = first_cells(made(tmp_path / "a.xlsx", [(sign * 40_000,)]))
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST
    assert value.startswith(sign * 10_000)
    assert value.endswith("… (ingekort: meer tekens passen niet in een cel)")


def test_a_text_that_just_fits_is_whole(tmp_path: Path) -> None:
    assert first_cells(made(tmp_path / "a.xlsx", [("a" * LONGEST,)])) == ["a" * LONGEST]


def test_a_full_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    book = made(tmp_path / "a.xlsx", [(str(number), "x") for number in range(7)], most_rows=4)
    assert book.sheetnames == ["Plaatsingen", "Fouten", "Plaatsingen 2", "Plaatsingen 3"]
    assert [first_cells(book, name) for name in ("Plaatsingen", "Plaatsingen 2", "Plaatsingen 3")] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert book["Plaatsingen 3"]["A1"].value == "Id"
    assert book["Plaatsingen 2"].auto_filter.ref == "A1:B4"


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("een.xlsx", "twee.xlsx"):
        made(tmp_path / name, [("a", 0.1), ("=b", "c")])
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()
    made(tmp_path / "drie.xlsx", [("a", 0.1), ("=b", "d")])
    assert (tmp_path / "een.xlsx").read_bytes() != (tmp_path / "drie.xlsx").read_bytes()


def test_nothing_is_left_beside_the_workbook(tmp_path: Path) -> None:
    made(tmp_path / "a.xlsx", [("a", "b")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert zipfile.ZipFile(tmp_path / "a.xlsx").testzip() is None


def fail_half_way(path: Path) -> None:
    with write(path, TWO) as workbook:
        workbook.add("Plaatsingen", ("a", "b"))
        raise KeyError("stop")


def test_a_block_that_fails_makes_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        fail_half_way(tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_place_that_is_not_there_is_told_as_the_disk_tells_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), write(tmp_path / "weg" / "a.xlsx", TWO):
        pass


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def most(rows: int) -> int:
        tracemalloc.start()
        with write(tmp_path / "a.xlsx", TWO) as workbook:
            for number in range(rows):
                workbook.add("Plaatsingen", (str(number), f"motivering {number} " * 10))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    most(10)
    assert most(3000) < most(300) + 500_000
