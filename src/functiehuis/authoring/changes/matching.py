"""Which texts belong together: similarity of two texts, and the best assignment of many to many.

In: strings; out: scores from 0 to 1, and pairs. Refuses nothing; what resembles nothing stays without a partner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from functiehuis.authoring.changes.words import said, stems
from functiehuis.model.degrees import Degrees

Pair = tuple[int, int]

_FUZZY = 78.0  # from here two different stems are two forms of one word, or compounds of it
_SAME_LADDER = 0.08  # what it adds when both hold a degree of one and the same ladder
_LIGHT = 0.5  # what a degree word weighs: it is expected to differ inside a ladder


class Similarity:
    """How much two texts are about the same thing.

    A word weighs less the more texts of one and the same list hold it ("beleid" in three kenmerken of one level tells them apart badly); degree words
    weigh half. ``lists`` are the lists of texts to be aligned with each other.
    """

    def __init__(self, lists: Iterable[Sequence[str]], degrees: Degrees | None = None) -> None:
        self._degrees = degrees
        self._found: dict[str, frozenset[str]] = {}
        self._most: Counter[str] = Counter()
        self._light: frozenset[str] = frozenset()
        light: set[str] = set()
        for texts in lists:
            counts = Counter(word for text in texts for word in set(stems(text)))
            for word, count in counts.items():
                self._most[word] = max(self._most[word], count)
            if degrees:
                for text in texts:
                    light.update(word for match in degrees.find(text) for span in match.spans for word in stems(text[slice(*span)]))
        self._light = frozenset(light)

    def weight(self, word: str) -> float:
        """What a stem weighs."""
        return (_LIGHT if word in self._light else 1.0) / max(1, self._most[word])

    def score(self, one: str, other: str) -> float:
        """From 0 (nothing in common) to 1 (the same words in the same order)."""
        left, right = stems(one), stems(other)
        if left == right:
            return 1.0 if said(one) == said(other) else 0.99
        total = sum(map(self.weight, left)) + sum(map(self.weight, right))
        shared = self._shared(left, right)
        if not shared:
            return 0.0
        order = Indel.normalized_similarity(said(one).split(), said(other).split())
        bonus = _SAME_LADDER if self._ladders(one) & self._ladders(other) else 0.0
        return min(0.98, 0.75 * min(1.0, 2 * shared / total) + 0.25 * order + bonus)

    def _ladders(self, text: str) -> frozenset[str]:
        if self._degrees is None:
            return frozenset()
        if text not in self._found:
            self._found[text] = frozenset(match.ladder.name for match in self._degrees.find(text))
        return self._found[text]

    def _shared(self, left: tuple[str, ...], right: tuple[str, ...]) -> float:
        rest, missing, shared = Counter(right), [], 0.0
        for word in left:
            if rest[word]:
                rest[word] -= 1
                shared += self.weight(word)
            else:
                missing.append(word)
        for word in missing:
            likeness, near = max(((_likeness(word, other), other) for other in rest if rest[other]), default=(0.0, ""))
            if likeness >= _FUZZY:
                rest[near] -= 1
                shared += min(self.weight(word), self.weight(near)) * likeness / 100
        return shared


@lru_cache(maxsize=65536)
def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(one, other) if min(len(one), len(other)) >= 5 else 0.0


def assign(scores: Mapping[Pair, float]) -> dict[int, int]:
    """The pairs with the largest sum of scores, each side used once; only pairs that are in ``scores`` can be chosen."""
    chosen: dict[int, int] = {}
    for rows, columns in _components(scores):
        chosen.update(_best(rows, columns, scores))
    return dict(sorted(chosen.items()))


def _components(scores: Mapping[Pair, float]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that are connected by scores, each set by itself: together they could be too many."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(scores):
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    found, seen = [], set[int]()
    for first in by_row:
        if first in seen:
            continue
        rows, columns, queue = {first}, set[int](), [first]
        while queue:
            for column in by_row[queue.pop()]:
                if column not in columns:
                    columns.add(column)
                    queue.extend(row for row in by_column[column] if row not in rows)
                    rows.update(by_column[column])
        seen |= rows
        found.append((sorted(rows), sorted(columns)))
    return found


def _best(rows: list[int], columns: list[int], scores: Mapping[Pair, float]) -> dict[int, int]:
    if len(rows) == 1 or len(columns) == 1:
        row, column = max(((row, column) for row in rows for column in columns if (row, column) in scores), key=lambda pair: (scores[pair], -pair[0], -pair[1]))
        return {row: column}
    size = max(len(rows), len(columns))
    costs = [[0.0] * size for _ in range(size)]
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            costs[i][j] = -scores.get((row, column), 0.0)
    pairs = ((rows[i], columns[j]) for i, j in _cheapest(costs) if i < len(rows) and j < len(columns))
    return {row: column for row, column in pairs if (row, column) in scores}


def _cheapest(costs: list[list[float]]) -> list[Pair]:
    """The Hungarian method (shortest augmenting paths with potentials) on a square matrix; rows and columns count from 1 inside, 0 is "none"."""
    size = len(costs)
    row_of, row_price, column_price = [0] * (size + 1), [0.0] * (size + 1), [0.0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            used[column] = True
            step, following, current = float("inf"), 0, row_of[column]
            for other in range(1, size + 1):
                if used[other]:
                    continue
                cost = costs[current - 1][other - 1] - row_price[current] - column_price[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return [(row_of[column] - 1, column - 1) for column in range(1, size + 1)]
