"""Lines of text -> blocks: headings, list items, tables and paragraphs, with emphasis.

A text whose lines were broken at a fixed width is recognised by that width: only then do neighbouring lines form one block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.markdown.decoding import lines_of
from functiehuis.documents.formats.markdown.pages import SourceLine, fits_on, mended, page_lines, set_width, source_lines
from functiehuis.documents.formats.markdown.signs import BREAK, HEADING, PIPE_RULE, RULE, SETEXT, bullet, cells, is_entry, is_page_number, without_comments
from functiehuis.documents.limits import PARAGRAPHS, Progress, no_progress
from functiehuis.model.emphasis import decode
from functiehuis.model.errors import UnreadableError
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText

_LONGEST_EMPHASISED = 5000  # characters: a longer line is no sentence, and looking for emphasis in it takes long
_MOST_CELLS = 60

Row = tuple[tuple[Block, ...], ...]


@dataclass(slots=True)
class _Open:
    """A block that may go on in the next line; ``last`` is the line it ends with so far."""

    kind: BlockKind
    first: SourceLine
    last: SourceLine
    marker: str | None = None
    level: int = 0
    parts: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """A bullet alone on its line: its text is still to come."""
        return self.parts == [""]


def read(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """A text as a Document; ``level`` of a list item follows its indentation, ``page`` counts form feeds where there are any."""
    lines = source_lines(lines_of(data, name))
    if sum(1 for line in lines if line.text) > PARAGRAPHS:
        raise UnreadableError(f"{name} is te lang: meer dan {PARAGRAPHS} regels. Bewaar alleen het deel dat gelezen moet worden en probeer het opnieuw.")
    pages = lines[-1].page if lines else None
    width, printed = set_width(lines), page_lines(lines)
    alone = {id(lines[at]) for at in printed} | {id(line) for line in lines if is_entry(line.text)}
    blocks = tuple(_Blocks(name, width, alone).read(mended(lines, printed, width)))
    progress(1, 1)
    return Document(name, "tekst", blocks, pages=pages)


class _Blocks:
    """Gathers lines into blocks. ``alone``: the lines that are never part of a longer block."""

    def __init__(self, name: str, width: int, alone: set[int]) -> None:
        self.name = name
        self.width = width
        self.alone = alone
        self.open: _Open | None = None
        self.rows: list[Row] = []

    def read(self, lines: list[SourceLine]) -> Iterator[Block]:
        texts = _uncommented(lines)
        follows = ""
        nexts: list[str] = []
        for text in reversed(texts):
            nexts.append(follows)
            follows = text or follows
        for line, text, filled in zip(lines, texts, reversed(nexts), strict=True):
            yield from self._line(line, text, filled)
        yield from self._close()

    def _line(self, line: SourceLine, text: str, follows: str) -> Iterator[Block]:
        if not text or (RULE.match(text) and not self._underlines(text)):
            yield from self._blank(follows)
            return
        if self.open is not None and self._underlines(text):
            self.open.kind, self.open.level = BlockKind.HEADING, 1 if text[0] == "=" else 2
            yield from self._close()
            return
        row = self._row(line, text)
        if row is not None and len(row) <= _MOST_CELLS and not line.joins and (self._goes_on_table(row) or not bullet(text, tight=False)):
            yield from self._close(keep_table=self._goes_on_table(row) or not self.rows)
            if not PIPE_RULE.match(text):
                self.rows.append(tuple((Block(BlockKind.PARAGRAPH, self._rich(cell, line)),) for cell in row))
            return
        yield from self._text(line, text)

    def _row(self, line: SourceLine, text: str) -> list[str] | None:
        """The cells of a row; inside a table also the empty ones at its ends."""
        if self.rows and "\t" in line.raw:
            full = [cell.strip() for cell in line.raw.strip(" ").split("\t")]
            if len(full) == len(self.rows[0]):
                return full
        return cells(text)

    def _blank(self, follows: str) -> Iterator[Block]:
        """A blank line ends a block, but not a bullet that still has no text, nor a table that goes on below it."""
        if self.open is not None and self.open.kind is BlockKind.ITEM and self.open.empty:
            return
        row = cells(follows) if self.rows else None
        yield from self._close(keep_table=row is not None and len(row) == len(self.rows[-1]))

    def _goes_on_table(self, row: list[str]) -> bool:
        return bool(self.rows) and len(self.rows[-1]) == len(row)

    def _underlines(self, text: str) -> bool:
        return bool(SETEXT.match(text)) and self.open is not None and self.open.kind is BlockKind.PARAGRAPH and len(self.open.parts) == 1

    def _text(self, line: SourceLine, text: str) -> Iterator[Block]:
        heading, item = HEADING.match(text), bullet(text, tight=not self.width)
        if self.open is not None and (line.joins or (heading is None and item is None and self._goes_on(line))):
            self.open.parts.append(text)
            self.open.last = line
        elif heading:
            yield from self._close()
            self.open = _Open(BlockKind.HEADING, line, line, level=len(heading["hashes"]), parts=[heading["text"]])
        elif item:
            yield from self._close()
            self.open = _Open(BlockKind.ITEM, line, line, item["marker"], line.indent // 2, [item["text"] or ""])
        else:
            yield from self._close()
            self.open = _Open(BlockKind.PARAGRAPH, line, line, parts=[text])
        # Lines that were not broken: the block ends with its line, unless a bullet stands alone on its line or the next line underlines a heading.
        if self.open is not None and self.open.kind is BlockKind.HEADING:
            yield from self._close()

    def _goes_on(self, line: SourceLine) -> bool:
        """Does a line without a sign belong to the open block?"""
        block = self.open
        if block is None or id(line) in self.alone or id(block.last) in self.alone or is_page_number(line.text):
            return False
        if block.kind is BlockKind.ITEM and block.empty:
            return True
        if not self.width:
            return False
        hanging = block.kind is BlockKind.ITEM and line.indent > block.first.indent
        return hanging or line.text[0].islower() or not fits_on(block.last, line, self.width - self.width // 8)

    def _close(self, *, keep_table: bool = False) -> Iterator[Block]:
        if self.open is not None:
            block, self.open = self.open, None
            text = self._rich("\n".join(part for part in block.parts if part), block.first)
            if text:
                yield Block(block.kind, text, block.level, block.marker)
        if self.rows and not keep_table:
            rows, self.rows = tuple(self.rows), []
            yield Block(BlockKind.TABLE, rows=rows)

    def _rich(self, text: str, line: SourceLine) -> RichText:
        where = Provenance(self.name, line.number, line.page)
        return decode(BREAK.sub("\n", text), where) if len(text) <= _LONGEST_EMPHASISED else RichText(text, provenance=where)


def _uncommented(lines: list[SourceLine]) -> list[str]:
    """The texts without HTML comments, also over several lines, and without the sign of a quotation; a comment that never ends is text."""
    last_end = max((at for at, line in enumerate(lines) if "-->" in line.text), default=-1)
    found, inside = [], False
    for at, line in enumerate(lines):
        text = line.text
        if inside and "-->" in text:
            inside, text = False, text.partition("-->")[2]
        elif inside:
            text = ""
        if "<!--" in text:
            text = without_comments(text)
            if "<!--" in text and at < last_end:
                inside, text = True, text.partition("<!--")[0]
        found.append(text.lstrip("> ") if text.startswith("> ") else text.strip())
    return found
