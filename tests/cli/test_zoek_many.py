"""``zoek --invoer``: hundreds of rows, in order, one line each, the same in a workbook, whatever the rows and whoever reads."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from command_line import DEMO, Run
from work_texts import COORDINATOR, HELPDESK, INVORDERAAR, KOK, TEAMLEIDER

TEXTS = {"inner": INVORDERAAR, "hoofd": TEAMLEIDER, "cook": KOK, "helpdesk": HELPDESK, "leeg": "", "coördinator": COORDINATOR}
HOSTILE = (
    "Je int aanslagen van inwoners, treft regelingen en legt loonbeslag.\u2028=cmd|' /C calc'!A0 \u0085 <r><t>x</t></r> \x07 [bold]x[/bold] 😀 _x0041_ \ufffe"
)


def lines(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def objects(texts: dict[str, str]) -> list[Any]:
    return [{"id": key, "titel": f"={key}", "tekst": text} for key, text in texts.items()]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return lines(tmp_path / "functies.jsonl", [*objects(TEXTS), '{"id": "stuk"', {"id": "inner", "tekst": INVORDERAAR}, {"id": "zonder"}, 7])


def results(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_row_gives_one_line_in_the_order_of_the_file(run: Run, rows: Path) -> None:
    said = run("zoek", DEMO, "--invoer", rows, "--json")
    found = results(said.out)
    assert said.code == 0
    assert [item["id"] for item in found] == [*TEXTS, None, "inner", "zonder", None]
    assert [set(item) for item in found if "fout" in item] == [{"id", "fout", "rij"}] * 4
    assert [item["rij"] for item in found if "fout" in item] == [7, 8, 9, 10]
    assert found[4]["uitkomst"] == "geen"
    assert said.err.startswith("10 rijen: 4 fout, ")


def test_a_file_of_bad_rows_only_is_still_done(run: Run, tmp_path: Path) -> None:
    said = run("zoek", DEMO, "--invoer", lines(tmp_path / "a.jsonl", ["{", "7"]), "--json")
    assert said.code == 0
    assert all("fout" in item for item in results(said.out))
    assert said.err == "2 rijen: 2 fout.\n"


def test_one_row_alone_says_what_it_says_among_others(run: Run, rows: Path, tmp_path: Path) -> None:
    among = run("zoek", DEMO, "--invoer", rows, "--json").out.splitlines()
    for at, row in enumerate(objects(TEXTS)):
        alone = run("zoek", DEMO, "--invoer", lines(tmp_path / "een.jsonl", [row]), "--json").out
        assert alone == f"{among[at]}\n"


def test_hostile_signs_stay_on_their_line_and_in_their_cell(run: Run, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", objects({"een": HOSTILE, "twee": INVORDERAAR}))
    said = run("zoek", DEMO, "--invoer", path, "--json", "--xlsx", tmp_path / "a.xlsx")
    assert [item["id"] for item in results(said.out)] == ["een", "twee"]
    assert said.out.count("\n") == 2
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Plaatsingen"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["=een", "=twee"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_gives_the_same_as_json_lines(run: Run, tmp_path: Path, form: str) -> None:
    wanted = run("zoek", DEMO, "--invoer", lines(tmp_path / "a.jsonl", objects(TEXTS)), "--json").out
    path = tmp_path / f"a.{form}"
    table = [["titel", "id", "tekst"], *([f"={key}", key, text] for key, text in TEXTS.items())]
    if form == "csv":
        path.write_text("\n".join(";".join(f'"{cell}"' for cell in row) for row in table), "utf-8-sig")
    else:
        book = openpyxl.Workbook()
        for number, row in enumerate(table, 1):
            for column, value in enumerate(row, 1):
                book.worksheets[0].cell(number, column).value = value
                book.worksheets[0].cell(number, column).data_type = "s"
        book.save(path)
    assert run("zoek", DEMO, "--invoer", path, "--json").out == wanted


def test_for_people_every_row_fits_80_columns_and_the_sum_comes_last(run: Run, rows: Path) -> None:
    said = run("zoek", DEMO, "--invoer", rows)
    assert (said.code, said.err) == (0, "")
    assert "\x1b" not in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert [line for line in said.out.splitlines() if line != line.rstrip()] == []
    assert [line.split()[0] for line in said.out.splitlines()[: len(TEXTS)]] == list(TEXTS)
    assert said.out.splitlines()[-1].startswith("10 rijen: 4 fout, ")


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for sheet in openpyxl.load_workbook(path):
        head, *rest = ([cell.value for cell in row] for row in sheet.iter_rows())
        found[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rest]
    return found


def test_the_workbook_has_all_that_the_json_says(run: Run, rows: Path, tmp_path: Path) -> None:
    found = results(run("zoek", DEMO, "--invoer", rows, "--json", "--xlsx", tmp_path / "a.xlsx").out)
    book = sheets(tmp_path / "a.xlsx")
    placed = [item for item in found if "uitkomst" in item]
    assert [row["Id"] for row in book["Plaatsingen"]] == [item["id"] for item in placed]
    for row, item in zip(book["Plaatsingen"], placed, strict=True):
        assert row["Uitkomst"] == item["uitkomst"]
        assert row["Motivering"] == item["motivering"]
        assert row["Hash van het boek"] == item["boek"]["hash"]
        assert (row["Code"], row["Groep"]) == ((item["verdedigbaar"] or [None])[0], item["groep"])
        assert (row["Niet gedekt"] or "").splitlines() == item["niet_gedekt"]
        assert [line.split()[0] for line in (row["Kandidaten met score"] or "").splitlines()] == [one["code"] for one in item["kandidaten"]]
        for step in item["stappen"]:
            assert step["code"] in row[f"Waarom niet {step['richting']}"]
    reasons = [(item["id"], one["code"], why) for item in placed for one in item["kandidaten"] for why in one["waarom"]]
    told = [(row["Id"], row["Code"], row["Kenmerk"], row["Oordeel"], row["Passage"], row["Zekerheid"]) for row in book["Kenmerken"]]
    assert told == [(own, code, why["boek"], why["oordeel"], why["passage"], why["zekerheid"]) for own, code, why in reasons if why["soort"] == "kenmerk"]
    covered = {(row["Id"], row["Code"], row["Passage"], row["Taak in het boek"]) for row in book["Taken"] if row["Gedekt door"] == "taak"}
    assert covered == {(own, code, why["passage"], why["boek"]) for own, code, why in reasons if why["soort"] == "taak"}
    assert [(row["Id"], row["Zin"]) for row in book["Terzijde"]] == [(item["id"], aside["tekst"]) for item in placed for aside in item["terzijde"]]
    assert [(row["Rij"], row["Fout"]) for row in book["Fouten"]] == [(item["rij"], item["fout"]) for item in found if "fout" in item]


def test_one_description_makes_a_workbook_too(run: Run, tmp_path: Path) -> None:
    said = run("zoek", DEMO, INVORDERAAR, "--titel", "Inner", "--xlsx", tmp_path / "a.xlsx")
    assert (said.code, said.err) == (0, f"De werkmap staat in {tmp_path / 'a.xlsx'}.\n")
    assert [row["Titel"] for row in sheets(tmp_path / "a.xlsx")["Plaatsingen"]] == ["Inner"]


def test_the_same_rows_make_the_same_bytes(run: Run, rows: Path, tmp_path: Path) -> None:
    for name in ("een.xlsx", "twee.xlsx"):
        run("zoek", DEMO, "--invoer", rows, "--xlsx", tmp_path / name)
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()


@pytest.mark.parametrize(("name", "says"), [("functies.jsonl", "eindigt op .xlsx"), ("uit.xls", "eindigt op .xlsx"), ("weg/uit.xlsx", "bestaat niet")])
def test_a_workbook_needs_a_good_name(run: Run, rows: Path, tmp_path: Path, name: str, says: str) -> None:
    before = rows.read_bytes()
    said = run("zoek", DEMO, "--invoer", rows, "--xlsx", tmp_path / name, "--overschrijf")
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert rows.read_bytes() == before


@pytest.mark.parametrize("options", [[], ["--overschrijf"]], ids=["new", "replace"])
def test_a_folder_is_never_replaced_by_a_workbook(run: Run, tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "uit.xlsx").mkdir()
    said = run("zoek", DEMO, INVORDERAAR, "--xlsx", tmp_path / "uit.xlsx", *options)
    assert (said.code, said.out) == (1, "")
    assert "is een map, en hier moet een werkmap van Excel komen." in said.err
    assert "boek van Functiehuis" not in said.err


def test_a_workbook_never_takes_the_place_of_what_is_read(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "functies.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["id", "tekst"])
    book.worksheets[0].append(["een", INVORDERAAR])
    book.save(source)
    (tmp_path / "anders.xlsx").symlink_to(source)
    before = source.read_bytes()
    for target in (source, tmp_path / "anders.xlsx", tmp_path / "." / "functies.xlsx"):
        said = run("zoek", DEMO, "--invoer", source, "--xlsx", target, "--overschrijf")
        assert (said.code, said.out) == (1, "")
        assert "waaruit wordt gelezen" in said.err
        assert source.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.jsonl", b"", "leeg"),
        ("a.csv", b"naam;leeftijd\nJan;4\n", "geen kolom met tekst"),
        ("a.xlsx", b"PK\x03\x04half", "a.xlsx"),
        ("a.txt", b"tekst", "a.txt"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_once_and_leaves_nothing(run: Run, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    said = run("zoek", DEMO, "--invoer", tmp_path / name, "--json", "--xlsx", tmp_path / "uit.xlsx")
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("form", [["--json"], []], ids=["json", "lines"])
def test_a_reader_that_has_seen_enough_ends_the_work(program: Path, tmp_path: Path, form: list[str]) -> None:
    # So many rows that placing them all would take longer than the test may.
    path = lines(tmp_path / "veel.jsonl", [{"id": str(number), "tekst": f"{INVORDERAAR} {TEAMLEIDER} {number}"} for number in range(20_000)])
    process = subprocess.Popen([program, "zoek", DEMO, "--invoer", path, *form], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline()
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


def test_a_workbook_is_finished_also_when_nobody_reads_the_lines(program: Path, tmp_path: Path, rows: Path) -> None:
    target = tmp_path / "a.xlsx"
    process = subprocess.Popen([program, "zoek", DEMO, "--invoer", rows, "--json", "--xlsx", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    process.communicate()
    assert process.returncode == 0
    assert len(sheets(target)["Plaatsingen"]) == len(TEXTS)


EARLIER = [{"id": "a", "titel": "Inner oost", "tekst": INVORDERAAR.replace("loonbeslag", "bankbeslag"), "code": "N03.03.04"}]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": "N99.99.99"}, "eerder.jsonl, rij 1: 'N99.99.99' staat niet in dit boek"),
        ({"code": ""}, "eerder.jsonl, rij 1: er staat geen code bij"),
        ({"tekst": ""}, "eerder.jsonl, rij 1: er staat geen tekst"),
        ({"tekst": 7}, "eerder.jsonl: In rij 1"),
    ],
)
def test_an_earlier_placement_that_cannot_be_used_is_refused_by_its_row(run: Run, tmp_path: Path, change: dict[str, Any], says: str) -> None:
    said = run("zoek", DEMO, INVORDERAAR, "--eerder", lines(tmp_path / "eerder.jsonl", [{**EARLIER[0], **change}]))
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert said.err.count("\n") == 1


def test_earlier_placements_that_do_not_count_are_told_with_the_reason(run: Run, tmp_path: Path) -> None:
    rows = [
        *EARLIER,
        {**EARLIER[0], "id": "b", "code": "twijfel"},
        {**EARLIER[0], "id": "c", "tekst": "Int aanslagen."},
        {**EARLIER[0], "id": "d", "code": "geen"},
    ]
    said = run("zoek", DEMO, INVORDERAAR, "--json", "--eerder", lines(tmp_path / "eerder.jsonl", rows))
    assert said.code == 0
    why = "1 keer de tekst zegt te weinig over werk, 1 keer uitkomst twijfel"
    assert said.err == f"eerder.jsonl: 2 rijen tellen niet mee ({why}). 2 tellen wel mee.\n"
    without = run("zoek", DEMO, INVORDERAAR, "--json", "--eerder", lines(tmp_path / "eerder.jsonl", [rows[0], rows[3]]))
    assert (without.out, without.err) == (said.out, "")


def test_earlier_placements_may_be_in_a_workbook(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (EARLIER[0].keys(), EARLIER[0].values()):
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "eerder.xlsx")
    said = run("zoek", DEMO, INVORDERAAR, "--json", "--eerder", tmp_path / "eerder.xlsx")
    assert (said.code, said.err) == (0, "")
    assert said.out == run("zoek", DEMO, INVORDERAAR, "--json", "--eerder", lines(tmp_path / "eerder.jsonl", EARLIER)).out


def test_a_row_without_id_is_not_the_same_case_as_a_row_with_its_number(run: Run, tmp_path: Path) -> None:
    earlier = lines(tmp_path / "eerder.jsonl", [{key: value for key, value in EARLIER[0].items() if key != "id"}])
    (found,) = results(run("zoek", DEMO, "--invoer", lines(tmp_path / "a.jsonl", [{"tekst": INVORDERAAR}]), "--eerder", earlier, "--json").out)
    assert found["id"] == "1"
    assert ("Inner oost", "eerder zo ingedeeld") in [(item["titel"], item["bron"]) for item in found["eerder_zo_ingedeeld"]]


def test_the_rules_say_that_earlier_placements_were_used(run: Run, tmp_path: Path) -> None:
    with_earlier = results(run("zoek", DEMO, INVORDERAAR, "--json", "--eerder", lines(tmp_path / "eerder.jsonl", EARLIER)).out)[0]
    without = results(run("zoek", DEMO, INVORDERAAR, "--json").out)[0]
    assert with_earlier["regels"] != without["regels"]
    assert with_earlier["boek"] == without["boek"]
