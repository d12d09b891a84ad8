"""Word, Excel and the regulation on the command line: what goes well, and what is refused in one sentence with nothing left behind."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from command_line import DEMO, Run
from functiehuis.library.books import demo_book
from functiehuis.library.sources import open_source
from functiehuis.model.plain import without_provenance


def template(path: Path, *, without: str = "") -> Path:
    made = docx.Document()
    if without:
        made.styles[without].element.getparent().remove(made.styles[without].element)
    out = io.BytesIO()
    made.save(out)
    path.write_bytes(out.getvalue())
    return path


def test_all_forms_together_and_each_reads_back_as_the_book(run: Run, tmp_path: Path) -> None:
    names = {"--docx": "boek.docx", "--xlsx": "boek.xlsx", "--cvdr": "boek.xml", "--markdown": "boek.md"}
    assert run("publiceer", DEMO, *(word for option, name in names.items() for word in (option, tmp_path / name))).code == 0
    for name in names.values():
        assert without_provenance(open_source(tmp_path / name).book) == without_provenance(demo_book()), name


def test_an_own_template_is_used(run: Run, tmp_path: Path) -> None:
    own = template(tmp_path / "huisstijl.docx")
    assert run("publiceer", DEMO, "--docx", tmp_path / "boek.docx", "--sjabloon", own).code == 0
    assert without_provenance(open_source(tmp_path / "boek.docx").book) == without_provenance(demo_book())


def no_styles(folder: Path) -> list[object]:
    return ["--docx", folder / "boek.docx", "--sjabloon", template(folder / "huisstijl.docx", without="Heading 3")]


def no_template(folder: Path) -> list[object]:
    return ["--docx", folder / "boek.docx", "--sjabloon", folder / "er-niet.docx"]


def same(folder: Path) -> list[object]:
    return ["--docx", template(folder / "huisstijl.docx"), "--sjabloon", folder / "huisstijl.docx", "--overschrijf"]


def onto_folder(folder: Path) -> list[object]:
    (folder / "map").mkdir()
    return ["--xlsx", folder / "map"]


def one_of_two(folder: Path) -> list[object]:
    return ["--xlsx", folder / "boek.xlsx", "--docx", folder / "boek.docx", "--sjabloon", template(folder / "huisstijl.docx", without="List Bullet")]


@pytest.mark.parametrize(
    "given, said",
    [
        (no_styles, "ontbreekt de stijl Kop 3"),
        (no_template, "er-niet.docx bestaat niet"),
        (same, "is het sjabloon zelf, en wordt daarom niet vervangen"),
        (onto_folder, "is een map, en hier moet een bestand komen"),
        (one_of_two, "ontbreekt de stijl Lijst opsom.teken"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(run: Run, tmp_path: Path, given: Callable[[Path], list[object]], said: str) -> None:
    words = given(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = run("publiceer", DEMO, *words)
    assert done.code == 1
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("option", ["--docx", "--xlsx", "--cvdr"])
def test_a_disk_that_is_full_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    done = run("publiceer", DEMO, option, tmp_path / "boek")
    assert done.code == 1
    assert "boek is niet te schrijven: de schijf is vol" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_template_without_a_word_file_is_wrong_use(run: Run, tmp_path: Path) -> None:
    done = run("publiceer", DEMO, "--xlsx", tmp_path / "boek.xlsx", "--sjabloon", tmp_path / "huisstijl.docx")
    assert done.code == 2
    assert "geef ook --docx" in done.err
