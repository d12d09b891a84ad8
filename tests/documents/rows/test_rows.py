"""A file with many descriptions is read row by row, whatever it looks like; a bad row is told, an unusable file refused, each in one Dutch sentence."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows
from functiehuis.model.errors import UnreadableError

TEXT = "Behandelt bezwaren; belt, schrijft en beslist."


def workbook(path: Path, rows: list[list[object]], above: int = 0) -> Path:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Functies", 0)
    for _ in range(above):
        sheet.append(["Overzicht functies"])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


LINES = "\n".join(json.dumps({"id": key, "titel": "Medewerker", "tekst": TEXT}, ensure_ascii=False) for key in ("a", "b"))
FILES: dict[str, Callable[[Path], Path]] = {
    "json lines": lambda folder: written(folder / "f.jsonl", LINES.encode()),
    "json lines with a mark": lambda folder: written(folder / "f.ndjson", b"\xef\xbb\xbf" + LINES.encode()),
    "a json list": lambda folder: written(folder / "f.json", f"[{','.join(LINES.splitlines())}]".encode()),
    "csv with semicolons": lambda folder: written(folder / "f.csv", f'id;titel;tekst\na;Medewerker;"{TEXT}"\nb;Medewerker;"{TEXT}"\n'.encode()),
    "csv with commas": lambda folder: written(folder / "f.csv", f'ID,Titel,Tekst\r\na,Medewerker,"{TEXT}"\r\nb,Medewerker,"{TEXT}"\r\n'.encode()),
    "tsv": lambda folder: written(folder / "f.tsv", f"id\ttitel\ttekst\na\tMedewerker\t{TEXT}\nb\tMedewerker\t{TEXT}\n".encode()),
    "csv as UTF-16": lambda folder: written(folder / "f.csv", f'id;title;text\na;Medewerker;"{TEXT}"\nb;Medewerker;"{TEXT}"\n'.encode("utf-16")),
    "other names": lambda folder: written(folder / "f.csv", f'Functienaam;Werkzaamheden;id\nMedewerker;"{TEXT}";a\nMedewerker;"{TEXT}";b\n'.encode()),
    "workbook": lambda folder: workbook(folder / "f.xlsx", [["id", "titel", "tekst"], ["a", "Medewerker", TEXT], ["b", "Medewerker", TEXT]]),
    "workbook with a line above": lambda folder: workbook(
        folder / "f.xlsx", [["id", "titel", "tekst"], ["a", "Medewerker", TEXT], [], ["b", "Medewerker", TEXT]], above=1
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_gives_the_same_rows(tmp_path: Path, kind: str) -> None:
    path = FILES[kind](tmp_path)
    found = [item for item in read_rows(path) if isinstance(item, Row)]
    assert [(item.id, item.title, item.text) for item in found] == [("a", "Medewerker", TEXT), ("b", "Medewerker", TEXT)]
    assert count_rows(path) in (2, 3, 4, None)


def test_a_text_may_run_over_lines_and_hold_accents_of_windows(tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", 'id;tekst\n1;"Beoordeelt cliënten\nen schrijft het besluit"\n'.encode("cp1252"))
    (row,) = read_rows(path)
    assert isinstance(row, Row)
    assert row.text == "Beoordeelt cliënten\nen schrijft het besluit"


def test_a_missing_id_is_the_number_of_the_row_and_a_number_stays_a_number(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", [["id", "tekst"], [12, TEXT], [None, TEXT]])
    assert [item.id for item in read_rows(path)] == ["12", "3"]


def test_an_empty_text_is_a_row_for_the_finder_to_answer(tmp_path: Path) -> None:
    path = written(tmp_path / "f.jsonl", b'{"id":"a","tekst":""}\n\n{"id":"b","tekst":"  "}\n')
    assert [(item.id, item.text) for item in read_rows(path) if isinstance(item, Row)] == [("a", ""), ("b", "")]


def test_the_code_of_an_earlier_placement_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", f'id;titel;tekst;Functiecode\na;x;"{TEXT}";N03.03.06\n'.encode())
    (row,) = read_rows(path)
    assert isinstance(row, Row)
    assert row.code == "N03.03.06"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "x", "tekst":', "geen geldige JSON"),
        ('["a", "b"]', "een lijst"),
        ('{"id": "x", "titel": "t"}', "heeft geen tekst"),
        ('{"id": "x", "tekst": ["a"]}', "is de tekst een lijst"),
        ('{"id": {"a": 1}, "tekst": "t"}', "is het id"),
        ('{"id": "eerste", "tekst": "t"}', "hetzelfde id"),
        (json.dumps({"id": "x", "tekst": "a" * 1_000_001}), "te lang"),
        ("[" * 5000, "geen geldige JSON"),
    ],
    ids=["half", "list", "no text", "list as text", "object as id", "double", "too long", "deep"],
)
def test_a_bad_row_is_told_and_the_rest_goes_on(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "f.jsonl"
    path.write_text("\n".join(['{"id": "eerste", "tekst": "goed"}', line, '{"id": "laatste", "tekst": "goed"}']), "utf-8")
    first, bad, last = read_rows(path)
    assert isinstance(first, Row)
    assert isinstance(last, Row)
    assert isinstance(bad, BadRow)
    assert says in bad.reason or "niet te lezen" in bad.reason
    assert "ij 2" in bad.reason


def bomb(folder: Path) -> Path:
    path = folder / "f.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", "0" * 300_000_000)
    return path


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "weg.csv",
        lambda folder: folder,
        lambda folder: written(folder / "f.csv", b""),
        lambda folder: written(folder / "f.jsonl", b"\n\n"),
        lambda folder: written(folder / "f.pdf", b"%PDF-1.4"),
        lambda folder: written(folder / "f.csv", b"id;titel\n1;a\n"),
        lambda folder: written(folder / "f.csv", bytes(range(256)) * 50),
        lambda folder: written(folder / "f.xlsx", b"geen werkmap"),
        lambda folder: written(folder / "f.xlsx", b"PK\x03\x04" + b"\0" * 100),
        lambda folder: written(folder / "f.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        lambda folder: workbook(folder / "f.xlsx", [["a", "b"], [1, 2]]),
        bomb,
    ],
    ids=["gone", "folder", "empty", "blank", "pdf", "no text column", "junk", "no workbook", "broken zip", "old excel", "workbook without text", "bomb"],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(UnreadableError) as refusal:
        list(read_rows(make(tmp_path)))
    words = str(refusal.value)
    assert "\n" not in words
    assert words.endswith(".")
    assert len(words) < 400
