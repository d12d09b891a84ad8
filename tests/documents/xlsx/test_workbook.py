"""A workbook holds what was written, and nothing that was written can do anything."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from functiehuis.documents.formats.xlsx import Column, Sheet, write

SHEETS = (Sheet("Een", (Column("Naam"), Column("Getal"))), Sheet("Twee", (Column("Iets"),)))


def make(path: Path, rows: list[tuple[str, float | None]], most_rows: int = 1000) -> Path:
    with write(path, SHEETS, title="Proef", most_rows=most_rows) as book:
        for row in rows:
            book.add("Een", row)
    return path


def test_what_is_written_can_be_read_back_with_a_header_and_a_filter(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(make(tmp_path / "a.xlsx", [("één\ntwee", 3), ("", None)]))
    sheet = book["Een"]
    assert book.sheetnames == ["Een", "Twee"]
    assert [cell.value for cell in sheet[1]] == ["Naam", "Getal"]
    assert (sheet["A2"].value, sheet["B2"].value) == ("één\ntwee", 3)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref is not None


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-5 graden", "@naam", '=HYPERLINK("http://x")', "https://voorbeeld.nl", "<r>a</r>"])
def test_a_text_stays_a_text(tmp_path: Path, text: str) -> None:
    cell = openpyxl.load_workbook(make(tmp_path / "a.xlsx", [(text, None)]))["Een"]["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).strip() == text
    assert cell.hyperlink is None


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    rows: list[tuple[str, float | None]] = [("a", 1), ("b", 2)]
    assert make(tmp_path / "a.xlsx", rows).read_bytes() == make(tmp_path / "b.xlsx", rows).read_bytes()


def test_a_full_sheet_goes_on_in_the_next_and_a_long_text_is_cut(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(make(tmp_path / "a.xlsx", [("x" * 40_000, 1), ("b", 2), ("c", 3)], most_rows=3))
    assert book.sheetnames == ["Een", "Twee", "Een 2"]
    assert len(str(book["Een"]["A2"].value)) <= 32_767
    assert book["Een 2"]["A2"].value == "c"
