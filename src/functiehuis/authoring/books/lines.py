"""Document -> logical lines: what a person would call one line, heading, sentence or bullet of the text.

Soft line breaks are undone here, for every format alike: a next line belongs to the same sentence unless one of the two is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run

Rows = tuple[tuple[RichText, ...], ...]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GAP = re.compile(r"\t|\s{3,}|\s*[,;|]\s+")
_LONGEST_SENTENCE = 5000  # characters
_LONGEST_WORD = 80  # characters
_SUSPENDED = re.compile(r"(?:en|of|en/of|c\.q\.|als|dan wel)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line. ``emphasised``: printed as a heading (heading style, or bold from end to end). ``rows`` is filled for a table only."""

    text: RichText
    kind: BlockKind = BlockKind.PARAGRAPH
    marker: str | None = None
    level: int = 0
    rows: Rows = ()
    continues: bool = False

    @property
    def plain(self) -> str:
        """The characters, with white space at the ends gone and tabs kept."""
        return self.text.text

    @property
    def emphasised(self) -> bool:
        """Is the whole line printed as a heading?"""
        return self.kind is BlockKind.HEADING or (bool(self.text) and self.text.bold == ((0, len(self.text.text)),))

    @property
    def numbered(self) -> bool:
        """Is it a list item with a number or letter, not a sign? (A lone o is a sign.)"""
        return self.marker is not None and self.marker != "o" and self.marker.strip("().").isalnum()

    @property
    def provenance(self) -> Provenance | None:
        """Where the line stood."""
        return self.text.provenance


@dataclass(frozen=True, slots=True)
class Looks:
    """What the lines of a book look like, for a system: is a text a heading, are rows a table about the book, and which label do the areas of a table of
    result areas and tasks get (None for any other table)?
    """

    is_heading: Callable[[str], bool]
    is_table: Callable[[Rows], bool]
    area_label: Callable[[Rows], str | None]


def physical_lines(document: Document, looks: Looks) -> Iterator[Line]:
    """The printed lines, in order; the second and later lines of a block carry ``continues``. Tables that are only layout become lines too."""
    for block in document.blocks:
        yield from _block_lines(block, looks)


def _block_lines(block: Block, looks: Looks) -> Iterator[Line]:
    if block.kind is not BlockKind.TABLE:
        yield from _split(block)
        return
    rows = tuple(tuple(_cell_text(cell) for cell in row) for row in block.rows)
    if looks.is_table(rows):
        first = next((cell for row in rows for cell in row if cell), RichText(""))
        yield Line(RichText("", provenance=first.provenance), BlockKind.TABLE, rows=rows)
        return
    label = looks.area_label(rows)
    if label is not None:
        for row, cells in zip(block.rows[1:], rows[1:], strict=True):
            yield from _area_row(row, cells[0], label)
        return
    for row, cells in zip(block.rows, rows, strict=True):
        yield from _layout_row(row, cells, looks)


def _area_row(row: tuple[tuple[Block, ...], ...], name: RichText, label: str) -> Iterator[Line]:
    """A row with a result area and its tasks: the heading of the area, then each paragraph as a task."""
    number = next((block.marker for block in row[0] if block.marker), "") or ""
    if name:
        yield Line(RichText(f"{label} {number.strip('().')} {name.text}", provenance=name.provenance))
    for block in row[1]:
        for line in _split(block):
            yield replace(line, kind=BlockKind.ITEM, marker=block.marker or "•")


def _layout_row(row: tuple[tuple[Block, ...], ...], cells: tuple[RichText, ...], looks: Looks) -> Iterator[Line]:
    simple = all(len(cell) <= 1 and all(block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) for block in cell) for cell in row)
    if simple and not (len(cells) > 1 and looks.is_heading(cells[0].text)):
        filled = [cell for cell in cells if cell.text not in ("", ":")]
        if filled:
            yield Line(RichText.from_runs([run for cell in _tabbed(filled) for run in cell], filled[0].provenance))
        return
    for cell in row:
        for block in cell:
            if block.text.text.strip() != ":":
                yield from _block_lines(block, looks)


def _tabbed(cells: Iterable[RichText]) -> Iterator[list[Run]]:
    for number, cell in enumerate(cells):
        yield [*([Run("\t")] if number else []), *cell.runs()]


def _cell_text(cell: tuple[Block, ...]) -> RichText:
    runs: list[Run] = []
    where = None
    for block in cell:
        if block.text:
            runs += [*([Run(" ")] if runs else []), *_unbroken(block.text).runs()]
            where = where or block.text.provenance
    return RichText.from_runs(runs, where).collapsed()


