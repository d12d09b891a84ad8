"""FB003: the contents name a function differently."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.contents import rows
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import contents_place, name_place
from functiehuis.language.normalise import normalised
from functiehuis.language.tokens import spelled_words
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity


class ContentsName(Check):
    """A name in the contents that is not letter for letter the name above the description."""

    code = "FB003"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per function."""
        for row in rows(book):
            if row.function is None or row.entry.name == row.function.name:
                continue
            name, printed = row.function.name, row.entry.name
            if normalised(name) == normalised(printed):
                how, severity = "Alleen hoofdletters of leestekens verschillen.", Severity.INFO
            elif normalised(name).startswith(normalised(printed)):
                how, severity = "De inhoudsopgave geeft een kortere naam.", Severity.WARNING
            elif normalised(printed).startswith(normalised(name)):
                how, severity = "De beschrijving geeft een kortere naam.", Severity.WARNING
            elif any(not context.speller.knows(word.readings[-1]) for text in (name, printed) for word in spelled_words(text)):
                continue  # the check on spelling tells this
            else:
                how, severity = "De namen zijn niet gelijk.", Severity.WARNING
            yield self.finding(
                f"In de inhoudsopgave staat '{printed}', boven de beschrijving '{name}'. {how}",
                (contents_place(book, row.at), name_place(row.function)),
                subject=f"{row.function.label}|{printed}|{name}",
                proposal=name,
                severity=severity,
            )
