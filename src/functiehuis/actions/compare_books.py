"""Tell what changed between two versions of a book."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from functiehuis.authoring.changes import BookChanges, compare_books
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.sources import open_source
from functiehuis.model.system import BookSystem


def compare_versions(before: Path, after: Path, systems: Sequence[BookSystem], progress: Progress = no_progress) -> BookChanges:
    """Every change from one version to the next."""
    return compare_books(open_source(before, systems, progress).book, open_source(after, systems, progress).book)
