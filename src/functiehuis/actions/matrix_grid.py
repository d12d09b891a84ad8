"""The grid of the functiematrix: what stands where. In: functions with what is known of them. Out: groups and rows. Refuses nothing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby, pairwise

from functiehuis.authoring.changes import heaviest_first, scale_weight
from functiehuis.authoring.checks import base_name, levels_between
from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction


@dataclass(frozen=True, slots=True)
class LocalWork:
    """How many local functions there are, and how much work (fte)."""

    functions: int = 0
    fte: Decimal = Decimal()

    def __add__(self, other: LocalWork) -> LocalWork:
        return LocalWork(self.functions + other.functions, self.fte + other.fte)


@dataclass(frozen=True, slots=True)
class Placed:
    """A normfunctie in the matrix. ``missing`` are the levels between it and the next heavier one that the book does not have."""

    function: StandardFunction
    work: LocalWork
    errors: int = 0
    warnings: int = 0
    new: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """A column: a group with its functions, the heaviest first. ``series`` and ``code`` are empty for functions without."""

    code: str
    name: str
    series: str
    series_name: str
    functions: tuple[Placed, ...]
    work: LocalWork

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that must fit in the column."""
        return (self.name, *(item.function.name for item in self.functions))


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands at a scale in a group; ``thread``: the stair of the group passes here; ``missing``: the levels it skips, told in one cell."""

    functions: tuple[Placed, ...] = ()
    thread: bool = False
    missing: tuple[str, ...] = ()
    opens_series: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A scale with a cell per group; an empty scale between others is a row too."""

    scale: str
    cells: tuple[Cell, ...]
    work: LocalWork

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands at this scale."""
        return not any(cell.functions for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix as chosen.

    ``outside`` counts local functions whose code is not in this book, ``flagged`` the functions with an error or warning. ``key`` is the same for the same
    matrix of the same book.
    """

    groups: tuple[MatrixGroup, ...]
    rows: tuple[MatrixRow, ...]
    work: LocalWork
    shown: int
    flagged: int
    outside: LocalWork = field(default_factory=LocalWork)
    key: Hashable = None

    @property
    def series(self) -> tuple[tuple[MatrixGroup, ...], ...]:
        """The groups by series, in the order of the book."""
        return tuple(tuple(groups) for _, groups in groupby(self.groups, key=lambda group: group.series))

    @property
    def local(self) -> LocalWork:
        """All local functions that are placed, in this book or not."""
        return self.work + self.outside


def groups_of(book: FunctionBook, placed: Sequence[Placed]) -> tuple[MatrixGroup, ...]:
    """The columns in the order of the book; a group that the book does not name comes after the groups of its series."""
    series = [item.code for item in book.series]
    named = [item.code for item in book.groups]
    found: dict[tuple[str, str], list[Placed]] = {}
    for item in placed:
        found.setdefault((item.function.series or "", item.function.group or ""), []).append(item)
    ordered = sorted(found, key=lambda key: (_place(series, key[0]), _place(named, key[1]), key))
    return tuple(_group(book, key, found[key]) for key in ordered)


def _place(codes: Sequence[str], code: str) -> int:
    return codes.index(code) if code in codes else len(codes)


def _group(book: FunctionBook, key: tuple[str, str], placed: Sequence[Placed]) -> MatrixGroup:
    by_function = {id(item.function): item for item in placed}
    ordered = [by_function[id(function)] for function in heaviest_first([item.function for item in placed])]
    lines = [list(line) for _, line in groupby(ordered, key=lambda item: base_name(item.function).casefold())]
    gaps = {id(lighter.function): levels_between(heavier.function.level, lighter.function.level) for line in lines for heavier, lighter in pairwise(line)}
    functions = tuple(replace(item, missing=gaps.get(id(item.function), ())) for item in ordered)
    group, series = book.group_named(key[1]), book.series_named(key[0])
    work = sum((item.work for item in functions), LocalWork())
    return MatrixGroup(key[1], group.name if group else key[1], key[0], series.name if series else key[0], functions, work)


def rows_of(groups: Sequence[MatrixGroup]) -> tuple[MatrixRow, ...]:
    """The scales from high to low with a cell per group."""
    scales = _scales({item.function.scale or "" for group in groups for item in group.functions})
    columns = [_column(group, scales) for group in groups]
    opening = {number for number, group in enumerate(groups) if number == 0 or groups[number - 1].series != group.series}
    rows = []
    for at, scale in enumerate(scales):
        cells = tuple(replace(column[at], opens_series=number in opening) for number, column in enumerate(columns))
        rows.append(MatrixRow(scale, cells, sum((item.work for cell in cells for item in cell.functions), LocalWork())))
    return tuple(rows)


def _scales(used: set[str]) -> list[str]:
    """From high to low, with the whole scales in between that nothing stands at; what is no scale comes last."""
    numbers = [scale_weight(scale)[0] for scale in used if scale_weight(scale)[0]]
    whole = {scale_weight(scale)[0] for scale in used}
    between = {str(number) for number in range(min(numbers, default=0), max(numbers, default=0)) if number not in whole}
    return sorted(used | between, key=lambda scale: (scale_weight(scale), scale), reverse=True)


def _column(group: MatrixGroup, scales: Sequence[str]) -> list[Cell]:
    cells = [Cell(tuple(item for item in group.functions if (item.function.scale or "") == scale)) for scale in scales]
    for item in group.functions:
        end = scales.index(item.function.scale or "")
        start = next((at for at in range(end - 1, -1, -1) if cells[at].functions), None)
        if item.missing and start is not None:
            for at in range(start + 1, end):
                cells[at] = Cell(thread=True)
            middle = (start + end) // 2 if end - start > 1 else end
            cells[middle] = replace(cells[middle], missing=item.missing)
    return cells
