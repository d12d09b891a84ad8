"""A source that a user names -> BookReading: a document of any format, or a book that was kept before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from functiehuis.authoring.books import BookReading, build_book, kept_findings
from functiehuis.documents import read_document
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.documents.reading import bytes_of
from functiehuis.language.spelling import Speller
from functiehuis.library.folders import is_book, read_book
from functiehuis.library.systems import bundled_systems
from functiehuis.library.workbooks import read_workbook
from functiehuis.model.system import BookSystem


def open_source(path: Path, systems: Sequence[BookSystem] = (), progress: Progress = no_progress) -> BookReading:
    """The book in a document, in a folder of YAML, in a .json file or in a workbook that was written before.

    Refuses with UnreadableError, NotABookError or InvalidBookError. Of a book that was
    kept only its leftovers are told again: the other findings on its reading were told when it was read.
    """
    systems = systems or bundled_systems()
    kept = path.is_dir() or is_book(path)
    if kept or path.suffix.lower() in (".xlsx", ".xlsm"):
        book = read_book(path) if kept else read_workbook(bytes_of(path), path.name)
        system = next((system for system in systems if system.name == book.system), systems[0])
        return BookReading(book, kept_findings(book, path.name), system, path.name)
    return build_book(read_document(path, progress), systems, Speller().listed)
