"""FB008: a code that does not fit its series, group or definition."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import group_place, name_place
from functiehuis.language.normalise import normalised
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place
from functiehuis.model.function import FunctionGroup, FunctionSeries, Part, StandardFunction
from functiehuis.model.text import RichText


class CodePlace(Check):
    """Codes outside the grammar, names of a series or group under two codes, and definitions or names under the code of another group."""

    code = "FB008"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per code, name or description."""
        grammar = context.system.code
        for function in book.functions:
            if function.code and not grammar.match(function.code):
                yield self.finding(
                    f"De code '{function.code}' van {function.name} heeft niet de vorm van {context.system.name}, zoals {grammar.example}.",
                    (name_place(function, "code"),),
                    subject=f"vorm|{function.code}",
                )
        yield from self._shared_names(book)
        for function in book.functions:
            yield from self._wrong_definition(function, book)
            yield from self._wrong_name(function, book)

    def _shared_names(self, book: FunctionBook) -> Iterator[Finding]:
        """The same group name twice in one series, or the same series name twice."""
        seen: dict[tuple[str, str], FunctionGroup | FunctionSeries] = {}
        named: tuple[tuple[str, tuple[FunctionSeries | FunctionGroup, ...]], ...] = (("reeks", book.series), ("groep", book.groups))
        for what, items in named:
            for item in items:
                key = (what + (item.series if isinstance(item, FunctionGroup) else ""), normalised(item.name))
                other = seen.setdefault(key, item)
                if other is not item and item.name:
                    yield self.finding(
                        f"De {what} '{item.name}' heeft twee codes: {other.code} en {item.code}. Controleer de codes en de namen.",
                        [_place(book, what, one.code) for one in (other, item)],
                        subject=f"{what}|{item.name}|{other.code}|{item.code}",
                    )

    def _wrong_definition(self, function: StandardFunction, book: FunctionBook) -> Iterator[Finding]:
        pairs: tuple[tuple[str, RichText | None, str | None, tuple[FunctionSeries | FunctionGroup, ...]], ...]
        pairs = (("reeks", function.series_definition, function.series, book.series), ("groep", function.group_definition, function.group, book.groups))
        for what, definition, own, items in pairs:
            for item in items:
                if definition and item.code != own and item.definition and normalised(item.definition.text) == normalised(definition.text):
                    yield self.finding(
                        f"{function.name} heeft een code van de {what} {own}, maar de definitie is die van {item.code} {item.name}.",
                        (Place(f"definitie van de {what}", function.label, definition.provenance, definition.text),),
                        subject=f"definitie|{function.label}|{what}|{item.code}",
                    )

    def _wrong_name(self, function: StandardFunction, book: FunctionBook) -> Iterator[Finding]:
        """A name in the heading that is not the name that the code has elsewhere; only headings that the book keeps can be judged."""
        owners = {Part.SERIES: ("reeks", book.series_named(function.series)), Part.GROUP: ("groep", book.group_named(function.group))}
        for heading in function.headings:
            what, owner = owners.get(heading.part, ("", None))
            printed = heading.text.text.partition(" ")[2].strip(" :")
            if owner is None or not printed or not owner.name or normalised(printed) == normalised(owner.name):
                continue
            items: tuple[FunctionSeries | FunctionGroup, ...] = (*book.series, *book.groups)
            others = [item for item in items if normalised(item.name) == normalised(printed) and item.code != owner.code]
            whose = f" Zo heet {others[0].code}." if others else ""
            yield self.finding(
                f"{function.name} heeft een code van {owner.code} {owner.name}, maar boven de definitie staat '{printed}'.{whose}",
                (Place(f"kop {heading.part.value}", function.label, heading.text.provenance, heading.text.text), *_rivals(function, heading.part, book)),
                subject=f"naam|{function.label}|{what}|{printed}",
                proposal=owner.name,
            )


def _place(book: FunctionBook, what: str, code: str) -> Place:
    if what == "groep":
        return group_place(book, code)
    series = book.series_named(code)
    return Place(f"functiereeks {code}", None, series.definition.provenance if series and series.definition else None)


def _rivals(function: StandardFunction, part: Part, book: FunctionBook) -> list[Place]:
    """Of two descriptions with one code either may be wrong: then the other is a place too."""
    code = function.group if part is Part.GROUP else function.series
    others = [other for other in book.functions if other is not function and code in (other.group, other.series)]
    return [name_place(others[0])] if len(others) == 1 else []
