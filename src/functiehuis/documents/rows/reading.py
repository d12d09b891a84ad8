"""A file on disk -> its rows: look at the ending and the first bytes, choose the reader of that format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from functiehuis.documents.guard import stream_guarded
from functiehuis.documents.limits import FILE_BYTES, MEGABYTE
from functiehuis.documents.rows import jsonl, table
from functiehuis.documents.rows.decoding import decoded
from functiehuis.documents.rows.row import BadRow, Record, Row
from functiehuis.model.errors import UnreadableError

_LINES = frozenset({".jsonl", ".ndjson"})
_TABLES = frozenset({".csv", ".tsv"})
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})
_KNOWN = "Kies een bestand dat eindigt op .jsonl, .csv of .xlsx."
_ZIP_OR_OLE2 = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_SAMPLE_ROWS = 1000


def read_rows(path: Path) -> Iterator[Row | BadRow]:
    """The rows of a file in its order: a Row, or a BadRow where one cannot be used; rows without anything in them are passed over.

    Only one row at a time is in memory, and the ids. Refuses with UnreadableError, before the first row: no such file, a folder, empty, of an unknown kind,
    broken, encrypted or unsafe, or without a column with text. A workbook that turns out to be damaged further on is refused there.
    """
    _check(path)
    rows = _rows(path)
    first = next(rows, None)
    if first is None:
        raise UnreadableError(f"{path.name} heeft geen rijen met een beschrijving. Zet er per beschrijving een rij in, met id, titel en tekst.")
    return chain([first], rows)


def read_records(path: Path, known: Mapping[str, tuple[str, ...]]) -> Iterator[Record | BadRow]:
    """The rows of a .csv, .tsv or .xlsx with the columns that are known: per column the names that it may have, in upper or lower case.

    Refuses with UnreadableError what ``read_rows`` refuses, and a file without any of these columns.
    """
    _check(path)
    with path.open("rb") as file:
        if _is_workbook(file, path):
            if path.stat().st_size > FILE_BYTES:
                raise UnreadableError(f"{path.name} is te groot: hooguit {FILE_BYTES // MEGABYTE} MB mag. Bewaar het blad als .csv.")
            reader = partial(import_module("functiehuis.documents.rows.xlsx").read_records, known=known)
            yield from stream_guarded(reader, file.read(), path.name)
        elif path.suffix.lower() in _TABLES:
            with decoded(file, path.name) as text:
                yield from table.read_records(text, path.name, known)
        else:
            raise UnreadableError(f"{path.name} is geen tabel. Kies een bestand dat eindigt op .csv of .xlsx.")


def count_rows(path: Path) -> int | None:
    """About how many rows a file has, for a progress bar; None when that is not known without reading it."""
    try:
        _check(path)
        with path.open("rb") as file:
            if _is_workbook(file, path):
                size = path.stat().st_size
                return None if size > FILE_BYTES else _workbook_estimate(file.read())
            size = path.stat().st_size
            rows = _text_rows(file, path)
            seen = sum(1 for _ in zip(range(_SAMPLE_ROWS), rows, strict=False))
            return seen if next(rows, None) is None else seen * size // max(1, file.tell())
    except (UnreadableError, OSError, ValueError):
        return None


def _rows(path: Path) -> Iterator[Row | BadRow]:
    try:
        with path.open("rb") as file:
            if _is_workbook(file, path):
                yield from _workbook_rows(file, path)
            else:
                yield from _text_rows(file, path)
    except OSError:
        raise UnreadableError(f"{path} is niet verder te lezen: de schijf of het netwerk werkt niet mee. Kopieer het bestand en probeer het opnieuw.") from None


def _text_rows(file: BinaryIO, path: Path) -> Iterator[Row | BadRow]:
    ending = path.suffix.lower()
    with decoded(file, path.name) as text:
        if ending in _TABLES:
            yield from table.read(text, path.name)
        else:
            yield from jsonl.read(text) if ending in _LINES else jsonl.read_list(text)


def _workbook_rows(file: BinaryIO, path: Path) -> Iterator[Row | BadRow]:
    size = path.stat().st_size
    if size > FILE_BYTES:
        raise UnreadableError(
            f"{path.name} is te groot: {size // MEGABYTE} MB, en hooguit {FILE_BYTES // MEGABYTE} MB mag. Bewaar het blad met de beschrijvingen als .csv."
        )
    # openpyxl takes a quarter of a second to load: only for who has a workbook.
    return stream_guarded(import_module("functiehuis.documents.rows.xlsx").read, file.read(), path.name)


def _is_workbook(file: BinaryIO, path: Path) -> bool:
    start = file.read(4)
    file.seek(0)
    if start.startswith(_ZIP_OR_OLE2):
        return True
    if path.suffix.lower() in _WORKBOOKS and start:
        raise UnreadableError(f"{path.name} heet {path.suffix} maar is geen Excel-bestand. Open het in Excel en bewaar het opnieuw als .xlsx.")
    return False


def _workbook_estimate(data: bytes) -> int | None:
    estimate: int | None = import_module("functiehuis.documents.rows.xlsx").estimate(data)
    return estimate


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is een map, geen bestand. {_KNOWN}")
        if path.exists() and not path.is_file():
            raise UnreadableError(f"{path} is een apparaat of een pijp, geen bestand. {_KNOWN}")
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError:
        raise UnreadableError(f"{path} bestaat niet. Controleer de naam en de map van het bestand.") from None
    except (OSError, ValueError) as error:
        reason = "u mag het niet lezen" if isinstance(error, PermissionError) else "de naam of de schijf werkt niet mee"
        raise UnreadableError(f"{path} is niet te openen ({reason}). Controleer de naam, de schijf en uw rechten.") from None
    if path.suffix.lower() not in _LINES | _TABLES | _WORKBOOKS | {".json"}:
        kind = f"van een soort die hier niet gelezen wordt ({path.suffix})" if path.suffix else "van een onbekende soort: de naam heeft geen einde als .csv"
        raise UnreadableError(f"{path.name} is {kind}. {_KNOWN}")
    if empty:
        raise UnreadableError(f"{path.name} is leeg: het bestand heeft 0 tekens. {_KNOWN}")
