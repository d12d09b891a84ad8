"""JSON -> rows: an object on each line, or a list of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from functiehuis.documents.rows.columns import CODE, ID, TEXT, TITLE, place_of
from functiehuis.documents.rows.decoding import lines_of, pieces_of
from functiehuis.documents.rows.row import SOURCE_SIGNS, BadRow, Row, Series, number_text, too_long

_SPACE = "\ufeff \t\r\n"
_SIGN = re.compile(r'["{}\[\],]')
_STRING_END = re.compile(r'["\\]')
_CUT_OFF = "Het JSON-bestand houdt op voordat de lijst is afgesloten: een aanhalingsteken, accolade of haak ontbreekt, of het einde."
_KINDS = {dict: "een object", list: "een lijst", str: "een tekst", bool: "waar of onwaar", int: "een getal", float: "een getal", type(None): "leeg"}


def read(text: TextIO) -> Iterator[Row | BadRow]:
    """The rows of a file with one object on each line; the number of a row is that of its line."""
    series = Series()
    for number, line in enumerate(lines_of(text), 1):
        source = line.strip(_SPACE)
        if source:
            yield series.bad(number, None, too_long(number)) if len(line) > SOURCE_SIGNS else _row(source, number, series)


def read_list(text: TextIO) -> Iterator[Row | BadRow]:
    """The rows of a file with a list of objects, or objects after each other; they are numbered from 1."""
    series = Series()
    elements = _Elements()
    for number, source in enumerate(elements.of(pieces_of(text)), 1):
        if source is None:
            yield series.bad(number, None, too_long(number))
        elif elements.cut_off:
            yield series.bad(number, None, f"{_CUT_OFF} Rij {number} en wat daarna komt is niet gelezen. Zet erbij wat ontbreekt, of bewaar het opnieuw.")
        else:
            yield _row(source, number, series)


def _row(source: str, number: int, series: Series) -> Row | BadRow:
    try:
        value = json.loads(source, strict=False)
    except json.JSONDecodeError as error:
        where = f"bij teken {error.pos + 1}" if error.pos < len(source) else "het einde ontbreekt"
        return series.bad(number, None, f"Rij {number} is geen geldige JSON ({where}). Controleer de aanhalingstekens, komma's en accolades.")
    except (ValueError, RecursionError):
        return series.bad(
            number, None, f"Rij {number} is niet te lezen: er staat een te groot getal in, of te veel haakjes in elkaar. Maak de rij eenvoudiger."
        )
    if not isinstance(value, dict):
        return series.bad(number, None, f"Rij {number} is {_KINDS[type(value)]} en geen JSON-object. Schrijf de rij als {{id, titel, tekst}} tussen accolades.")
    return _row_of(value, number, series)


def _row_of(value: dict[str, object], number: int, series: Series) -> Row | BadRow:
    names = list(value)
    places = (place_of(names, ID), place_of(names, TITLE), place_of(names, TEXT))
    own, title, text = (None if place is None else value[names[place]] for place in places)
    given = _plain(own)
    if given is None:
        return series.bad(number, None, f"In rij {number} is het id {_KINDS[type(own)]}. Geef een tekst of een getal als id.")
    if places[2] is None:
        return series.bad(number, given, f'Rij {number} heeft geen tekst: het veld "tekst" ontbreekt. Zet de beschrijving in dat veld.')
    if not (text is None or isinstance(text, str)):
        return series.bad(number, given, f"In rij {number} is de tekst {_KINDS[type(text)]}. Zet de hele beschrijving als één tekst tussen aanhalingstekens.")
    named = _plain(title)
    if named is None:
        return series.bad(number, given, f"In rij {number} is de titel {_KINDS[type(title)]}. Zet de titel als één tekst tussen aanhalingstekens.")
    place = place_of(names, CODE)
    return series.row(number, given, named, text or "", "" if place is None else _plain(value[names[place]]) or "")


def _plain(value: object) -> str | None:
    """An id or title as text; None where it is of another kind."""
    if value is None or isinstance(value, str):
        return value or ""
    return number_text(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


class _Elements:
    """The elements of a JSON list as text, without the list as a whole in memory, so that a broken element costs no others."""

    def __init__(self) -> None:
        self.cut_off = False
        """Whether the element given last is not complete: the file ends there."""
        self._parts: list[str] = []
        self._size = 0
        self._depth = 0
        self._in_list = False
        self._in_string = False

    def of(self, pieces: Iterable[str]) -> Iterator[str | None]:
        """Each element; None in the place of one that is too long."""
        skipped = 0  # characters at the start of a piece that a backslash at the end of the piece before took along
        for piece in pieces:
            start, at, skipped = 0, skipped, 0
            while found := (_STRING_END if self._in_string else _SIGN).search(piece, at):
                at = found.end()
                if found[0] == "\\":
                    at += 1
                    skipped = max(0, at - len(piece))
                elif found[0] == '"':
                    self._in_string = not self._in_string
                elif (end := self._end(found[0], piece, start, at)) is not None:
                    self._keep(piece[start:end])
                    start = at
                    yield from self._taken()
            self._keep(piece[start:])
        self.cut_off = self._in_list or self._in_string or self._depth > 0
        yield from [""] if self.cut_off else self._taken()

    def _end(self, sign: str, piece: str, start: int, at: int) -> int | None:
        """Where the element ends when this sign ends one, given where it starts in this piece and where the sign ends."""
        if sign in "{[":
            if sign == "[" and self._depth == 0 and not self._in_list and not self._parts and not piece[start : at - 1].strip(_SPACE):
                self._in_list = True
                return start
            self._depth += 1
        elif self._depth > 0 and sign in "}]":
            self._depth -= 1
            return at if self._depth == 0 else None
        elif self._depth == 0 and (sign == "," or (sign == "]" and self._in_list)):
            self._in_list = self._in_list and sign == ","
            return at - 1
        return None

    def _keep(self, part: str) -> None:
        if self._parts or part.strip(_SPACE):
            self._size += len(part)
            if self._size <= SOURCE_SIGNS:
                self._parts.append(part)

    def _taken(self) -> Iterator[str | None]:
        source = None if self._size > SOURCE_SIGNS else "".join(self._parts).strip(_SPACE)
        self._parts.clear()
        self._size = 0
        if source != "":
            yield source
