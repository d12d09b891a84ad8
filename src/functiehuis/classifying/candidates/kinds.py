"""Kinds of work (lexicon) x a book -> how well the kind of work of a description goes with each function.

The words of a description that give away a kind of work make one vector; the words of a function with those of its group's definition make another; what
counts is the cosine of the two. It needs no precedent, so it carries a book that nobody has placed in before; its weight falls as precedents come.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from functiehuis.language.stems import stem
from functiehuis.model.book import FunctionBook
from functiehuis.model.cues import WorkKind
from functiehuis.model.evidence import Evidence
from functiehuis.model.function import StandardFunction
from functiehuis.model.terms import Terms, plain_words

_DEFINITION_SHARE = 2.0  # words of the group's definition count twice as much as the words in the text of the function


class KindFit:
    """How well kinds of work go with the functions of one book; ``gather`` finds the kinds in the text of a function."""

    def __init__(self, book: FunctionBook, texts: Sequence[str], kinds: Sequence[WorkKind], gather: Callable[[str], Evidence]) -> None:
        definitions = Terms(((at, kind.key, word) for at, kind in enumerate(kinds) for word in kind.definition_words), stem)
        self._functions = [
            _direction(_sum(_parts(kinds_of(gather(text)), 1.0), _parts(_defined(definitions, book, function), _DEFINITION_SHARE)))
            for text, function in zip(texts, book.functions, strict=True)
        ]

    def fit(self, evidence: Evidence) -> list[float]:
        """The fit (0 to 1) of each function of the book."""
        own = _direction(kinds_of(evidence))
        return [math.fsum(weight * other.get(key, 0.0) for key, weight in own.items()) for other in self._functions]


def kinds_of(evidence: Evidence) -> dict[str, float]:
    """The kinds of work of a description with their strength, the strongest first; words that point away from a kind take off."""
    found: dict[str, float] = defaultdict(float)
    for item in evidence.kinds:
        found[item.kind] += item.weight
    return {key: weight for key, weight in sorted(found.items(), key=lambda item: (-item[1], item[0])) if weight > 0}


def _parts(strengths: Mapping[str, float], whole: float) -> dict[str, float]:
    total = math.fsum(strengths.values()) or 1.0
    return {key: whole * strength / total for key, strength in strengths.items()}


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {key: one.get(key, 0.0) + other.get(key, 0.0) for key in (*one, *(key for key in other if key not in one))}


def _defined(definitions: Terms[str], book: FunctionBook, function: StandardFunction) -> dict[str, float]:
    group = book.group_named(function.group)
    text = f"{function.name}. {group.name if group else ''}. {group.definition.text if group and group.definition else ''}"
    found = Counter(match.value for match in definitions.find([stem(word) for word, _ in plain_words(text)]))
    return {key: float(count) for key, count in found.items()}


def _direction(strengths: Mapping[str, float]) -> dict[str, float]:
    logs = {key: math.log1p(strength) for key, strength in strengths.items() if strength > 0}
    length = math.sqrt(math.fsum(value * value for value in logs.values()))
    return {key: value / length for key, value in logs.items()} if length else {}
