"""A source that a user names -> BookReading: a document of any format, or a book that was kept before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from functiehuis.authoring.books import BookReading, build_book, kept_findings
from functiehuis.documents import Document, read_bytes, read_document
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.language.spelling import Speller
from functiehuis.library.folders import book_from_json, is_book, read_book
from functiehuis.library.systems import bundled_systems
from functiehuis.model.system import BookSystem


def open_source(path: Path, systems: Sequence[BookSystem] = (), progress: Progress = no_progress) -> BookReading:
    """The book in a document, in a folder of YAML or in a .json file.

    Refuses with UnreadableError, NotABookError or InvalidBookError. Of a book that was
    kept only its leftovers are told again: the other findings on its reading were told when it was read.
    """
    systems = systems or bundled_systems()
    if path.is_dir() or is_book(path):
        book = read_book(path)
        system = next((system for system in systems if system.name == book.system), systems[0])
        return BookReading(book, kept_findings(book, path.name), system, path.name)
    return build_book(read_document(path, progress), systems, Speller().listed)


def open_bytes(data: bytes, name: str, systems: Sequence[BookSystem] = (), progress: Progress = no_progress) -> tuple[Document | None, BookReading]:
    """The same for the bytes of a file that somebody sent, with the document they are; ``name`` is only a name, nothing on this disk.

    A book that was kept before (.json) has no document.
    """
    systems = systems or bundled_systems()
    if Path(name).suffix.lower() == ".json":
        book = book_from_json(data, name)
        system = next((system for system in systems if system.name == book.system), systems[0])
        return None, BookReading(book, kept_findings(book, name), system, name)
    document = read_bytes(data, name, progress)
    return document, build_book(document, systems, Speller().listed)
