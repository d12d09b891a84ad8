"""The texts of a book one by one, each with a Dutch name for where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Place
from functiehuis.model.function import Module, StandardFunction
from functiehuis.model.text import RichText, Span


class TextKind(Enum):
    """What a text is in the book."""

    TITLE = auto()
    CONTENTS = auto()
    COLOPHON = auto()
    SERIES_NAME = auto()
    GROUP_NAME = auto()
    DEFINITION = auto()
    NAME = auto()
    HEADING = auto()
    CHARACTERISTIC = auto()
    AREA_NAME = auto()
    TASK = auto()
    MODULE_TASK = auto()


BULLETS = (TextKind.CHARACTERISTIC, TextKind.TASK, TextKind.MODULE_TASK)


@dataclass(frozen=True, slots=True)
class Located:
    """A text and where it stands; ``function`` is the label of its function, or None. ``unit`` names the list
    that a bullet belongs to; of two descriptions with one code each has lists of its own.
    """

    text: RichText
    kind: TextKind
    part: str
    function: str | None = None
    unit: str = ""

    def place(self, span: Span | None = None) -> Place:
        """The place of this text, or of these characters of it."""
        return Place(self.part, self.function, self.text.provenance, self.text.text, span)


@lru_cache(maxsize=4)
def located_texts(book: FunctionBook) -> tuple[Located, ...]:
    """Every text of the book that a reader sees, in the order of the book; a definition that several descriptions share comes once."""
    return tuple(found for found in _all(book) if found.text.text)


@lru_cache(maxsize=4)
def bullets(book: FunctionBook) -> tuple[Located, ...]:
    """The characteristics and tasks, in the order of the book."""
    return tuple(found for found in located_texts(book) if found.kind in BULLETS)


def characteristic_place(function: StandardFunction, at: int, span: Span | None = None) -> Place:
    """The place of a characteristic; ``at`` counts from 0."""
    text = function.characteristics[at]
    return Place(f"kenmerk {at + 1}", function.label, text.provenance, text.text, span)


def name_place(function: StandardFunction, part: str = "naam") -> Place:
    """The place of what a function says in its head."""
    return Place(part, function.label, function.provenance, function.name)


def contents_place(book: FunctionBook, at: int) -> Place:
    """A row of the contents; ``at`` counts from 0."""
    entry = book.contents[at]
    return Place(f"inhoudsopgave, regel {at + 1}", None, entry.provenance, entry.name)


def group_place(book: FunctionBook, group: str) -> Place:
    """A functiegroep, at its definition when it has one."""
    found = book.group_named(group)
    definition = found.definition if found else None
    return Place(f"functiegroep {found.name}" if found and found.name else f"functiegroep {group}", None, definition.provenance if definition else None)


def _all(book: FunctionBook) -> Iterator[Located]:
    yield Located(RichText(book.title), TextKind.TITLE, "titel")
    for at, entry in enumerate(book.contents, 1):
        yield Located(RichText(entry.name, provenance=entry.provenance), TextKind.CONTENTS, f"inhoudsopgave, regel {at}")
        yield Located(RichText(entry.group or "", provenance=entry.provenance), TextKind.CONTENTS, f"inhoudsopgave, regel {at}")
    for text in book.colophon:
        yield Located(text, TextKind.COLOPHON, "colofon")
    for series in book.series:
        yield Located(RichText(series.name), TextKind.SERIES_NAME, f"naam van de reeks {series.code}")
        yield Located(series.definition or RichText(""), TextKind.DEFINITION, f"definitie van de reeks {series.name}")
    for group in book.groups:
        yield Located(RichText(group.name), TextKind.GROUP_NAME, f"naam van de groep {group.code}")
        yield Located(group.definition or RichText(""), TextKind.DEFINITION, f"definitie van de groep {group.name}")
    for at, function in enumerate(book.functions):
        yield from _function(function, at)
    for module in book.modules:
        yield from _module(module)


def _function(function: StandardFunction, number: int) -> Iterator[Located]:
    label = function.label
    yield Located(RichText(function.name, provenance=function.provenance), TextKind.NAME, "naam", label)
    for heading in function.headings:
        yield Located(heading.text, TextKind.HEADING, f"kop {heading.part.value}", label)
    yield Located(function.series_definition or RichText(""), TextKind.DEFINITION, "definitie van de reeks", label)
    yield Located(function.group_definition or RichText(""), TextKind.DEFINITION, "definitie van de groep", label)
    for at, text in enumerate(function.characteristics, 1):
        yield Located(text, TextKind.CHARACTERISTIC, f"kenmerk {at}", label, f"{number} kenmerken")
    for count, area in enumerate(function.result_areas, 1):
        unit = f"resultaatgebied {area.number or count}"
        yield Located(RichText(area.name, provenance=area.provenance), TextKind.AREA_NAME, f"naam van {unit}", label)
        for at, task in enumerate(area.tasks, 1):
            yield Located(task, TextKind.TASK, f"{unit}, taak {at}", label, f"{number} {count} {unit}")


def _module(module: Module) -> Iterator[Located]:
    unit = f"module {module.name}"
    yield Located(RichText(module.name, provenance=module.provenance), TextKind.NAME, f"naam van {unit}")
    for heading in module.headings:
        yield Located(heading.text, TextKind.HEADING, f"kop {heading.part.value}")
    for at, task in enumerate(module.tasks, 1):
        yield Located(task, TextKind.MODULE_TASK, f"{unit}, taak {at}", unit=unit)
