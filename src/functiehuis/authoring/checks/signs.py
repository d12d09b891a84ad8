"""Slips with commas, spaces, brackets and quotes in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from functiehuis.model.finding import Severity
from functiehuis.model.text import Span


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in a text: what kind (stable, for the fingerprint), where, why it is one, and the words as they should be."""

    what: str
    span: Span
    explanation: str
    proposal: str | None = None
    severity: Severity | None = None


_SIMPLE: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    ("dubbele spatie", re.compile(r"\S+ {2,}\S+"), r" {2,}", "Er staan twee spaties achter elkaar."),
    ("spatie voor leesteken", re.compile(r"[\w)]+ +(?:[,;](?=\S*)|[:?!.](?=\s|$))"), r" +(?=[,;:?!.])", "Voor een leesteken hoort geen spatie."),
    (
        "dubbel leesteken",
        re.compile(r"\w+(?:,\s*,|;\s*[;,]|,\s*;|(?<!\.)\.\.(?!\.))"),
        r"[,;]\s*(?=[,;])|\.(?=\.)",
        "Hier staan twee leestekens achter elkaar.",
    ),
    ("spatie binnen haakjes", re.compile(r"\(\s+[\w-]+|[\w-]+\s+\)"), r"(?<=\()\s+|\s+(?=\))", "Aan de binnenkant van een haakje hoort geen spatie."),
    ("los opsommingsteken", re.compile(r"^[•·▪●■*◦‣]\s*\S+|^[-–—]\s+\S+|(?<=\s)[•·▪●■◦‣]\s+\S+"), r"[•·▪●■*◦‣–—-]\s*", "Er staat een opsommingsteken te veel."),
)
_NO_SPACE = re.compile(r"[^\W\d_]{2,}[,;][^\W\d_]{2,}")
_LINK_COMMA = re.compile(r"\b[\w-]+ (?:en|of|en/of),(?! ?[^,]{1,90},)(?= \w+)")
_QUOTES = (("“", "”"), ("‘", "’"), ("„", "”"))


@lru_cache(maxsize=16384)
def sign_slips(text: str) -> tuple[Slip, ...]:
    """The slips with signs in a text, each with the words around it. Remembered: of a book that changes in one place the other texts stay the same."""
    return tuple(_slips(text))


def _slips(text: str) -> Iterator[Slip]:
    for what, pattern, remove, explanation in _SIMPLE:
        for found in pattern.finditer(text):
            yield Slip(what, found.span(), explanation, re.sub(remove, " " if what == "dubbele spatie" else "", found.group()))
    for found in _NO_SPACE.finditer(text):
        yield Slip("geen spatie na leesteken", found.span(), "Na een komma of puntkomma hoort een spatie.", re.sub(r"([,;])", r"\1 ", found.group()))
    for found in _LINK_COMMA.finditer(text):
        yield Slip("komma na en", found.span(), "De komma na 'en' of 'of' hoort hier niet.", found.group().rstrip(","))
    yield from _unbalanced(text)


def _unbalanced(text: str) -> Iterator[Slip]:
    """Brackets and curly quotes without a partner. A straight apostrophe and ``1)`` are no slip."""
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == "(":
            opened.append(at)
        elif char == ")":
            if opened:
                opened.pop()
            elif not re.search(r"(?:^|\s)\w{1,2}$", text[:at]):
                yield _around(text, at, "haakje", "Dit haakje wordt gesloten maar nergens geopend.")
    for at in opened:
        yield _around(text, at, "haakje", "Dit haakje wordt geopend maar nergens gesloten.")
    if text.count('"') % 2:
        yield _around(text, text.rindex('"'), "aanhalingsteken", "Dit aanhalingsteken heeft geen tweede.")
    for left, right in _QUOTES:
        if left in text and text.count(left) > text.count(right):
            yield _around(text, text.index(left), "aanhalingsteken", "Dit aanhalingsteken wordt niet gesloten.")


def _around(text: str, at: int, what: str, explanation: str) -> Slip:
    start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
    return Slip(what, (start, len(text) if end < 0 else end), explanation)
