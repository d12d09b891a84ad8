"""Words of a page -> lines in reading order, each cut into cells at its wide gaps; pages set in two columns are read column by column.

In: a Page; out: a list of columns (regions), each a list of lines from top to bottom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from functiehuis.documents.formats.pdf.characters import UNKNOWN, Page, Word
from functiehuis.documents.formats.pdf.styles import Style

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0d8": "➢", "\uf0fc": "✓", "\uf06f": "o"}
_BULLET = re.compile(r"^(?:[-–—•·∙●○◦▪▫■□◼➢➤►▶✓✔❖§*\ufffd\ue000-\uf8ff]|o|>)$")
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]$")
_LEADER = re.compile(r"^[.…·_]{4,}$")
_SPACE, _WIDE, _WIDEST = 0.18, 0.9, 2.5


@dataclass(slots=True)
class Cell:
    """A stretch of a line without a wide gap. ``first`` is the width of its first word."""

    runs: list[tuple[str, Style]]
    left: float
    right: float
    first: float
    words: list[Word]

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(text for text, _ in self.runs)


@dataclass(slots=True)
class Line:
    """A printed line. ``left`` is where its text starts; a ``marker`` (bullet or number) stands before that, at ``marker_left``."""

    cells: list[Cell]
    base: float
    size: float
    page: int
    number: int = 0
    marker: str | None = None
    marker_left: float = 0.0
    marker_style: Style | None = None

    @property
    def left(self) -> float:
        """Where the text starts."""
        return self.cells[0].left

    @property
    def start(self) -> float:
        """Where the line starts, marker included."""
        return self.left if self.marker is None else self.marker_left

    @property
    def right(self) -> float:
        """Where the text ends."""
        return self.cells[-1].right

    @property
    def text(self) -> str:
        """The characters, with a tab at every wide gap."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def printed(self) -> str:
        """The characters with the marker."""
        return self.text if self.marker is None else f"{self.marker} {self.text}"

    def styles(self) -> Iterable[Style]:
        """The look of every run that shows something."""
        return (style for cell in self.cells for text, style in cell.runs if not text.isspace())

    @property
    def bold(self) -> bool:
        """All of it is bold."""
        return all(style.bold for style in self.styles())


@dataclass(slots=True)
class _Row:
    words: list[Word]
    base: float
    size: float
    cells: list[list[Word]] = field(default_factory=list)


def regions(page: Page) -> list[list[Line]]:
    """The lines of a page in reading order: one region, or for two columns the part above, left, right and below."""
    rows = _rows(page.words)
    for row in rows:
        row.cells = _cells(row, page)
    gutter = _gutter(rows)
    found = _columns(rows, gutter, page) if gutter is not None else [[_line(row, row.cells, page) for row in rows]]
    number = 0
    for region in found:
        for line in region:
            number += 1
            line.number = number
    return found


def aslant(page: Page) -> list[Line]:
    """The words in another direction than most, together as lines of one look."""
    lines: list[Line] = []
    before: Word | None = None
    for word in page.aslant:
        if before is not None and word.spaced and lines and before.style is word.style:
            lines[-1].cells[0].runs.append((" " + word.text, word.style))
        elif before is not None and not word.spaced and lines:
            lines[-1].cells[0].runs.append((word.text, word.style))
        else:
            lines.append(Line([cell_of([word])], 0.0, word.style.size, page.number))
        before = word
    return lines


def is_bullet(text: str) -> bool:
    """A glyph that people and programs use as a bullet."""
    return _BULLET.match(text) is not None


def is_number(text: str) -> bool:
    """A number or letter as in a numbered list: "1.", "a)", "(iv)"."""
    return _NUMBER.match(text) is not None


