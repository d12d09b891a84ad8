"""The function book: what one employer selected, as printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, StandardFunction
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText


class BookStatus(StrEnum):
    """Where a book stands."""

    DRAFT = "concept"
    ADOPTED = "vastgesteld"
    LAPSED = "vervallen"


@dataclass(frozen=True, slots=True)
class Organisation:
    """The employer, named as on the cover."""

    name: str
    abbreviation: str | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A row of the table of contents or of the list of functions, as printed; what is absent or a dash is None."""

    name: str
    page: int | None = None
    group: str | None = None
    scale: str | None = None
    code: str | None = None
    points: int | None = None
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class ConversionRow:
    """A row of the conversietabel: points from and to (both inclusive, None where open) give a scale."""

    scale: str
    points_from: int | None = None
    points_to: int | None = None
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that a person set aside: its fingerprint and code, why, and when (ISO date)."""

    fingerprint: str
    code: str
    reason: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionBook:
    """A function book (functieboek). ``leftovers`` is what was in the source and was not understood."""

    title: str = ""
    system: str = ""
    status: BookStatus = BookStatus.DRAFT
    organisation: Organisation = Organisation("")
    contents: tuple[ContentsEntry, ...] = ()
    series: tuple[FunctionSeries, ...] = ()
    groups: tuple[FunctionGroup, ...] = ()
    functions: tuple[StandardFunction, ...] = ()
    modules: tuple[Module, ...] = ()
    conversion: tuple[ConversionRow, ...] = ()
    colophon: tuple[RichText, ...] = ()
    leftovers: tuple[RichText, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()

    def function(self, code: str) -> StandardFunction | None:
        """The first standard function with this code, or None."""
        return next((function for function in self.functions if function.code == code), None)

    def group_named(self, code: str | None) -> FunctionGroup | None:
        """The group with this code, or None."""
        return next((group for group in self.groups if group.code == code), None)

    def series_named(self, code: str | None) -> FunctionSeries | None:
        """The series with this code, or None."""
        return next((series for series in self.series if series.code == code), None)
