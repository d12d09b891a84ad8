"""Parts that a publication added to the book (matrix, glossary, index): they say so themselves, and are no part of the book that is read back."""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.authoring.books.headings import Heading
from functiehuis.authoring.books.lines import Line
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem

_GOES_ON = frozenset({Part.NAME, Part.CODE, Part.DESCRIPTION, Part.CONTENTS, Part.CONVERSION, Part.COLOPHON, Part.MODULE, Part.MODULE_NAME})


def says_added(text: str, system: BookSystem) -> bool:
    """Does a line say that a publication added this part?"""
    return " ".join(text.split()) in system.added


def without_added(lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem) -> tuple[list[Line], list[Heading | None]]:
    """The lines and their headings without what was added: from the heading above the sentence that says so, to the next heading of the book.

    Behind the descriptions (a glossary, an index) to the end: the terms of a glossary look like headings.
    """
    kept: list[tuple[Line, Heading | None]] = []
    adding = described = False
    for line, heading in zip(lines, headings, strict=True):
        if says_added(line.plain, system):
            if not adding and kept:
                kept.pop()
            adding = True
        elif heading is not None and heading.part in _GOES_ON and not described:
            adding = False
        elif heading is not None and heading.part in (Part.CHARACTERISTICS, Part.TASKS) and not adding:
            described = True
        if not adding:
            kept.append((line, heading))
    return [line for line, _ in kept], [heading for _, heading in kept]
