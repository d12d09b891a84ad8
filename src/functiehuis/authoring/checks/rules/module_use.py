"""FB011: modules and their use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import name_place
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity
from functiehuis.model.function import StandardFunction


class ModuleUse(Check):
    """A module that no function names, or a function that names a module which the book does not have."""

    code = "FB011"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per module."""
        users: dict[str, list[tuple[str, StandardFunction]]] = defaultdict(list)
        for function in book.functions:
            for name in function.modules:
                users[_key(name)].append((name, function))
        known = {_key(name) for module in book.modules for name in (module.name, module.code) if name}
        for module in book.modules:
            if module.name and not users.get(_key(module.name)) and not (module.code and users.get(_key(module.code))):
                yield self.finding(
                    f"De module {module.name} is beschreven, maar geen enkele functie noemt haar. Dat mag; de module is dan los toe te kennen.",
                    (Place(f"module {module.name}", None, module.provenance, module.name),),
                    subject=module.name,
                )
        for key, found in users.items():
            if key not in known:
                name = found[0][0]
                yield self.finding(
                    f"De module '{name}' wordt genoemd, maar het boek heeft er geen beschrijving van.",
                    [name_place(function, "module") for _, function in found],
                    subject=f"genoemd|{name}",
                    severity=Severity.WARNING,
                )


def _key(name: str) -> str:
    return normalised(name).removeprefix("module ").strip(" :.")
