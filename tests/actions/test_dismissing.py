"""A finding is set aside with a reason that stays with the book, and comes back when asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from functiehuis.actions.check_book import check_source
from functiehuis.actions.dismiss_finding import dismiss_finding, reopen_finding
from functiehuis.actions.publish_book import publish_book
from functiehuis.actions.read_book import read_source, systems_for
from functiehuis.library.books import DEMO, demo_book
from functiehuis.library.folders import read_book, write_book
from functiehuis.model.errors import UnknownItemError, WriteError
from functiehuis.model.text import RichText


@pytest.fixture(params=["boek", "boek.json"])
def book(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / str(request.param)
    write_book(replace(demo_book(), leftovers=(RichText("losse regel"),)), path)
    return path


@pytest.mark.parametrize("code", ["FB001", "FB010", "FB040"])
def test_a_finding_set_aside_is_no_longer_told_and_its_reason_is_kept(book: Path, code: str) -> None:
    finding = next(finding for finding in check_source(book, systems_for(None)).findings if finding.code == code)
    dismiss_finding(book, finding.fingerprint, "Zo is het besloten.", on=date(2026, 3, 3))
    report = check_source(book, systems_for(None))
    assert finding.fingerprint not in {item.fingerprint for item in report.findings}
    assert [item.fingerprint for item in report.dismissed] == [finding.fingerprint]
    kept = read_book(book).dismissals[0]
    assert (kept.code, kept.reason, kept.date) == (code, "Zo is het besloten.", "2026-03-03")
    reopen_finding(book, finding.fingerprint)
    assert finding.fingerprint in {item.fingerprint for item in check_source(book, systems_for(None)).findings}


def test_setting_aside_leaves_the_files_of_the_book_as_people_wrote_them(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    file = next((tmp_path / "boek" / "normfuncties").glob("N03.01.06*"))
    file.write_text("# van Anna\n" + file.read_text("utf-8"), "utf-8")
    finding = check_source(tmp_path / "boek", systems_for(None)).findings[0]
    dismiss_finding(tmp_path / "boek", finding.fingerprint, "Akkoord.")
    assert file.read_text("utf-8").startswith("# van Anna\n")


def test_an_unknown_finding_is_refused(book: Path) -> None:
    with pytest.raises(UnknownItemError, match="geen melding met kenmerk abc"):
        dismiss_finding(book, "abc", "Reden.")


def test_a_document_cannot_keep_a_reason(tmp_path: Path) -> None:
    (tmp_path / "boek.txt").write_text("x")
    with pytest.raises(WriteError, match="geen bewaard boek"):
        dismiss_finding(tmp_path / "boek.txt", "abc", "Reden.")


def test_reading_the_document_again_keeps_what_was_set_aside(tmp_path: Path) -> None:
    source = tmp_path / "boek.md"
    publish_book(DEMO, {"--markdown": source})
    read_source(source, systems_for(None), keep_at=tmp_path / "boek")
    finding = check_source(tmp_path / "boek", systems_for(None)).findings[0]
    dismiss_finding(tmp_path / "boek", finding.fingerprint, "Besluit van 3 maart.")
    read_source(source, systems_for(None), keep_at=tmp_path / "boek", overwrite=True)
    assert [item.reason for item in read_book(tmp_path / "boek").dismissals] == ["Besluit van 3 maart."]
