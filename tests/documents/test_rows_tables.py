import csv
import io
import tracemalloc
from pathlib import Path

import pytest

from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows
from functiehuis.model.errors import UnreadableError


def rows_of(folder: Path, content: str | bytes, name: str = "gevallen.csv") -> list[Row | BadRow]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_rows(path))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_delimiters_encodings_and_line_ends(tmp_path: Path, delimiter: str, encoding: str, end: str) -> None:
    out = io.StringIO(newline="")
    text = 'één; "twee", drie|vier\tvijf\nvolgende regel €'
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([["ID", "Functie naam", "Tekst"], ["007", "Adviseur", text], ["b", "", ""]])
    expected = [Row(2, "007", "Adviseur", text), Row(3, "b", "", "")]
    assert rows_of(tmp_path, out.getvalue().encode(encoding), "gevallen.tsv" if delimiter == "\t" else "gevallen.csv") == expected


def test_blank_rows_count_in_the_numbers_but_are_no_rows(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "tekst;titel;id\n\n;;\neen;;\n\ntwee;T;\n") == [Row(4, "4", "", "een"), Row(6, "6", "T", "twee")]


def test_one_column_needs_no_delimiter(tmp_path: Path) -> None:
    assert rows_of(tmp_path, 'Omschrijving\nleest; schrijft, rekent | tekent\n"twee\nregels"\n') == [
        Row(2, "2", "", "leest; schrijft, rekent | tekent"),
        Row(3, "3", "", "twee\nregels"),
    ]


def test_a_title_above_the_names_and_the_hint_for_excel(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "sep=;\nLijst van functies;;\n;;\nid;titel;tekst\na;T;een\n") == [Row(4, "a", "T", "een")]


def test_other_columns_and_another_order(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "tekst,afdeling,id,titel,\nx,Bedrijfsvoering,9,T,\n") == [Row(2, "9", "T", "x")]


@pytest.mark.parametrize(
    ("line", "own", "why"),
    [
        ("a;T", "a", "er zijn maar 2 van de 3 kolommen"),
        ("a;T;leest; schrijft", "a", 'staat er een ";" in de tekst?'),
        ("voor;T;x", "voor", 'Rij 3 heeft hetzelfde id als rij 2: "voor"'),
        ('a;T;"leest', None, "In rij 3 (regel 3) staat een aanhalingsteken"),
        ("a;T;" + "x" * 1_000_001, "a", "te lang: 1.000.001 tekens"),
        ("a;T;" + "x" * 8_000_001, None, "Rij 3 is te lang"),
        ('a;T;"' + ("x" * 10_000 + "\n") * 801 + '"', None, "staat een aanhalingsteken"),
    ],
)
def test_a_bad_row_says_why_and_the_rest_goes_on(tmp_path: Path, line: str, own: str | None, why: str) -> None:
    found = rows_of(tmp_path, f'id;titel;tekst\nvoor;T;x\n{line}\nna;T;"twee\nregels"\n')
    assert found[0] == Row(2, "voor", "T", "x")
    bad = found[1]
    assert isinstance(bad, BadRow)
    assert (bad.number, bad.id) == (3, own)
    assert why in bad.reason
    after = found[-1]
    assert isinstance(after, Row)
    assert (after.id, after.text) == ("na", "twee\nregels")


def test_a_text_as_long_as_may_be(tmp_path: Path) -> None:
    text = 'a"b\n' * 250_000
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([["id", "tekst"], ["a", text]])
    assert rows_of(tmp_path, out.getvalue()) == [Row(2, "a", "", text)]


@pytest.mark.parametrize(("cell", "text"), [('5" buis', '5" buis'), ('"leest" en schrijft', "leest en schrijft"), ('"zegt ""ja"""', 'zegt "ja"')])
def test_quotes_that_break_the_rules_on_one_line(tmp_path: Path, cell: str, text: str) -> None:
    assert rows_of(tmp_path, f"id;tekst\na;{cell}\nb;x\n") == [Row(2, "a", "", text), Row(3, "b", "", "x")]


def test_an_open_quote_does_not_swallow_the_rows_below_it(tmp_path: Path) -> None:
    lines = "".join(f"{number};tekst {number}\n" for number in range(4, 5000))
    found = rows_of(tmp_path, f'id;tekst\na;"open\nb;"dicht"\n{lines}z;"half')
    assert [row.number for row in found if isinstance(row, BadRow)] == [2, 5000]
    assert len([row for row in found if isinstance(row, Row)]) == 4997


def test_too_many_open_quotes_end_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "gevallen.csv"
    path.write_text("id;tekst\n" + 'a";"b\n' * 300_000, "utf-8")
    with pytest.raises(UnreadableError, match="te veel aanhalingstekens"):
        list(read_rows(path))


@pytest.mark.parametrize("name", ["gevallen.csv", "gevallen.jsonl", "gevallen.json"])
def test_rows_are_read_one_by_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    line = '{{"id":{0},"tekst":"' + "x" * 6000 + '"}}' if "json" in name else "{0};" + "x" * 6000
    path.write_text(("" if "json" in name else "id;tekst\n") + "\n".join(line.format(number) for number in range(5000)), "utf-8")
    tracemalloc.start()
    count = sum(isinstance(row, Row) for row in read_rows(path))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5000
    assert most < path.stat().st_size / 8


def test_about_how_many_rows(tmp_path: Path) -> None:
    path = tmp_path / "gevallen.csv"
    path.write_text("id;tekst\n" + "".join(f'{number};"regel een\nregel twee\nregel drie"\n' for number in range(20_000)), "utf-8")
    assert count_rows(path) == pytest.approx(20_000, rel=0.2)
    path.write_text("id;tekst\n1;een\n2;twee\n", "utf-8")
    assert count_rows(path) == 2
