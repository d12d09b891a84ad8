"""Which row of the contents speaks of which description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from functiehuis.language.normalise import normalised
from functiehuis.model.book import ContentsEntry, FunctionBook
from functiehuis.model.function import Module, StandardFunction

_CLOSE = 84  # per cent: the same name but for a slip


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the contents (``at`` counts from 0) with the description or the module that it announces, if the book has it."""

    at: int
    entry: ContentsEntry
    function: StandardFunction | None = None
    module: Module | None = None


def rows(book: FunctionBook) -> tuple[Row, ...]:
    """The rows of the contents, each description given to at most one row: by code, by name, by a shortened name, by nearly the same name."""
    functions: dict[int, StandardFunction] = {}
    free = list(book.functions)
    for same in (_same_code, _same_name, _shortened, _nearly):
        for at, entry in enumerate(book.contents):
            found = None if at in functions else next((function for function in free if same(entry, function)), None)
            if found is not None:
                functions[at] = found
                free = [function for function in free if function is not found]
    for at, entry in enumerate(book.contents):
        # One row and one description of the same name are left, with another level: a slip in one of the two.
        alike = [function for function in free if _base(function) == _base(entry) and not _other_code(entry, function)]
        rivals = [other for place, other in enumerate(book.contents) if place not in functions and _base(other) == _base(entry)]
        if at not in functions and len(alike) == len(rivals) == 1:
            functions[at] = alike[0]
    return tuple(Row(at, entry, functions.get(at), None if at in functions else _module(entry, book)) for at, entry in enumerate(book.contents))


def level_of(entry: ContentsEntry | StandardFunction) -> str:
    """The last word of a name, where a level would stand."""
    return normalised(entry.name).rpartition(" ")[2]


def _base(item: ContentsEntry | StandardFunction) -> str:
    """The name without its last word, where a level would stand; the whole name when it is one word."""
    name = normalised(item.name)
    return name.rpartition(" ")[0] or name


Same = Callable[[ContentsEntry, StandardFunction], bool]


def _same_code(entry: ContentsEntry, function: StandardFunction) -> bool:
    return bool(entry.code) and entry.code == function.code


def _same_name(entry: ContentsEntry, function: StandardFunction) -> bool:
    return not _other_code(entry, function) and normalised(entry.name) == normalised(function.name)


def _shortened(entry: ContentsEntry, function: StandardFunction) -> bool:
    name, short = normalised(function.name), normalised(entry.name)
    longer, shorter = (name, short) if len(name) > len(short) else (short, name)
    return not _other_code(entry, function) and bool(shorter) and longer.startswith(shorter) and longer[len(shorter) :].lstrip()[:1] in ("/", ",", "(", "-")


def _nearly(entry: ContentsEntry, function: StandardFunction) -> bool:
    same_level = level_of(entry) == level_of(function)
    return not _other_code(entry, function) and same_level and fuzz.ratio(normalised(entry.name), normalised(function.name)) >= _CLOSE


def _other_code(entry: ContentsEntry, function: StandardFunction) -> bool:
    return bool(entry.code) and bool(function.code) and entry.code != function.code


def _module(entry: ContentsEntry, book: FunctionBook) -> Module | None:
    name = normalised(entry.name).removeprefix("module").strip(" :-")
    return next((module for module in book.modules if normalised(module.name) == name), None)
