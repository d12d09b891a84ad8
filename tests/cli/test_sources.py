"""Sources that cannot be used: exit code 1, one Dutch line on stderr with the name of the source, nothing on stdout and nothing left behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import DEMO, Run

NOISE = bytes(range(256)) * 12
ENGLISH = ("Error", "Traceback", "No such file", "Is a directory", "Permission", "Errno", "codec", "helaas", "Helaas", "niet had gemogen")


def missing(folder: Path) -> Path:
    return folder / "weg.docx"


def bytes_named(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def empty_folder(folder: Path) -> Path:
    path = folder / "leeg"
    path.mkdir()
    return path


BAD = {
    "missing": (missing, "bestaat niet"),
    "a folder that is no book": (empty_folder, "boek.yaml ontbreekt"),
    "empty": (bytes_named("leeg.txt", b""), "is leeg"),
    "binary": (bytes_named("boek.txt", NOISE), "is geen tekst"),
    "Word by name only": (bytes_named("boek.docx", b"Functieboek"), "heet .docx maar is het niet"),
    "PDF by name only": (bytes_named("boek.pdf", b"Functieboek"), "heet .pdf maar is het niet"),
    "broken Word": (bytes_named("boek.docx", b"PK\x03\x04" + NOISE), "boek.docx"),
    "broken PDF": (bytes_named("boek.pdf", b"%PDF-1.7\n" + NOISE), "boek.pdf"),
    "another ending": (bytes_named("boek.odt", b"Functieboek"), "van een soort die Functiehuis niet leest (.odt)"),
    "a picture": (bytes_named("boek.png", b"\x89PNG\r\n\x1a\n" + NOISE), "een plaatje"),
    "a text that is no book": (bytes_named("brief.txt", b"Geachte raad,\n\nHierbij ontvangt u de begroting.\n"), "staat geen functieboek"),
    "a web page that is no book": (bytes_named("pagina.html", b"<!doctype html><p>Welkom</p>"), "pagina.html"),
    "XML with entities": (bytes_named("boek.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
    "damaged JSON": (bytes_named("boek.json", b'{"schema": '), "is geen goede JSON"),
    "JSON of another kind": (bytes_named("boek.json", b'{"titel": "Boek"}'), "boek.json"),
}


@pytest.mark.parametrize(("make", "words"), BAD.values(), ids=BAD)
def test_a_bad_source_gets_one_dutch_line(run: Run, tmp_path: Path, make: Callable[[Path], Path], words: str) -> None:
    source = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    said = run("lees", source, "--uit", tmp_path / "uit", "--json")
    assert said.code == 1
    assert said.out == ""
    assert words in said.err
    assert source.name in said.err
    assert said.err.count("\n") == 1
    assert not [word for word in ENGLISH if word in said.err]
    assert re.search(r"[A-Z][^.]+[.]", said.err)
    assert sorted(tmp_path.rglob("*")) == before


COMMANDS = {
    "controleer": ["controleer", "{}"],
    "vergelijk levels": ["vergelijk", "{}", "--groep", "N03.03"],
    "vergelijk versions": ["vergelijk", str(DEMO), "{}"],
    "publiceer": ["publiceer", "{}", "--markdown", "uit.md"],
    "negeer": ["negeer", "{}", "e47bd0867a", "--reden", "Zo is het besloten."],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_command_refuses_a_missing_source_the_same_way(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(*(word.format(tmp_path / "weg") for word in words))
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "weg" in said.err
    assert list(tmp_path.iterdir()) == []


UNKNOWN = {
    "a group": (["vergelijk", DEMO, "--groep", "N99.99"], "Groep N99.99 staat niet in dit boek."),
    "a code": (["vergelijk", DEMO, "N03.03.02", "N99.99.02"], "Normfunctie N99.99.02 staat niet in dit boek."),
    "a finding": (["negeer", DEMO, "0000000000", "--reden", "Geldt niet."], "Er is geen melding met kenmerk 0000000000."),
    "a finding that was not set aside": (["negeer", DEMO, "0000000000", "--heropen"], "was niet genegeerd"),
    "a description of a system": (["lees", DEMO, "--systeem", "weg.yaml"], "De systeembeschrijving weg.yaml is er niet."),
}


@pytest.mark.parametrize(("words", "sentence"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_the_book_does_not_have_is_named(run: Run, words: list[object], sentence: str) -> None:
    said = run(*words)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err


def test_what_went_wrong_inside_gives_one_line_and_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_words: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr("functiehuis.cli.commands.lees.print_book", fail)
    monkeypatch.delenv("FUNCTIEHUIS_TRACE", raising=False)
    said = run("lees", DEMO)
    assert said.code == 1
    assert said.err.startswith("Er ging iets mis wat niet had gemogen (RuntimeError: kapot).")
    assert said.err.count("\n") == 1
