"""Folder of YAML, or one JSON file -> FunctionBook."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

from functiehuis.library.folders.layout import BOOK, DISMISSED, FUNCTIONS, LEFTOVERS, MODULES, SERIES, SOURCES, Sources, rich
from functiehuis.library.folders.plain_yaml import from_yaml
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.wire import book_from_wire

_LARGEST = 60 * 1024 * 1024


def is_book(path: Path) -> bool:
    """Is this a book that was written before (a folder with boek.yaml, or a .json file)?"""
    return (path / BOOK).is_file() or (path.suffix.lower() == ".json" and path.is_file())


def read_book(path: Path) -> FunctionBook:
    """Read a book that ``write_book`` wrote, or that somebody edited by hand since."""
    if path.is_dir():
        if not (path / BOOK).is_file():
            raise InvalidBookError(f"De map {path} is geen boek: {BOOK} ontbreekt. Kies de map die 'functiehuis lees --uit' heeft gemaakt.")
        return book_from_wire(_Folder(path).wire())
    return _from_json(_text(path, path.name), path.name)


def book_from_json(data: bytes, name: str) -> FunctionBook:
    """The book in the bytes of a file in the wire form. Refuses with InvalidBookError, naming the file."""
    try:
        return _from_json(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise InvalidBookError(f"{name} is niet bewaard als UTF-8. Open het in een teksteditor en bewaar het als UTF-8.") from None


def _from_json(text: str, name: str) -> FunctionBook:
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" op regel {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InvalidBookError(f"{name} is geen goede JSON{where}. Lees het oorspronkelijke document opnieuw in.") from None
    if isinstance(data, dict) and "boek" in data and "schema" not in data:
        data = data["boek"]
    try:
        return book_from_wire(data)
    except InvalidBookError as error:
        raise InvalidBookError(f"{name}: {error}") from None


class _Folder:
    """Puts the wire form together from its files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        sources = self._load(SOURCES) if (path / SOURCES).is_file() else {}
        self.sources: dict[str, Any] = sources if isinstance(sources, dict) else {}

    def wire(self) -> dict[str, Any]:
        head = self._block(BOOK)
        where = self._sources(BOOK)
        for entry in _blocks(head, "inhoudsopgave", BOOK):
            _give_source(entry, where)
        for row in _blocks(head, "conversietabel", BOOK):
            _give_source(row, where)
        head["colofon"] = [rich(text, where) for text in _strings(head, "colofon", BOOK)]
        head["normfuncties"] = [self._function(name) for name in self._listed(head, FUNCTIONS)]
        head["modules"] = [self._module(name) for name in self._listed(head, MODULES)]
        if (self.path / SERIES).is_file():
            shared, where = self._block(SERIES), self._sources(SERIES)
            for key in ("functiereeksen", "functiegroepen"):
                head[key] = _blocks(shared, key, SERIES)
                for item in head[key]:
                    _optional_rich(item, "definitie", where, SERIES)
        if (self.path / LEFTOVERS).is_file():
            where = self._sources(LEFTOVERS)
            head["restanten"] = [rich(text, where) for text in _strings({"": self._load(LEFTOVERS)}, "", LEFTOVERS)]
        if (self.path / DISMISSED).is_file():
            head["genegeerd"] = self._load(DISMISSED)
        return head

    def _listed(self, head: dict[str, Any], folder: str) -> list[str]:
        """The files in the order of the book, then those that somebody added to the folder by hand."""
        listed = _strings(head, folder, BOOK)
        for name in listed:
            if PurePosixPath(name).parts[:-1] != (folder,) or not (self.path / name).is_file():
                raise InvalidBookError(f"{self.path.name}/{BOOK}: het bestand {name} is er niet. Zet het terug, of haal de regel weg.")
        added = sorted(f"{folder}/{path.name}" for path in (self.path / folder).glob("*.yaml"))
        return [*listed, *(name for name in added if name not in listed)]

    def _function(self, name: str) -> dict[str, Any]:
        data, where = self._block(name), self._sources(name)
        _give_source(data, where)
        data["kenmerken"] = [rich(text, where) for text in _strings(data, "kenmerken", name)]
        for area in _blocks(data, "resultaatgebieden", name):
            _give_source(area, where)
            area["taken"] = [rich(text, where) for text in _strings(area, "taken", name)]
        for key in ("definitie_reeks", "definitie_groep"):
            _optional_rich(data, key, where, name)
        self._headings(data, where, name)
        return data

    def _module(self, name: str) -> dict[str, Any]:
        data, where = self._block(name), self._sources(name)
        _give_source(data, where)
        data["taken"] = [rich(text, where) for text in _strings(data, "taken", name)]
        self._headings(data, where, name)
        return data

    @staticmethod
    def _headings(data: dict[str, Any], where: Sources, name: str) -> None:
        for heading in _blocks(data, "koppen", name):
            _optional_rich(heading, "kop", where, name)

    def _sources(self, name: str) -> Sources:
        return Sources(self.sources.get(name))

    def _block(self, name: str) -> dict[str, Any]:
        data = self._load(name)
        if not isinstance(data, dict):
            raise InvalidBookError(f"{self.path.name}/{name} bestaat niet uit sleutels en waarden. Zet het bestand terug zoals het was.")
        return data

    def _load(self, name: str) -> Any:
        return from_yaml(_text(self.path / name, f"{self.path.name}/{name}"), f"{self.path.name}/{name}")


def _text(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InvalidBookError(f"{name} is groter dan een boek kan zijn. Controleer of dit het goede bestand is.")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidBookError(f"{name} is niet bewaard als UTF-8. Open het in een teksteditor en bewaar het als UTF-8.") from None
    except OSError as error:
        raise InvalidBookError(f"{name} is niet te lezen ({error.strerror}). Controleer of het bestand er is en of u het mag lezen.") from None


def _give_source(data: dict[str, Any], where: Sources) -> None:
    found = where.take(str(data.get("naam", "")), part=True)
    if found is not None:
        data["herkomst"] = {"bestand": found.file, "regel": found.line, "pagina": found.page}


def _optional_rich(data: dict[str, Any], key: str, where: Sources, name: str) -> None:
    value = data.get(key)
    if value is None:
        return
    if not isinstance(value, str):
        raise InvalidBookError(f"{name}: bij {key} hoort een tekst. Verbeter het bestand.")
    data[key] = rich(value, where)


def _strings(data: dict[str, Any], key: str, name: str) -> list[str]:
    value = data.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidBookError(f"{name}: bij {key or 'het begin'} hoort een lijst met teksten. Zet tekst met een dubbele punt tussen aanhalingstekens.")
    return value


def _blocks(data: dict[str, Any], key: str, name: str) -> list[dict[str, Any]]:
    value = data.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise InvalidBookError(f"{name}: bij {key} hoort een lijst met blokken van sleutels en waarden. Verbeter het bestand.")
    return value
