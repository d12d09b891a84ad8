"""FunctionBook -> workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from functiehuis.documents.formats.xlsx import CELL_SIGNS, Cell, Column, Sheet, write
from functiehuis.library.folders import in_dutch
from functiehuis.library.workbooks import sheets as s
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import WriteError
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText

Row = tuple[str, tuple[Cell, ...]]

_GUIDE = (
    "Dit is een functieboek. U kunt het hier bewerken en daarna weer inlezen met: functiehuis lees NAAM.xlsx --uit boek/",
    "De volgorde van de rijen is de volgorde in het boek. U mag rijen toevoegen, weghalen en verplaatsen. Vet en cursief in een cel blijven bewaard.",
    "De kolom Code zegt bij welke functie een kenmerk of taak hoort. Geef een nieuwe functie eerst een rij op het blad Functies.",
    "De kolom Functie op de bladen Kenmerken en Taken is er om te lezen; bij inlezen telt alleen de code.",
    "Bij een resultaatgebied zonder taken is de cel Taak leeg. Zet elke module van een functie op een eigen regel in de cel (Alt+Enter).",
    "De bladen Matrix, Ladders en Meldingen zijn gemaakt uit het boek. Wat u daar verandert, telt bij inlezen niet mee. Eigen kolommen en bladen ook niet.",
)


def workbook_bytes(book: FunctionBook, derived: Sequence[tuple[Sheet, Sequence[Sequence[Cell]]]] = ()) -> bytes:
    """The workbook of a book, with sheets that were made from it beside its own.

    The same book gives the same bytes. Refuses with WriteError a text that is longer than a cell may be, and a disk that is full.
    """
    guide = Sheet(s.GUIDE, (Column("Uitleg", 110),))
    every = [*s.sheets()[:3], *(sheet for sheet, _ in derived), *s.sheets()[3:], guide]
    with tempfile.TemporaryDirectory(prefix="functiehuis-") as folder, in_dutch(Path(folder) / "boek.xlsx"):
        path = Path(folder) / "boek.xlsx"
        with write(path, every, title=book.title) as workbook:
            for line in _GUIDE:
                workbook.add(s.GUIDE, (line,))
            for name, cells in book_rows(book):
                workbook.add(name, tuple(_fitting(cell, name) for cell in cells))
            for sheet, rows in derived:
                for made in rows:
                    workbook.add(sheet.name, made)
        return path.read_bytes()


def book_rows(book: FunctionBook) -> Iterator[Row]:
    """Every row of the sheets that are read back, with the name of its sheet."""
    yield from _about(book)
    known = {item.code for item in book.series} | {item.code for item in book.groups}
    functions = list(zip(s.keys([function.code for function in book.functions], s.NO_CODE), book.functions, strict=True))
    for key, function in functions:
        yield s.FUNCTIONS, _function(key, function, known)
    for key, function in functions:
        for text in function.characteristics:
            if text:
                yield s.TRAITS, (key, function.name, text)
    for key, function in functions:
        yield from _tasks(key, function)
    for item in book.series:
        yield s.SERIES, (item.code, item.name, item.definition)
    for group in book.groups:
        yield s.GROUPS, (group.code, group.series, group.name, group.definition)
    modules = list(zip(s.keys([module.name for module in book.modules], s.NO_NAME), book.modules, strict=True))
    for key, module in modules:
        yield s.MODULES, (key, module.code)
    for key, module in modules:
        for task in module.tasks:
            if task:
                yield s.MODULE_TASKS, (key, task)
    for key, function in functions:
        for heading in function.headings:
            yield s.HEADINGS, (s.FUNCTION, key, heading.part.value, heading.text)
    for key, module in modules:
        for heading in module.headings:
            yield s.HEADINGS, (s.MODULE, key, heading.part.value, heading.text)


def _about(book: FunctionBook) -> Iterator[Row]:
    facts = (
        (s.TITLE, book.title),
        (s.ORGANISATION, book.organisation.name),
        (s.SHORT, book.organisation.abbreviation),
        (s.STATUS, book.status.value),
        (s.SYSTEM, book.system),
    )
    for name, value in facts:
        yield s.BOOK, (name, value)
    for name, texts in ((s.COLOPHON, book.colophon), (s.LEFTOVER, book.leftovers)):
        for text in texts:
            if text:
                yield s.BOOK, (name, text)
    for entry in book.contents:
        yield s.CONTENTS, (entry.page, entry.name, entry.group, as_number(entry.scale), entry.code, entry.points)
    for row in book.conversion:
        yield s.CONVERSION, (row.points_from, row.points_to, as_number(row.scale))
    for item in book.dismissals:
        yield s.DISMISSED, (item.fingerprint, item.code, item.reason, item.date)


def _function(key: str, function: StandardFunction, known: set[str]) -> tuple[Cell, ...]:
    return (
        key,
        function.name,
        _reference(function.series, known),
        _reference(function.group, known),
        function.level,
        as_number(function.scale),
        function.points,
        "\n".join(function.modules),
        function.series_definition,
        function.group_definition,
    )


def _reference(code: str | None, known: set[str]) -> str | None:
    """The code of a series or group; one that the book does not have says so, so that a slip of the keyboard is told from it."""
    return code if code is None or code in known else code + s.UNKNOWN


def _tasks(key: str, function: StandardFunction) -> Iterator[Row]:
    pairs = [(area.number, area.name) for area in function.result_areas]
    for at, area in enumerate(function.result_areas):
        name = s.numbered(area.name, pairs[:at].count(pairs[at]), s.NO_NAME)
        tasks = [task for task in area.tasks if task]
        for task in tasks or [RichText("")]:
            yield s.TASKS, (key, function.name, area.number or None, name, task)


def as_number(scale: str | None) -> str | int | None:
    """A scale as the number that it is, so that Excel sorts it; "10a" stays a text."""
    return int(scale) if scale and scale.isascii() and scale.isdecimal() and str(int(scale)) == scale else scale


def _fitting(cell: Cell, sheet: str) -> Cell:
    text = cell.text if isinstance(cell, RichText) else cell if isinstance(cell, str) else ""
    if len(text) * 2 > CELL_SIGNS and len(text.encode("utf-16-le", "replace")) > 2 * CELL_SIGNS:
        raise WriteError(
            f"Een tekst op het blad {sheet} is te lang voor Excel: hooguit {CELL_SIGNS} tekens passen in een cel. "
            f"Ze begint met '{text[:60]}'. Kort haar in, of kies een andere vorm."
        )
    return cell
