"""Bytes -> lines of text, whatever encoding and line ends the file was saved with."""

from __future__ import annotations

import codecs
import re
import unicodedata

from functiehuis.documents.limits import MEGABYTE, TEXT_BYTES
from functiehuis.model.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n|\r|\n|\v|\x85|\u2028|\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPACE = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_SOFT_HYPHEN = re.compile("\u00ad(?!\\s*$)")
_INVISIBLE = str.maketrans(dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060"))


def lines_of(data: bytes, name: str) -> list[str]:
    """The lines of a text in UTF-8, UTF-16, UTF-32 or Windows-1252, also when encodings are mixed; form feeds stay.

    Refuses what is no text (many control characters), is empty, or is larger than the limit.
    """
    if len(data) > TEXT_BYTES:
        raise UnreadableError(
            f"{name} is te groot: {len(data) // MEGABYTE} MB, terwijl een tekst hooguit {TEXT_BYTES // MEGABYTE} MB mag zijn. "
            "Bewaar alleen het deel dat gelezen moet worden en probeer het opnieuw."
        )
    text = decoded(data)
    if not text.strip():
        raise UnreadableError(f"{name} is leeg. Er staat geen tekst in om te lezen. Kies het bestand met de tekst.")
    if len(_CONTROL.findall(text)) > max(2, len(text) // 500):
        raise UnreadableError(
            f"{name} is geen tekst: er staan tekens in die alleen in programma's of beelden voorkomen. Kies een tekst-, Word- of PDF-bestand."
        )
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text.translate(_INVISIBLE)))
    # A soft hyphen says where a word may be cut: only at the end of a line was it.
    return [_SOFT_HYPHEN.sub("", line) for line in _LINE_END.split(_SPACE.sub(" ", text))]


def decoded(data: bytes) -> str:
    """The characters of a text, without the mark at its beginning; refuses nothing: what is no character becomes one that says so."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    start = data[:2000]
    if len(start) >= 4 and start.count(0) > len(start) // 4:
        evens, odds = start[::2].count(0), start[1::2].count(0)
        if min(evens, odds) * 4 < max(evens, odds):
            return data.decode("utf-16-be" if evens > odds else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Files put together from several sources mix encodings: each line is read on its own.
        return "\n".join(_decoded_line(line) for line in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
