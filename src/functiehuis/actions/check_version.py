"""Check a version of the book: everything that the checks find, once per state of the version."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.actions.remembered import Remembered
from functiehuis.authoring.checks import CheckContext, examine_book
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity
from functiehuis.model.house import KeptBook


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """The findings on a version that are open, and those that were dismissed with a reason (``book.dismissals``)."""

    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...]

    def of(self, *functions: str | None) -> tuple[Finding, ...]:
        """The open findings that show at one of these functions (by label), or at the book as a whole (None)."""
        wanted = set(functions)
        return tuple(finding for finding in self.findings if wanted & {place.function for place in finding.places})

    @property
    def counts(self) -> dict[str, Counter[Severity]]:
        """Per function (by label) how many open findings of each severity show there; a finding counts once at each function."""
        counted: dict[str, Counter[Severity]] = {}
        for finding in self.findings:
            for function in {place.function for place in finding.places if place.function}:
                counted.setdefault(function, Counter())[finding.severity] += 1
        return counted

    @property
    def errors(self) -> int:
        """How many open errors there are: with any, a concept is not adopted."""
        return sum(1 for finding in self.findings if finding.severity is Severity.ERROR)


_CHECKED: Remembered[VersionCheck] = Remembered(each=1)


def check_version(house: House, kept: KeptBook) -> VersionCheck:
    """The findings on a version. Refuses who may not read concepts (NotAllowedError): findings are work in hand, also those on an adopted version."""
    require(house.actor, Right.READ_DRAFT)
    return _CHECKED.get(kept.book, "check", lambda: _check(kept.book))


def _check(book: FunctionBook) -> VersionCheck:
    result = examine_book(book, _context(book.system))
    return VersionCheck(result.findings, result.dismissed)


@lru_cache(maxsize=8)
def _context(system: str) -> CheckContext:
    systems = bundled_systems()
    return check_context(next((item for item in systems if item.name == system), systems[0]))
