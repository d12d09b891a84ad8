"""``publiceer`` and change reports: all forms or none, never over something, one Dutch sentence when it cannot be."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from command_line import DEMO, Run
from functiehuis.library.folders import Target, read_book, write_book, write_together
from functiehuis.model.errors import WriteError


@pytest.fixture(scope="module")
def next_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("boeken") / "nieuw"
    write_book(read_book(DEMO), place)
    file = next(place.glob("normfuncties/N03.01.02*"))
    text = file.read_text("utf-8")
    assert "adviseert" in text
    file.write_text(text.replace("adviseert", "geeft advies", 1), "utf-8")
    return place


def test_all_forms_appear_together(run: Run, tmp_path: Path) -> None:
    said = run("publiceer", DEMO, "--pdf", tmp_path / "boek.pdf", "--markdown", tmp_path / "boek.md", "--json-uit", tmp_path / "boek.json")
    assert (said.code, said.out) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["boek.json", "boek.md", "boek.pdf"]


def test_when_one_form_cannot_be_written_none_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "boek.pdf").mkdir()
    said = run("publiceer", DEMO, "--markdown", tmp_path / "boek.md", "--pdf", tmp_path / "boek.pdf", "--overschrijf")
    assert said.code == 1
    assert said.err.strip() == f"{tmp_path / 'boek.pdf'} is een map, en hier moet een bestand komen. Kies een andere naam."
    assert [path.name for path in tmp_path.iterdir()] == ["boek.pdf"]


def test_the_book_itself_is_never_replaced(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "boek.md"
    assert run("publiceer", DEMO, "--markdown", source).code == 0
    before = source.read_bytes()
    said = run("publiceer", source, "--markdown", source, "--overschrijf")
    assert said.code == 1
    assert "is het boek zelf" in said.err
    assert source.read_bytes() == before


def test_a_rename_that_fails_halfway_brings_back_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "een.txt", tmp_path / "twee.txt"
    one.write_bytes(b"oud")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target == two:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(WriteError, match="de schijf is vol"):
        write_together([(Target(one), b"nieuw"), (Target(two), b"nieuw")], overwrite=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"een.txt": b"oud"}


def test_a_folder_of_ours_is_replaced_and_keeps_what_is_hidden(tmp_path: Path) -> None:
    site = Target(tmp_path / "site", "index.html")
    write_together([(site, {"index.html": b"1", "oud.html": b"1"})])
    (site.path / ".git").mkdir()
    with pytest.raises(WriteError, match="--overschrijf"):
        write_together([(site, {"index.html": b"2"})])
    write_together([(site, {"index.html": b"2", "data/boek.json": b"{}"})], overwrite=True)
    assert sorted(str(path.relative_to(site.path)) for path in site.path.rglob("*")) == [".git", "data", "data/boek.json", "index.html"]


def test_a_folder_of_others_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "fotos").mkdir()
    (tmp_path / "fotos" / "een.jpg").write_bytes(b"x")
    with pytest.raises(WriteError, match="staat iets anders"):
        write_together([(Target(tmp_path / "fotos", "index.html"), {"index.html": b""})], overwrite=True)
    assert [path.name for path in (tmp_path / "fotos").iterdir()] == ["een.jpg"]


@pytest.mark.parametrize("option", ["--datum", "--geldig-vanaf"])
def test_a_day_that_is_none_is_wrong_use(run: Run, tmp_path: Path, option: str) -> None:
    said = run("publiceer", DEMO, "--pdf", tmp_path / "boek.pdf", option, "2026-02-31")
    assert said.code == 2
    assert list(tmp_path.iterdir()) == []


def test_changes_are_told_on_paper_in_word_and_on_a_page(run: Run, tmp_path: Path, next_version: Path) -> None:
    pdf, docx, html = (tmp_path / f"wijzigingen.{ending}" for ending in ("pdf", "docx", "html"))
    said = run("vergelijk", DEMO, next_version, "--pdf", pdf, "--docx", docx, "--html", html)
    assert said.code == 0
    with pypdfium2.PdfDocument(pdf) as document:
        paper = " ".join(document[0].get_textpage().get_text_range().split())
    assert "[adviseert] {geeft advies}" in paper
    page = html.read_text("utf-8")
    assert "<del>[adviseert]</del> <ins>{geeft advies}</ins>" in page
    assert re.search(r'<html lang="nl">', page)
    runs = [one for paragraph in Document(str(docx)).paragraphs for one in paragraph.runs]
    assert [one.text for one in runs if one.font.strike] == ["[adviseert]"]
    assert [one.text for one in runs if one.font.underline] == ["{geeft advies}"]


def test_a_report_of_the_same_book_says_that_nothing_changed(run: Run, tmp_path: Path) -> None:
    assert run("vergelijk", DEMO, DEMO, "--html", tmp_path / "w.html").code == 0
    assert "Er is niets veranderd." in (tmp_path / "w.html").read_text("utf-8")


def test_a_report_needs_two_books(run: Run, tmp_path: Path) -> None:
    said = run("vergelijk", DEMO, "--groep", "N03.03", "--pdf", tmp_path / "w.pdf")
    assert said.code == 2
    assert "Geef een tweede boek." in said.err


def test_a_report_does_not_overwrite(run: Run, tmp_path: Path, next_version: Path) -> None:
    (tmp_path / "w.html").write_text("eigen werk", "utf-8")
    said = run("vergelijk", DEMO, next_version, "--html", tmp_path / "w.html", "--pdf", tmp_path / "w.pdf")
    assert said.code == 1
    assert "bestaat al" in said.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"w.html": b"eigen werk"}
