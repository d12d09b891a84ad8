"""Where something stood in a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """A place in a source: the name of the file, the line (text, HTML, XML) or paragraph (Word, PDF: line on the page), and the page if known.

    Lines, paragraphs and pages count from 1.
    """

    file: str
    line: int | None = None
    page: int | None = None
