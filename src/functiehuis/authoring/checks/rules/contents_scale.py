"""FB004: the contents give another scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.contents import rows
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import contents_place, name_place
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding


class ContentsScale(Check):
    """A scale in the contents that differs from the description, or a function that stands twice in the contents with two scales."""

    code = "FB004"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per function."""
        for row in rows(book):
            function, scale = row.function, row.entry.scale
            if function and scale and function.scale and scale != function.scale:
                yield self.finding(
                    f"Bij {function.name} noemt de inhoudsopgave schaal {scale} en de beschrijving schaal {function.scale}. Kies welke schaal juist is.",
                    (contents_place(book, row.at), name_place(function, "schaal")),
                    subject=f"{function.label}|{scale}|{function.scale}",
                )
        named: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(book.contents):
            named[f"{entry.code or ''} {normalised(entry.name)}"].append(at)
        for places in named.values():
            scales = list(dict.fromkeys(scale for at in places if (scale := book.contents[at].scale)))
            name = book.contents[places[0]].name
            if len(scales) > 1:
                yield self.finding(
                    f"{name} staat {len(places)} keer in de inhoudsopgave, met de schalen {' en '.join(scales)}. Laat één regel staan.",
                    [contents_place(book, at) for at in places],
                    subject=f"{name}|{'|'.join(scales)}",
                )