def _unbroken(text: RichText) -> RichText:
    """The text of a cell on one line: in a narrow column a hyphen at the end of a line is nearly always one of the layout."""
    if "\n" not in text.text:
        return text
    lines = [line.text for line in _split(Block(BlockKind.PARAGRAPH, text))]
    whole = lines[0] if lines else RichText("")
    for line in lines[1:]:
        whole = _joined(whole, line, set(), no_words)
    return whole


def _split(block: Block) -> Iterator[Line]:
    start = 0
    for piece in block.text.text.split("\n"):
        part = block.text.slice(start, start + len(piece)).stripped()
        if part:
            yield Line(part, block.kind, block.marker, block.level, continues=start > 0)
        start += len(piece) + 1


def labels_apart(lines: Iterable[Line], is_label: Callable[[str], bool]) -> Iterator[Line]:
    """Two labels with their values on one line become two lines."""
    for line in lines:
        edges = [0]
        for gap in _GAP.finditer(line.plain) if is_label(line.plain) else ():
            if is_label(line.plain[gap.end() :]) and is_label(line.plain[edges[-1] : gap.start()]):
                edges.append(gap.end())
        if len(edges) == 1:
            yield line
            continue
        for start, end in pairwise([*edges, len(line.plain)]):
            yield replace(line, text=line.text.slice(start, end).stripped())


def no_words(_word: str) -> bool:
    """For who has no dictionary."""
    return False


def logical_lines(lines: Iterable[Line], is_heading: Callable[[str], bool], knows: Callable[[str], bool]) -> list[Line]:
    """Join the lines of one block into sentences. ``knows`` says whether a word exists, to decide on a hyphen at the end of a line."""
    lines = list(lines)
    words = {word.lower() for line in lines for word in _WORD.findall(line.plain.removesuffix("-"))}
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if line.continues and before is not None and _belongs(before, line, is_heading):
            found[-1] = replace(before, text=_joined(before.text, line.text, words, knows))
        elif line.continues and line.kind is BlockKind.ITEM:
            found.append(replace(line, kind=BlockKind.PARAGRAPH, marker=None))
        else:
            found.append(line)
    return found


def _belongs(before: Line, line: Line, is_heading: Callable[[str], bool]) -> bool:
    if before.kind is BlockKind.TABLE or len(before.text.text) > _LONGEST_SENTENCE:
        return False
    heading_before = is_heading(before.plain)
    if is_heading(line.plain) and (heading_before or not line.plain[0].islower() or before.plain.endswith((".", ":"))):
        return False
    if heading_before:
        both = before.emphasised and line.emphasised
        return not before.plain.endswith((":", ";")) and "\t" not in line.plain and (both or (line.plain[0].islower() and not before.emphasised))
    return before.emphasised == line.emphasised or before.kind is BlockKind.ITEM or before.kind is BlockKind.PARAGRAPH


def _joined(left: RichText, right: RichText, words: set[str], knows: Callable[[str], bool]) -> RichText:
    if left.text.endswith("\u00ad"):
        return left.slice(0, len(left.text) - 1) + right
    if left.text.endswith(("/", "(")):
        return left + right
    if left.text.endswith("-") and len(left.text) > 1 and left.text[-2].isalpha() and not _SUSPENDED.match(right.text):
        return (left if _keeps_hyphen(left.text, right.text, words, knows) else left.slice(0, len(left.text) - 1)) + right
    space = Run(" ", _both(left.bold, right.bold, len(left.text)), _both(left.italic, right.italic, len(left.text)))
    return RichText.from_runs([*left.runs(), space, *right.runs()], left.provenance)


def _both(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...], end: int) -> bool:
    return bool(left and right) and left[-1][1] == end and right[0][0] == 0


def _keeps_hyphen(left: str, right: str, words: set[str], knows: Callable[[str], bool]) -> bool:
    """Was the hyphen at the end of a line part of the word? The rest of the book tells, then the dictionary."""
    head = re.search(r"[\w-]+-$", left[-_LONGEST_WORD:])
    tail = re.match(r"[^\W\d_]+", right)
    if not head or not tail or right[0].isupper():
        return True
    whole, hyphened = (head.group()[:-1] + tail.group()).lower(), (head.group() + tail.group()).lower()
    if hyphened in words or (whole not in words and knows(hyphened) and not knows(whole) and not head.group()[:-1].islower()):
        return True
    if whole in words or knows(whole):
        return False
    # Neither is known: two words of their own were linked, anything else was one word.
    return knows(head.group()[:-1].lower()) and knows(tail.group())
