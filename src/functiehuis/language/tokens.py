"""Text -> the words a speller looks at.

In: Dutch text as function books print it. Out: words with their place and the readings of them: ``(eind)verantwoordelijk`` may be read with and without the
part in brackets, ``beleids- en beheersplan`` has a suspended first word. Refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.language.differences import Span

_CHUNK = re.compile(r"[^\s/,;]+")
_EDGE = ".,;:!?\"“”„‘’'…•*<>[]{}=&+–—"
_BRACKETED = re.compile(r"\(([^()]*)\)")
_ODD = re.compile(r"[\d@_#%€$|\\]|\w\.\w")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed with its span; ``readings`` are the words it stands for, each of them without brackets."""

    text: str
    span: Span
    readings: tuple[str, ...]


@lru_cache(maxsize=16384)
def spelled_words(text: str) -> tuple[Word, ...]:
    """The words to look up, in order. Numbers, codes, abbreviations with full stops, and addresses are no words.

    Remembered: many checks ask it of the same text, and of a book that changes in one place the other texts stay the same.
    """
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for chunk in _CHUNK.finditer(text):
        start, printed = _stripped(chunk.group(), chunk.start())
        if not printed or _ODD.search(printed) or not any(char.isalpha() for char in printed):
            continue
        readings = tuple(dict.fromkeys(reading for reading in _readings(printed) if any(char.isalpha() for char in reading)))
        yield Word(printed, (start, start + len(printed)), readings)


def _stripped(printed: str, start: int) -> tuple[int, str]:
    """Without signs at the edges; a bracket goes only when it closes nothing inside the word."""
    while printed:
        if printed[0] in _EDGE or (printed[0] == "(" and ")" not in printed) or printed[0] == ")":
            start, printed = start + 1, printed[1:]
        elif printed[-1] in _EDGE or (printed[-1] == ")" and "(" not in printed) or printed[-1] == "(":
            printed = printed[:-1]
        elif printed[0] == "(" and printed[-1] == ")" and printed.count("(") == 1:
            start, printed = start + 1, printed[1:-1]
        else:
            return start, printed
    return start, printed


def _readings(printed: str) -> Iterator[str]:
    if "(" not in printed:
        yield printed.strip(")")
        return
    yield re.sub(r"-(?=$)", "", _BRACKETED.sub("", printed)).strip("()")
    yield _BRACKETED.sub(r"\1", printed).replace("--", "-").strip("()")
