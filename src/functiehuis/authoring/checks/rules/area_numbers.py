"""FB017: numbers of result areas."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place
from functiehuis.model.function import ResultArea, StandardFunction


class AreaNumbers(Check):
    """Result areas count 1, 2, 3; each has a name and tasks."""

    code = "FB017"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per description for its numbers, one per result area without a name or tasks."""
        numbered = any(area.number for function in book.functions for area in function.result_areas)
        for function in book.functions:
            numbers = [area.number for area in function.result_areas]
            if numbered and numbers != list(range(1, len(numbers) + 1)):
                yield self._numbering(function, numbers)
            for at, area in enumerate(function.result_areas, 1):
                missing = [what for what, there in (("naam", area.name), ("taken", area.tasks)) if not there]
                if missing:
                    yield self.finding(
                        f"Resultaatgebied {area.number or at} van {function.name} heeft geen {' en geen '.join(missing)}.",
                        (_place(function, area, at),),
                        subject=f"leeg|{function.label}|{at}|{','.join(missing)}",
                    )

    def _numbering(self, function: StandardFunction, numbers: list[int]) -> Finding:
        shown = ", ".join(str(number) if number else "(geen nummer)" for number in numbers)
        wrong = [at for at, number in enumerate(numbers, 1) if number != at]
        return self.finding(
            f"De resultaatgebieden van {function.name} zijn genummerd als {shown}. Verwacht: {', '.join(str(at) for at in range(1, len(numbers) + 1))}.",
            [_place(function, function.result_areas[at - 1], at) for at in wrong],
            subject=f"{function.label}|{numbers}",
            proposal=", ".join(str(at) for at in range(1, len(numbers) + 1)),
        )


def _place(function: StandardFunction, area: ResultArea, at: int) -> Place:
    return Place(f"resultaatgebied {area.number or at}", function.label, area.provenance, area.name or None)
