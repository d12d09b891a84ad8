"""The body of a Word file: paragraphs and tables in reading order, as blocks."""

from __future__ import annotations

from lxml import etree

from functiehuis.documents.document import Block, BlockKind
from functiehuis.documents.formats.docx.numbering import Numbering
from functiehuis.documents.formats.docx.paragraphs import SKIPPED, Inside, Paragraphs, flow
from functiehuis.documents.formats.docx.styles import Styles
from functiehuis.documents.formats.docx.wordml import child, number, value
from functiehuis.documents.limits import Progress
from functiehuis.documents.typed_bullets import blocks_of
from functiehuis.documents.xml_source import local_name
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run

ADDED = "functiehuis-toegevoegd"
"""The mark on what our writer adds to a text (the table of contents): it is taken out of the flow again."""

OURS = "functie_1"
"""The bookmark of the first function in a file that our writer made."""

_DEEPEST = 8


class Body:
    """Makes blocks of anything that holds paragraphs; counts the paragraphs on the way."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering, paragraphs: Paragraphs, progress: Progress) -> None:
        """Take what the file says about styles and lists."""
        self._name = name
        self._styles = styles
        self._numbering = numbering
        self._paragraphs = paragraphs
        self._progress = progress
        self._line = 0
        self.added: list[Block] = []
        self._ours = False

    def body(self, content: etree._Element) -> list[Block]:
        """The blocks of the body of the file."""
        self._ours = any(value(mark, "name") == OURS for mark in content.iter() if local_name(mark) == "bookmarkStart")
        return self.blocks(content)

    def _is_added(self, properties: etree._Element | None) -> bool:
        """Is this the table of contents that our writer added? Some programs lose its mark, but not what it is and the bookmarks of the functions."""
        listed = value(child(properties, "docPartObj", "docPartGallery")) == "Table of Contents"
        return value(child(properties, "tag")) == ADDED or (self._ours and listed)

    def blocks(self, holder: etree._Element) -> list[Block]:
        """The blocks in a body, cell, text box, note or header."""
        found: list[Block] = []
        before: list[Run] = []
        parts = list(flow(holder))
        for part in parts:
            name = local_name(part)
            if name == "p":
                before = self._paragraph(part, before, found)
            elif name == "tbl":
                rows = self._rows(part)
                if any(cell for row in rows for cell in row):
                    found.append(Block(BlockKind.TABLE, rows=rows))
            elif name in ("del", "moveFrom"):
                self._paragraphs.left_out["removed"] += 1
            elif name == "sdt" and self._is_added(child(part, "sdtPr")):
                self.added.extend(self.blocks(part))
            elif name not in SKIPPED and len(part):
                found.extend(self.blocks(part))
        if before:
            found.extend(blocks_of(self._text(before)))
        return found

    def _paragraph(self, paragraph: etree._Element, before: list[Run], found: list[Block]) -> list[Run]:
        """Add the blocks of a paragraph; gives back its runs where its end was deleted, so that they join the next one."""
        self._line += 1
        if self._line % 500 == 0:
            self._progress(self._line, 0)
        inside = self._paragraphs.read(paragraph)
        properties = child(paragraph, "pPr")
        runs = [*before, *inside.runs]
        if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
            self._boxes(inside, found)
            return runs
        text = self._text(runs)
        if text:
            found.extend(self._kinds(text, properties))
        self._boxes(inside, found)
        return []

    def _boxes(self, inside: Inside, found: list[Block]) -> None:
        for box in inside.boxes:
            found.extend(self.blocks(box))

    def _text(self, runs: list[Run]) -> RichText:
        return RichText.from_runs(runs, Provenance(self._name, self._line, None)).stripped()

    def _kinds(self, text: RichText, properties: etree._Element | None) -> list[Block]:
        style = value(child(properties, "pStyle"))
        marker, level = self._marker(properties, style)
        heading = self._styles.heading_level(style, properties)
        if heading is not None:
            return [Block(BlockKind.HEADING, text, heading, marker)]
        if marker is None:
            return blocks_of(text)
        return [Block(BlockKind.ITEM, text, level, marker)]

    def _marker(self, properties: etree._Element | None, style: str | None) -> tuple[str | None, int]:
        own = child(properties, "numPr")
        inherited, owner = self._styles.numbering(style)
        num_id = number(child(own, "numId"))
        if num_id is None:
            num_id = number(child(inherited, "numId"))
        if num_id == 0:
            return None, 0
        by_name = self._styles.bullet_level(style)
        if num_id is None:
            return (None, 0) if by_name is None else ("•", by_name)
        level = number(child(own, "ilvl"))
        if level is None:
            level = number(child(inherited, "ilvl"))
        if level is None:
            level = self._numbering.level(num_id, owner)
        level = min(level, _DEEPEST)
        marker = self._numbering.marker(num_id, level)
        if marker is None and by_name is not None:
            return "•", by_name
        return marker, by_name if by_name and not level else level

    def _rows(self, table: etree._Element) -> tuple[tuple[tuple[Block, ...], ...], ...]:
        rows = []
        for row in _inner(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self._paragraphs.left_out["removed"] += 1
                continue
            rows.append(tuple(tuple(self.blocks(cell)) for cell in _inner(row, "tc")))
        return tuple(rows)


def _inner(element: etree._Element, name: str) -> list[etree._Element]:
    """The rows of a table or cells of a row, those in content controls too."""
    found: list[etree._Element] = []
    for part in flow(element):
        if local_name(part) == name:
            found.append(part)
        elif local_name(part) not in (*SKIPPED, "tr", "tc", "tbl", "p", "del", "moveFrom"):
            found.extend(_inner(part, name))
    return found
