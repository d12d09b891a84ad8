"""Where a description may come from: words, a pipe, files of each kind, forms; and the words that a user reads when it cannot be used."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from command_line import DEMO, Outcome, Run
from functiehuis.actions.find_function import read_description
from functiehuis.classifying.descriptions import text_of_document
from functiehuis.documents import Block, BlockKind, Document
from functiehuis.model.text import RichText
from work_texts import HELPDESK, INVORDERAAR

WRAPPED = INVORDERAAR.replace(". ", ".\n").replace(" als iemand", "\nals iemand")


def result(said: Outcome) -> Any:
    assert (said.code, said.err) == (0, "")
    (line,) = said.out.splitlines()
    return json.loads(line)


def passages(found: dict[str, Any]) -> list[str]:
    found_in = [reason for item in found["kandidaten"] for reason in item["waarom"] if reason["passage"]] + found["taken"]
    return [*(str(item["passage"]) for item in found_in), *found["niet_gedekt"], *(item["tekst"] for item in found["terzijde"])]


@pytest.fixture
def piped(run: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    def give(data: bytes, *options: object) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return run("zoek", DEMO, "-", *options)

    return give


@pytest.mark.parametrize("text", [INVORDERAAR, WRAPPED, WRAPPED.replace("\n", "\r\n"), f"Functie:\tInner\n\n> **{INVORDERAAR}** <!-- x -->", HELPDESK])
def test_a_plain_text_is_quoted_as_it_stands(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "beschrijving.txt"
    path.write_bytes(text.encode())
    found = result(run("zoek", DEMO, path, "--json"))
    assert passages(found)
    assert [passage for passage in passages(found) if passage not in text] == []
    assert found["id"] == "beschrijving.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_any_encoding_gives_the_same(piped: Any, encoding: str) -> None:
    text = INVORDERAAR.replace("Je int", "Je int zonder één fout")
    assert result(piped(text.encode(encoding), "--json")) == result(piped(text.encode(), "--json"))


def test_a_word_file_may_come_through_a_pipe(piped: Any) -> None:
    document = docx.Document()
    document.add_paragraph(INVORDERAAR)
    stream = io.BytesIO()
    document.save(stream)
    assert result(piped(stream.getvalue(), "--json"))["groep"] == "N03.03"


def test_an_empty_pipe_is_told_and_no_pipe_at_all_too(piped: Any, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert result(piped(b"", "--json"))["uitkomst"] == "geen"
    monkeypatch.setattr(sys, "stdin", None)
    said = run("zoek", DEMO, "-")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Er is geen invoer om een beschrijving uit te lezen.")


def test_markdown_loses_its_signs(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "beschrijving.md"
    path.write_text("# Taken\n\n" + INVORDERAAR.replace("Je int", "Je **int**"), "utf-8")
    found = result(run("zoek", DEMO, path, "--json"))
    assert found["groep"] == "N03.03"
    assert not any("*" in passage or "#" in passage for passage in passages(found))


def test_a_form_gives_its_title_and_a_given_title_goes_before_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "formulier.txt"
    path.write_text(f"Naam functie: Inner\nSchaal: 8\nTaken:\n{INVORDERAAR}\n", "utf-8")
    assert result(run("zoek", DEMO, path, "--json"))["titel"] == "Inner"
    assert result(run("zoek", DEMO, path, "--json", "--titel", "Deurwaarder"))["titel"] == "Deurwaarder"


def test_a_title_decides_nothing(run: Run) -> None:
    (one, other) = (result(run("zoek", DEMO, INVORDERAAR, "--json", "--titel", title)) for title in ("Algemeen directeur", "Stagiair"))
    assert {**one, "titel": ""} == {**other, "titel": ""}


def cells(*rows: tuple[str | list[str], ...]) -> Block:
    def cell(value: str | list[str]) -> tuple[Block, ...]:
        parts = value if isinstance(value, list) else [value]
        return tuple(Block(BlockKind.ITEM if part.startswith("• ") else BlockKind.PARAGRAPH, RichText(part.removeprefix("• "))) for part in parts if part)

    return Block(BlockKind.TABLE, rows=tuple(tuple(cell(value) for value in row) for row in rows))


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (cells(("Afdeling:", "Inning"), ("Schaal", "8")), ["Afdeling: Inning", "Schaal: 8"]),
        (cells(("Taken", ["Int aanslagen", "Legt beslag"])), ["Taken:", "Int aanslagen", "Legt beslag"]),
        (cells(("Taken", ["• Int aanslagen", "• Legt beslag"])), ["Taken:", "- Int aanslagen", "- Legt beslag"]),
        (cells(("Taken", "• Int aanslagen")), ["Taken: Int aanslagen"]),
        (cells(("Doel", ""), ("", "Int aanslagen")), ["Doel", "Int aanslagen"]),
        (cells(("Ondertekening", "Ondertekening"),), ["Ondertekening"]),
        (cells(("Taak", "Wie", "Tijd"), ("Int aanslagen.", "", "60%"), ("Legt beslag", "alleen", "4 uur")),
         ["Taak: Int aanslagen (Tijd: 60%)", "Taak: Legt beslag (Tijd: 4 uur)", "Wie: alleen"]),
        (cells(("Neemt de telefoon op voor het hele team van de afdeling", "40 %")), ["Neemt de telefoon op voor het hele team van de afdeling: 40 %"]),
        (cells(("Int aanslagen van inwoners en van kleine bedrijven", "Treft regelingen met hen")),
         ["Int aanslagen van inwoners en van kleine bedrijven", "Treft regelingen met hen"]),
        (cells((), ("",)), []),
    ],
    ids=["form", "paragraphs in a cell", "list in a cell", "one item", "half empty", "merged", "table of tasks", "share of time", "two texts", "empty"],
)  # fmt: skip
def test_the_cells_of_a_table_become_lines(table: Block, lines: list[str]) -> None:
    _, text = text_of_document(Document("a.docx", "docx", (table,)))
    assert [line for line in text.split("\n") if line] == lines


def test_tasks_in_one_cell_are_told_apart(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).rows[0].cells
    cell[0].text = "Taken"
    tasks = ["Int openstaande aanslagen van inwoners en van kleine bedrijven in de gemeente", "Legt loonbeslag bij wie na een aanmaning nog steeds zwijgt"]
    cell[1].text = tasks[0]
    cell[1].add_paragraph(tasks[1])
    document.save(str(tmp_path / "formulier.docx"))
    assert {item["passage"] for item in result(run("zoek", DEMO, tmp_path / "formulier.docx", "--json"))["taken"]} >= set(tasks)


@pytest.mark.parametrize(
    "given",
    [
        "Beheert de inkoop/verkoop van het kantoor en houdt de lijst bij",
        "Je werkt met Word en Excel. Je maakt brieven.",
        "x" * 5000,
        "a.b c",
        "\0",
        "één\nbestand.txt",
    ],
)
def test_words_are_words_and_not_the_name_of_a_file(given: str) -> None:
    assert read_description(given).text == given
    assert read_description(given).identifier == ""


def test_half_characters_from_a_terminal_do_no_harm(run: Run) -> None:
    assert result(run("zoek", DEMO, INVORDERAAR + " caf\udce9", "--json"))["uitkomst"] != ""


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("weg.txt", "bestaat niet"),
        ("weg.odt", "bestaat niet"),
        ("weg.doc", "bestaat niet"),
        ("map/weg.txt", "bestaat niet"),
        ("/map/weg", "bestaat niet"),
        ("./weg", "bestaat niet"),
        ("C:\\map\\weg", "bestaat niet"),
        ("mijn beschrijving.docx", "bestaat niet"),
        ("mijn lijst.csv", "--invoer"),
        ("lijst.jsonl", "--invoer"),
    ],
)
def test_a_name_of_a_file_that_is_not_there_is_no_description(run: Run, name: str, says: str) -> None:
    said = run("zoek", DEMO, name)
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"PK\x03\x04half", "beschadigd"),
        ("a.pdf", b"geen pdf", "heet .pdf maar is het niet"),
        ("a.odt", b"x", "niet leest (.odt)"),
        ("mijn tekst.odt", b"x", "niet leest (.odt)"),
        ("a.txt", bytes(range(32)) * 40, "geen tekst"),
        ("a.txt", b"\x89PNG\r\n", "plaatje"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(run: Run, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    said = run("zoek", DEMO, tmp_path / name)
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("word", ["t.a.v", "t.a.v.", "bv.", "n.v.t", "en/of", "12.5", "inkoper/verkoper", "z.s.m", "www.gemeente.nl", "J.Jansen"])
def test_one_word_that_names_no_file_is_a_text_that_is_too_short(run: Run, word: str) -> None:
    found = result(run("zoek", DEMO, word, "--json"))
    assert (found["uitkomst"], found["kandidaten"]) == ("geen", [])
    assert found["reden"].startswith("De beschrijving heeft maar ") or word == "12.5"


def test_one_word_in_a_folder_that_is_there_is_the_name_of_a_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path)
    said = run("zoek", DEMO, "map/weg")
    assert (said.code, said.out) == (1, "")
    assert "map/weg bestaat niet" in said.err


def test_a_folder_is_no_description(run: Run, tmp_path: Path) -> None:
    said = run("zoek", DEMO, tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "is een map" in said.err


@pytest.mark.parametrize(
    "text", ["", "   \n ", "Taxeert woningen.", "12 34 56 78 " * 30, "The quick brown fox jumps over the lazy dog and the cat. " * 4, "x" * 2_000_000]
)
@pytest.mark.parametrize("as_json", [True, False], ids=["json", "page"])
def test_what_says_too_little_is_never_placed(run: Run, tmp_path: Path, text: str, as_json: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    said = run("zoek", DEMO, path, *["--json"][: int(as_json)])
    assert said.code == 0
    if as_json:
        found = result(said)
        assert (found["uitkomst"], found["kandidaten"], found["groep"]) == ("geen", [], None)
        assert found["motivering"] == found["reden"] != ""
    else:
        assert said.out.startswith("✗ geen functie\n")


def test_a_folder_is_no_description_of_a_system(run: Run, tmp_path: Path) -> None:
    said = run("zoek", DEMO, INVORDERAAR, "--systeem", tmp_path)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert said.err.startswith(f"De systeembeschrijving {tmp_path} is niet te lezen")


@pytest.mark.parametrize("book", ["weg", "leeg.txt", "geen-boek.txt"])
def test_a_book_that_cannot_be_used_is_told(run: Run, tmp_path: Path, book: str) -> None:
    (tmp_path / "leeg.txt").touch()
    (tmp_path / "geen-boek.txt").write_text("Vandaag schijnt de zon.", "utf-8")
    said = run("zoek", tmp_path / book, INVORDERAAR, "--json")
    assert (said.code, said.out) == (1, "")
    assert book in said.err
    assert said.err.count("\n") == 1


def test_a_document_may_be_the_book_too(run: Run, demo_text: Path) -> None:
    found = result(run("zoek", demo_text, INVORDERAAR, "--json"))
    kept = result(run("zoek", DEMO, INVORDERAAR, "--json"))
    assert found["kandidaten"] == kept["kandidaten"]
    assert found["boek"] == kept["boek"]
