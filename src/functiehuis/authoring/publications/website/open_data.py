"""The book as open data: JSON in the wire form, and tables as CSV (RFC 4180, UTF-8).

In: a book and the address of each function. Out: files by name. Refuses nothing; a cell that a spreadsheet would run as a formula starts with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from functiehuis.model.book import FunctionBook
from functiehuis.model.emphasis import encode
from functiehuis.model.text import RichText
from functiehuis.model.wire import book_to_wire

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def open_data(book: FunctionBook, addresses: Sequence[str]) -> dict[str, bytes]:
    """The files of the folder ``data``."""
    return {
        "functieboek.json": (json.dumps(_unplaced(book_to_wire(book)), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"),
        "functies.csv": _table(
            ("code", "naam", "reeks", "reeksnaam", "groep", "groepsnaam", "niveau", "schaal", "punten", "adres"), _functions(book, addresses)
        ),
        "kenmerken.csv": _table(("code", "naam", "nummer", "tekst", "tekst_met_nadruk"), _characteristics(book)),
        "taken.csv": _table(("code", "naam", "resultaatgebied", "resultaatgebied_naam", "nummer", "tekst", "tekst_met_nadruk"), _tasks(book)),
        "modules.csv": _table(("naam", "code", "nummer", "tekst", "tekst_met_nadruk"), _modules(book)),
    }


def _functions(book: FunctionBook, addresses: Sequence[str]) -> Iterable[Sequence[object]]:
    for function, address in zip(book.functions, addresses, strict=True):
        series, group = book.series_named(function.series), book.group_named(function.group)
        yield (
            function.code,
            function.name,
            function.series,
            series.name if series else "",
            function.group,
            group.name if group else "",
            function.level,
            function.scale,
            function.points,
            f"functies/{address}.html",
        )


def _characteristics(book: FunctionBook) -> Iterable[Sequence[object]]:
    for function in book.functions:
        for number, text in enumerate(function.characteristics, 1):
            yield (function.code, function.name, number, *_both(text))


def _tasks(book: FunctionBook) -> Iterable[Sequence[object]]:
    for function in book.functions:
        for area in function.result_areas:
            for number, text in enumerate(area.tasks, 1):
                yield (function.code, function.name, area.number, area.name, number, *_both(text))


def _modules(book: FunctionBook) -> Iterable[Sequence[object]]:
    for module in book.modules:
        for number, text in enumerate(module.tasks, 1):
            yield (module.name, module.code, number, *_both(text))


def _both(text: RichText) -> tuple[str, str]:
    return text.text, encode(text)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _unplaced(value: object) -> object:
    """Without where each text stood in the source: that is nobody's business but the maker's, and findings that were set aside neither."""
    if isinstance(value, dict):
        return {key: _unplaced(item) for key, item in value.items() if key not in ("herkomst", "genegeerd")}
    return [_unplaced(item) for item in value] if isinstance(value, list) else value
