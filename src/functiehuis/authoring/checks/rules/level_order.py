"""FB051: the level in the name against the order of the codes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.levels import ladders
from functiehuis.authoring.checks.places import name_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding


class LevelOrder(Check):
    """Inside a group the codes go up from level I to the lightest; two functions with one name and one level cannot be told apart."""

    code = "FB051"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per pair of neighbouring levels. Which number belongs to which level is not judged, only the order."""
        for _, functions in ladders(book):
            for heavy, light in pairwise(functions):
                if heavy.level == light.level:
                    yield self.finding(
                        f"Twee beschrijvingen heten {heavy.name} ({heavy.label} en {light.label}). Geef elk een eigen niveau.",
                        (name_place(heavy), name_place(light)),
                        subject=f"dubbel|{heavy.name}|{heavy.label}|{light.label}",
                    )
                elif _backward(heavy.code, light.code, context):
                    yield self.finding(
                        f"{heavy.name} ({heavy.code}) is zwaarder dan {light.name} ({light.code}), maar de codes lopen andersom. Klopt dat?",
                        (name_place(heavy, "code"), name_place(light, "code")),
                        subject=f"{heavy.code}|{heavy.level}|{light.code}|{light.level}",
                    )


def _backward(heavy: str | None, light: str | None, context: CheckContext) -> bool:
    codes = [code for code in (heavy, light) if code and context.system.code.match(code)]
    return len(codes) == 2 and codes[0] > codes[1]
