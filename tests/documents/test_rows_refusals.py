import os
import random
from pathlib import Path

import pytest

from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows
from functiehuis.model.errors import UnreadableError

_LOCKED = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.csv", b"", "is leeg: het bestand heeft 0 tekens"),
        ("a.csv", b"\n \n;;\n", "is leeg: er staat geen tekst in"),
        ("a.csv", b"\xef\xbb\xbf", "is leeg"),
        ("a.csv", b"id;titel;tekst\n", "heeft geen rijen met een beschrijving"),
        ("a.jsonl", b"\n\n", "heeft geen rijen met een beschrijving"),
        ("a.json", b"[ ]", "heeft geen rijen met een beschrijving"),
        ("a.csv", b"id;naam\n1;x\n", 'staat geen kolom met tekst; in de eerste rij staat: "id", "naam"'),
        ("a.csv", b"id;" + b"n\x1b" * 100 + b"\n1;x\n", "is geen tekst"),
        ("a.csv", bytes(1000), "is geen tekst"),
        ("a.jsonl", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "is geen tekst"),
        ("a.xlsx", b"id;tekst\n1;x\n", "heet .xlsx maar is geen Excel-bestand"),
        ("a.xlsx", b"PK\x03\x04 half", "is beschadigd of niet volledig"),
        ("a.xlsx", _LOCKED, "is met een wachtwoord beveiligd"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "is een oud Excel-bestand"),
        ("a.docx", b"PK\x03\x04", "van een soort die hier niet gelezen wordt (.docx)"),
        ("gevallen", b"id;tekst\n1;x\n", "van een onbekende soort"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        read_rows(path)
    sentence = str(refused.value)
    assert why in sentence
    assert name in sentence
    assert sentence.isprintable()
    assert sentence.endswith(".")


def test_a_file_that_is_not_there_or_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"nergens\.csv bestaat niet"):
        read_rows(tmp_path / "nergens.csv")
    with pytest.raises(UnreadableError, match="is een map"):
        read_rows(tmp_path)
    os.mkfifo(tmp_path / "pijp.csv")
    with pytest.raises(UnreadableError, match="een pijp"):
        read_rows(tmp_path / "pijp.csv")
    with pytest.raises(UnreadableError, match="niet te openen"):
        read_rows(tmp_path / ("x" * 300 + ".csv"))


def test_a_workbook_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(70 * 1024 * 1024)
    with pytest.raises(UnreadableError, match=r"groot\.xlsx is te groot: 70 MB.*als \.csv"):
        read_rows(path)
    assert count_rows(path) is None


@pytest.mark.parametrize("name", ["nergens.csv", "map", "leeg.csv", "stuk.xlsx", "soort.txt", "zonder.csv"])
def test_what_cannot_be_used_has_no_number_of_rows(tmp_path: Path, name: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "leeg.csv").write_bytes(b"")
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "soort.txt").write_text("tekst\nx\n", "utf-8")
    (tmp_path / "zonder.csv").write_text("id;naam\n1;x\n", "utf-8")
    assert count_rows(tmp_path / name) is None


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.json"])
def test_whatever_stands_in_it_is_read_or_refused(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    path = tmp_path / name
    signs = ['"', "'", ";", ",", "\t", "|", "\n", "\r", "\\", "{", "}", "[", "]", ":", '"id"', '"tekst"', "tekst", "id", "é", "\ufeff", "\x00", "x" * 50]
    for _ in range(400):
        start = "id;tekst\n" if name == "a.csv" else ""
        content = start + "".join(chance.choices(signs, k=chance.randrange(60)))
        path.write_bytes(content.encode(chance.choice(["utf-8", "utf-16", "utf-32"])))
        try:
            found = list(read_rows(path))
        except UnreadableError:
            continue
        numbers = [row.number for row in found]
        assert numbers == sorted(set(numbers))
        assert all(str(row.number) in row.reason if isinstance(row, BadRow) else isinstance(row, Row) for row in found)
        own = [row.id for row in found if isinstance(row, Row)]
        assert len(own) == len(set(own))
