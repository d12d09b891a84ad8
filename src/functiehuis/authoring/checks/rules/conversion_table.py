"""FB012: the conversietabel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.levels import weight_of
from functiehuis.model.book import ConversionRow, FunctionBook
from functiehuis.model.finding import Finding, Place


class ConversionTable(Check):
    """Rows that overlap, leave points out, or give a lower scale for more points."""

    code = "FB012"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per pair of rows, or per row that ends before it begins."""
        places = {id(row): Place(f"conversietabel, regel {at}", None, row.provenance, _shown(row)) for at, row in enumerate(book.conversion, 1)}
        for row in book.conversion:
            if row.points_from is not None and row.points_to is not None and row.points_from > row.points_to:
                yield self.finding(f"De regel '{_shown(row)}' begint hoger dan zij eindigt.", (places[id(row)],), subject=f"om|{_shown(row)}")
        ordered = sorted(book.conversion, key=lambda row: (row.points_from is not None, row.points_from or 0, row.points_to or 0))
        for below, above in pairwise(ordered):
            for problem in _problems(below, above):
                yield self.finding(
                    f"{problem} Zie '{_shown(below)}' en '{_shown(above)}'.",
                    (places[id(below)], places[id(above)]),
                    subject=f"{_shown(below)}|{_shown(above)}|{problem.split()[0]}",
                )


def _problems(below: ConversionRow, above: ConversionRow) -> Iterator[str]:
    if below.points_to is not None and above.points_from is not None:
        if above.points_from <= below.points_to:
            points = _range(above.points_from, min(below.points_to, above.points_to or below.points_to))
            yield f"Overlap: {points} onder twee regels van de conversietabel."
        elif above.points_from > below.points_to + 1:
            yield f"Gat: {_range(below.points_to + 1, above.points_from - 1)} onder geen enkele regel van de conversietabel."
    lower, higher = weight_of(below.scale), weight_of(above.scale)
    if lower and higher and higher < lower:
        yield f"Dalende schaal: bij meer punten hoort schaal {above.scale}, lager dan schaal {below.scale}."


def _range(first: int, last: int) -> str:
    return f"{first} punten valt" if first == last else f"de punten {first} tot en met {last} vallen"


def _shown(row: ConversionRow) -> str:
    if row.points_to is None:
        return f"vanaf {row.points_from} punten: schaal {row.scale}"
    return f"{row.points_from if row.points_from is not None else 'tot'} t/m {row.points_to} punten: schaal {row.scale}"
