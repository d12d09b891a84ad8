"""Which functions are levels of one another: the neighbours that "why not higher, why not lower" is about.

Functions of one group are; so are the only functions of groups whose names differ in a Roman numeral (Strategisch I, II and III). In: a book. Out: families,
the heaviest first. Refuses nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict

from functiehuis.model.book import FunctionBook

_LEVEL = re.compile(r"\s+([IVX]+)\s*$")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def families(book: FunctionBook) -> tuple[tuple[int, ...], ...]:
    """The families of a book: positions of functions, the heaviest first; a function without level stands alone."""
    found: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for at, function in enumerate(book.functions):
        group = book.group_named(function.group)
        name = group.name if group else function.group or function.label
        numeral = _LEVEL.search(name)
        key = (function.series or "", _LEVEL.sub("", name).casefold())
        found[key].append((_rank(numeral[1] if numeral else None), _rank(function.level), at))
    return tuple(tuple(at for _, _, at in sorted(members)) for members in found.values())


def _rank(numeral: str | None) -> int:
    return _ROMAN.index(numeral) if numeral in _ROMAN else 0
