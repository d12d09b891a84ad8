"""Texts of a book as lines that a person types: one item a line, ``**vet**`` and ``*cursief*``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from functiehuis.authoring.editing.cleaning import cleaned
from functiehuis.model.emphasis import decode, encode
from functiehuis.model.text import RichText

_BULLET = re.compile(r"^(?:[-–—•·▪●◦]|\*(?=\s))\s+")


def lines_of(texts: Sequence[RichText]) -> str:
    """The texts, one a line."""
    return "\n".join(" ".join(encode(text).split("\n")) for text in texts)


def text_of(typed: str) -> RichText:
    """One text as typed; a bullet in front and white space around it say nothing."""
    line = " ".join(cleaned(typed).split())
    found = decode(_BULLET.sub("", line))
    return found.collapsed() if found.text else found


def texts_of(typed: str, before: Sequence[RichText] = ()) -> tuple[RichText, ...]:
    """The texts of the lines; a line that is as it was, or stands where it stood, keeps the place in the source that ``before`` knows."""
    found = [text for text in (text_of(line) for line in cleaned(typed).split("\n")) if text.text]
    waiting = list(before)
    known = {}
    for at, text in enumerate(found):
        same = next((old for old in waiting if encode(old.collapsed()) == encode(text)), None)
        if same is not None:
            waiting.remove(same)
            known[at] = same
    in_place = len(found) == len(before)
    kept = []
    for at, text in enumerate(found):
        same = known.get(at)
        kept.append(same if same is not None else replace(text, provenance=before[at].provenance) if in_place else text)
    return tuple(kept)
