"""What a source may cost. Above these numbers a file is refused before it is read, so that no source can take the machine down."""

from __future__ import annotations

from collections.abc import Callable

MEGABYTE = 1024 * 1024

FILE_BYTES = 60 * MEGABYTE
"""The largest file: a function book of 300 functions with pictures stays below it."""

TEXT_BYTES = 20 * MEGABYTE
"""The largest text, HTML or XML source, also unpacked from a zip."""

PAGES = 1000
"""The most pages: 400 functions of two and a half pages."""

PARAGRAPHS = 60_000
"""The most paragraphs or lines that hold text."""

Progress = Callable[[int, int], None]
"""Called with how much was done and how much there is, in the unit of the reader (pages, parts)."""


def no_progress(done: int, total: int) -> None:
    """For who does not want to know."""
