"""A table as text (CSV, TSV) -> rows. The number of a row is the one that a spreadsheet shows: the row with the names of the columns is usually 1."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from functiehuis.documents.rows.columns import HEADER_ROWS, Columns, columns_of, no_known_column, no_text_column, places_of
from functiehuis.documents.rows.decoding import lines_of
from functiehuis.documents.rows.row import SOURCE_SIGNS, TEXT_SIGNS, BadRow, Record, Row, Series, too_long, unguarded
from functiehuis.model.errors import UnreadableError

_DELIMITERS = ";,\t|"
_NO_DELIMITER = "\x1f"  # for a table of one column, where every other sign belongs to the text
_DELIMITER_NAMES = {"\t": "tab", _NO_DELIMITER: "scheidingsteken"}
_EXCEL_HINT = re.compile(r'"?sep=.?"?\s*', re.IGNORECASE)
_HEADER_SIGNS = 10_000
_READ_AGAIN = 20 * SOURCE_SIGNS
_LINE_COST = 100  # giving a short line again costs as much time as a line of this many characters


def read(text: TextIO, name: str) -> Iterator[Row | BadRow]:
    """The rows of a table.

    Refuses with UnreadableError a table without a column with text, and one in which so many quotes stay open that no rows can be told apart.
    """
    # The limit of Python's reader (131,072) is one for the whole process: it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), SOURCE_SIGNS + 1))
    lines = _Lines(lines_of(text), name)
    head = _head_of(lines, name)
    series = Series()
    for number, cells in enumerate(_records(lines, head.delimiter), head.number + 1):
        if isinstance(cells, str):
            yield series.bad(number, None, too_long(number) if cells == _LONG else f"In rij {number} (regel {lines.line}) {cells}")
        elif any(cell.strip() for cell in cells):
            yield _row(number, cells, head, series)


def read_records(text: TextIO, name: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[Record | BadRow]:
    """The rows of a table with the columns that are known; refuses with UnreadableError a table that has none of them."""
    csv.field_size_limit(max(csv.field_size_limit(), SOURCE_SIGNS + 1))
    lines = _Lines(lines_of(text), name)
    head: _RecordHead | None = None
    number = 0
    while head is None:
        lines.start()
        line = next(lines, None)
        if line is None or number >= HEADER_ROWS:
            raise UnreadableError(no_known_column(f"In {name}", known))
        if number == 0 and _EXCEL_HINT.fullmatch(line):
            continue
        number += 1
        head = _record_head(number, line[:_HEADER_SIGNS], known)
    for at, cells in enumerate(_records(lines, head.delimiter), head.number + 1):
        if isinstance(cells, str):
            yield BadRow(at, None, too_long(at) if cells == _LONG else f"In rij {at} (regel {lines.line}) {cells}")
        elif any(cell.strip() for cell in cells[head.width :]):
            sign = _DELIMITER_NAMES.get(head.delimiter, head.delimiter)
            why = f'Rij {at} heeft {len(cells)} kolommen en de kop {head.width}: staat er een "{sign}" in de tekst? Zet de tekst tussen aanhalingstekens.'
            yield BadRow(at, None, why)
        elif any(cell.strip() for cell in cells):
            yield Record(at, {key: unguarded(cells[place]) if place < len(cells) else "" for key, place in head.places.items()})


@dataclass(frozen=True, slots=True)
class _RecordHead:
    number: int
    delimiter: str
    width: int
    places: dict[str, int]


def _record_head(number: int, line: str, known: Mapping[str, tuple[str, ...]]) -> _RecordHead | None:
    found = []
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        found.append(_RecordHead(number, delimiter, len(cells), places_of(cells, known)))
    best = max(found, key=lambda head: (len(head.places), head.width))
    return best if best.places else None


@dataclass(frozen=True, slots=True)
class _Head:
    """The row with the names of the columns."""

    number: int
    delimiter: str
    width: int
    columns: Columns


_LONG = "too long"
_OPEN = (
    'staat een aanhalingsteken (") dat niet goed wordt gesloten. Zet de tekst tussen aanhalingstekens en schrijf een aanhalingsteken in de tekst dubbel ("").'
)


class _Lines:
    """The lines of the file for Python's CSV reader.

    Remembers what it gave for one row, so that a row with an open quote, which would swallow what follows, can be left and the next line read as a new row.
    """

    def __init__(self, lines: Iterator[str], name: str) -> None:
        self._lines = lines
        self._name = name
        self._again: deque[str] = deque()
        self._given_back = 0
        self._size = 0
        self._next = 1
        self.taken: list[str] = []

    @property
    def line(self) -> int:
        """The number of the line where the present row starts."""
        return self._next - len(self.taken)

    def start(self) -> None:
        """A new row starts here."""
        self.taken, self._size = [], 0

    def keep(self, count: int) -> None:
        """Only the first ``count`` lines belong to the row; the others are given again."""
        rest = self.taken[count:]
        self._given_back += sum(len(line) + _LINE_COST for line in rest)
        if self._given_back > _READ_AGAIN:
            raise UnreadableError(f'{self._name} is niet te lezen: vanaf regel {self.line} sluiten te veel aanhalingstekens (") niet. Bewaar het als .xlsx.')
        self._again.extendleft(reversed(rest))
        self._next -= len(rest)
        del self.taken[count:]

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._next += 1
        self.taken.append(line)
        self._size += len(line)
        if self._size > SOURCE_SIGNS or len(self.taken) > TEXT_SIGNS:
            raise csv.Error(_LONG)
        return line


def _records(lines: _Lines, delimiter: str) -> Iterator[list[str] | str]:
    """The cells of each row, or what is wrong with it."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.start()
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield _second_reading(lines, delimiter)


