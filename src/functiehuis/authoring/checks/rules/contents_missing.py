"""FB007: contents without a description, or a description that the contents do not have."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.contents import rows
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import contents_place, name_place
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place


class ContentsMissing(Check):
    """What stands on one side only."""

    code = "FB007"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per function or module; none for a book without contents."""
        if not book.contents:
            return
        matched = rows(book)
        seen: set[str] = set()
        for row in matched:
            name = normalised(row.entry.name)
            if row.function is None and row.module is None and name not in seen and not any(row.entry.name == other.entry.name for other in matched[: row.at]):
                seen.add(name)
                yield self.finding(
                    f"'{row.entry.name}' staat in de inhoudsopgave, maar het boek heeft er geen beschrijving van.",
                    (contents_place(book, row.at),),
                    subject=f"inhoud|{row.entry.name}",
                )
        described = {id(row.function) for row in matched}
        for function in book.functions:
            if id(function) not in described:
                yield self.finding(
                    f"{function.name or function.label} is beschreven, maar staat niet in de inhoudsopgave.",
                    (name_place(function),),
                    subject=f"beschrijving|{function.label}",
                )
        listed = {id(row.module) for row in matched}
        for module in book.modules:
            if id(module) not in listed and len(listed) > 1:
                yield self.finding(
                    f"De module {module.name} is beschreven, maar staat niet in de inhoudsopgave.",
                    (Place(f"module {module.name}", None, module.provenance, module.name),),
                    subject=f"module|{module.name}",
                )
