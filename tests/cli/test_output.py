"""What commands print: JSON alone on stdout for programs, lines of 80 columns without colour codes in a pipe, colours on a terminal only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command_line import DEMO, Run
from work_texts import INVORDERAAR

GROUP = ["vergelijk", DEMO, "--groep", "N03.03"]
PRINTING = {
    "lees": ["lees", DEMO],
    "controleer": ["controleer", DEMO],
    "levels": GROUP,
    "two levels": ["vergelijk", DEMO, "N03.01.02", "N03.01.06"],
    "one level": ["vergelijk", DEMO, "N03.01.02"],
    "a light group": ["vergelijk", DEMO, "--groep", "N05.02"],
    "zoek": ["zoek", DEMO, INVORDERAAR, "--titel", "Inner"],
    "zoek, everything": ["zoek", DEMO, INVORDERAAR, "--alles"],
}
TELLING = {"lees": "boek", "controleer": "meldingen", "levels": "niveaus"}
EACH = pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)


@pytest.fixture(scope="session")
def damaged(demo_text: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with slips of the pen, one of them an error."""
    path = tmp_path_factory.mktemp("fouten") / "functieboek.md"
    text = demo_text.read_text("utf-8").replace("Functiereeks Beleid:", "Funciereeks Beleid:").replace("mensen met schulden", "mensen met met schulden")
    assert text != demo_text.read_text("utf-8")
    path.write_text(text, "utf-8")
    return path


@EACH
def test_it_fits_80_columns_and_has_no_colours_in_a_pipe(run: Run, words: list[object]) -> None:
    said = run(*words)
    assert said.code == 0
    assert "\x1b" not in said.out + said.err
    assert [line for line in said.out.splitlines() if len(line) > 80] == []
    assert [line for line in said.out.splitlines() if line != line.rstrip()] == []
    assert len(said.out.splitlines()) > 10


