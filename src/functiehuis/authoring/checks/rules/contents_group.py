"""FB005: the contents give another group."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.contents import rows
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import contents_place, group_place
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity


class ContentsGroup(Check):
    """A functiegroep in the contents that is not the one of the description."""

    code = "FB005"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per function."""
        for row in rows(book):
            group = book.group_named(row.function.group) if row.function else None
            printed = row.entry.group
            if row.function is None or group is None or not group.name or not printed or printed in (group.name, group.code):
                continue
            series = book.series_named(group.series)
            if normalised(printed) == normalised(group.name):
                why, severity = " Alleen hoofdletters of leestekens verschillen.", Severity.INFO
            elif series and normalised(printed) == normalised(series.name):
                why, severity = f" '{printed}' is de naam van de reeks, niet van de groep.", Severity.WARNING
            else:
                why, severity = "", None
            yield self.finding(
                f"Bij {row.function.name} noemt de inhoudsopgave de groep '{printed}'; de beschrijving noemt '{group.name}'.{why}",
                (contents_place(book, row.at), group_place(book, group.code)),
                subject=f"{row.function.label}|{printed}|{group.name}",
                proposal=group.name,
                severity=severity,
            )
