"""Rows -> a workbook, in memory that does not grow with the number of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from functiehuis.documents.xml_signs import sound
from functiehuis.model.text import RichText

Cell = str | int | float | RichText | None
"""What a cell may hold; an empty text is an empty cell, and a rich text keeps its bold and italic inside the cell."""

LOSSES = (
    "Een tekst zonder tekens is een lege cel.",
    "Tekens die XML niet kent, worden een vraagteken in een ruit.",
)
"""What this format cannot carry."""

MOST_ROWS = 1_048_576
"""The rows of a sheet of Excel, with the one that has the names of the columns."""

CELL_SIGNS = 32_767
"""The longest text of a cell, in units of UTF-16."""

_CUT = "… (ingekort: meer tekens passen niet in een cel)"
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # the day of writing would make other bytes of the same rows
_CODED = re.compile(r"(?<=_x)(?=[0-9A-Fa-f]{4}_)")
"""Inside what Excel takes for a coded character: the library codes it twice in a text with emphasis, and not at all where it is cut in two pieces."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_CELL = {"text_wrap": True, "valign": "top"}
_HEADER = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7ECF1"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the first row, and its width in characters."""

    name: str
    width: float = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and its columns."""

    name: str
    columns: tuple[Column, ...]


class Workbook:
    """A workbook that is being written. Use ``write`` to open one."""

    def __init__(self, path: Path, sheets: Sequence[Sheet], title: str, most_rows: int) -> None:
        # The library takes a tenth of a second to load: only for who writes a workbook. Rows wait in files beside the workbook, so that they are on the same
        # disk and go when their folder goes.
        self._book = import_module("xlsxwriter").Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent), "strings_to_urls": False})
        self._book.set_properties({"title": title, "created": _CREATED})
        self._header = self._book.add_format(_HEADER)
        self._cell = self._book.add_format(_CELL)
        self._quoted = self._book.add_format({**_CELL, "quote_prefix": True})
        self._looks = {
            (bold, italic): self._book.add_format({"bold": bold, "italic": italic}) for bold in (False, True) for italic in (False, True) if bold or italic
        }
        self._whole: dict[tuple[bool, bool, bool], Any] = {}
        self._most_rows = most_rows
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self._open: dict[str, Any] = {}
        self._filled: dict[str, int] = {}
        self._parts = dict.fromkeys(self._sheets, 0)
        for name in self._sheets:
            self._begin(name)

    def add(self, sheet: str, cells: Sequence[Cell]) -> None:
        """Write the next row of a sheet; a sheet that is full goes on in another one with a number behind its name."""
        if self._filled[sheet] >= self._most_rows:
            self._end(sheet)
            self._begin(sheet)
        row = self._filled[sheet]
        self._filled[sheet] += 1
        page = self._open[sheet]
        for at, value in enumerate(cells):
            if isinstance(value, RichText):
                self._rich(page, row, at, value)
            elif isinstance(value, str) and value:
                text = _fitting(value)
                page.write_string(row, at, text, self._quoted if text.startswith(_FORMULA_SIGNS) else self._cell)
            elif isinstance(value, int | float):
                page.write_number(row, at, value, self._cell)

    def _rich(self, page: Any, row: int, at: int, text: RichText) -> None:
        """A text with emphasis: of the whole cell, or of pieces inside it."""
        runs = [replace(run, text=sound(run.text.replace("\r\n", "\n").replace("\r", "\n"))) for run in text.runs() if run.text]
        if not runs:
            return
        formula = runs[0].text.startswith(_FORMULA_SIGNS)
        if len(runs) == 1:
            key = (runs[0].bold, runs[0].italic, formula)
            if key not in self._whole:
                self._whole[key] = self._book.add_format({**_CELL, "bold": key[0], "italic": key[1], "quote_prefix": formula})
            page.write_string(row, at, _fitting(runs[0].text), self._whole[key])
            return
        pieces: list[Any] = []
        for run in runs:
            for said in _CODED.split(run.text):
                pieces += [self._looks[run.bold, run.italic], said] if run.bold or run.italic else [said]
        page.write_rich_string(row, at, *pieces, self._quoted if formula else self._cell)

    def close(self) -> None:
        """Put the workbook together."""
        for name in self._sheets:
            self._end(name)
        try:
            self._book.close()
        except import_module("xlsxwriter.exceptions").XlsxFileError as error:
            # What went wrong on the disk is inside: who called knows what to say about it.
            raise next((cause for cause in error.args if isinstance(cause, OSError)), OSError(str(error))) from None

    def abandon(self) -> None:
        """Let go of what was opened; there will be no workbook."""
        for page in self._book.worksheets():
            with suppress(OSError, ValueError):
                page.row_data_fh.close()

    def _begin(self, name: str) -> None:
        self._parts[name] += 1
        part = self._parts[name]
        page = self._book.add_worksheet(name if part == 1 else f"{name} {part}")
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        for at, column in enumerate(self._sheets[name].columns):
            page.set_column(at, at, column.width)
            page.write_string(0, at, column.name, self._header)
        self._open[name], self._filled[name] = page, 1

    def _end(self, name: str) -> None:
        self._open[name].autofilter(0, 0, self._filled[name] - 1, len(self._sheets[name].columns) - 1)


@contextmanager
def write(path: Path, sheets: Sequence[Sheet], *, title: str = "", most_rows: int = MOST_ROWS) -> Iterator[Workbook]:
    """A workbook to add rows to, complete at the end of the block; ``path`` is overwritten, so give a name that is only yours until then.

    Raises OSError where the disk does; then, and when the block fails, what stands at ``path`` is no workbook.
    """
    workbook = Workbook(path, sheets, title, most_rows)
    try:
        yield workbook
        workbook.close()
    finally:
        workbook.abandon()


def _fitting(text: str) -> str:
    """A text as a cell can hold it: no half characters, one kind of line end, not too long."""
    units = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-16-le", "surrogatepass")
    if len(units) > 2 * CELL_SIGNS:
        sound = units[: 2 * (CELL_SIGNS - len(_CUT))].decode("utf-16-le", "ignore").rstrip() + _CUT
    else:
        sound = units.decode("utf-16-le", "replace")
    # The library takes a text between these for markup, and would write it into the sheet as it is.
    return f"{sound} " if sound.startswith("<r>") and sound.endswith("</r>") else sound
