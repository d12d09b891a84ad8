"""The truth files of this folder, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

HERE = Path(str(resources.files(__name__.rpartition(".")[0])))
DOCUMENTS = HERE / "documenten"
DAMAGE_SETS = ("ontwikkel", "ongezien")


@dataclass(frozen=True, slots=True)
class Known:
    """Something that the checks should tell (or may not): any of ``codes``, at ``function`` (None: anywhere), and showing any of ``words``, if there are."""

    codes: tuple[str, ...]
    function: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownFindings:
    """What is to be told about a book, what may be told, and what must stay untold."""

    defects: tuple[Known, ...]
    defensible: tuple[Known, ...]
    silent: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Damage:
    """One editing error: in ``part`` of the text (a code, inhoud, module, boek) ``search`` became ``replacement``."""

    name: str
    codes: tuple[str, ...]
    function: str | None
    part: str
    search: str
    replacement: str
    proposal: str | None


def demo_documents() -> tuple[Path, ...]:
    """The demo book in every format, sorted by name."""
    return tuple(sorted(path for path in DOCUMENTS.iterdir() if path.suffix != ".py"))


def sound_text() -> str:
    """Another book, of an imaginary employer with other work, in which nothing is wrong. Never used to tune a check."""
    return (HERE / "goed-ongezien.txt").read_text("utf-8")


@lru_cache(maxsize=4)
def damages(name: str) -> tuple[Damage, ...]:
    """The damages of a set: ontwikkel or ongezien."""
    return tuple(
        Damage(
            name=row["id"],
            codes=_codes(row),
            function=row["functie"],
            part=row.get("plek") or row["functie"],
            search=row["zoek"],
            replacement=row["vervang"],
            proposal=row.get("voorstel"),
        )
        for row in _load(f"schade-{name}.yaml")["schade"]
    )


def known_findings(name: str) -> KnownFindings:
    """The findings that are right and wrong for a book: demo or feiten-bghu."""
    data = _load(f"{name}.yaml")
    return KnownFindings(*(tuple(_known(row) for row in data[key]) for key in ("gebreken", "verdedigbaar", "terecht_stil")))


def real_facts() -> Mapping[str, Any]:
    """The facts of the real book: codes, names and counts."""
    return _load("feiten-bghu.yaml")


def _known(row: Mapping[str, Any]) -> Known:
    return Known(_codes(row), row["functie"], tuple(str(row[key]) for key in ("woord", "ook_woord") if key in row))


def _codes(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (str(row["melding"]), *row.get("ook", ()))


@lru_cache(maxsize=8)
def _load(name: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.load((HERE / name).read_text("utf-8"), yaml.CSafeLoader)
    return data
