"""A workbook of Excel -> rows. The number of a row is the one that Excel shows."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

import openpyxl

from functiehuis.documents.archive import Archive
from functiehuis.documents.rows.columns import HEADER_ROWS, Columns, columns_of, no_known_column, no_text_column, places_of
from functiehuis.documents.rows.row import BadRow, Record, Row, Series, number_text
from functiehuis.model.errors import UnreadableError

# What openpyxl and the XML parsers raise on a damaged workbook; a SyntaxError is XML that is not well formed.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    AssertionError,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
_OLE2 = b"\xd0\xcf\x11\xe0"
_MOST_ROWS = 1_048_576  # of Excel itself
_MOST_COLUMNS = 500
_RETURN = re.compile(r"_x000D_\n?")
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="[A-Z]+(\d+):[A-Z]+(\d+)"')
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"})

_Cells = tuple[object, ...]


def read(data: bytes, name: str) -> Iterator[Row | BadRow]:
    """The rows of the first sheet that has a column with text; a visible sheet goes before a hidden one.

    Refuses with UnreadableError: an old, encrypted, broken or unsafe workbook, and one without such a sheet.
    """
    _refuse_old(data, name)
    try:
        yield from _Workbook(data, name).rows()
    except MemoryError:
        raise UnreadableError(f"{name} vraagt te veel geheugen. Bewaar alleen het blad met de beschrijvingen, of bewaar het als .csv.") from None
    except _BROKEN:
        raise UnreadableError(f"{name} is beschadigd, of het is geen Excel-bestand. Open het in Excel en bewaar het opnieuw als .xlsx.") from None


def read_records(data: bytes, name: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[Record | BadRow]:
    """The rows of the first sheet that has one of the known columns; refuses like ``read``."""
    _refuse_old(data, name)
    try:
        yield from _Workbook(data, name).records(known)
    except MemoryError:
        raise UnreadableError(f"{name} vraagt te veel geheugen. Bewaar alleen het blad met de lokale functies, of bewaar het als .csv.") from None
    except _BROKEN:
        raise UnreadableError(f"{name} is beschadigd, of het is geen Excel-bestand. Open het in Excel en bewaar het opnieuw als .xlsx.") from None


def _refuse_old(data: bytes, name: str) -> None:
    if data.startswith(_OLE2):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        why = "is met een wachtwoord beveiligd" if locked else "is een oud Excel-bestand (.xls) of is met een wachtwoord beveiligd"
        raise UnreadableError(f"{name} {why}. Open het in Excel en bewaar het zonder wachtwoord als .xlsx.")
    Archive(data, name, program="Excel").read("[Content_Types].xml")


def estimate(data: bytes) -> int | None:
    """How many rows a workbook says it has below its first; None when it has more sheets or does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheets = [member for member in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", member)]
            if len(sheets) != 1:
                return None
            with archive.open(sheets[0]) as sheet:
                found = _DIMENSION.search(sheet.read(4096))
    except _BROKEN:
        return None
    return max(0, int(found[2]) - int(found[1])) if found and len(found[2]) < 8 else None


class _Workbook:
    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        with warnings.catch_warnings(action="ignore"):  # on styles and extensions, which do not matter here
            self._book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)

    def rows(self) -> Iterator[Row | BadRow]:
        source, columns = self._source()
        series = Series()
        number = None
        try:
            for number, cells in source:
                yield self._row(number, cells, columns, series)
        except _BROKEN:
            where = f"na rij {number}" if number else "in de eerste rijen"
            raise UnreadableError(f"{self._name} is {where} beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx.") from None

    @staticmethod
    def _row(number: int, cells: _Cells, columns: Columns, series: Series) -> Row | BadRow:
        places = (columns.id, columns.title, columns.text, columns.code)
        own, title, text, code = ("" if place is None or place >= len(cells) else _text(cells[place]) for place in places)
        for name, value, given in (("id", own, None), ("tekst", text, own)):
            if value in _ERRORS:
                return series.bad(number, given, f"In rij {number} staat bij {name} een foutwaarde van Excel: {value}. Verbeter de formule in die cel.")
        return series.row(number, own, title, text, code)

    def records(self, known: Mapping[str, tuple[str, ...]]) -> Iterator[Record | BadRow]:
        sheets = self._book.worksheets
        for place in sorted(range(len(sheets)), key=lambda place: sheets[place].sheet_state != "visible"):
            for _, (number, cells) in zip(range(HEADER_ROWS), self._filled(place, 1, _MOST_COLUMNS), strict=False):
                places = places_of([_text(cell) for cell in cells], known)
                if places:
                    for at, row in self._filled(place, number + 1, 1 + max(places.values())):
                        yield self._record(at, row, places)
                    return
        raise UnreadableError(no_known_column(f"In {self._name}", known))

    @staticmethod
    def _record(number: int, cells: _Cells, places: Mapping[str, int]) -> Record | BadRow:
        values = {key: _text(cells[place]) if place < len(cells) else "" for key, place in places.items()}
        wrong = next((key for key, value in values.items() if value in _ERRORS), None)
        if wrong is not None:
            return BadRow(number, None, f"In rij {number} staat bij {wrong} een foutwaarde van Excel: {values[wrong]}. Verbeter de formule in die cel.")
        return Record(number, values)

    def _source(self) -> tuple[Iterator[tuple[int, _Cells]], Columns]:
        """The rows after the names of the columns, and where these stand."""
        first: list[str] = []
        sheets = self._book.worksheets
        for place in sorted(range(len(sheets)), key=lambda place: sheets[place].sheet_state != "visible"):
            for _, (number, cells) in zip(range(HEADER_ROWS), self._filled(place, 1, _MOST_COLUMNS), strict=False):
                names = [_text(cell) for cell in cells]
                columns = columns_of(names)
                if columns:
                    # Read again, not wider than the names are: that is ten times as quick.
                    return self._filled(place, number + 1, max(at for at, name in enumerate(names, 1) if name.strip())), columns
                first = first or names
        if not first:
            raise UnreadableError(f"{self._name} is leeg: op geen enkel blad staat tekst. Kies een bestand met beschrijvingen.")
        raise UnreadableError(no_text_column(first, f"Op geen blad van {self._name}"))

    def _filled(self, place: int, first: int, width: int) -> Iterator[tuple[int, _Cells]]:
        """The rows of a sheet that hold something, each with its number."""
        sheet = self._book.worksheets[place]
        # What the file says of its own size may be wrong, and is not asked.
        rows: Iterator[_Cells] = sheet.iter_rows(min_row=first, max_row=_MOST_ROWS, min_col=1, max_col=width, values_only=True)
        filled = (found for found in enumerate(rows, first) if any(cell is not None and not (isinstance(cell, str) and not cell.strip()) for cell in found[1]))
        while True:
            with warnings.catch_warnings(action="ignore"):
                found = next(filled, None)
            if found is None:
                return
            yield found


def _text(value: object) -> str:
    """What a cell holds, as text."""
    match value:
        case None:
            return ""
        case bool():
            return "waar" if value else "onwaar"
        case int() | float():
            return number_text(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
        case _:
            return _RETURN.sub("\n", str(value))  # Excel writes the first half of a Windows line end in words
