"""Lay out the functiematrix of a version: scales down, groups across, and what is local beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from functiehuis.actions.check_version import VersionCheck
from functiehuis.actions.matrix_grid import LocalWork, Matrix, MatrixGroup, Placed, groups_of, rows_of
from functiehuis.actions.policy import Right, may, require
from functiehuis.actions.ports import House
from functiehuis.actions.remembered import Remembered
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Severity
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import KeptBook


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the matrix somebody wants to see: words in a name or code, a series, only functions with an error or warning."""

    words: str = ""
    series: str = ""
    findings: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.series or self.findings)


_LAID: Remembered[Matrix] = Remembered(each=16)


def lay_out_matrix(house: House, kept: KeptBook, choice: Choice, check: VersionCheck | None = None, before: KeptBook | None = None) -> Matrix:
    """The matrix of a version, with its open findings (None for who may not see them) and what is new since the version ``before``.

    Local functions are counted for who may read them. Refuses who may not read the book (NotAllowedError).
    """
    require(house.actor, Right.READ_BOOK)
    local = {code: LocalWork(*sums) for code, sums in house.local_work().items()} if may(house.actor, Right.READ_HOUSE) else {}
    seen = (before.version.number, before.version.revision) if before else None
    key = (choice, check is not None, seen, tuple(local.items()))
    return _LAID.get(kept.book, key, lambda: _lay_out(kept.book, choice, local, check, before, key))


def _lay_out(book: FunctionBook, choice: Choice, local: Mapping[str, LocalWork], check: VersionCheck | None, before: KeptBook | None, key: Hashable) -> Matrix:
    counts = check.counts if check else {}
    known = {name for function in before.book.functions for name in (function.code, function.name) if name} if before else None
    placed = [_placed(function, local, counts, known) for function in book.functions]
    groups = tuple(shown for group in groups_of(book, placed) if (shown := _shown(group, choice)).functions)
    labels = {function.label for function in book.functions} | {""}
    return Matrix(
        groups,
        rows_of(groups),
        sum((group.work for group in groups), LocalWork()),
        sum(len(group.functions) for group in groups),
        sum(1 for item in placed if item.errors or item.warnings),
        sum((work for code, work in local.items() if code not in labels), LocalWork()),
        key,
    )


def _placed(function: StandardFunction, local: Mapping[str, LocalWork], counts: Mapping[str, Counter[Severity]], known: set[str] | None) -> Placed:
    found = counts.get(function.label, Counter())
    new = known is not None and function.code not in known and function.name not in known
    return Placed(function, local.get(function.label, LocalWork()), found[Severity.ERROR], found[Severity.WARNING], new)


def _shown(group: MatrixGroup, choice: Choice) -> MatrixGroup:
    """The functions of a group that were asked for. Where some are left out nothing is said about missing levels: that would mislead."""
    found = [item for item in group.functions if _chosen(item, choice, group)]
    if len(found) == len(group.functions):
        return group
    return replace(group, functions=tuple(replace(item, missing=()) for item in found), work=sum((item.work for item in found), LocalWork()))


def _chosen(item: Placed, choice: Choice, group: MatrixGroup) -> bool:
    text = f"{item.function.name} {item.function.code or ''} {group.name}".casefold()
    return (
        all(word in text for word in choice.words.casefold().split())
        and choice.series in ("", group.series)
        and (not choice.findings or bool(item.errors or item.warnings))
    )
