"""YAML -> BookSystem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from functiehuis.model.errors import InvalidBookError
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem, CodeGrammar

_FOLDER = Path(__file__).parent


def bundled_systems() -> tuple[BookSystem, ...]:
    """The systems that come with the product, HR21 first; a book is read with the one whose signs it shows."""
    return tuple(load_system(_FOLDER / f"{name}.yaml") for name in ("hr21", "voorbeeld"))


def load_system(path: Path) -> BookSystem:
    """The system that a YAML file describes; ``basis`` names a bundled system whose values it takes over."""
    try:
        return _system(_merged(path))
    except FileNotFoundError:
        raise InvalidBookError(f"De systeembeschrijving {path} is er niet. Controleer de naam van het bestand.") from None
    except OSError as error:
        raise InvalidBookError(f"De systeembeschrijving {path} is niet te lezen ({error.strerror}). Geef een bestand met YAML dat u mag lezen.") from None
    except (KeyError, TypeError, ValueError, AttributeError, re.error, yaml.YAMLError) as error:
        raise InvalidBookError(
            f"De systeembeschrijving {path.name} klopt niet: {error}. Neem hr21.yaml uit de handleiding als voorbeeld en verbeter het bestand."
        ) from error


def _merged(path: Path) -> Mapping[str, Any]:
    data: Any = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    if not isinstance(data, dict):
        raise TypeError("het bestand bestaat niet uit sleutels en waarden")
    base = data.get("basis")
    return {**_merged(_FOLDER / f"{base}.yaml"), **data} if base else data


def _system(data: Mapping[str, Any]) -> BookSystem:
    code = data["code"]
    grammar = CodeGrammar(re.compile(code["patroon"]).pattern, code["reeks"], code["groep"], code["voorbeeld"])
    if not grammar.match(grammar.example):
        raise ValueError(f"de voorbeeldcode {grammar.example} past niet op het patroon")
    headings = {Part(part): _words(words) for part, words in data["koppen"].items()}
    return BookSystem(
        name=data["naam"],
        signs=_words(data.get("tekens", [])),
        code=grammar,
        level=re.compile(data["niveau"]).pattern,
        headings=headings,
        columns={column: _words(words) for column, words in data.get("kolommen", {}).items()},
        required=tuple(Part(part) for part in data.get("verplicht", [])),
        contents_leads=_words(data.get("inleidingen", [])),
        colophon_words=_words(data.get("colofonwoorden", [])),
        title_words=_words(data.get("titelwoorden", [])),
        foreword_words=_words(data.get("voorwoorden", [])),
        appendix_words=_words(data.get("bijlagewoorden", [])),
        status_words={status: _words(words) for status, words in data.get("status", {}).items()},
    )


def _words(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"{values!r} is geen lijst met woorden")
    return tuple(values)
