"""Running the checks on a book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.register import all_checks
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Examination:
    """What the checks found, and which of their findings a person has set aside (``book.dismissals``)."""

    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...]


def check_book(book: FunctionBook, context: CheckContext) -> tuple[Finding, ...]:
    """The findings on a book that nobody has dismissed, sorted by severity, code and place."""
    return examine_book(book, context).findings


def examine_book(book: FunctionBook, context: CheckContext, checks: Sequence[Check] | None = None, progress: Progress = no_progress) -> Examination:
    """Run the checks (all of them unless told which) and set apart what was dismissed; ``progress`` counts checks."""
    aside = {dismissal.fingerprint for dismissal in book.dismissals}
    found: dict[str, Finding] = {}
    chosen = all_checks() if checks is None else checks
    for number, check in enumerate(chosen):
        progress(number, len(chosen))
        for finding in check.run(book, context):
            found.setdefault(finding.fingerprint, finding)
    ordered = sorted(found.values(), key=_key)
    return Examination(
        tuple(finding for finding in ordered if finding.fingerprint not in aside),
        tuple(finding for finding in ordered if finding.fingerprint in aside),
    )


def _key(finding: Finding) -> tuple[int, str, int, int, str]:
    provenance = finding.places[0].provenance
    page, line = (provenance.page or 0, provenance.line or 0) if provenance else (0, 0)
    return _ORDER.index(finding.severity), finding.code, page, line, finding.subject
