"""FB006: the order of the contents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.contents import rows
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import contents_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding


class ContentsOrder(Check):
    """Page numbers that go down, or an order of the contents that is not the order of the descriptions."""

    code = "FB006"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per place where the numbers go down; one for the order as a whole."""
        paged = [(at, entry.page) for at, entry in enumerate(book.contents) if entry.page is not None]
        backward = [(before, after) for before, after in pairwise(paged) if after[1] < before[1]]
        for (before, page), (after, next_page) in backward:
            names = book.contents[before].name, book.contents[after].name
            yield self.finding(
                f"In de inhoudsopgave staat '{names[1]}' (bladzijde {next_page}) na '{names[0]}' (bladzijde {page}). De bladzijden horen op te lopen.",
                (contents_place(book, before), contents_place(book, after)),
                subject=f"{names[0]} {page}|{names[1]} {next_page}",
            )
        order = {id(function): at for at, function in enumerate(book.functions)}
        matched = [(row.at, order[id(row.function)]) for row in rows(book) if row.function is not None]
        moved = [(before[0], after[0]) for before, after in pairwise(matched) if after[1] < before[1]]
        if moved and not backward:
            shown = "', '".join(book.contents[after].name for _, after in moved[:3])
            yield self.finding(
                f"De inhoudsopgave heeft een andere volgorde dan de beschrijvingen. Kijk bij '{shown}'.",
                [contents_place(book, after) for _, after in moved],
                subject="|".join(book.contents[after].name for _, after in moved),
            )
