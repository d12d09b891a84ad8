"""FB010: a level that was not selected between two that were."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.levels import ladders, rank_of
from functiehuis.authoring.checks.places import name_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class LevelGap(Check):
    """Levels I and III without II: allowed, but worth knowing when functions are placed."""

    code = "FB010"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per group."""
        for group, functions in ladders(book):
            ranks = [rank_of(function.level) or 0 for function in functions]
            missing = [_NUMERALS[rank - 1] for rank in range(ranks[0], min(ranks[-1], 10)) if rank not in ranks]
            if missing:
                found = book.group_named(group)
                name = found.name if found and found.name else group
                yield self.finding(
                    f"In de groep {name} zijn de niveaus {', '.join(dict.fromkeys(str(function.level) for function in functions))} gekozen. "
                    f"Niveau {' en '.join(missing)} daartussen {'zit' if len(missing) == 1 else 'zitten'} niet in het boek.",
                    [Place(f"groep {group} {name}", None, functions[0].provenance), *(name_place(function) for function in functions)],
                    subject=f"{group}|{functions[0].name}|{','.join(missing)}",
                )
