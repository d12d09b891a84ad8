"""Lines -> headings, paragraphs, items and tables.

A paragraph ends where the white space is wider than the usual line step, the look or size of whole lines changes, the indentation breaks, a marker stands,
or the line stops so early that the next word would have fitted on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from functiehuis.documents.document import Block, BlockKind
from functiehuis.documents.formats.pdf import tables
from functiehuis.documents.formats.pdf.lines import Cell, Line, is_bullet
from functiehuis.documents.formats.pdf.measures import Measures, with_margins
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run

_LARGER = 1.15
_SENTENCE_END = tuple(".!?:;")
_HEADING_LINES, _HEADING_LENGTH = 3, 160


@dataclass(slots=True)
class Part:
    """Lines of one block before it is made, or a table. ``margin``: where full lines end there; ``last``: it closes its page or column."""

    lines: list[Line] = field(default_factory=list)
    grid: tables.Grid | None = None
    margin: float = 0.0
    closes: bool = False


def parts(regions: Iterable[list[Line]], usual: Measures) -> list[Part]:
    """The blocks of all pages in order, those that a page or column break cut in two joined."""
    found: list[Part] = []
    for region, margin in with_margins(regions):
        made = _parts_of(region, margin, usual)
        if found and made and _runs_on(found[-1], made[0], usual):
            _join(found[-1], made.pop(0))
        _gather_rows(found, made)
        found += made
    return found


def _gather_rows(before: list[Part], after: list[Part]) -> None:
    """One or two rows at the end of a page, or at the start of the next, join the table they were cut from."""
    if after and (grid := after[0].grid) is not None:
        while before and (row := _loose_row(before[-1], grid)) is not None:
            grid.rows.insert(0, row)
            before.pop()
    if before and (grid := before[-1].grid) is not None:
        while after and (row := _loose_row(after[0], grid)) is not None:
            grid.rows.append(row)
            after.pop(0)


def _loose_row(part: Part, grid: tables.Grid) -> list[list[tuple[Line, Cell]]] | None:
    return None if part.grid is not None or len(part.lines) != 1 else tables.row_of(part.lines[0], grid)


def blocks(found: list[Part], usual: Measures, file: str) -> list[Block]:
    """The blocks of a document; heading levels by size, larger is higher."""
    headings = {id(part) for at, part in enumerate(found) if _is_heading(found, at, usual)}
    sizes = sorted({_size(part) for part in found if id(part) in headings and _size(part) >= _LARGER * usual.body}, reverse=True)
    items = [part for part in found if part.grid is None and part.lines[0].marker is not None]
    indents = sorted({round(part.lines[0].start) for part in items})
    made = []
    for part in found:
        if part.grid is not None:
            made.append(_table(part.grid, file))
        elif id(part) in headings:
            level = sizes.index(_size(part)) + 1 if _size(part) in sizes else len(sizes) + 1
            made.append(Block(BlockKind.HEADING, _rich(part.lines, file, with_marker=True), level))
        elif part.lines[0].marker is not None:
            made.append(Block(BlockKind.ITEM, _rich(part.lines, file), _depth(part.lines[0], indents), part.lines[0].marker))
        else:
            made.append(Block(BlockKind.PARAGRAPH, _rich(part.lines, file)))
    return made


def line_text(line: Line, file: str) -> RichText:
    """One line as rich text, marker included."""
    return _rich([line], file, with_marker=True)


def _parts_of(region: list[Line], margin: float, usual: Measures) -> list[Part]:
    found: list[Part] = []
    at = 0
    while at < len(region):
        grid = tables.find(region, at)
        if grid is not None:
            found.append(Part(grid=grid, margin=margin))
            at = grid.end
            continue
        line = region[at]
        if found and found[-1].grid is None and _continues(found[-1].lines, line, margin, usual):
            _unmark(line)
            found[-1].lines.append(line)
        else:
            found.append(Part([line], margin=margin))
        at += 1
    if found:
        found[-1].closes = True
    return found


def _unmark(line: Line) -> None:
    """What looked like a marker is the first word of a wrapped line."""
    if line.marker is not None and line.marker_style is not None:
        first = line.cells[0]
        first.runs.insert(0, (line.marker + " ", line.marker_style))
        first.left = line.marker_left
        line.marker = None


def _continues(lines: list[Line], line: Line, margin: float, usual: Measures) -> bool:
    before = lines[-1]
    gap = before.base - line.base
    if gap <= 0 or gap > 1.2 * usual.step(max(before.size, line.size)) + 0.5 or len(line.cells) > 1 or len(before.cells) > 1:
        return False
    if line.marker is not None and not _marker_inside(lines, line, margin):
        return False
    if abs(before.size - line.size) > 0.05 * before.size and line.text.strip():
        return False
    full = _full(before, line, margin)
    if before.text.rstrip()[-1:] in _SENTENCE_END and _label(line, before, margin):
        return False
    if before.bold != line.bold and not full and not (lines[0].marker is not None and abs(line.left - lines[0].left) <= 0.5 * line.size):
        return False
    return _indented_alike(lines, line, full) and not _stops_early(before, line, margin)


def _label(line: Line, before: Line, margin: float) -> bool:
    """After the end of a sentence: a line in another weight, or a short one that announces what follows."""
    announces = line.text.rstrip().endswith(":") and line.text[:1].isupper() and line.right - line.start < 0.6 * (margin - line.start)
    return announces or (line.bold and not before.bold)


def _marker_inside(lines: list[Line], line: Line, margin: float) -> bool:
    """A dash or number that only happens to start a wrapped line: the line above is full, unmarked text goes on at the very same edge."""
    if line.marker is None or (is_bullet(line.marker) and line.marker not in "-–—"):
        return False
    aligned = abs(line.marker_left - lines[-1].left) <= 1.5 and (lines[0].marker is not None or len(lines) > 1)
    return aligned and line.left - line.marker_left < 1.6 * line.size and _full(lines[-1], line, margin)


def _full(before: Line, line: Line, margin: float) -> bool:
    """The first word of the next line would not have fitted on this one."""
    return before.right + 0.25 * line.size + line.cells[0].first > margin - 0.5


def _stops_early(before: Line, line: Line, margin: float) -> bool:
    """The line leaves so much room that its writer ended it. A next line in lower case needs more evidence than one with a capital."""
    if _full(before, line, margin):
        return False
    room = margin - before.right - 0.25 * line.size - line.cells[0].first
    start = line.text.lstrip("(\"'‘“ ")[:1]
    width = margin - before.start
    return room > (0.2 * width if start.islower() else line.size)


def _indented_alike(lines: list[Line], line: Line, full: bool) -> bool:
    first, slack = lines[0], 0.6 * line.size
    left = line.start
    if len(lines) > 1:
        return abs(left - lines[-1].left) <= slack
    if first.marker is not None:
        if abs(left - first.left) <= slack:
            return True
        # Back at the bullet: a wrapped line of an item that does not hang, or what comes after the list.
        hangs = first.left - first.marker_left > 0.8 * line.size
        return abs(left - first.marker_left) <= slack and full and (line.text[:1].islower() or not (hangs or line.bold))
    if abs(left - first.left) <= slack:
        return True
    return full and -4 * line.size <= left - first.left <= 4 * line.size


def _runs_on(part: Part, following: Part, usual: Measures) -> bool:
    """A paragraph, item or table that goes on after a page or column break."""
    if part.grid is not None and following.grid is not None:
        return tables.same_columns(part.grid, following.grid)
    if part.grid is not None or following.grid is not None or not part.lines or following.lines[0].marker is not None:
        return False
    last, line = part.lines[-1], following.lines[0]
    if abs(last.size - line.size) > 0.05 * last.size or len(last.cells) > 1 or len(line.cells) > 1:
        return False
    text, start = last.text.rstrip(), line.text.lstrip("(\"'‘“ ")[:1]
    if text.endswith(("-", "\u00ad")) and start.islower():
        return True
    edge = last.right + 0.25 * line.size + line.cells[0].first
    if edge <= part.margin - 0.5 or (last.bold != line.bold and not usual.bold and len(part.lines) + len(following.lines) < 3):
        return False
    other_column = last.page == line.page
    if not other_column and not _indented_at(part.lines, line):
        return False
    return start.islower() or (text[-1:] not in ".:;!?" and part.lines[0].marker is None and len(part.lines) > 1 and not line.bold)


def _indented_at(lines: list[Line], line: Line) -> bool:
    expected = lines[-1].left
    return abs(line.left - expected) <= 0.6 * line.size


def _join(part: Part, following: Part) -> None:
    if part.grid is not None and following.grid is not None:
        part.grid.rows += following.grid.rows
    part.lines += following.lines
    part.closes = following.closes


def _size(part: Part) -> float:
    return part.lines[0].size if part.lines else 0.0


def _is_heading(found: list[Part], at: int, usual: Measures) -> bool:
    """Noticeably larger than the body, or bold from end to end, short, and not in a list or a sentence."""
    part = found[at]
    if part.grid is not None or len(part.lines) > _HEADING_LINES:
        return False
    first = part.lines[0]
    if first.marker is not None and is_bullet(first.marker):
        return False
    text = " ".join(line.text for line in part.lines)
    if len(text) > _HEADING_LENGTH or not any(map(str.isalpha, text)) or any(len(line.cells) > 1 for line in part.lines):
        return False
    if min(line.size for line in part.lines) >= _LARGER * usual.body:
        return True
    bold = not usual.bold and all(line.bold for line in part.lines) and (first.marker_style is None or first.marker_style.bold)
    return bold and first.size >= 0.9 * usual.body


def _depth(line: Line, indents: list[int]) -> int:
    """How many clearly smaller indents are in use before this one."""
    depth, before = 0, None
    for indent in indents:
        if before is not None and indent - before > 0.9 * line.size:
            depth += 1
        if indent >= round(line.start):
            break
        before = indent
    return depth


def _table(grid: tables.Grid, file: str) -> Block:
    rows = []
    for row in grid.rows:
        cells = []
        for printed in row:
            runs: list[Run] = []
            for _, cell in printed:
                runs = _appended(runs, list(_runs(cell)))
            place = Provenance(file, printed[0][0].number, printed[0][0].page) if printed else None
            cells.append((Block(BlockKind.PARAGRAPH, RichText.from_runs(runs, place).stripped()),))
        rows.append(tuple(cells))
    return Block(BlockKind.TABLE, rows=tuple(rows))


def _rich(lines: list[Line], file: str, with_marker: bool = False) -> RichText:
    runs: list[Run] = []
    for line in lines:
        here: list[Run] = []
        if with_marker and line is lines[0] and line.marker is not None:
            style = line.marker_style
            here.append(Run(line.marker + " ", bool(style and style.bold), bool(style and style.italic)))
        for at, cell in enumerate(line.cells):
            here += [*([Run("\t")] if at else []), *_runs(cell)]
        runs = _appended(runs, here)
    return RichText.from_runs(runs, Provenance(file, lines[0].number, lines[0].page)).stripped()


def _runs(cell: Cell) -> Iterable[Run]:
    return (Run(text, style.bold, style.italic) for text, style in cell.runs)


def _appended(runs: list[Run], more: list[Run]) -> list[Run]:
    """With a newline between, which has the emphasis that both sides share."""
    if not runs or not more:
        return runs + more
    left, right = runs[-1], more[0]
    return [*runs, Run("\n", left.bold and right.bold, left.italic and right.italic), *more]
