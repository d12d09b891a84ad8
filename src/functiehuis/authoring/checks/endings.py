"""How the bullets of a book begin and end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from functiehuis.authoring.checks.places import Located

_SIGNS = ".;,:"
_CAPITAL = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+t\b")  # a verb in the third person: no name, no abbreviation
_FEW = 0.2  # part of the bullets up to which an ending is the exception


def odd_endings(lists: Sequence[Sequence[Located]]) -> list[tuple[str, list[Located]]]:
    """Signs at the end of few bullets of the book, with those bullets. A full stop after the last bullet of a list that has semicolons is no exception."""
    found: dict[str, list[Located]] = defaultdict(list)
    bullets = [item for items in lists for item in items]
    for items in lists:
        for at, item in enumerate(items):
            last = item.text.text[-1:]
            closes_list = last == "." and at == len(items) - 1 and at > 0 and items[0].text.text[-1:] in (";", ",")
            if last and last in _SIGNS and not item.text.text.endswith(("etc.", "e.d.", "enz.", "...")) and not closes_list:
                found[last].append(item)
    few = len(bullets) * _FEW
    return [(sign, items) for sign, items in sorted(found.items()) if len(items) <= few and len(bullets) >= 4]


def odd_capitals(lists: Sequence[Sequence[Located]]) -> list[Located]:
    """Bullets that begin with a capital where the bullets of the book do not; an abbreviation or a name keeps its capitals."""
    bullets = [item for items in lists for item in items]
    found = [item for item in bullets if _CAPITAL.match(item.text.text)]
    return found if len(bullets) >= 4 and len(found) <= len(bullets) * _FEW else []
