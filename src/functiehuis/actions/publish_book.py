"""Write a book in forms for others."""

from __future__ import annotations

from pathlib import Path

from functiehuis.authoring.publications import book_document
from functiehuis.documents.formats.markdown import write
from functiehuis.library.folders import refuse_existing, write_book, write_file
from functiehuis.library.sources import open_source
from functiehuis.model.errors import WriteError


def publish_book(path: Path, *, markdown: Path | None, json_file: Path | None, overwrite: bool) -> list[Path]:
    """The files that were written. Refuses to overwrite without being told, before anything is written."""
    if markdown is not None and json_file is not None and markdown.absolute() == json_file.absolute():
        raise WriteError(f"{markdown} kan niet twee dingen tegelijk zijn. Geef elke vorm een eigen naam.")
    for target in (markdown, json_file):
        if target is not None:
            refuse_existing(target, overwrite=overwrite)
    reading = open_source(path)
    written = []
    if markdown is not None:
        write_file(markdown, write(book_document(reading.book, reading.system)), overwrite=overwrite)
        written.append(markdown)
    if json_file is not None:
        write_book(reading.book, json_file, overwrite=overwrite)
        written.append(json_file)
    return written
