"""The local functions as a table that can be read in again and says the same."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

from functiehuis.actions.local_function_rules import told
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.documents.formats.xlsx import Cell, Column, Sheet, write
from functiehuis.documents.rows import guarded
from functiehuis.model.house import LocalFunction

_WIDTHS = {"nummer": 12, "roepnaam": 34, "afdeling": 28, "fte": 8, "code": 14, "beschrijving": 100}
_HELP = (
    ("nummer", "Verplicht. Hieraan wordt een functie herkend: een bekend nummer wordt gewijzigd, een nieuw nummer wordt toegevoegd."),
    ("roepnaam", "Verplicht. De naam waaronder het werk bekend is."),
    ("afdeling", "De naam van de afdeling. Een naam die er nog niet is, wordt toegevoegd; u ziet dat vooraf."),
    ("fte", "Hoeveel werk het is, zoals 1,75."),
    ("code", "De code van de normfunctie, als die bekend is."),
    ("beschrijving", "Wat iemand doet. Geen namen, geen persoonsgegevens."),
)


def local_functions_csv(house: House, *, empty: bool = False) -> bytes:
    """All local functions in use as CSV for a Dutch spreadsheet; ``empty`` gives only the names of the columns."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_WIDTHS)
    for values, _ in _rows(house, empty=empty):
        writer.writerow([guarded(value) for value in values.values()])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def local_functions_xlsx(house: House, *, empty: bool = False) -> bytes:
    """The same as a workbook, with a sheet that says what each column is for."""
    sheets = (
        Sheet("Lokale functies", tuple(Column(name, width) for name, width in _WIDTHS.items())),
        Sheet("Uitleg", (Column("kolomnaam", 16), Column("wat erin staat", 100))),
    )
    with tempfile.TemporaryDirectory(prefix="functiehuis-") as folder:
        path = Path(folder) / "lokale-functies.xlsx"
        with write(path, sheets, title="Lokale functies") as workbook:
            for values, function in _rows(house, empty=empty):
                cells: list[Cell] = [float(function.fte) if name == "fte" else value for name, value in values.items()]
                workbook.add("Lokale functies", cells)
            for line in _HELP:
                workbook.add("Uitleg", line)
        return path.read_bytes()


def _rows(house: House, *, empty: bool) -> Iterator[tuple[dict[str, str], LocalFunction]]:
    require(house.actor, Right.READ_HOUSE)
    units = {unit.id or 0: unit.name for unit in house.units()}
    for function in () if empty else house.local_functions():
        yield told(function, units), function
