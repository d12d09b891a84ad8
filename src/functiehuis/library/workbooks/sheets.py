"""Which sheet of the workbook holds what, and how a row says to which function or module it belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from functiehuis.documents.formats.xlsx import Column, Sheet

GUIDE, MATRIX, LADDERS, FINDINGS = "Uitleg", "Matrix", "Ladders", "Meldingen"
"""Sheets that are made from the book; they are not read back."""

FUNCTIONS, TRAITS, TASKS = "Functies", "Kenmerken", "Taken"
SERIES, GROUPS, MODULES, MODULE_TASKS = "Functiereeksen", "Functiegroepen", "Modules", "Moduletaken"
CONTENTS, CONVERSION, BOOK, HEADINGS, DISMISSED = "Inhoudsopgave", "Conversietabel", "Boek", "Koppen", "Opzijgezet"

_CODE, _TEXT, _NAME = 14.0, 90.0, 34.0
_COLUMNS: dict[str, dict[str, float]] = {
    FUNCTIONS: {
        "Code": _CODE,
        "Naam": _NAME,
        "Functiereeks": 13,
        "Functiegroep": 13,
        "Niveau": 9,
        "Schaal": 9,
        "Punten": 9,
        "Modules": 24,
        "Eigen definitie reeks": 40,
        "Eigen definitie groep": 40,
    },
    TRAITS: {"Code": _CODE, "Functie": _NAME, "Kenmerk": _TEXT},
    TASKS: {"Code": _CODE, "Functie": _NAME, "Nr": 6, "Resultaatgebied": _NAME, "Taak": _TEXT},
    SERIES: {"Code": _CODE, "Naam": _NAME, "Definitie": _TEXT},
    GROUPS: {"Code": _CODE, "Functiereeks": 13, "Naam": _NAME, "Definitie": _TEXT},
    MODULES: {"Module": _NAME, "Code": _CODE},
    MODULE_TASKS: {"Module": _NAME, "Taak": _TEXT},
    CONTENTS: {"Pagina": 9, "Naam": _NAME, "Functiegroep": 24, "Schaal": 9, "Code": _CODE, "Punten": 9},
    CONVERSION: {"Punten van": 12, "Tot en met": 12, "Schaal": 9},
    BOOK: {"Gegeven": 16, "Waarde": _TEXT},
    HEADINGS: {"Soort": 10, "Bij": _NAME, "Onderdeel": 20, "Kop": _TEXT},
    DISMISSED: {"Kenmerk": 16, "Code": 9, "Reden": _TEXT, "Datum": 12},
}
READ: dict[str, tuple[str, ...]] = {name: tuple(columns) for name, columns in _COLUMNS.items()}
"""The sheets that are read back, with their columns."""

TITLE, ORGANISATION, SHORT, STATUS, SYSTEM, COLOPHON, LEFTOVER = "Titel", "Organisatie", "Afkorting", "Status", "Systeem", "Colofon", "Restant"
FUNCTION, MODULE = "functie", "module"
NO_CODE, NO_NAME = "zonder code", "zonder naam"
UNKNOWN = "?"
"""Behind the code of a series or group that the book does not have."""

_NUMBERED = re.compile(r"(?P<name>.*) #\d+", re.DOTALL)


def sheets() -> list[Sheet]:
    """The sheets that are read back, as a writer wants them."""
    return [Sheet(name, tuple(Column(column, width) for column, width in columns.items())) for name, columns in _COLUMNS.items()]


def keys(names: Sequence[str | None], nameless: str) -> list[str]:
    """What to call each item so that no two are called the same: its code or name, with ``#2`` behind it where that was used before."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        base = (name or "").strip() or nameless
        seen[base] += 1
        alone = bool((name or "").strip()) and seen[base] == 1 and not _NUMBERED.fullmatch(base)
        found.append(base if alone else f"{base} #{seen[base]}")
    return found


def numbered(name: str, before: int, nameless: str) -> str:
    """A name that ``before`` others have too, so that it can be told from them; an empty name stays empty where it is the first."""
    return name if not before and not _NUMBERED.fullmatch(name) else f"{name or nameless} #{before + 1}"


def name_of(key: str, nameless: str) -> str:
    """The code or name in a key; empty where there is none."""
    numbered = _NUMBERED.fullmatch(key)
    name = numbered["name"] if numbered else key
    return "" if numbered and name == nameless else name
