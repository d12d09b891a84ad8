"""Recognise the headings and labels of a function book, also misspelled, misread by a scanner, in capitals or without a colon.

Which words announce which part is data (BookSystem); nothing here knows the words of one system.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from functiehuis.authoring.books.lines import Line, Rows
from functiehuis.documents.document import BlockKind
from functiehuis.documents.limits import PARAGRAPHS
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem, CodeGrammar
from functiehuis.model.text import RichText

_LONGEST_LABEL = 6  # words
_LONGEST_TEXT = 5000  # characters: a heading with its whole definition behind it
_LONGEST_LINE = 240  # characters: a heading with the first sentence of its definition behind it
_SEPARATOR = re.compile(r"\s*(?:[:;=|]+|\t|\s{3,}|\s[–—-](?=\s))[\s:]*")
_OUTLINE = re.compile(r"(?:\d{1,2}\.)+(?:\d{1,2}\.?)?\s+(?=\S)|[A-Z]\.\s+")
_SPACED = re.compile(r"\w(?:\s+\w){4,40}(?=\s*(?:[:;]|$))")
_PIECE = re.compile(r"\S+")
_GLUED = re.compile(r"[^\W\d_]{6,}(?=\d)")
_PLAIN_SCALE = re.compile(r"\d{1,2}\s?[a-cA-C]?")
_AREA = re.compile(r"\s*(?:nr\.?\s*)?(?P<number>[\dlIO|]{1,2}|[IVX]{1,4})?(?![^\W\d_])\s*[:;.)–—-]*\s*(?P<name>.*)", re.DOTALL)
_NO_LETTER = re.compile(r"[^\w|!]+|_+")
_LOOKALIKES = str.maketrans("1|!i0", "llllo")
_DIGITS = str.maketrans("OoQDlLI|!iSsBZz", "000011111155822")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

BARE = frozenset({Part.CHARACTERISTICS, Part.TASKS, Part.MODULE_TASKS, Part.CONTENTS, Part.CONVERSION, Part.COLOPHON})
"""Parts whose heading stands alone."""

VALUED = frozenset({Part.NAME, Part.CODE, Part.LEVEL, Part.SCALE, Part.POINTS, Part.MODULE_NAME, Part.MODULE_CODE})
"""Parts that are a label with a value."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A recognised heading. ``value`` is what stands behind the label; ``body`` the start of the text below it when that stands on the same line.

    ``standard`` is False when the label is none of the words of the system, letter for letter.
    """

    part: Part
    label: str
    value: RichText
    body: RichText
    number: int | None = None
    standard: bool = True


def squeezed(text: str) -> str:
    """Letters and digits only, in small letters, with the confusions of scanners undone (rn and m, cl and d, 1 and l, 0 and o)."""
    small = _NO_LETTER.sub("", text.casefold())
    return small.replace("rn", "m").replace("vv", "w").replace("cl", "d").translate(_LOOKALIKES)


def read_digits(text: str) -> str:
    """Undo what a scanner makes of digits: l and I for 1, O for 0, S for 5, B for 8."""
    return text.translate(_DIGITS)


def read_code(text: str, grammar: CodeGrammar) -> tuple[str | None, bool]:
    """The code in a text, and whether it stood there letter for letter. (None, False) when there is none."""
    found = grammar.search(text)
    if found:
        return found.group(), True
    tight = re.sub(r"\s+", "", text).upper()
    dotted = re.sub(r"[,;·–-]", ".", tight)
    for candidate in (tight, dotted, re.sub(r"^([A-Z])\.", r"\1", dotted), tight[:1] + read_digits(dotted[1:])):
        if grammar.match(candidate):
            return candidate, False
    return None, False


class _Found(NamedTuple):
    """A recognised label; all offsets in the text: where the label ends, the value, and the start of the text behind it."""

    part: Part
    label_end: int
    start: int
    end: int
    body: int
    number: int | None = None


class Recogniser:
    """Finds the heading in a line, for one system."""

    def __init__(self, system: BookSystem) -> None:
        self.system = system
        self.phrases: dict[str, list[tuple[str, Part, str]]] = {}
        for part, phrases in system.headings.items():
            for phrase in phrases:
                key = squeezed(phrase)
                self.phrases.setdefault(key[:1], []).append((key, part, phrase))
        self._cached = lru_cache(maxsize=PARAGRAPHS)(self._recognise)

    def is_heading(self, text: str) -> bool:
        """Does a line with this text announce a part?"""
        return self._found(text) is not None

    def area_label(self, rows: Rows) -> str | None:
        """The word for a result area, when the first row of a table announces areas and their tasks."""
        if len(rows) < 2 or any(len(row) != 2 for row in rows):
            return None
        first, second = (self._cached(cell.text.rstrip(":")) for cell in rows[0])
        areas = first is not None and first.part is Part.RESULT_AREA and first.start >= len(rows[0][0].text.rstrip(":"))
        return self.system.heading(Part.RESULT_AREA) if areas and second is not None and second.part is Part.TASKS else None

    def is_label(self, text: str) -> bool:
        """Does a line with this text begin with a label that has a value?"""
        found = self._found(text)
        return found is not None and found.part in VALUED and found.start < len(text)

    def heading(self, line: Line) -> Heading | None:
        """The heading that a line is, or None. List items are headings only when nothing else can be meant."""
        if line.kind is BlockKind.TABLE:
            return None
        found = self._found(line.plain)
        if found is None:
            return None
        part = found.part
        if line.kind is BlockKind.ITEM and not self._item_may_be(found, line):
            return None
        label = " ".join(line.plain[: found.label_end].split())
        label = _OUTLINE.sub("", label, count=1) if _OUTLINE.match(label) else label
        standard = label.casefold() in {phrase.casefold() for phrase in self.system.headings[part]}
        value, body = line.text.slice(found.start, found.end).collapsed(), line.text.slice(found.body).collapsed()
        return Heading(part, label, value, body, found.number, standard)

    @staticmethod
    def _item_may_be(found: _Found, line: Line) -> bool:
        part = found.part
        if part is Part.RESULT_AREA and found.number is not None:
            return True
        if part in (Part.NAME, Part.CODE, Part.MODULE_NAME, Part.MODULE_CODE):
            return ":" in line.plain[found.label_end : found.start]
        return line.numbered and (part in (Part.SERIES, Part.GROUP, Part.RESULT_AREA) or part in BARE)

    def _found(self, text: str) -> _Found | None:
        # What is too long for a heading is not looked at, and not kept either.
        return None if not text or (len(text) > _LONGEST_LINE and ":" not in text[:80]) or len(text) > _LONGEST_TEXT else self._cached(text)

    def _recognise(self, text: str) -> _Found | None:
        outline = _OUTLINE.match(text)
        found = self._unnumbered(text, 0)
        return found or (self._unnumbered(text, outline.end()) if outline else None)

    def _unnumbered(self, text: str, start: int) -> _Found | None:
        """The label that begins at ``start``, behind the number of a chapter."""
        best: tuple[int, int, Part, int, str] | None = None
        for end in _label_ends(text, start):
            key = squeezed(text[start:end])
            for phrase_key, part, phrase in self.phrases.get(key[:1], ()):
                distance = _distance(key, phrase_key)
                if distance is not None and (best is None or (distance, -end) < best[:2]):
                    best = (distance, -end, part, end, phrase)
        if best is None:
            return None
        return self._with_value(text, best[2], best[3], best[4])

    def _with_value(self, text: str, part: Part, end: int, phrase: str) -> _Found | None:
        rest = text[end:]
        separator = _SEPARATOR.match(rest)
        start = end + separator.end() if separator else end + len(rest) - len(rest.lstrip())
        value = text[start:].strip()
        marked = separator is not None
        if part is Part.RESULT_AREA:
            return self._area(text, end)
        if part in BARE:
            return _Found(part, end, end, end, len(text)) if not value.strip(".: ()") else None
        if part in (Part.SERIES, Part.GROUP):
            return _series(text, part, end, phrase)
        if part in VALUED:
            plain = marked or not value or self._speaks_for_itself(part, value) or (" " in phrase and value[:1].isupper())
            return _Found(part, end, start, len(text), len(text)) if plain else None
        # A description or module, with or without its name behind it.
        named = not value or marked or (len(value.split()) <= _LONGEST_LABEL and (value[0].isupper() or value[0].isdigit()) and not value.endswith("."))
        return _Found(part, end, start, len(text), len(text)) if named and len(value) <= 100 else None

    def _speaks_for_itself(self, part: Part, value: str) -> bool:
        """Needs this value no colon before it: a code, a scale, a level?"""
        if part is Part.CODE:
            return read_code(value, self.system.code)[0] is not None
        if part is Part.SCALE:
            return _PLAIN_SCALE.fullmatch(value) is not None
        return part is Part.LEVEL and self.system.level_of(f"x {value}") is not None

    def _area(self, text: str, end: int) -> _Found | None:
        found = _AREA.match(text, end)
        if found is None or (len(text) > 160):
            return None
        number = found["number"]
        if number is None:
            value = None
        elif number in _ROMAN and not number.isdigit():
            value = _ROMAN[number]
        else:
            value = int(read_digits(number)) if read_digits(number).isdigit() else None
        if value is None and not _SEPARATOR.match(text[end:]) and found["name"] and not found["name"][0].isupper():
            return None
        name_end = text.find("\t", found.start("name"))
        stop = name_end if name_end >= 0 else len(text)
        return _Found(Part.RESULT_AREA, end, found.start("name"), stop, stop, value)


def _label_ends(text: str, start: int) -> list[int]:
    colon = min((at for at in (text.find(":", start), text.find("\t", start), text.find(";", start)) if at >= 0), default=len(text))
    ends = [found.end() for found in islice(_PIECE.finditer(text, start, min(colon, start + 80)), _LONGEST_LABEL)]
    # A number glued to its label ("Resultaatgebied1") ends the label before the number; letters may be spaced out (K e n m e r k e n).
    glued, spaced = _GLUED.match(text, start), _SPACED.match(text, start)
    return [*(found.end() for found in (glued, spaced) if found), *ends]


def _distance(key: str, phrase: str) -> int | None:
    """How far a label is from a phrase, or None when it is too far to be a slip."""
    if key == phrase:
        return 0
    allowed = 2 if len(phrase) >= 10 else 1 if len(phrase) >= 6 else 0
    if abs(len(key) - len(phrase)) > allowed or not allowed:
        return None
    distance = Levenshtein.distance(key, phrase, score_cutoff=allowed)
    return distance if distance <= allowed else None


def _series(text: str, part: Part, end: int, phrase: str) -> _Found | None:
    """``Functiereeks Beleid:``, ``Functiereeks: Beleid``, ``Functiereeks Beleid: Het adviseren …`` and ``FUNCTIEREEKS BELEID``."""
    colon = min((at for at in (text.find(":", end), text.find(";", end)) if at >= 0), default=-1)
    before = text[end:colon].strip(" \t–—-") if colon >= 0 else ""
    if before and len(before.split()) <= 8:
        start = text.find(before, end)
        return _Found(part, end, start, start + len(before), colon + 1)
    separator = _SEPARATOR.match(text[end:])
    start = end + (separator.end() if separator else 0)
    value = text[start:].strip()
    if len(phrase) < 8 and separator is None:
        return None
    tab = text.find("\t", start)
    if tab > start:
        return _Found(part, end, start, tab, tab)
    if len(value.split()) > 8 or value.endswith(".") or (separator is None and value and not value[0].isupper() and not value[0].isdigit()):
        return _Found(part, end, start, start, start) if separator and value else None
    return _Found(part, end, start, len(text), len(text))
