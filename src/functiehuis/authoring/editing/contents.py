"""The table of contents of a concept follows its functions; what a document printed differently stays, until a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from functiehuis.model.book import ContentsEntry, FunctionBook
from functiehuis.model.function import StandardFunction


def followed(book: FunctionBook, before: StandardFunction | None, after: StandardFunction | None, order: Sequence[StandardFunction] = ()) -> FunctionBook:
    """The book with contents that go along with one change: a function that changed, came (``before`` is None) or went (``after`` is None).

    What the row said otherwise than the function stays otherwise. ``order`` is how the functions stood before: rows that stood so are put in the order of
    now. A book without contents gets none.
    """
    if not book.contents:
        return book
    rows = list(book.contents)
    at = next((at for at, row in enumerate(rows) if before is not None and _same(row, before)), None)
    if at is None and before is None and after is not None:
        rows.append(_row(after, book))
    elif at is not None and after is None:
        del rows[at]
    elif at is not None and before is not None and after is not None:
        rows[at] = _changed(rows[at], before, after, book)
    return replace(book, contents=_in_order(rows, order, book.functions))


def made_contents(book: FunctionBook) -> FunctionBook:
    """The book with contents made anew: a row for each function, and for each module; pages follow when the book is set."""
    modules = tuple(ContentsEntry(f"Module {item.name}", code=item.code) for item in book.modules)
    return replace(book, contents=(*(_row(item, book) for item in book.functions), *modules))


def _same(row: ContentsEntry, function: StandardFunction) -> bool:
    return _plain(row.name) == _plain(function.name)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _row(function: StandardFunction, book: FunctionBook) -> ContentsEntry:
    coded = any(row.code for row in book.contents)
    return ContentsEntry(
        function.name, group=_group(function, book), scale=function.scale, code=function.code if coded else None, points=function.points if coded else None
    )


def _group(function: StandardFunction, book: FunctionBook) -> str | None:
    found = book.group_named(function.group)
    return found.name if found else None


def _changed(row: ContentsEntry, before: StandardFunction, after: StandardFunction, book: FunctionBook) -> ContentsEntry:
    return replace(
        row,
        name=after.name,
        scale=after.scale if row.scale == before.scale else row.scale,
        group=_group(after, book) if row.group == _group(before, book) else row.group,
        code=after.code if row.code and row.code == before.code else row.code,
        points=after.points if row.points is not None and row.points == before.points else row.points,
    )


def _in_order(rows: list[ContentsEntry], before: Sequence[StandardFunction], now: Sequence[StandardFunction]) -> tuple[ContentsEntry, ...]:
    """The rows of functions in the order of now, when they stood in the order of before; rows of other things stay where they are."""
    old, new = ({_plain(item.name): at for at, item in reversed(list(enumerate(functions)))} for functions in (before, now))
    places = [at for at, row in enumerate(rows) if _plain(row.name) in old and _plain(row.name) in new]
    stood = [old[_plain(rows[at].name)] for at in places]
    if not before or stood != sorted(stood):
        return tuple(rows)
    moved = sorted((rows[at] for at in places), key=lambda row: new[_plain(row.name)])
    for at, row in zip(places, moved, strict=True):
        rows[at] = replace(row, page=None) if row != rows[at] else row
    return tuple(rows)
