"""A file on disk -> Document: look at the bytes, choose the reader of that format."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from functiehuis.documents.document import Document
from functiehuis.documents.formats.markdown.decoding import decoded, lines_of
from functiehuis.documents.guard import Reader, read_guarded
from functiehuis.documents.limits import FILE_BYTES, MEGABYTE, Progress, no_progress
from functiehuis.model.errors import UnreadableError

FORMATS = {".txt": "markdown", ".md": "markdown", ".docx": "docx", ".pdf": "pdf", ".html": "html", ".htm": "html", ".xml": "cvdr"}
"""The reader for each ending; the bytes of the file decide when the two disagree."""

_GUARDED = frozenset({"docx", "pdf", "html", "cvdr"})
_KNOWN = "Kies een bestand dat eindigt op .txt, .md, .docx, .pdf, .html of .xml."


def read_document(path: Path, progress: Progress = no_progress) -> Document:
    """Read a file of any known format.

    Refuses with UnreadableError: no such file, a folder, no right to read, empty, too large, an unknown or other format, or whatever its reader refuses.
    """
    return read_bytes(bytes_of(path), path.name, progress)


def read_bytes(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """Read the bytes of a file; ``name`` is its name, for the provenance and the format."""
    if not data:
        raise UnreadableError(f"{name} is leeg: het bestand heeft 0 tekens. Kies het bestand met de tekst.")
    _check_size(len(data), name)
    format_name = _format(data, name)
    reader: Reader = import_module(f"functiehuis.documents.formats.{format_name}").read
    return read_guarded(reader, data, name, progress) if format_name in _GUARDED else reader(data, name, progress)


def plain_text(data: bytes, name: str) -> str | None:
    """The characters of a plain text as they stand there, for who quotes from it; None when the bytes are of another format, Markdown among them.

    Refuses with UnreadableError what no reader knows, what is no text, and what is too large.
    """
    if data and (_format(data, name) != "markdown" or Path(name).suffix.lower() in (".md", ".markdown")):
        return None
    text = decoded(data)
    if text.strip():
        lines_of(data, name)  # for what it refuses
    return text


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Refuses with UnreadableError what is not there, no file, not for this user or too large."""
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is een map, geen bestand. {_KNOWN}")
        if path.exists() and not path.is_file():
            raise UnreadableError(f"{path} is een apparaat of een pijp, geen bestand. {_KNOWN}")
        _check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{path} bestaat niet. Controleer de naam en de map van het bestand.") from None
    except (PermissionError, OSError, ValueError) as error:
        reason = "u mag het niet lezen" if isinstance(error, PermissionError) else "de naam of de schijf werkt niet mee"
        raise UnreadableError(f"{path} is niet te openen ({reason}). Controleer de naam, de schijf en uw rechten.") from None


def _check_size(size: int, name: str) -> None:
    if size > FILE_BYTES:
        raise UnreadableError(
            f"{name} is te groot: {size // MEGABYTE} MB, hooguit {FILE_BYTES // MEGABYTE} MB mag. Bewaar het zonder plaatjes en probeer het opnieuw."
        )


def _format(data: bytes, name: str) -> str:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zip_format(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "docx"  # its reader says what to do with an old or encrypted Word file
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        raise UnreadableError(f"{name} is een plaatje zonder letters. Vraag het Word-bestand op, of laat de tekst herkennen.")
    if data.startswith(b"{\\rtf"):
        raise UnreadableError(f"{name} is een RTF-bestand, en dat leest Functiehuis niet. Open het in Word en bewaar het als .docx.")
    ending = Path(name).suffix.lower()
    expected = FORMATS.get(ending)
    small = start[:2048].lower()
    if b"<!doctype html" in small or re.match(rb"<html\b", small) or b"<html xmlns" in small:
        return "html"
    if small.startswith(b"<?xml") or (expected == "cvdr" and start.startswith(b"<")):
        return "html" if expected == "html" else "cvdr"
    if expected in ("docx", "pdf"):
        raise UnreadableError(
            f"{name} heet {ending} maar is het niet, of het begin van het bestand ontbreekt. Bewaar het opnieuw uit het oorspronkelijke programma."
        )
    if expected is None and ending not in ("", ".text", ".markdown"):
        raise UnreadableError(f"{name} is van een soort die Functiehuis niet leest ({ending}). {_KNOWN}")
    return expected or "markdown"


def _zip_format(data: bytes, name: str) -> str:
    members: list[str] = []
    with suppress(zipfile.BadZipFile, NotImplementedError, OSError, ValueError), zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.namelist()
    if any(member.startswith("xl/") for member in members):
        raise UnreadableError(f"{name} is een Excel-bestand, en daaruit leest Functiehuis hier geen tekst. Bewaar de tekst als Word- of PDF-bestand.")
    if "mimetype" in members and any(member == "content.xml" for member in members):
        raise UnreadableError(f"{name} is een OpenDocument-bestand. Open het in Word of LibreOffice en bewaar het als .docx.")
    return "docx"
