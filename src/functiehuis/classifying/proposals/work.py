"""What the work is: the kinds of work in a description with the words that show them, and the kinds that a book has no function for."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from functiehuis.model.cues import WorkKind
from functiehuis.model.description import FunctionDescription
from functiehuis.model.evidence import Evidence
from functiehuis.model.placement import KindOfWork

_TYPICAL = 2  # from this weight a word is typical of a kind of work; above it, it decides by itself
_WORDS = 4
_LEAST_SHARE = 0.12
_CORE = 0.45  # part of all evidence that makes a kind the core of the work


def kinds_of_work(kinds: Sequence[WorkKind], description: FunctionDescription, evidence: Evidence) -> tuple[KindOfWork, ...]:
    """The kinds of work, the strongest first, at most three; each shown by words that are literally in the description."""
    strength = strength_of_kinds(evidence)
    total = math.fsum(strength.values())
    names = {kind.key: kind.name for kind in kinds}
    found = []
    for key, weight in sorted(strength.items(), key=lambda item: (-item[1], item[0])):
        said = sorted((item for item in evidence.kinds if item.kind == key and item.telling >= _TYPICAL), key=lambda item: (-item.telling, item.span))
        words = list(dict.fromkeys(description.text[item.span[0] : item.span[1]] for item in said if "\n" not in description.text[item.span[0] : item.span[1]]))
        if weight / total >= _LEAST_SHARE and (len(words) > 1 or any(item.telling > _TYPICAL for item in said)):
            found.append(KindOfWork(key, names[key], round(weight / total, 3), tuple(words[:_WORDS])))
    return tuple(found[:3])


def outside_kinds(kinds: Sequence[WorkKind], evidence: Evidence) -> tuple[str, ...]:
    """Kinds of work that books of office functions lack and that are the core of this work: their names, the strongest first."""
    strength = strength_of_kinds(evidence)
    total = math.fsum(strength.values())
    decided = {item.kind for item in evidence.kinds if item.telling > _TYPICAL}
    outside = {kind.key: kind.name for kind in kinds if kind.outside}
    found = [(weight, key) for key, weight in strength.items() if key in outside and key in decided and weight / total >= _CORE]
    return tuple(outside[key] for _, key in sorted(found, key=lambda item: (-item[0], item[1])))


def strength_of_kinds(evidence: Evidence) -> dict[str, float]:
    """The strength of each kind of work; words that point away from a kind take off."""
    found: dict[str, float] = defaultdict(float)
    for item in evidence.kinds:
        found[item.kind] += item.weight
    return {key: weight for key, weight in found.items() if weight > 0}
