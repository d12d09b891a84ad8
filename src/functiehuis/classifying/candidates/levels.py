"""Where a function stands among the levels of its group: 0 is the heaviest, 1 the lightest.

In: the functions of a book. Out: per function its height, from the Roman numeral of its name, or else from its scale. Refuses nothing; alone in its group it is 0.5.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from functiehuis.model.function import StandardFunction

_ROMAN = {"I": 1, "V": 5, "X": 10}


def heights(functions: Sequence[StandardFunction]) -> tuple[float, ...]:
    """The height of each function in its group."""
    ranks = [rank_of(function) for function in functions]
    members: dict[str | None, list[float]] = defaultdict(list)
    for function, rank in zip(functions, ranks, strict=True):
        if rank is not None:
            members[function.group].append(rank)
    found = []
    for function, rank in zip(functions, ranks, strict=True):
        same = members[function.group]
        low, high = (min(same), max(same)) if same else (0.0, 0.0)
        found.append(0.5 if rank is None or low == high else (rank - low) / (high - low))
    return tuple(found)


def rank_of(function: StandardFunction) -> float | None:
    """A number that grows as the function gets lighter, or None: the level, else the scale."""
    if function.level and all(letter in _ROMAN for letter in function.level):
        values = [_ROMAN[letter] for letter in function.level]
        return float(sum(-value if value < max(values[at:]) else value for at, value in enumerate(values)))
    scale = re.match(r"\d+", function.scale or "")
    return -float(scale.group()) if scale else None
