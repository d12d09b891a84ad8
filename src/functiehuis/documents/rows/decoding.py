"""The bytes of a text file -> its lines, one by one, whatever encoding and line ends it was saved with."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from functiehuis.documents.rows.row import SOURCE_SIGNS
from functiehuis.model.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 64 * 1024
_HALF = re.compile("[\udc80-\udcff]")


def decoded(file: BinaryIO, name: str) -> TextIO:
    """The text of a file that stands at its beginning; refuses with UnreadableError what is empty or no text."""
    start = file.read(_SAMPLE)
    file.seek(0)
    if not start:
        raise UnreadableError(f"{name} is leeg: het bestand heeft 0 tekens. Kies een bestand met beschrijvingen.")
    mark, encoding = next((known for known in _MARKS if start.startswith(known[0])), (b"", "utf-8"))
    sample = start[len(mark) :].decode(encoding, "replace")
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 500):
        raise UnreadableError(
            f"{name} is geen tekst: er staan tekens in die alleen in programma's of beelden voorkomen. Kies een bestand dat eindigt op .csv, .jsonl of .xlsx."
        )
    # Bytes that are no UTF-8 stay recognisable, and their line is read again as Windows-1252.
    text = io.TextIOWrapper(file, encoding, "surrogateescape" if encoding == "utf-8" else "replace", newline="")
    if mark:
        text.read(1)
    return text


def lines_of(text: TextIO) -> Iterator[str]:
    """The lines with their ends; of a line that is too long only the first SOURCE_SIGNS + 1 characters."""
    while line := text.readline(SOURCE_SIGNS + 1):
        yield _mended(line)
        rest = line if len(line) > SOURCE_SIGNS else ""
        while rest and not rest.endswith(("\n", "\r")):
            rest = text.readline(_SAMPLE)


def pieces_of(text: TextIO) -> Iterator[str]:
    """The whole text in pieces of at most a line."""
    while piece := text.readline(_SAMPLE):
        yield _mended(piece)


def _mended(line: str) -> str:
    if line.isascii() or not _HALF.search(line):
        return line
    return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
