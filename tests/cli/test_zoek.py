"""``functiehuis zoek``: one description or many, for people, for programs and in a workbook."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from command_line import DEMO, Run
from work_texts import COORDINATOR, HELPDESK, INVORDERAAR, KOK, TEAMLEIDER

TEXTS = {"inner": INVORDERAAR, "hoofd": TEAMLEIDER, "helpdesk": HELPDESK}


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "functies.jsonl"
    lines = [json.dumps({"id": key, "titel": key, "tekst": text}) for key, text in TEXTS.items()]
    path.write_text("\n".join([*lines[:2], '{"id": "stuk", "tekst":', *lines[2:]]), "utf-8")
    return path


def described(tmp_path: Path, text: str = INVORDERAAR) -> Path:
    path = tmp_path / "beschrijving.txt"
    path.write_text(text, "utf-8")
    return path


def results(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_description_gives_a_page_with_the_function_and_its_reasons(run: Run, tmp_path: Path) -> None:
    outcome = run("zoek", DEMO, described(tmp_path), "--titel", "Invorderaar")
    assert outcome.code == 0
    assert outcome.err == ""
    page = " ".join(outcome.out.split())
    for words in ("Invorderaar", "Medewerker beleidsuitvoering", "Per kenmerk", "Waarom niet hoger", "Waarom niet lager", "terzijde", "Regels:"):
        assert words in page
    assert max(len(line) for line in outcome.out.splitlines()) <= 80


def test_everything_tells_what_was_set_aside_and_why(run: Run, tmp_path: Path) -> None:
    page = " ".join(run("zoek", DEMO, described(tmp_path), "--alles").out.split())
    assert "Arbeidsvoorwaarden zeggen niets over de zwaarte van het werk" in page
    assert "Vroeger deed je ook de post" in page
    assert "Taken naast" in page


def test_the_json_of_one_description_has_the_promised_keys_and_literal_passages(run: Run, tmp_path: Path) -> None:
    (result,) = results(run("zoek", DEMO, described(tmp_path), "--json").out)
    assert {"id", "titel", "uitkomst", "groep", "kandidaten", "modules", "niet_gedekt", "motivering", "boek", "regels"} <= set(result)
    assert result["uitkomst"] in ("voorstel", "twijfel", "geen")
    assert set(result["boek"]) == {"titel", "hash"}
    assert 1 <= len(result["kandidaten"]) <= 5
    scores = [item["score"] for item in result["kandidaten"]]
    assert all(0 <= score <= 1 for score in scores)
    for candidate in result["kandidaten"]:
        assert {"code", "naam", "score", "waarom"} <= set(candidate)
        for reason in candidate["waarom"]:
            assert reason["soort"] in ("kenmerk", "taak")
            assert reason["oordeel"] in ("onder", "voldoet", "boven", "niet van toepassing")
            assert reason["boek"]
            assert reason["passage"] is None or reason["passage"] in INVORDERAAR
    assert all(passage in INVORDERAAR for passage in result["niet_gedekt"])


def test_words_a_pipe_and_a_word_file_give_the_same(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    for line in HELPDESK.splitlines():
        document.add_paragraph(line.removeprefix("- "), style="List Bullet")
    document.save(str(tmp_path / "helpdesk.docx"))
    (from_words,) = results(run("zoek", DEMO, "--json", "--", HELPDESK).out)
    (from_file,) = results(run("zoek", DEMO, tmp_path / "helpdesk.docx", "--json").out)
    assert from_file["kandidaten"] == from_words["kandidaten"]


def test_a_form_in_a_table_gives_the_title_and_the_tasks(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, cells in zip(table.rows, (("Naam functie", "Invorderaar"), ("Schaal", "8"), ("Taken", INVORDERAAR)), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "formulier.docx"))
    (result,) = results(run("zoek", DEMO, tmp_path / "formulier.docx", "--json").out)
    assert result["titel"] == "Invorderaar"
    assert result["groep"] == "N03.03"
    assert "Schaal: 8" in [item["tekst"] for item in result["terzijde"]]


def test_many_rows_keep_their_order_and_a_bad_row_stops_nothing(run: Run, rows: Path) -> None:
    outcome = run("zoek", DEMO, "--invoer", rows, "--json")
    assert outcome.code == 0
    found = results(outcome.out)
    assert [item["id"] for item in found] == ["inner", "hoofd", None, "helpdesk"]
    assert "Rij 3" in found[2]["fout"]
    assert [item["groep"] for item in found if "groep" in item] == ["N03.03", "N02.03", "N05.02"]


def test_the_bytes_are_the_same_again_and_in_another_order(run: Run, rows: Path, tmp_path: Path) -> None:
    first = run("zoek", DEMO, "--invoer", rows, "--json").out
    assert run("zoek", DEMO, "--invoer", rows, "--json").out == first
    turned = tmp_path / "andersom.jsonl"
    turned.write_text("\n".join(reversed(rows.read_text("utf-8").splitlines())), "utf-8")
    backwards = run("zoek", DEMO, "--invoer", turned, "--json").out.splitlines()
    assert sorted(line for line in backwards if '"fout"' not in line) == sorted(line for line in first.splitlines() if '"fout"' not in line)


def test_many_rows_for_people_are_a_line_each_with_totals(run: Run, rows: Path) -> None:
    lines = run("zoek", DEMO, "--invoer", rows).out.splitlines()
    assert lines[0].startswith("inner")
    assert "! fout" in lines[2]
    assert lines[-1].startswith("4 rijen: 1 fout")


def test_a_csv_of_a_spreadsheet_is_read_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "functies.csv"
    path.write_bytes(f'Id;Titel;Tekst\r\n7;Innér;"{INVORDERAAR}"\r\n'.encode("cp1252"))
    (result,) = results(run("zoek", DEMO, "--invoer", path, "--json").out)
    assert (result["id"], result["titel"], result["groep"]) == ("7", "Innér", "N03.03")


def test_the_workbook_says_the_same_as_the_json(run: Run, rows: Path, tmp_path: Path) -> None:
    path = tmp_path / "plaatsingen.xlsx"
    found = results(run("zoek", DEMO, "--invoer", rows, "--json", "--xlsx", path).out)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Plaatsingen", "Kenmerken", "Taken", "Terzijde", "Fouten"]
    told = [[cell.value for cell in row] for row in book["Plaatsingen"].iter_rows(min_row=2)]
    placed = [item for item in found if "uitkomst" in item]
    assert [row[0] for row in told] == [item["id"] for item in placed]
    assert [row[2] for row in told] == [item["uitkomst"] for item in placed]
    assert [row[9] for row in told] == [item["motivering"] for item in placed]
    assert book["Fouten"].cell(2, 3).value == found[2]["fout"]
    assert book["Plaatsingen"].freeze_panes == "A2"


def test_a_workbook_that_is_there_is_not_replaced_unless_told(run: Run, rows: Path, tmp_path: Path) -> None:
    path = tmp_path / "plaatsingen.xlsx"
    path.write_bytes(b"van mij")
    refused = run("zoek", DEMO, "--invoer", rows, "--xlsx", path)
    assert refused.code == 1
    assert "--overschrijf" in refused.err
    assert path.read_bytes() == b"van mij"
    assert run("zoek", DEMO, "--invoer", rows, "--xlsx", path, "--overschrijf").code == 0
    assert path.read_bytes().startswith(b"PK")


def test_answers_given_beforehand_count_and_are_told(run: Run, tmp_path: Path) -> None:
    (result,) = results(run("zoek", DEMO, described(tmp_path), "--json", "--antwoord", "beslisruimte=zeer beperkt").out)
    assert result["antwoorden"] == [{"as": "beslisruimte", "antwoord": 5, "bron": "antwoord"}]
    assert any(reason.get("uit_antwoord") for reason in result["kandidaten"][0]["waarom"])


def test_questions_are_asked_until_one_function_stands_out(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n" * 9))
    outcome = run("zoek", DEMO, described(tmp_path, COORDINATOR), "--vraag")
    assert outcome.code == 0
    assert 0 < outcome.err.count("Uw antwoord") <= 5
    assert "Weet ik niet" in outcome.err


@pytest.mark.parametrize(("given", "says"), [("", "leeg"), ("Taxeert woningen.", "maar 2 woorden"), (KOK, "Geen normfunctie van dit boek past")])
def test_what_cannot_be_placed_is_told_and_is_no_failure(run: Run, tmp_path: Path, given: str, says: str) -> None:
    outcome = run("zoek", DEMO, given) if not given else run("zoek", DEMO, described(tmp_path, given))
    assert outcome.code == 0
    assert says in " ".join(outcome.out.split())


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("zoek", DEMO), 2, "--invoer"),
        (("zoek", DEMO, "tekst", "--invoer", "x.csv"), 2, "--invoer"),
        (("zoek", DEMO, "--invoer", "x.csv", "--vraag"), 2, "--antwoord"),
        (("zoek", DEMO, "bestaat-niet.docx"), 1, "bestaat niet"),
        (("zoek", DEMO, "rijen.xlsx"), 1, "--invoer"),
        (("zoek", DEMO, "--invoer", "bestaat-niet.csv"), 1, "bestaat niet"),
        (("zoek", DEMO, INVORDERAAR, "--antwoord", "kleur=rood"), 1, "geen as"),
        (("zoek", DEMO, INVORDERAAR, "--antwoord", "beslisruimte=rood"), 1, "geen graad"),
    ],
)
def test_wrong_use_and_wrong_files_get_one_sentence(run: Run, words: tuple[object, ...], code: int, says: str) -> None:
    outcome = run(*words)
    assert outcome.code == code
    assert says in outcome.err
    assert outcome.out == ""


def test_earlier_placements_must_be_of_this_book(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "eerder.csv"
    path.write_text(f'id,titel,tekst,code\na,Inner,"{INVORDERAAR}",N99.99.99\n', "utf-8")
    refused = run("zoek", DEMO, INVORDERAAR, "--eerder", path)
    assert refused.code == 1
    assert "N99.99.99" in refused.err
    assert "rij 2" in refused.err
    path.write_text(f'id,titel,tekst,code\na,Eerdere inner,"{INVORDERAAR}",N03.03.04\n', "utf-8")
    (result,) = results(run("zoek", DEMO, INVORDERAAR.replace("loonbeslag", "bankbeslag"), "--eerder", path, "--json").out)
    assert result["eerder_zo_ingedeeld"][0]["bron"] == "eerder zo ingedeeld"
    assert result["eerder_zo_ingedeeld"][0]["code"] == "N03.03.04"
    # Nearly the same text is not its own proof; that it was placed elsewhere is told.
    assert result["kandidaten"][0]["code"] != "N03.03.04"
    assert "bijna dezelfde tekst is eerder anders ingedeeld: Eerdere inner (N03.03.04)" in result["motivering"]
