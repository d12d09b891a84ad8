"""Read a source into a book, and keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from functiehuis.authoring.books import BookReading
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.folders import is_book, read_book, write_book
from functiehuis.library.sources import open_source
from functiehuis.library.systems import bundled_systems, load_system
from functiehuis.model.book import Dismissal
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.system import BookSystem


def systems_for(path: Path | None) -> tuple[BookSystem, ...]:
    """The systems to read with: the one that the user describes, or those that come with the product."""
    return bundled_systems() if path is None else (load_system(path),)


def read_source(
    path: Path, systems: Sequence[BookSystem], progress: Progress = no_progress, *, keep_at: Path | None = None, overwrite: bool = False
) -> BookReading:
    """The book in a source, with findings on how it was read; with ``keep_at`` it is kept there, in a folder or a .json file."""
    reading = open_source(path, systems, progress)
    if keep_at is not None:
        # What people set aside in the book that is replaced stays set aside, with its reasons.
        kept = _set_aside(keep_at) if overwrite and not reading.book.dismissals else ()
        reading = replace(reading, book=replace(reading.book, dismissals=kept)) if kept else reading
        write_book(reading.book, keep_at, overwrite=overwrite)
    return reading


def _set_aside(path: Path) -> tuple[Dismissal, ...]:
    """What was set aside in the book at a path; nothing when there is no book, or a damaged one."""
    try:
        return read_book(path).dismissals if is_book(path) else ()
    except InvalidBookError:
        return ()