def test_findings_and_versions_fit_80_columns_too(run: Run, damaged: Path) -> None:
    for words in (["controleer", damaged], ["lees", damaged], ["vergelijk", DEMO, damaged]):
        said = run(*words)
        assert "\x1b" not in said.out
        assert [line for line in said.out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", ["lees", "controleer", "levels", "two levels", "zoek"])
def test_json_stands_alone_on_stdout(run: Run, name: str) -> None:
    said = run(*PRINTING[name], "--json")
    assert (said.code, said.err) == (0, "")
    assert isinstance(said.json, dict)
    assert said.out.endswith("}\n")


def test_letters_are_printed_as_they_are(run: Run) -> None:
    assert "Coördinatie" in run("lees", DEMO, "--json").out
    assert "Coördinatie" in run("lees", DEMO).out


def test_messages_go_to_stderr_and_leave_the_json_alone(run: Run, tmp_path: Path) -> None:
    said = run("lees", DEMO, "--json", "--uit", tmp_path / "boek")
    assert said.json["boek"]
    assert said.err == f"Het boek staat in {tmp_path / 'boek'}.\n"


def test_the_same_book_gives_the_same_bytes(run: Run, demo_text: Path) -> None:
    for words in (["lees", demo_text, "--json"], ["controleer", demo_text, "--json"], [*GROUP, "--json"]):
        assert run(*words).out == run(*words).out


def test_a_fault_gives_exit_code_1_and_a_warning_only_when_strict(run: Run, damaged: Path) -> None:
    assert run("controleer", DEMO).code == 0
    assert run("controleer", DEMO, "--streng").code == 1
    assert run("controleer", damaged).code == 1
    assert run("controleer", damaged, "--json").code == 1
    assert run("controleer", damaged, "--sarif").code == 1


def test_reading_ends_well_also_with_findings(run: Run, damaged: Path) -> None:
    said = run("lees", damaged, "--json")
    assert said.code == 0
    assert said.json["meldingen"]


BOOK_KEYS = {
    "schema", "titel", "systeem", "status", "organisatie", "inhoudsopgave", "functiereeksen", "functiegroepen", "normfuncties", "modules", "restanten"
}  # fmt: skip
FUNCTION_KEYS = {"code", "naam", "reeks", "groep", "niveau", "schaal", "kenmerken", "resultaatgebieden"}
PLACE_KEYS = {"bestand", "regel", "pagina", "functie", "onderdeel"}


def test_a_book_has_the_agreed_keys(run: Run, demo_text: Path) -> None:
    book = run("lees", demo_text, "--json").json["boek"]
    assert set(book) >= BOOK_KEYS
    assert book["schema"] == "functiehuis/functieboek/1"
    assert book["status"] == "concept"
    assert set(book["organisatie"]) == {"naam", "afkorting"}
    assert set(book["inhoudsopgave"][0]) >= {"pagina", "naam", "functiegroep", "schaal"}
    assert set(book["functiereeksen"][0]) == {"code", "naam", "definitie"}
    assert set(book["functiegroepen"][0]) == {"code", "reeks", "naam", "definitie"}
    assert set(book["modules"][0]) >= {"naam", "code", "taken"}
    for function in book["normfuncties"]:
        assert set(function) >= FUNCTION_KEYS
        assert isinstance(function["schaal"], str)
        for area in function["resultaatgebieden"]:
            assert set(area) >= {"nummer", "naam", "taken"}
            assert isinstance(area["nummer"], int)


def test_a_text_has_its_emphasis_and_its_place(run: Run, demo_text: Path) -> None:
    book = run("lees", demo_text, "--json").json["boek"]
    lines = demo_text.read_text("utf-8").splitlines()
    kenmerken = [text for function in book["normfuncties"] for text in function["kenmerken"]]
    for text in kenmerken:
        assert set(text) <= {"tekst", "vet", "cursief", "herkomst"}
        assert text["herkomst"]["bestand"] == demo_text.name
        assert text["tekst"][:12] in lines[text["herkomst"]["regel"] - 1].replace("*", "")
    bold = [text["tekst"][start:end] for text in kenmerken for start, end in text.get("vet", [])]
    assert len(bold) > 50
    assert all(word == word.strip() and word for word in bold)


def finding_keys(finding: dict[str, Any]) -> None:
    assert set(finding) >= {"code", "ernst", "tekst", "waar", "plaatsen", "voorstel"}
    assert finding["ernst"] in ("fout", "waarschuwing", "info")
    assert finding["plaatsen"][0] == finding["waar"]
    assert re.fullmatch(r"FB\d{3}", finding["code"])
    for place in finding["plaatsen"]:
        assert set(place) >= PLACE_KEYS


def test_findings_have_the_agreed_keys(run: Run, damaged: Path) -> None:
    findings = run("controleer", damaged, "--json").json["meldingen"]
    assert {finding["ernst"] for finding in findings} == {"fout", "waarschuwing", "info"}
    for finding in findings:
        finding_keys(finding)
    (misspelled,) = (finding for finding in findings if finding["code"] == "FB020")
    assert len(misspelled["plaatsen"]) > 2
    assert misspelled["voorstel"] == "Functiereeks"


def test_a_finding_about_a_group_has_no_function(run: Run) -> None:
    gaps = [finding for finding in run("controleer", DEMO, "--json").json["meldingen"] if finding["code"] == "FB010"]
    assert gaps
    assert all(gap["waar"]["functie"] is None and gap["waar"]["onderdeel"].startswith("groep ") for gap in gaps)


def test_sarif_names_rules_and_places(run: Run, damaged: Path) -> None:
    log = run("controleer", damaged, "--sarif").json
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    for result in one["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == damaged.name


@pytest.mark.parametrize("form", ["boek", "boek.json"])
def test_every_command_takes_a_kept_book(run: Run, tmp_path: Path, form: str) -> None:
    book = tmp_path / form
    run("lees", DEMO, "--uit", book)
    assert run("lees", book, "--json").json["boek"] == run("lees", DEMO, "--json").json["boek"]
    assert run("controleer", book, "--json").json == run("controleer", DEMO, "--json").json
    assert run("vergelijk", book, "--groep", "N03.03", "--json").json == run(*GROUP, "--json").json
    assert "niets veranderd" in run("vergelijk", DEMO, book).out


def on_terminal(program: Path, words: list[object], **environment: str) -> str:
    """What a person sees on a terminal of 100 columns."""
    import pty

    try:
        mine, theirs = pty.openpty()
    except OSError:
        pytest.skip("this machine lends no terminals (/dev/pts is not mounted)")
    variables = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM")}
    variables |= {"TERM": "xterm-256color", "COLUMNS": "100", **environment}
    process = subprocess.Popen([program, *map(str, words)], stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env=variables)
    os.close(theirs)
    seen = bytearray()
    try:
        while data := os.read(mine, 65536):
            seen += data
    except OSError:
        pass  # Linux ends a terminal whose other side is closed with an error
    finally:
        os.close(mine)
    assert process.wait() == 0
    return seen.decode()


COLOUR = re.compile(r"\x1b\[[0-9;]*3[1-7]m|\x1b\[[0-9;]*m")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_terminal_gets_emphasis_and_no_color_is_respected(program: Path) -> None:
    assert COLOUR.search(on_terminal(program, ["lees", DEMO]))
    plain = on_terminal(program, ["lees", DEMO], NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|4[0-7])m", plain)
    assert "Medewerker beleidsuitvoering" in plain


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_colours_tell_nothing_that_words_do_not(program: Path, run: Run) -> None:
    seen = on_terminal(program, ["controleer", DEMO], COLUMNS="80")
    words = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen).split()
    assert words == run("controleer", DEMO).out.split()


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (["--versie"], {"numpy", "lxml", "yaml", "openpyxl", "functiehuis.classifying", "functiehuis.authoring"}),
        (["zoek", "--help"], {"openpyxl", "docx", "pypdfium2", "functiehuis.measuring", "functiehuis.authoring.checks", "functiehuis.authoring.changes"}),
        (["vergelijk", "--help"], {"numpy", "functiehuis.classifying", "functiehuis.measuring"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(words: list[str], others: set[str]) -> None:
    source = f"import sys\nfrom functiehuis.cli.main import run\nrun({words})\nprint('te veel:', *sorted({others} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].strip() == "te veel:"
