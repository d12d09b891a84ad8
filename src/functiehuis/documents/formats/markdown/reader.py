"""Lines of text -> blocks: headings, list items, tables and paragraphs, with emphasis.

A text whose lines were broken at a fixed width is recognised by that width: only then do neighbouring lines form one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.markdown.decoding import lines_of
from functiehuis.documents.limits import PARAGRAPHS, Progress, no_progress
from functiehuis.model.emphasis import decode
from functiehuis.model.errors import UnreadableError
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText

_BULLET = re.compile(r"(?P<marker>[-–—•·▪■●○◦‣»*+\uf0b7\uf0a7\uf0d8]|o(?=\t| {1,}\S)|\(?(?:\d{1,2}|[a-z])[.)](?!\d))(?:[ \t]+(?P<text>\S.*)|[ \t]*$)")
_TIGHT_BULLET = re.compile(r"(?P<marker>[•·▪■●○◦‣\uf0b7\uf0a7\uf0d8]|[-–](?=[a-zà-ÿ(]))(?P<text>\S.*)")
_HEADING = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*$")
_RULE = re.compile(r"(?:[-*_=~][ \t]*){3,}$")
_SETEXT = re.compile(r"(?:={3,}|-{3,})[ \t]*$")
_PIPES = re.compile(r"(?<!\\)\|")
_GAPS = re.compile(r"[ ]*\t[ \t]*|[ ]{3,}")
_PIPE_RULE = re.compile(r"[\s|:+-]+$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WIDEST_WRAP = 130


@dataclass(slots=True)
class _Line:
    number: int
    page: int | None
    indent: int
    text: str


@dataclass(slots=True)
class _Open:
    """A block that may go on in the next line."""

    kind: BlockKind
    first: _Line
    marker: str | None = None
    level: int = 0
    parts: list[str] = field(default_factory=list)


def read(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """A text as a Document; ``level`` of a list item follows its indentation, ``page`` counts form feeds where there are any."""
    lines = list(_lines(lines_of(data, name)))
    if sum(1 for line in lines if line.text) > PARAGRAPHS:
        raise UnreadableError(f"{name} is te lang: meer dan {PARAGRAPHS} regels. Bewaar alleen het functieboek zelf en probeer het opnieuw.")
    blocks = tuple(_Blocks(name, _is_wrapped(lines)).read(lines))
    progress(1, 1)
    pages = lines[-1].page if lines else None
    return Document(name, "tekst", blocks, pages=pages)


def _lines(raw: list[str]) -> Iterator[_Line]:
    paged = any("\f" in line for line in raw)
    page = 1
    for number, line in enumerate(raw, 1):
        pieces = line.split("\f")
        for at, piece in enumerate(pieces):
            page += at > 0
            text = piece.expandtabs(1) if not piece.strip() else piece
            yield _Line(number, page if paged else None, len(text) - len(text.lstrip()), text.strip())


def _is_wrapped(lines: list[_Line]) -> bool:
    """Were the lines broken at a fixed width? Then the first word of a next line would not have fitted on the line before."""
    plain = [line for line in lines if line.text and "\t" not in line.text and "|" not in line.text]
    width = max((len(line.text) + line.indent for line in plain), default=0)
    if not 30 < width <= _WIDEST_WRAP:
        return False
    broken = whole = 0
    for before, line in pairwise(lines):
        if not before.text or not line.text or _bullet(line.text, wrapped=True) or _HEADING.match(line.text) or "\t" in line.text:
            continue
        fits = before.indent + len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) <= width - 2
        broken, whole = broken + (not fits), whole + (fits and not line.text[0].islower())
    return broken >= 3 and broken > whole / 3


def _bullet(text: str, *, wrapped: bool) -> re.Match[str] | None:
    found = _BULLET.match(text)
    return found or (None if wrapped else _TIGHT_BULLET.match(text))


def _cells(text: str) -> list[str] | None:
    """The cells of a table row: between pipes, or between tabs or wide gaps when there are at least three of them."""
    if len(_PIPES.findall(text)) >= 2 or " | " in text:
        return [cell.strip() for cell in _PIPES.split(text.strip().removeprefix("|").removesuffix("|"))]
    cells = _GAPS.split(text)
    return cells if len(cells) >= 3 and cells[1].strip() not in (":", "") else None


class _Blocks:
    """Gathers lines into blocks."""

    def __init__(self, name: str, wrapped: bool) -> None:
        self.name = name
        self.wrapped = wrapped
        self.open: _Open | None = None
        self.rows: list[tuple[tuple[Block, ...], ...]] = []

    def read(self, lines: list[_Line]) -> Iterator[Block]:
        in_comment = False
        for at, line in enumerate(lines):
            text = _COMMENT.sub("", line.text)
            if in_comment or "<!--" in text:
                in_comment = "-->" not in text
                text = text.partition("-->")[2] if not in_comment and "<!--" not in text else text.partition("<!--")[0]
            text = text.lstrip("> ") if text.startswith("> ") else text
            after = lines[at + 1].text if at + 1 < len(lines) else ""
            yield from self._line(line, text.strip(), after)
        yield from self._close()

    def _line(self, line: _Line, text: str, after: str) -> Iterator[Block]:
        if not text or (_RULE.match(text) and not self._underlines(text)):
            yield from self._close()
            return
        if self.open is not None and self._underlines(text):
            self.open.kind, self.open.level = BlockKind.HEADING, 1 if text[0] == "=" else 2
            yield from self._close()
            return
        cells = _cells(text)
        if cells is not None and not _bullet(text, wrapped=True):
            yield from self._close(keep_table=True)
            if not (_PIPE_RULE.match(text) and "-" in text and "|" in text):
                self.rows.append(tuple((Block(BlockKind.PARAGRAPH, self._rich(cell, line)),) for cell in cells))
            return
        yield from self._text(line, text, after)

    def _underlines(self, text: str) -> bool:
        return bool(_SETEXT.match(text)) and self.open is not None and self.open.kind is BlockKind.PARAGRAPH and len(self.open.parts) == 1

    def _text(self, line: _Line, text: str, after: str) -> Iterator[Block]:
        heading, bullet = _HEADING.match(text), _bullet(text, wrapped=self.wrapped)
        if heading:
            yield from self._close()
            self.open = _Open(BlockKind.HEADING, line, level=len(heading["hashes"]), parts=[heading["text"]])
            yield from self._close()
        elif bullet:
            yield from self._close()
            self.open = _Open(BlockKind.ITEM, line, bullet["marker"], line.indent // 2, [bullet["text"] or ""])
        elif self.open is not None and self.open.kind is not BlockKind.HEADING and (self.wrapped or self.open.parts == [""]):
            self.open.parts.append(text)
            return
        else:
            yield from self._close()
            self.open = _Open(BlockKind.PARAGRAPH, line, parts=[text])
        # Unwrapped: the block ends with its line, unless a bullet stands alone on its line or the next line underlines a heading.
        if not self.wrapped and self.open is not None and self.open.parts != [""] and not _SETEXT.match(after):
            yield from self._close()

    def _close(self, *, keep_table: bool = False) -> Iterator[Block]:
        if self.open is not None:
            block, self.open = self.open, None
            text = self._rich("\n".join(part for part in block.parts if part), block.first)
            if text:
                yield Block(block.kind, text, block.level, block.marker)
        if self.rows and not keep_table:
            rows, self.rows = tuple(self.rows), []
            yield Block(BlockKind.TABLE, rows=rows)

    def _rich(self, text: str, line: _Line) -> RichText:
        return decode(_BREAK.sub("\n", text), Provenance(self.name, line.number, line.page))
