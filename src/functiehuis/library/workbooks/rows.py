"""The rows of one sheet, with cells by the name of their column; what cannot be used is refused with sheet and row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from functiehuis.documents.formats.xlsx import OddCell, SheetRow, Value
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText


class Line:
    """A row below the names of the columns."""

    def __init__(self, file: str, row: SheetRow, columns: dict[str, int]) -> None:
        """Take the row and the place of each column."""
        self._file = file
        self._row = row
        self._columns = columns

    @property
    def empty(self) -> bool:
        """Does no column of ours hold anything?"""
        return all(self._value(column) is None for column in self._columns)

    @property
    def where(self) -> Provenance:
        """The place of the row."""
        return Provenance(f"{self._file}, blad {self._row.sheet}", self._row.number, None)

    @property
    def number(self) -> int:
        """The number of the row, as Excel shows it."""
        return self._row.number

    def rich(self, column: str) -> RichText | None:
        """A text with emphasis, None when the cell is empty."""
        value = self._value(column)
        if isinstance(value, RichText):
            text = RichText(value.text, value.bold, value.italic, self.where).stripped()
            return text or None
        return None if value is None else RichText(_digits(value, self, column), provenance=self.where)

    def needed(self, column: str) -> RichText:
        """A text that must be there."""
        text = self.rich(column)
        if text is None:
            raise self.refusal(f"de cel {column} is leeg", "Vul haar in, of haal de rij weg")
        return text

    def plain(self, column: str) -> str | None:
        """A text without emphasis; a number becomes its digits."""
        text = self.rich(column)
        return text.text if text else None

    def whole(self, column: str) -> int | None:
        """A whole number, also when it was typed as text."""
        value = self._value(column)
        if isinstance(value, int):
            return value
        said = self.plain(column)
        if said is None:
            return None
        if not (said.isascii() and said.removeprefix("-").isdecimal() and len(said) < 12):
            raise self.refusal(f"in de cel {column} staat '{said[:40]}', maar daar hoort een geheel getal", "Verbeter de cel, of maak haar leeg")
        return int(said)

    def refusal(self, what: str, advice: str) -> InvalidBookError:
        """What is wrong with this row, and what to do."""
        return InvalidBookError(f"{self._file}, blad {self._row.sheet}, rij {self._row.number}: {what}. {advice} en probeer het opnieuw.")

    def unknown(self, column: str, key: str, known: Sequence[str], sheet: str) -> InvalidBookError:
        """A code or name that another sheet does not have, with the one that may be meant."""
        near = get_close_matches(key, known, 1, 0.75)
        hint = f" (bedoelt u {near[0]}?)" if near else ""
        return self.refusal(f"{column} '{key[:60]}' staat niet op het blad {sheet}{hint}", "Verbeter de cel, of voeg daar een rij toe")

    def _value(self, column: str) -> Value:
        at = self._columns.get(column)
        value = self._row.cells[at] if at is not None and at < len(self._row.cells) else None
        if isinstance(value, OddCell):
            raise self.refusal(f"in de cel {column} staat {value.what}, en geen tekst of getal", "Typ de tekst over met een ' ervoor")
        return None if isinstance(value, RichText) and not value.text.strip() else value


def _digits(value: Value, line: Line, column: str) -> str:
    if isinstance(value, float):
        raise line.refusal(f"in de cel {column} staat het getal {str(value).replace('.', ',')}", "Maak er een heel getal of tekst van")
    return str(value)


def lines_of(file: str, sheet: str, rows: Sequence[SheetRow], wanted: Sequence[str]) -> Iterator[Line]:
    """The rows of a sheet below the names of its columns. Refuses with InvalidBookError a sheet without one of its columns."""
    header = rows[0] if rows else None
    names = [] if header is None else [" ".join(cell.text.split()).casefold() if isinstance(cell, RichText) else "" for cell in header.cells]
    missing = [column for column in wanted if column.casefold() not in names]
    if missing:
        raise InvalidBookError(f"{file}, blad {sheet}: de kolom {missing[0]} ontbreekt in de eerste rij. Zet de naam terug en probeer het opnieuw.")
    columns = {column: names.index(column.casefold()) for column in wanted}
    for row in rows[1:]:
        line = Line(file, row, columns)
        if not line.empty:
            yield line
