"""Set a finding of a kept book aside with a reason, or show it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from functiehuis.authoring.checks import check_book
from functiehuis.library.checking import check_context
from functiehuis.library.folders import is_book, write_dismissals
from functiehuis.library.sources import open_source
from functiehuis.model.book import Dismissal
from functiehuis.model.errors import UnknownItemError, WriteError
from functiehuis.model.finding import Finding


def dismiss_finding(path: Path, fingerprint: str, reason: str, *, on: date | None = None) -> Finding:
    """Keep the reason with the book, and give the finding.

    Refuses a source that is no kept book (WriteError) and a fingerprint that no finding of this book has (UnknownItemError).
    """
    _refuse_document(path)
    reading = open_source(path)
    book = reading.book
    findings = (*reading.findings, *check_book(replace(book, dismissals=()), check_context(reading.system)))
    finding = next((finding for finding in findings if finding.fingerprint == fingerprint), None)
    if finding is None:
        raise UnknownItemError(f"Er is geen melding met kenmerk {fingerprint}. Zoek het kenmerk op met 'functiehuis controleer {path}'.")
    others = tuple(item for item in book.dismissals if item.fingerprint != fingerprint)
    dismissal = Dismissal(fingerprint, finding.code, reason, (on or date.today()).isoformat())
    write_dismissals(replace(book, dismissals=(*others, dismissal)), path)
    return finding


def reopen_finding(path: Path, fingerprint: str) -> None:
    """Show a finding again that was set aside. Refuses a fingerprint that was not (UnknownItemError)."""
    _refuse_document(path)
    book = open_source(path).book
    kept = tuple(item for item in book.dismissals if item.fingerprint != fingerprint)
    if len(kept) == len(book.dismissals):
        raise UnknownItemError(f"De melding met kenmerk {fingerprint} was niet genegeerd. Er is niets veranderd.")
    write_dismissals(replace(book, dismissals=kept), path)


def _refuse_document(path: Path) -> None:
    if not is_book(path):
        raise WriteError(f"{path} is geen bewaard boek, dus een reden kan er niet bij bewaard worden. Bewaar het eerst: functiehuis lees {path} --uit boek/")
