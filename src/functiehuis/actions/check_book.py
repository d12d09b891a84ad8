"""Check a source: how it was read, and everything that the checks find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from functiehuis.authoring.checks import examine_book
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.checking import check_context
from functiehuis.library.sources import open_source
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding
from functiehuis.model.system import BookSystem

_TOLD_BY_CHECKS = frozenset({"FB041", "FB044"})
"""Doubts of the reader that a check tells too, with its reason and proposal: misspelled headings and missing parts."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A book with its findings; ``dismissed`` were set aside before, with a reason that is in the book."""

    book: FunctionBook
    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...] = ()


def check_source(path: Path, systems: Sequence[BookSystem], progress: Progress = no_progress) -> CheckReport:
    """All findings on a source, those on its reading first."""
    reading = open_source(path, systems, progress)
    result = examine_book(reading.book, check_context(reading.system), progress=progress)
    doubts = [finding for finding in reading.findings if finding.code not in _TOLD_BY_CHECKS]
    aside = {dismissal.fingerprint for dismissal in reading.book.dismissals}
    told = tuple(finding for finding in doubts if finding.fingerprint not in aside)
    away = tuple(finding for finding in doubts if finding.fingerprint in aside)
    return CheckReport(reading.book, (*told, *result.findings), (*away, *result.dismissed))
