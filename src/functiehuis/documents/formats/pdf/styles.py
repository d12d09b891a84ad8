"""What a font says about emphasis: its name first, its flags and weight where the name says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_BOLD = re.compile(r"bold|black|heavy|demi|\bbd|vet\b", re.IGNORECASE)
_LIGHT = re.compile(r"regular|roman|book|light|medium|normal|-r\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|cursief", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 650


@dataclass(slots=True, eq=False)
class Style:
    """How a stretch of text looks. ``guessed``: bold rests on the weight of the strokes only. ``used`` counts the characters."""

    size: float
    bold: bool = False
    italic: bool = False
    guessed: bool = False
    used: int = 0


@dataclass(frozen=True, slots=True)
class Face:
    """The emphasis of a font."""

    bold: bool
    italic: bool
    guessed: bool = False

    @classmethod
    def of(cls, name: str, flags: int, weight: int, angle: int) -> Face:
        """The emphasis that a font name, its descriptor flags, stroke weight and slant give."""
        plain = _SUBSET.sub("", name)
        named = _BOLD.search(plain) is not None
        guessed = not named and not _LIGHT.search(plain) and weight >= _BOLD_WEIGHT
        italic = _ITALIC.search(plain) is not None or bool(flags & _ITALIC_FLAG) or angle < 0
        return cls(named or bool(flags & _FORCE_BOLD) or guessed, italic, guessed)


def settle(styles: Iterable[Style]) -> None:
    """A weight that most of the text has is not emphasis: many programs write the same weight for every font."""
    known = list(styles)
    guessed = sum(style.used for style in known if style.guessed)
    if 2 * guessed > sum(style.used for style in known):
        for style in known:
            style.bold = style.bold and not style.guessed
