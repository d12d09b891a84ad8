import io
import os
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows
from functiehuis.model.errors import UnreadableError

Cells = tuple[object, ...]


def workbook(folder: Path, *sheets: list[Cells], hidden: int | None = None) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet: Worksheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
    if hidden is not None:
        book.worksheets[hidden].sheet_state = "hidden"
    path = folder / "gevallen.xlsx"
    book.save(path)
    return path


def changed(path: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """The same workbook with one part changed."""
    with zipfile.ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    parts[member] = change(parts[member])
    out = path.with_name("anders.xlsx")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in parts.items():
            after.writestr(name, data)
    return out


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(old.encode(), new.encode())


def test_cells_become_text(tmp_path: Path) -> None:
    rich = CellRichText("leest ", TextBlock(InlineFont(b=True), "en"), " schrijft")
    rows: list[Cells] = [
        ("Titel ", "ID", "Tekst"),
        ("T", 12, rich),
        (112, 13.0, 0.1 + 0.2),
        (True, "007", datetime(2026, 3, 1)),
        (None, None, datetime(2026, 3, 1, 13, 5)),
        (time(9, 30), date(2026, 3, 2), "twee\nregels"),
        ("T", "leeg", None),
    ]
    assert list(read_rows(workbook(tmp_path, rows))) == [
        Row(2, "12", "T", "leest en schrijft"),
        Row(3, "13", "112", "0.3"),
        Row(4, "007", "waar", "2026-03-01"),
        Row(5, "5", "", "2026-03-01 13:05"),
        Row(6, "2026-03-02", "09:30:00", "twee\nregels"),
        Row(7, "leeg", "T", ""),
    ]


def test_formulas_by_their_stored_value(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("id", "tekst"), (2, "een"), (3, "twee"), ("vier", 4)])
    path = changed(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b"<v>2</v></c><c", b"<f>1+1</f><v>2</v></c><c"))
    good, _, bad = read_rows(changed(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b' t="n"><v>4</v>', b' t="e"><f>1/0</f><v>#DIV/0!</v>')))
    assert good == Row(2, "2", "", "een")
    assert isinstance(bad, BadRow)
    assert (bad.id, bad.number) == ("vier", 4)
    assert bad.reason.startswith("In rij 4 staat bij tekst een foutwaarde van Excel: #DIV/0!.")


def test_rich_text_and_windows_line_ends_as_excel_keeps_them(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("tekst",), ("een",), ("twee",)])
    rich = b'<r><t>leest </t></r><r><rPr><b/></rPr><t>veel</t></r><r><t xml:space="preserve"> boeken</t></r>'
    path = changed(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b"<t>een</t>", rich).replace(b"twee", b"een_x000D_\ntwee"))
    assert [row.text for row in read_rows(path) if isinstance(row, Row)] == ["leest veel boeken", "een\ntwee"]


def test_the_first_sheet_with_a_column_with_text(tmp_path: Path) -> None:
    cover: list[Cells] = [("Lijst van functies",), ("id", "naam")]
    path = workbook(tmp_path, cover, [("tekst",), ("verborgen",)], [("Onze functies",), (), ("id", "omschrijving"), (1, "zichtbaar")], hidden=1)
    assert list(read_rows(path)) == [Row(4, "1", "", "zichtbaar")]
    assert list(read_rows(workbook(tmp_path, cover, [("tekst",), ("verborgen",)], hidden=1))) == [Row(2, "2", "", "verborgen")]


def test_blank_rows_count_in_the_numbers_but_are_no_rows(tmp_path: Path) -> None:
    rows: list[Cells] = [(), ("id", "tekst", "afdeling"), (), (" ", None, ""), ("a", "een"), (None, None, "HR")]
    assert list(read_rows(workbook(tmp_path, rows))) == [Row(5, "a", "", "een"), Row(6, "6", "", "")]


def test_bad_rows_and_double_ids(tmp_path: Path) -> None:
    rows: list[Cells] = [("id", "tekst"), (1, "een"), ("1", "twee"), (3, "drie")]
    first, double, last = read_rows(workbook(tmp_path, rows))
    assert isinstance(double, BadRow)
    assert double.reason.startswith('Rij 3 heeft hetzelfde id als rij 2: "1".')
    assert (first.id, last.id) == ("1", "3")


