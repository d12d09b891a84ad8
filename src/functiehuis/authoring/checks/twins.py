"""Bullets that say the same but for a little: pairs of wordings, each with all its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.authoring.checks.places import Located, TextKind, bullets
from functiehuis.language.differences import Difference, DifferenceKind, word_differences
from functiehuis.language.normalise import without_slips
from functiehuis.language.similarity import close_pairs
from functiehuis.model.book import FunctionBook

_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Twins:
    """Two wordings that differ at one spot: ``rare`` stands in fewer places (or later) than ``usual``; ``difference`` goes from rare to usual."""

    rare: tuple[Located, ...]
    usual: tuple[Located, ...]
    difference: Difference

    @property
    def tied(self) -> bool:
        """Whether both wordings are as frequent, so that neither is the usual one."""
        return len(self.rare) == len(self.usual)


@lru_cache(maxsize=1)  # two checks look at the same pairs, and finding them is the slowest step on a large book
def twins(book: FunctionBook) -> tuple[Twins, ...]:
    """Pairs of wordings of kenmerken, or of tasks, that differ at one spot only."""
    return tuple(_twins(book))


def _twins(book: FunctionBook) -> Iterator[Twins]:
    for kinds in ((TextKind.CHARACTERISTIC,), (TextKind.TASK, TextKind.MODULE_TASK)):
        wordings: dict[str, list[Located]] = {}
        for item in bullets(book):
            if item.kind in kinds:
                wordings.setdefault(item.text.text, []).append(item)
        groups = list(wordings.values())
        for first, second, _ in close_pairs(list(wordings), _ALIKE):
            usual, rare = groups[first], groups[second]
            if len(rare) > len(usual):
                usual, rare = rare, usual
            if {item.function for item in rare} == {item.function for item in usual}:
                continue  # the check on double tasks inside one description tells this
            spot = one_spot(rare[0].text.text, usual[0].text.text)
            if spot is not None:
                yield Twins(tuple(rare), tuple(usual), spot)


def one_spot(before: str, after: str) -> Difference | None:
    """The only difference between two texts, capitals, spaces and dashes apart; None when there are more or none."""
    found = [
        difference
        for difference in word_differences(before, after, ignore_case=True)
        if difference.kind is not DifferenceKind.KEPT and without_slips(difference.before_words) != without_slips(difference.after_words)
    ]
    return found[0] if len(found) == 1 else None
