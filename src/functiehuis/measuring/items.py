"""A book as loose items, each with the place it belongs, so that two books can be held against each other piece by piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction

Item = tuple[object, ...]

KINDS = (
    "kaft",
    "inhoud",
    "codes",
    "namen",
    "niveaus",
    "schalen",
    "groepen",
    "definities",
    "kenmerken",
    "vet",
    "cursief",
    "gebieden",
    "taken",
    "modules",
)
"""The kinds of items, in the order of the tables."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many items were expected, how many of those are there exactly, and how many are there that should not."""

    expected: int
    exact: int
    invented: int

    @property
    def share(self) -> float:
        """The exact part; 1 when nothing was expected."""
        return self.exact / self.expected if self.expected else 1.0

    def __add__(self, other: Share) -> Share:
        return Share(self.expected + other.expected, self.exact + other.exact, self.invented + other.invented)


def items(book: FunctionBook) -> dict[str, Counter[Item]]:
    """All items of a book by kind; every kind is there, also an empty one."""
    found: dict[str, Counter[Item]] = {kind: Counter() for kind in KINDS}
    for kind, item in _items(book):
        found[kind][item] += 1
    return found


def compare(read: Mapping[str, Counter[Item]], truth: Mapping[str, Counter[Item]]) -> dict[str, Share]:
    """Per kind what was read of the truth, exactly to the character."""
    return {kind: Share(truth[kind].total(), (read[kind] & truth[kind]).total(), (read[kind] - truth[kind]).total()) for kind in truth}


def total(shares: Mapping[str, Share]) -> Share:
    """All kinds together."""
    return sum(shares.values(), Share(0, 0, 0))


def _items(book: FunctionBook) -> Iterator[tuple[str, Item]]:
    organisation = book.organisation
    for name, value in (
        ("titel", book.title),
        ("systeem", book.system),
        ("status", book.status),
        ("organisatie", organisation.name),
        ("afkorting", organisation.abbreviation),
    ):
        yield "kaft", (name, value)
    for row in book.contents:
        yield "inhoud", (row.page, row.name, row.group, row.scale)
    for function in book.functions:
        yield from _of_function(book, function)
    for module in book.modules:
        yield "modules", (module.name, module.code)
        for task in module.tasks:
            yield "modules", (module.name, task.text)


def _of_function(book: FunctionBook, function: StandardFunction) -> Iterator[tuple[str, Item]]:
    at = function.label
    yield "codes", (function.code,)
    yield "namen", (at, function.name)
    yield "niveaus", (at, function.level)
    yield "schalen", (at, function.scale)
    for shared, own in (
        (book.series_named(function.series), function.series_definition),
        (book.group_named(function.group), function.group_definition),
    ):
        if shared is not None:
            definition = own or shared.definition
            yield "groepen", (at, shared.code, shared.name)
            yield "definities", (at, shared.code, definition.text if definition else None)
    for number, text in enumerate(function.characteristics, 1):
        yield "kenmerken", (at, number, text.text)
        for span in text.bold:
            yield "vet", (at, number, span)
        for span in text.italic:
            yield "cursief", (at, number, span)
    for area in function.result_areas:
        yield "gebieden", (at, area.number, area.name)
        for task in area.tasks:
            yield "taken", (at, area.number, task.text)
