"""FB033: the heavier level has the weaker degree word."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.alignment import steps
from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import characteristic_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding


class WeakerDegree(Check):
    """In the same kenmerk level I says ``beperkte`` where level II says ``grote``."""

    code = "FB033"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per kenmerk and ladder."""
        for step in steps(book, context.degrees):
            if step.heavy_degree.rank <= step.light_degree.rank:
                continue
            quotes = [
                function.characteristics[at].text[match.spans[0][0] : match.spans[-1][1]]
                for function, at, match in ((step.heavy, step.heavy_at, step.heavy_degree), (step.light, step.light_at, step.light_degree))
            ]
            yield self.finding(
                f"Het zwaardere {step.heavy.name} heeft hier '{quotes[0]}', het lichtere {step.light.name} heeft '{quotes[1]}'. "
                f"Dat is zwaarder ({step.heavy_degree.ladder.name.casefold()}). Zijn de twee verwisseld?",
                (
                    characteristic_place(step.heavy, step.heavy_at, step.heavy_degree.spans[0]),
                    characteristic_place(step.light, step.light_at, step.light_degree.spans[0]),
                ),
                subject=f"{step.heavy.label}|{step.light.label}|{step.heavy_at}|{quotes[0]}|{quotes[1]}",
            )