def _second_reading(lines: _Lines, delimiter: str) -> list[str] | str:
    """A row that breaks the rules is still read when it is one line with every quote closed."""
    first = lines.taken[0]
    if len(lines.taken) == 1 and len(first) <= SOURCE_SIGNS:
        try:
            cells, *after = csv.reader([first, _NO_DELIMITER], delimiter=delimiter)
        except csv.Error:
            return _LONG
        if after:
            return cells
    lines.keep(1)
    return _LONG if len(first) > SOURCE_SIGNS else _OPEN


def _head_of(lines: _Lines, name: str) -> _Head:
    first: list[str] | None = None
    number = seen = 0
    while seen < HEADER_ROWS:
        lines.start()
        try:
            line = next(lines, None)
        except csv.Error:
            break
        if line is None:
            break
        if number == 0 and first is None and _EXCEL_HINT.fullmatch(line):
            continue
        number += 1
        if not line.strip(f"{_DELIMITERS}\r\n "):
            continue
        seen += 1
        delimiter, cells = _split(line[:_HEADER_SIGNS])
        first = first or cells
        columns = columns_of(cells)
        if columns is not None:
            return _Head(number, delimiter, len(cells), columns)
    if first is None:
        raise UnreadableError(f"{name} is leeg: er staat geen tekst in. Kies een bestand met beschrijvingen.")
    raise UnreadableError(no_text_column(first, f"In {name}"))


def _split(line: str) -> tuple[str, list[str]]:
    """The delimiter of a line with names, and its cells: a delimiter that shows the text wins, then the one that gives most cells."""
    splits = [(delimiter, next(csv.reader([line], delimiter=delimiter), [])) for delimiter in _DELIMITERS]
    best = max(splits, key=lambda split: (columns_of(split[1]) is not None, len(split[1])))
    return best if len(best[1]) > 1 else (_NO_DELIMITER, best[1])


def _row(number: int, cells: list[str], head: _Head, series: Series) -> Row | BadRow:
    columns = head.columns
    own, title, code = ("" if place is None or place >= len(cells) else cells[place] for place in (columns.id, columns.title, columns.code))
    sign = _DELIMITER_NAMES.get(head.delimiter, head.delimiter)
    if any(cell.strip() for cell in cells[head.width :]):
        why = f'Rij {number} heeft {len(cells)} kolommen en de kop {head.width}: staat er een "{sign}" in de tekst? Zet de tekst tussen aanhalingstekens.'
        return series.bad(number, own, why)
    if len(cells) <= columns.text:
        why = f'Rij {number} heeft geen tekst: er zijn maar {len(cells)} van de {head.width} kolommen. Maak de rij volledig, met "{sign}" tussen de kolommen.'
        return series.bad(number, own, why)
    return series.row(number, own, title, cells[columns.text], code)
