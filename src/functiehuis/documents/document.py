"""The one document model: blocks of rich text with their place, whatever the file format.

A soft line break inside a block (a wrapped line of a text file, ``Shift+Enter`` in Word, ``<br>``) is a newline character in its text: only the
builder knows whether the next line belongs to the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from functiehuis.model.text import RichText

NOTHING = RichText("")


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "kop"
    PARAGRAPH = "alinea"
    ITEM = "lijstpunt"
    TABLE = "tabel"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table.

    ``level``: depth of a heading (1 is the highest) or of a list item (0 is the outermost). ``marker``: the bullet or number of a list item as printed
    ("-", "•", "1."), without it in ``text``. ``rows``: for a table, rows of cells of blocks; ``text`` is empty then.
    """

    kind: BlockKind
    text: RichText = NOTHING
    level: int = 0
    marker: str | None = None
    rows: tuple[tuple[tuple[Block, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read.

    ``name`` is the file name without folder; ``format`` one of tekst, docx, pdf, html, cvdr. ``losses`` are Dutch sentences on what this format, or this
    file, could not carry. ``set_aside`` are repeated page headers, footers and page numbers that were taken out of the flow.
    ``pages`` is the number of pages where the format has pages.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    losses: tuple[str, ...] = ()
    set_aside: tuple[RichText, ...] = ()
    pages: int | None = None

    def texts(self) -> Iterator[RichText]:
        """Every text in reading order, those inside tables too."""
        yield from _texts(self.blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[RichText]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                for cell in row:
                    yield from _texts(cell)
        else:
            yield block.text
