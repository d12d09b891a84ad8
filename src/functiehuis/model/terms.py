"""Terms: words and phrases written in short, and where they stand in a text.

Notation of a term: ``beperkt(e)`` has optional letters, ``adviseert/adviseren`` gives alternatives, ``richt … in`` allows up to six words in between.
Signs do not count: ``P O`` reads P&O as well. In: terms with a family and a value each. Out: matches in a list of words. Refuses nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from functiehuis.model.text import Span

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OPTIONAL = re.compile(r"\((\w+)\)")
_GAP = "…"
_GAP_WORDS = 6

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class TermMatch(Generic[V]):
    """A term found: its value, and the positions of its words in the list of words, in order."""

    value: V
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Term(Generic[V]):
    """A term made ready: per word the forms it may have, None where words may stand in between."""

    family: int
    value: V
    words: tuple[frozenset[str] | None, ...]
    second: frozenset[str] | None


class Terms(Generic[V]):
    """Terms made ready for finding.

    ``entries`` are (family, value, term as written). Within a family a word of the text counts once and the longest term wins ("zeer beperkte" over
    "beperkte"). ``fold`` makes forms of a word one, on both sides: the words given to ``find`` must be folded the same way.
    """

    def __init__(self, entries: Iterable[tuple[int, V, str]], fold: Callable[[str], str] = str) -> None:
        self._index: dict[str, list[_Term[V]]] = {}
        for family, value, written in entries:
            words = tuple(None if part == _GAP else frozenset(fold(form) for form in forms_of(part)) for part in written.split())
            for form in sorted(words[0] or ()):
                self._index.setdefault(form, []).append(_Term(family, value, words, words[1] if len(words) > 1 else None))
        for terms in self._index.values():
            terms.sort(key=lambda term: -sum(1 for forms in term.words if forms))

    def find(self, words: Sequence[str], allowed: Callable[[int], bool] | None = None) -> Iterator[TermMatch[V]]:
        """Every term in these lower-case (folded) words, in reading order; only of families that are ``allowed``."""
        taken: set[tuple[int, int]] = set()
        index, last = self._index, len(words) - 1
        for at, word in enumerate(words):
            following = words[at + 1] if at < last else ""
            for term in index.get(word, ()):
                # Most terms fall on their second word: look at it before anything else.
                if term.second is not None and following not in term.second:
                    continue
                places = _places(term.words, words, at)
                if not places or any((term.family, place) in taken for place in places) or (allowed and not allowed(term.family)):
                    continue
                taken.update((term.family, place) for place in places)
                yield TermMatch(term.value, tuple(places))


def plain_words(text: str) -> list[tuple[str, Span]]:
    """The words of a text in lower case, with their place in characters."""
    return [(found.group().casefold().replace("’", "'"), found.span()) for found in WORD.finditer(text)]


def forms_of(part: str) -> frozenset[str]:
    """``gro(o)t(e)/ruim`` gives every spelling that is meant."""
    forms: set[str] = set()
    for alternative in part.split("/"):
        pieces = _OPTIONAL.split(alternative)
        choices = [(piece,) if at % 2 == 0 else ("", piece) for at, piece in enumerate(pieces)]
        forms.update("".join(choice).casefold() for choice in itertools.product(*choices))
    return frozenset(forms)


def spans_of(places: Sequence[int], words: Sequence[Span]) -> tuple[Span, ...]:
    """The characters of the words at these places; one span for words that follow each other."""
    spans: list[Span] = []
    for at, place in enumerate(places):
        if at and places[at - 1] == place - 1:
            spans[-1] = (spans[-1][0], words[place][1])
        else:
            spans.append(words[place])
    return tuple(spans)


def _places(term: tuple[frozenset[str] | None, ...], words: Sequence[str], at: int) -> list[int]:
    """Where the words of a term stand when it starts at a word; empty when it does not."""
    places, gap = [], False
    for forms in term:
        if forms is None:
            gap = True
            continue
        reach = words[at : at + 1 + (_GAP_WORDS if gap else 0)]
        step = next((step for step, word in enumerate(reach) if word in forms), None)
        if step is None:
            return []
        places.append(at + step)
        at, gap = at + step + 1, False
    return places
