"""How heavy a function is among the levels of its group.

In: a function of a book. Out: a number that grows as the function gets lighter, from the Roman numeral of its name, or else from its scale. Refuses nothing.
"""

from __future__ import annotations

import re

from functiehuis.model.function import StandardFunction

_ROMAN = {"I": 1, "V": 5, "X": 10}


def rank_of(function: StandardFunction) -> float | None:
    """A number that grows as the function gets lighter, or None: the level, else the scale."""
    if function.level and all(letter in _ROMAN for letter in function.level):
        values = [_ROMAN[letter] for letter in function.level]
        return float(sum(-value if value < max(values[at:]) else value for at, value in enumerate(values)))
    scale = re.match(r"\d+", function.scale or "")
    return -float(scale.group()) if scale else None
