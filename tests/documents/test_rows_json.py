import json
from pathlib import Path

import pytest

from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows


def rows_of(folder: Path, content: str | bytes, name: str = "gevallen.jsonl") -> list[Row | BadRow]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_rows(path))


def reason_of(row: Row | BadRow) -> str:
    assert isinstance(row, BadRow)
    return row.reason


def test_each_line_is_a_row_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert rows_of(tmp_path, '{"id":"b","titel":"Adviseur","tekst":"Adviseert.\\n"}\n\n  \n{"id":"a","tekst":"Beheert."}') == [
        Row(1, "b", "Adviseur", "Adviseert.\n"),
        Row(4, "a", "", "Beheert."),
    ]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"ID": 12, "Titel": "T", "TEKST": "x"}, Row(1, "12", "T", "x")),
        ({"id": 12.0, "title": "T", "text": "x"}, Row(1, "12", "T", "x")),
        ({"id": 1.5, "functie naam": "T", "Werk zaamheden": "x"}, Row(1, "1.5", "T", "x")),
        ({"omschrijving": "anders", "functie": "anders", "tekst": "x", "titel": "T"}, Row(1, "1", "T", "x")),
        ({"text": "anders", "tekst": "x"}, Row(1, "1", "", "x")),
        ({"taken": "anders", "beschrijving": "x", "functietitel": 3}, Row(1, "1", "3", "x")),
        ({"id": " ", "tekst": ""}, Row(1, "1", "", "")),
        ({"id": None, "titel": None, "tekst": None}, Row(1, "1", "", "")),
        ({"id": " a ", "tekst": " \n "}, Row(1, "a", "", "")),
        ({"id": "a", "tekst": "half \ud83d teken"}, Row(1, "a", "", "half \ufffd teken")),
    ],
)
def test_names_of_columns_and_values(tmp_path: Path, keys: dict[str, object], expected: Row) -> None:
    assert rows_of(tmp_path, json.dumps(keys)) == [expected]


@pytest.mark.parametrize(
    ("line", "own", "why"),
    [
        ('{"id":1,"tekst":"x"', None, "Rij 2 is geen geldige JSON (het einde ontbreekt)"),
        ('{"id":1 "tekst":"x"}', None, "Rij 2 is geen geldige JSON (bij teken 9)"),
        ('["x"]', None, "Rij 2 is een lijst en geen JSON-object"),
        ('"x"', None, "Rij 2 is een tekst en geen JSON-object"),
        ("null", None, "Rij 2 is leeg en geen JSON-object"),
        ("[" * 100_000, None, "Rij 2 is niet te lezen"),
        ('{"id":' + "9" * 5000 + ',"tekst":"x"}', None, "Rij 2 is niet te lezen"),
        ('{"id":"q"}', "q", "Rij 2 heeft geen tekst"),
        ('{"titel":"x"}', "2", "Rij 2 heeft geen tekst"),
        ('{"id":"q","tekst":["x"]}', "q", "In rij 2 is de tekst een lijst"),
        ('{"id":"q","tekst":7}', "q", "In rij 2 is de tekst een getal"),
        ('{"id":"q","titel":{},"tekst":"x"}', "q", "In rij 2 is de titel een object"),
        ('{"id":true,"tekst":"x"}', None, "In rij 2 is het id waar of onwaar"),
        ('{"id":"' + "q" * 300 + '","tekst":"x"}', None, "id van 300 tekens"),
        ('{"id":"q","tekst":"' + "x" * 1_000_001 + '"}', "q", "te lang: 1.000.001 tekens, en hooguit 1.000.000 mag"),
        ('{"id":"q","tekst":"' + "x" * 8_000_001 + '"}', None, "Rij 2 is te lang"),
    ],
)
def test_a_bad_row_says_why_and_the_rest_goes_on(tmp_path: Path, line: str, own: str | None, why: str) -> None:
    before, bad, after = rows_of(tmp_path, f'{{"id":"voor","tekst":"x"}}\n{line}\n{{"id":"na","tekst":"x"}}\n')
    assert (before, after) == (Row(1, "voor", "", "x"), Row(3, "na", "", "x"))
    assert isinstance(bad, BadRow)
    assert (bad.number, bad.id) == (2, own)
    assert why in bad.reason


def test_the_longest_text_is_a_row(tmp_path: Path) -> None:
    [row] = rows_of(tmp_path, json.dumps({"tekst": "é" * 1_000_000}))
    assert isinstance(row, Row)
    assert len(row.text) == 1_000_000


