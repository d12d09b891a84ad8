"""Levels and scales as things that can be compared, and the functions of a group from heavy to light."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SCALE = re.compile(r"(\d{1,2})\s*([a-z+]?)", re.IGNORECASE)


def rank_of(level: str | None) -> int | None:
    """The value of a Roman numeral (I gives 1, the heaviest), or None."""
    if not level or any(char not in _ROMAN for char in level):
        return None
    values = [_ROMAN[char] for char in level]
    return sum(-value if any(value < later for later in values[at + 1 : at + 2]) else value for at, value in enumerate(values))


def weight_of(scale: str | None) -> tuple[int, str] | None:
    """A salary scale as something that can be ordered: 10 < 10a < 11; None for what is no scale."""
    found = _SCALE.fullmatch((scale or "").strip())
    return (int(found[1]), found[2].lower()) if found else None


def levels_between(heavier: str | None, lighter: str | None) -> tuple[str, ...]:
    """The numerals between two levels, the heaviest first: between I and IV are II and III. Empty where a level is unknown."""
    return _NUMERALS[rank_of(heavier) or len(_NUMERALS) : (rank_of(lighter) or 1) - 1]


def base_name(function: StandardFunction) -> str:
    """The name without its level."""
    return function.name.removesuffix(function.level or "").strip()


def ladders(book: FunctionBook) -> Iterator[tuple[str, tuple[StandardFunction, ...]]]:
    """Per group the functions of one line of work that have a level, the heaviest first; only where there are at least two."""
    found: dict[tuple[str, str], list[StandardFunction]] = defaultdict(list)
    for function in book.functions:
        if function.group and rank_of(function.level):
            found[(function.group, base_name(function).casefold())].append(function)
    for (group, _), functions in found.items():
        if len(functions) > 1:
            yield group, tuple(sorted(functions, key=lambda function: rank_of(function.level) or 0))