def test_a_size_that_the_file_only_says_is_not_believed(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("id", "tekst"), (1, "een"), (2, "twee")])
    for size in ("A1:XFD1048576", "A1"):
        other = changed(path, "xl/worksheets/sheet1.xml", replacing("A1:B3", size))
        assert [row.id for row in read_rows(other)] == ["1", "2"]
    far = changed(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b'<row r="3">', b'<row r="99999999999">'))
    assert [row.id for row in read_rows(far)] == ["1"]


def test_damage_further_on_says_where(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("id", "tekst"), *((number, f"tekst {number}") for number in range(2, 200))])
    broken = changed(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b'<row r="150">', b'<rij r="150">'))
    rows = read_rows(broken)
    seen: list[Row | BadRow] = []
    with pytest.raises(UnreadableError, match=r"^anders\.xlsx is na rij \d+ beschadigd\. Open het in Excel"):
        seen.extend(rows)
    assert [row.id for row in seen] == [str(number) for number in range(2, len(seen) + 2)]


def test_a_workbook_under_another_name_is_still_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("id", "tekst"), (1, "een")])
    assert list(read_rows(path.rename(tmp_path / "gevallen.csv"))) == [Row(2, "1", "", "een")]


def test_about_how_many_rows(tmp_path: Path) -> None:
    rows: list[Cells] = [("id", "tekst"), *((number, "x") for number in range(300))]
    assert count_rows(workbook(tmp_path, rows)) == 300
    assert count_rows(workbook(tmp_path, rows, rows)) is None


def test_the_reading_may_stop_halfway(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("id", "tekst"), *((number, "x" * 1000) for number in range(5000))])
    rows = read_rows(path)
    assert next(rows).id == "0"
    del rows
    assert next(read_rows(path)).id == "0"


_DAMAGE = [
    ("xl/worksheets/sheet1.xml", lambda data: data + b" " * 30_000_000, "niet veilig te openen"),
    ("xl/worksheets/sheet1.xml", lambda data: data[:200], "beschadigd"),
    ("xl/workbook.xml", lambda data: b"", "beschadigd"),
    ("[Content_Types].xml", lambda data: data.replace(b"spreadsheetml.sheet.main", b"wordprocessingml.document.main"), "geen Excel-bestand"),
    (
        "xl/worksheets/sheet1.xml",
        lambda data: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>' + data.replace(b"<v>2</v>", b"<v>&b;</v>"),
        "beschadigd",
    ),
    ("xl/worksheets/sheet1.xml", lambda data: data.replace(b"<sheetData>", b"<sheetData><row>" + b"<row>" * 50_000), "beschadigd"),
]


@pytest.mark.parametrize(("member", "change", "why"), _DAMAGE)
def test_a_damaged_or_hostile_workbook(tmp_path: Path, member: str, change: Callable[[bytes], bytes], why: str) -> None:
    path = changed(workbook(tmp_path, [("id", "tekst"), (1, "een"), (2, "twee")]), member, change)
    with pytest.raises(UnreadableError, match=rf"^anders\.xlsx .*{why}") as refused:
        list(read_rows(path))
    assert "Excel" in str(refused.value)


def test_half_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("id", "tekst"), *((number, os.urandom(200).hex()) for number in range(50))])
    path.write_bytes(path.read_bytes()[:-3000])
    with pytest.raises(UnreadableError, match=r"gevallen\.xlsx is beschadigd of niet volledig"):
        list(read_rows(path))


def test_a_locked_part(tmp_path: Path) -> None:
    data = bytearray(workbook(tmp_path, [("tekst",), ("een",)]).read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = len(archive.namelist())
    at = 0
    for _ in range(names):
        at = data.index(b"PK\x01\x02", at) + 8
        data[at] |= 1
    (tmp_path / "slot.xlsx").write_bytes(data)
    with pytest.raises(UnreadableError, match="wachtwoord"):
        list(read_rows(tmp_path / "slot.xlsx"))
