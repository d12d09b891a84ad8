"""Write what changed between two versions of a book, for others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from functiehuis.authoring.changes import BookChanges, compare_books, report_data
from functiehuis.documents.formats.docx.changes import write_changes as docx_changes
from functiehuis.documents.formats.html.changes import write_changes as html_changes
from functiehuis.documents.formats.pdf import write_changes as pdf_changes
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.folders import Target, refuse_targets, write_together
from functiehuis.library.sources import open_source
from functiehuis.model.system import BookSystem

FORMS: dict[str, Callable[[Mapping[str, Any]], bytes]] = {"--pdf": pdf_changes, "--docx": docx_changes, "--html": html_changes}
"""The forms of a change report by the option that asks for them."""


def publish_changes(
    before: Path,
    after: Path,
    wanted: Mapping[str, Path],
    systems: Sequence[BookSystem] = (),
    *,
    overwrite: bool = False,
    on: date | None = None,
    progress: Progress = no_progress,
) -> BookChanges:
    """Every change, written in the forms that are wanted: all of them or none. Refuses before anything is written."""
    targets = [Target(place) for place in wanted.values()]
    for source in (before, after):
        refuse_targets(targets, overwrite=overwrite, source=source)
    old, new = open_source(before, systems, progress).book, open_source(after, systems, progress).book
    changes = compare_books(old, new)
    data = report_data(changes, new, on=on or date.today())
    write_together([(target, FORMS[option](data)) for option, target in zip(wanted, targets, strict=True)], overwrite=overwrite)
    return changes