def test_an_id_counts_once_also_when_its_row_was_bad(tmp_path: Path) -> None:
    lines = ['{"id":"a"}', '{"id":"4","tekst":"x"}', '{"id":"a","tekst":"x"}', '{"tekst":"x"}', '{"id":"a\\u001b[31m","tekst":"x"}', '{"id":"a\\u001b[31m"}']
    found = rows_of(tmp_path, "\n".join(lines))
    assert [type(row) for row in found] == [BadRow, Row, BadRow, BadRow, Row, BadRow]
    assert reason_of(found[2]).startswith('Rij 3 heeft hetzelfde id als rij 1: "a".')
    assert reason_of(found[3]).startswith("Rij 4 heeft geen id, en het rijnummer 4 is al het id van rij 2.")
    assert "\x1b" not in reason_of(found[5])


@pytest.mark.parametrize("content", ['{"tekst":"één"}\r\n{"tekst":"twee"}', '{"tekst":"één"}\r{"tekst":"twee"}'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_and_line_ends(tmp_path: Path, content: str, encoding: str) -> None:
    assert [row.text for row in rows_of(tmp_path, content.encode(encoding)) if isinstance(row, Row)] == ["één", "twee"]


def test_a_line_in_another_encoding_does_not_spoil_the_others(tmp_path: Path) -> None:
    content = '{"tekst":"café"}\n'.encode() + '{"tekst":"€ 10"}\n'.encode("cp1252")
    assert [row.text for row in rows_of(tmp_path, content) if isinstance(row, Row)] == ["café", "€ 10"]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_objects(tmp_path: Path, indent: int | None) -> None:
    objects = [{"id": 7, "tekst": 'haken ]}[{ en "aanhaling" \\'}, {"extra": [{"a": []}], "tekst": "twee,"}]
    assert rows_of(tmp_path, json.dumps(objects, indent=indent), "gevallen.json") == [
        Row(1, "7", "", 'haken ]}[{ en "aanhaling" \\'),
        Row(2, "2", "", "twee,"),
    ]


def test_objects_below_each_other_are_read_from_json_too(tmp_path: Path) -> None:
    assert rows_of(tmp_path, '{"tekst":"een"}\n{\n"tekst":"twee"}\n', "gevallen.json") == [Row(1, "1", "", "een"), Row(2, "2", "", "twee")]


def test_a_broken_element_costs_no_others(tmp_path: Path) -> None:
    long = json.dumps({"tekst": "x" * 8_000_001})
    found = rows_of(tmp_path, f'[{{"tekst":"een"}}, {{"tekst" "twee"}}, 3, {long}, {{"tekst":"vijf"}}]', "gevallen.json")
    assert [found[0], found[-1]] == [Row(1, "1", "", "een"), Row(5, "5", "", "vijf")]
    assert ["geldige JSON" in reason_of(found[1]), "een getal" in reason_of(found[2]), "te lang" in reason_of(found[3])] == [True] * 3


@pytest.mark.parametrize("end", ['{"id":2,"tek', '{"id":2,"tekst":"x\\', '{"id":2', ""])
def test_half_a_list_is_told(tmp_path: Path, end: str) -> None:
    first, last = rows_of(tmp_path, f'[{{"tekst":"een"}},\n{end}', "gevallen.json")
    assert first == Row(1, "1", "", "een")
    assert "houdt op voordat de lijst is afgesloten" in reason_of(last)
    assert "Rij 2 en wat daarna komt is niet gelezen" in reason_of(last)


def test_a_backslash_at_the_end_of_a_piece(tmp_path: Path) -> None:
    for length in range(65_500, 65_545):
        text = "x" * length + '"\\' * 9
        [row] = rows_of(tmp_path, json.dumps([{"tekst": text}]), "gevallen.json")
        assert isinstance(row, Row)
        assert row.text == text


@pytest.mark.parametrize("name", ["gevallen.jsonl", "gevallen.json"])
def test_about_how_many_rows(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n".join('{"tekst":"' + "x" * 100 + '"}' for _ in range(700)), "utf-8")
    assert count_rows(path) == 700
    path.write_text("\n".join('{"tekst":"' + "x" * 100 + '"}' for _ in range(9000)), "utf-8")
    assert count_rows(path) == pytest.approx(9000, rel=0.2)