def _rows(words: list[Word]) -> list[_Row]:
    """Words on one base line together; raised and lowered small characters join the line they belong to."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: -word.base):
        size = word.style.size
        if rows and rows[-1].base - word.base <= 0.3 * min(size, rows[-1].size):
            row = rows[-1]
            row.words.append(word)
            if size > row.size:
                row.size, row.base = size, word.base
        else:
            rows.append(_Row([word], word.base, size))
    for row in rows:
        row.words.sort(key=lambda word: word.left)
    return _with_raised(rows)


def _with_raised(rows: list[_Row]) -> list[_Row]:
    kept: list[_Row] = []
    for at, row in enumerate(rows):
        near = [other for other in (kept[-1] if kept else None, rows[at + 1] if at + 1 < len(rows) else None) if other is not None]
        host = next((other for other in near if _raised(row, other)), None)
        if host is None:
            kept.append(row)
        else:
            host.words = sorted([*host.words, *row.words], key=lambda word: word.left)
    return kept


def _raised(row: _Row, host: _Row) -> bool:
    if row.size > 0.85 * host.size or abs(row.base - host.base) > 0.6 * host.size:
        return False
    return all(any(-1 <= word.left - other.right <= 0.3 * host.size for other in host.words) for word in row.words[:1])


def _cells(row: _Row, page: Page) -> list[list[Word]]:
    """The words of a row, cut where the gap is wide for this line; decides too where a space stands."""
    words = row.words
    gaps = [right.left - left.right for left, right in pairwise(words)]
    spread = len(words) >= 6 and sum(len(word.text) == 1 for word in words) >= 0.8 * len(words)
    letter_gap = median(gaps) if spread else 0.0
    if spread:
        page.guesses["spatiëring"] += 1
    spaces = sorted(gap for gap in gaps if gap > _SPACE * row.size + letter_gap * 1.4)
    usual = spaces[len(spaces) // 4] if len(spaces) >= 5 else 0.0
    wide = row.size * min(max(_WIDE, 2 * usual / row.size), _WIDEST) + 4 * letter_gap
    if _justified(words, gaps, row.size):
        wide = 5 * row.size
    cells: list[list[Word]] = []
    leader = False
    for at, word in enumerate(words):
        if _LEADER.match(word.text) and cells:
            leader = True
            continue
        gap = gaps[at - 1] if at else 0.0
        if not cells or leader or gap > wide:
            cells.append([word])
        else:
            space = gap > 1.6 * letter_gap + 0.05 * row.size if spread else gap > _SPACE * row.size or (word.spaced and gap > -0.3 * row.size)
            if space and not word.spaced:
                page.guesses["spaties"] += 1
            word.spaced = space
            cells[-1].append(word)
        leader = False
    return _marked(cells, row)


def _justified(words: list[Word], gaps: list[float], size: float) -> bool:
    """A line stretched to the margin: words of usual length with the same white space between all of them."""
    between = gaps[1:] if _may_mark(words[0].text) else gaps
    if len(between) < 2 or not all(word.spaced for word in words[1:]):
        return False
    return max(between) - min(between) <= 0.15 * size and sum(len(word.text) for word in words) >= 4 * len(words)


def _marked(cells: list[list[Word]], row: _Row) -> list[list[Word]]:
    """A bullet or number that stands alone belongs to the cell after it."""
    found: list[list[Word]] = []
    for cell in cells:
        before = found[-1] if found else None
        if before is not None and len(before) == 1 and _may_mark(before[0].text) and cell[0].left - before[0].right < 5 * row.size:
            cell[0].spaced = True
            found[-1] = [*before, *cell]
        else:
            found.append(cell)
    return found


def _may_mark(text: str) -> bool:
    return is_bullet(text) or is_number(text)


def _line(row: _Row, cells: list[list[Word]], page: Page) -> Line:
    first = cells[0]
    made = Line([], row.base, max(word.style.size for cell in cells for word in cell), page.number)
    if len(first) > 1 and first[1].spaced and _may_mark(first[0].text):
        glyph = first[0].text
        made.marker = _BULLETS.get(glyph, "•" if glyph == UNKNOWN or "\ue000" <= glyph <= "\uf8ff" else glyph)
        made.marker_left, made.marker_style = first[0].left, first[0].style
        cells = [first[1:], *cells[1:]]
    made.cells = [cell_of(cell) for cell in cells]
    return made


def cell_of(words: list[Word]) -> Cell:
    """The words, of which there is at least one, as a cell."""
    runs: list[tuple[str, Style]] = [(words[0].text, words[0].style)]
    for word in words[1:]:
        text, style = runs[-1]
        before = " " if word.spaced else ""
        if style is word.style:
            runs[-1] = (text + before + word.text, style)
        else:
            if before:
                # A space between two looks is emphasised only when both are; the Style of the right word would give it away.
                plain = style if not (style.bold or style.italic) else word.style
                runs.append((before, plain))
            runs.append((word.text, word.style))
    end = next((at for at, word in enumerate(words) if at and word.spaced), len(words))
    return Cell(runs, words[0].left, max(word.right for word in words), words[end - 1].right - words[0].left, words)


def _gutter(rows: list[_Row]) -> tuple[float, float, float] | None:
    """Left edge of a right-hand column with the heights between which it runs, or None for a page that is not set in two columns."""
    boxes = [(cell[0].left, cell[-1].right, row.base) for row in rows for cell in row.cells]
    if len(boxes) < 16:
        return None
    size = median(row.size for row in rows)
    lefts = sorted({round(left) for left, _, _ in boxes})
    for edge in lefts:
        starts = [box for box in boxes if abs(box[0] - edge) <= 2]
        if len(starts) < 6:
            continue
        top, bottom = max(box[2] for box in starts), min(box[2] for box in starts)
        band = [box for box in boxes if bottom - 2 * size <= box[2] <= top + 0.5 * size]
        left = [box for box in band if box[1] < edge - 0.8 * size]
        right = [box for box in band if box[0] >= edge - 2]
        if len(left) + len(right) < len(band) or min(len(left), len(right)) < 8:
            continue
        if _prose(left, min(box[0] for box in left), max(box[1] for box in left)) and _prose(right, edge, max(box[1] for box in right)):
            return edge - 2, top + 0.5 * size, bottom - 2 * size
    return None


def _prose(boxes: list[tuple[float, float, float]], left: float, right: float) -> bool:
    """Running text: one stretch on a line, and most of them about as wide as the column."""
    alone = len({round(base) for _, _, base in boxes}) >= 0.9 * len(boxes)
    return alone and median(box[1] - box[0] for box in boxes) >= 0.6 * (right - left)


def _columns(rows: list[_Row], gutter: tuple[float, float, float], page: Page) -> list[list[Line]]:
    edge, top, bottom = gutter
    above: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    below: list[Line] = []
    for row in rows:
        if row.base > top:
            above.append(_line(row, row.cells, page))
        elif row.base < bottom:
            below.append(_line(row, row.cells, page))
        else:
            for side, cells in ((left, [c for c in row.cells if c[0].left < edge]), (right, [c for c in row.cells if c[0].left >= edge])):
                if cells:
                    side.append(_line(row, cells, page))
    return [part for part in (above, left, right, below) if part]
