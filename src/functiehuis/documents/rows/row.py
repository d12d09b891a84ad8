"""What a row is, and what makes it a bad one whatever the format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

TEXT_SIGNS = 1_000_000
"""The longest text or title of one row."""

SOURCE_SIGNS = 8_000_000
"""The longest row as it stands in the file, with its quotes and escapes."""

ID_SIGNS = 200
"""The longest id: all ids of a file are kept in memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text. ``number`` is its place in the file: the line of a .jsonl, the row of a table as a spreadsheet shows it, the place in a JSON list.

    ``id`` is the number as text where the file gives none. ``text`` is as it stands in the file, and "" when there is nothing in it. ``code`` is that of the
    function where the file has such a column, else "".
    """

    number: int
    id: str
    title: str
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A row with columns of any kind: per column that the file has, what stands in it as text. ``number`` is the row as a spreadsheet shows it."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used. ``reason`` is a Dutch sentence that names the row; ``id`` is None when the row could not be read that far."""

    number: int
    id: str | None
    reason: str


_GUARDED = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """A text for a cell of a CSV: what a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text of such a cell as it was before ``guarded``."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


class Series:
    """The rows of one file, made one after another: gives each its id and refuses an id that was there before."""

    def __init__(self) -> None:
        """Begin a file."""
        self._first: dict[str, int] = {}

    def row(self, number: int, given: str, title: str, text: str, code: str = "") -> Row | BadRow:
        """The row, or the bad row when its id, title or text cannot be used."""
        own = _sound(given).strip() or str(number)
        if len(own) > ID_SIGNS:
            return self.bad(number, None, f"Rij {number} heeft een id van {_dotted(len(own))} tekens, en hooguit {ID_SIGNS} mag. Geef de rij een korter id.")
        first = self._first.setdefault(own, number)
        if first != number:
            return BadRow(number, own, self._double(number, first, own, bool(given.strip())))
        for name, value in (("titel", title), ("tekst", text)):
            if len(value) > TEXT_SIGNS:
                reason = f"In rij {number} is de {name} te lang: {_dotted(len(value))} tekens, en hooguit {_dotted(TEXT_SIGNS)} mag. Maak de {name} korter."
                return BadRow(number, own, reason)
        sound = _sound(text)
        return Row(number, own, _sound(title).strip(), sound if sound.strip() else "", _sound(code).strip()[:ID_SIGNS])

    def bad(self, number: int, given: str | None, reason: str) -> BadRow:
        """A bad row whose reason the format knows; ``given`` is the id as far as it is known."""
        if given is None:
            return BadRow(number, None, reason)
        own = (_sound(given).strip() or str(number))[:ID_SIGNS]
        self._first.setdefault(own, number)
        return BadRow(number, own, reason)

    @staticmethod
    def _double(number: int, first: int, own: str, given: bool) -> str:
        if not given:
            return f"Rij {number} heeft geen id, en het rijnummer {own} is al het id van rij {first}. Geef rij {number} een eigen id."
        shown = "".join(sign if sign.isprintable() else " " for sign in own[:40])
        return f'Rij {number} heeft hetzelfde id als rij {first}: "{shown}". Geef elke rij een eigen id.'


def too_long(number: int) -> str:
    """The reason when a row is longer than any row may be."""
    return f"Rij {number} is te lang: meer dan {_dotted(SOURCE_SIGNS)} tekens. Maak de tekst korter, tot hooguit {_dotted(TEXT_SIGNS)} tekens."


def number_text(value: float) -> str:
    """A number as people write it in a cell: 12 and not 12.0."""
    if isinstance(value, int):
        return str(value)
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _sound(text: str) -> str:
    """Without half characters, which a JSON file can hold but no file can be written with."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
