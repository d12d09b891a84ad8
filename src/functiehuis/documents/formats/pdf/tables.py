"""Lines whose cells stand under each other -> rows of a table.

In: the lines of a region from ``start`` on; out: the rows and where they end, or None.
A line with fewer cells close below a row is the wrapped rest of that row.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from functiehuis.documents.formats.pdf.lines import Cell, Line, cell_of

_FEWEST_ROWS = 3
_TOLERANCE = 3.0


@dataclass(slots=True)
class Grid:
    """A table: for each row, for each column, the printed lines of the cell. ``edges``: left and right of every column."""

    rows: list[list[list[tuple[Line, Cell]]]]
    edges: list[tuple[float, float]]
    end: int


def find(lines: list[Line], start: int) -> Grid | None:
    """The table that starts at this line, if one does."""
    edges = [(cell.left, cell.right) for cell in lines[start].cells]
    if len(edges) < 2 or lines[start].marker is not None:
        return None
    end, columns = start + 1, [list(range(len(edges)))]
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        line.cells = _parted(line, edges)
        placed = None if line.marker is not None else _place(line, edges)
        if placed is None or (len(placed) == 1 and not _wraps(line, before, placed[0], edges)):
            break
        if before.base - line.base > 6 * line.size or before.base < line.base:
            break
        for cell, column in zip(line.cells, placed, strict=True):
            edges[column] = (min(edges[column][0], cell.left), max(edges[column][1], cell.right))
        columns.append(placed)
        end += 1
    firsts = _row_starts(lines[start:end], columns, len(edges))
    full = sum(len(columns[at]) == len(edges) for at in firsts)
    fewest = 2 if len(edges) > 2 and _headed(lines[start:end], firsts) else _FEWEST_ROWS
    if len(firsts) < fewest or full < 2 or sum(len(columns[at]) > 1 for at in firsts) < fewest:
        return None
    return Grid(_rows(lines[start:end], columns, firsts, len(edges)), edges, end)


def _headed(lines: list[Line], firsts: list[int]) -> bool:
    """Is the first row bold and the second not? Then two rows are a table too."""
    return len(firsts) == 2 and lines[0].bold and not lines[firsts[1]].bold


def same_columns(one: Grid, other: Grid) -> bool:
    """Two tables could be one that runs on over a page break."""
    pairs = zip(one.edges, other.edges, strict=False)
    return len(one.edges) == len(other.edges) and all(abs(a[0] - b[0]) <= _TOLERANCE or _overlap(a, b) > 0 for a, b in pairs)


def row_of(line: Line, grid: Grid) -> list[list[tuple[Line, Cell]]] | None:
    """A loose line as a row of this table, when it has a cell in every column: the one row that a page break cut off."""
    placed = None if line.marker is not None else _place(line, grid.edges)
    if placed is None or len(placed) != len(grid.edges):
        return None
    row: list[list[tuple[Line, Cell]]] = [[] for _ in grid.edges]
    for cell, column in zip(line.cells, placed, strict=True):
        row[column].append((line, cell))
    return row


def _parted(line: Line, edges: list[tuple[float, float]]) -> list[Cell]:
    """The cells of a line, those that nearly touch the next column cut where its words begin."""
    if not edges[0][0] - _TOLERANCE <= line.left:
        return line.cells
    lefts = [left for left, _ in edges[1:]]
    found: list[Cell] = []
    for cell in line.cells:
        start = 0
        for at, word in enumerate(cell.words):
            if at > start and word.spaced and any(abs(word.left - left) <= _TOLERANCE for left in lefts):
                found.append(cell_of(cell.words[start:at]))
                start = at
        found.append(cell_of(cell.words[start:]) if start else cell)
    return found


def _place(line: Line, edges: list[tuple[float, float]]) -> list[int] | None:
    """The column of every cell; None when one fits none or more than one."""
    placed = []
    for cell in line.cells:
        fits = [at for at, (left, right) in enumerate(edges) if _overlap((cell.left, cell.right), (left, right)) > 0 or abs(cell.left - left) <= _TOLERANCE]
        if len(fits) != 1:
            return None
        placed.append(fits[0])
    return placed if len(set(placed)) == len(placed) else None


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _wraps(line: Line, before: Line, column: int, edges: list[tuple[float, float]]) -> bool:
    close = before.base - line.base <= 1.5 * line.size
    return close and abs(line.left - edges[column][0]) <= _TOLERANCE and (column > 0 or line.right < edges[1][0])


def _row_starts(lines: list[Line], columns: list[list[int]], width: int) -> list[int]:
    """Which lines start a row: those with a cell in the first column, unless they stand closer to the line above than full rows do."""
    full = [at for at, placed in enumerate(columns) if len(placed) == width]
    steps = [lines[at - 1].base - lines[at].base for at in full if at]
    usual = median(steps) if steps else 0.0
    starts = [0]
    for at in range(1, len(lines)):
        step = lines[at - 1].base - lines[at].base
        tight = step <= 1.5 * lines[at].size and (len(columns[at]) == 1 or step < 0.8 * usual)
        rest = tight and len(columns[at]) < width if 0 in columns[at] else step <= 1.5 * lines[at].size
        rest = rest or (step <= 1.5 * lines[at].size and _cut_words_above(lines[at - 1], columns[at - 1], columns[at]))
        if not rest:
            starts.append(at)
    return starts


def _cut_words_above(above: Line, columns_above: list[int], columns: list[int]) -> bool:
    """Does every cell stand below one that ends in the middle of a word?"""
    ends = {column: cell.text[-1:] for cell, column in zip(above.cells, columns_above, strict=True)}
    return all(ends.get(column) in ("-", "\u00ad", "\u2010") for column in columns)


def _rows(lines: list[Line], columns: list[list[int]], firsts: list[int], width: int) -> list[list[list[tuple[Line, Cell]]]]:
    rows: list[list[list[tuple[Line, Cell]]]] = []
    for at, (line, placed) in enumerate(zip(lines, columns, strict=True)):
        if at in firsts:
            rows.append([[] for _ in range(width)])
        for cell, column in zip(line.cells, placed, strict=True):
            rows[-1][column].append((line, cell))
    return rows
