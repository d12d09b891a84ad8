"""Put the levels of a book side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from functiehuis.authoring.changes import LevelComparison, codes_in_group, compare_levels
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.ladders import load_degrees
from functiehuis.library.sources import open_source
from functiehuis.model.system import BookSystem


def levels_of_book(path: Path, codes: Sequence[str], group: str | None, systems: Sequence[BookSystem], progress: Progress = no_progress) -> LevelComparison:
    """The functions with these codes, or all of a group, compared. Refuses unknown codes and groups with UnknownItemError."""
    book = open_source(path, systems, progress).book
    chosen = codes_in_group(book, group) if group else codes
    return compare_levels(book, chosen, load_degrees())
