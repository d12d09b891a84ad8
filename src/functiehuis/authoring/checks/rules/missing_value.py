"""FB001: a value that should be there is missing."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.contents import rows
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import name_place
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place
from functiehuis.model.function import Part, StandardFunction


class MissingValue(Check):
    """A description without its required parts, without a scale while the book gives scales, or a module without a code."""

    code = "FB001"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per description or module, which names everything that it lacks."""
        scales = any(entry.scale for entry in book.contents) or sum(1 for function in book.functions if function.scale) > len(book.functions) / 2
        listed = {id(row.function) for row in rows(book)}
        for function in book.functions:
            lacks_scale = scales and not function.scale and (not book.contents or id(function) in listed)
            missing = [*_required(function, context), *_definitions(function, book)] + (["de schaal"] if lacks_scale else [])
            if missing:
                yield self.finding(
                    f"Bij {function.name or function.label} ontbreekt {_listed(missing)}. Vul dit aan in het boek.",
                    (name_place(function, "beschrijving"),),
                    subject=f"{function.label}|{','.join(missing)}",
                )
        for module in book.modules:
            missing = [what for what, there in (("de naam", module.name), ("de code", module.code), ("een lijst met taken", module.tasks)) if not there]
            if missing:
                yield self.finding(
                    f"Bij de module {module.name or 'zonder naam'} ontbreekt {_listed(missing)}. Vul dit aan, of leg vast dat het bewust leeg is.",
                    (Place(f"module {module.name}".strip(), None, module.provenance, module.name or None),),
                    subject=f"module {module.name}|{','.join(missing)}",
                )


def _required(function: StandardFunction, context: CheckContext) -> Iterator[str]:
    parts = {
        Part.NAME: ("de naam", function.name),
        Part.CODE: ("de code", function.code),
        Part.CHARACTERISTICS: ("een lijst met kenmerken", function.characteristics),
        Part.RESULT_AREA: ("een resultaatgebied", function.result_areas),
        Part.LEVEL: ("het niveau", function.level),
    }
    for part in context.system.required:
        what, there = parts.get(part, ("", True))
        if not there:
            yield what


def _definitions(function: StandardFunction, book: FunctionBook) -> Iterator[str]:
    """A definition that no description of the series or group gives, while the book defines its other ones."""
    series, group = book.series_named(function.series), book.group_named(function.group)
    first_of = {item.series: item for item in reversed(book.functions)}, {item.group: item for item in reversed(book.functions)}
    if series and not series.definition and any(item.definition for item in book.series) and first_of[0][function.series] is function:
        yield f"de definitie van de reeks {series.name}".strip()
    if group and not group.definition and any(item.definition for item in book.groups) and first_of[1][function.group] is function:
        yield f"de definitie van de groep {group.name}".strip()


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} en {items[-1]}"
