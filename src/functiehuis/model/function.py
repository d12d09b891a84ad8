"""The nouns inside a function book: series, groups, standard functions, result areas, modules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText


class Part(StrEnum):
    """The parts of a description, as a heading announces them."""

    DESCRIPTION = "functiebeschrijving"
    NAME = "naam"
    CODE = "code"
    SERIES = "functiereeks"
    GROUP = "functiegroep"
    LEVEL = "niveau"
    SCALE = "schaal"
    POINTS = "punten"
    CHARACTERISTICS = "kenmerken"
    TASKS = "taken"
    RESULT_AREA = "resultaatgebied"
    MODULE = "module"
    MODULE_NAME = "modulenaam"
    MODULE_CODE = "modulecode"
    MODULE_TASKS = "moduletaken"
    CONTENTS = "inhoudsopgave"
    CONVERSION = "conversietabel"
    COLOPHON = "colofon"
    ADOPTED = "vastgesteld"


@dataclass(frozen=True, slots=True)
class PrintedHeading:
    """A heading as printed, kept where it differs from the standard heading of its part."""

    part: Part
    text: RichText


@dataclass(frozen=True, slots=True)
class FunctionSeries:
    """A functiereeks: the organisational process a function belongs to. The definition is the most frequent wording in the book."""

    code: str
    name: str
    definition: RichText | None = None


@dataclass(frozen=True, slots=True)
class FunctionGroup:
    """A functiegroep: the contribution within a series. The definition is the most frequent wording in the book."""

    code: str
    series: str
    name: str
    definition: RichText | None = None


@dataclass(frozen=True, slots=True)
class ResultArea:
    """A resultaatgebied: a numbered, named set of tasks. The number is as printed, 0 when none was."""

    number: int
    name: str
    tasks: tuple[RichText, ...] = ()
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class StandardFunction:
    """A normfunctie. ``level`` is a Roman numeral (I is the heaviest) from the name; never derived from the code."""

    code: str | None
    name: str
    series: str | None = None
    group: str | None = None
    level: str | None = None
    scale: str | None = None
    points: int | None = None
    characteristics: tuple[RichText, ...] = ()
    result_areas: tuple[ResultArea, ...] = ()
    modules: tuple[str, ...] = ()
    series_definition: RichText | None = None
    group_definition: RichText | None = None
    headings: tuple[PrintedHeading, ...] = ()
    provenance: Provenance | None = None

    @property
    def label(self) -> str:
        """What to call it: its code, or its name when the book gives no code."""
        return self.code or self.name


@dataclass(frozen=True, slots=True)
class Module:
    """A module: a block of tasks beside a standard function."""

    name: str
    code: str | None = None
    tasks: tuple[RichText, ...] = ()
    headings: tuple[PrintedHeading, ...] = ()
    provenance: Provenance | None = None
