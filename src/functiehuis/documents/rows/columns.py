"""Which column is the id, which the title and which the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ID = ("id",)
TITLE = ("titel", "title", "functietitel", "functienaam", "functie")
TEXT = ("tekst", "text", "omschrijving", "beschrijving", "functiebeschrijving", "taken", "werkzaamheden")
CODE = ("code", "normfunctie", "functiecode")
"""The names of a column, the first that is there wins; upper case and spaces do not matter."""

HEADER_ROWS = 10
"""How many rows may stand above the text, such as a title, up to and with the row with the names of the columns."""

ADVICE = 'Geef de kolom met de beschrijvingen de naam "tekst", en de andere twee "id" en "titel".'


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the columns, counted from 0; only the text must be there."""

    id: int | None
    title: int | None
    text: int
    code: int | None = None


def columns_of(names: Sequence[str]) -> Columns | None:
    """The columns by their names; None when no column is the text."""
    text = place_of(names, TEXT)
    return None if text is None else Columns(place_of(names, ID), place_of(names, TITLE), text, place_of(names, CODE))


def place_of(names: Sequence[str], wanted: tuple[str, ...]) -> int | None:
    """Where the first of the wanted names stands."""
    plain = ["".join(name.split()).lower() for name in names]
    return next((plain.index(name) for name in wanted if name in plain), None)


def places_of(names: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Where each known column stands, for those that are there; ``known`` has for each column the names that it may have."""
    found = {key: place_of(names, wanted) for key, wanted in known.items()}
    return {key: place for key, place in found.items() if place is not None}


def no_known_column(where: str, known: Mapping[str, tuple[str, ...]]) -> str:
    """The sentence for a file that has none of the known columns."""
    return f"{where} staat geen rij met kolomnamen. Geef de kolommen deze namen: {', '.join(names[0] for names in known.values())}."


def no_text_column(names: Sequence[str], where: str) -> str:
    """The sentence for a file without a column with text; ``names`` are those that stand in its first row."""
    named = [_shown(name) for name in names if name.strip()]
    found = f"in de eerste rij staat: {', '.join(named[:6])}{' ...' if len(named) > 6 else ''}" if named else "er zijn geen kolomnamen"
    return f"{where} staat geen kolom met tekst; {found}. {ADVICE}"


def _shown(name: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in name[:60]).strip()
    return f'"{plain[:40]}{"..." if len(plain) > 40 else ""}"'
