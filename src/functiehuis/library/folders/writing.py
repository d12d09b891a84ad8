"""FunctionBook -> folder of YAML, or one JSON file."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from functiehuis.library.folders.layout import (
    BOOK,
    DISMISSED,
    FUNCTIONS,
    LEFTOVERS,
    MODULES,
    SERIES,
    SOURCES,
    file_name,
    strip_texts,
)
from functiehuis.library.folders.plain_yaml import to_yaml
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import WriteError
from functiehuis.model.wire import book_to_wire

_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EACCES: "u mag hier niet schrijven",
    errno.EPERM: "u mag hier niet schrijven",
    errno.EROFS: "deze schijf is alleen om te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EFBIG: "het bestand wordt te groot",
}
_OURS = frozenset({BOOK, DISMISSED, FUNCTIONS, LEFTOVERS, MODULES, SERIES, SOURCES})


def write_book(book: FunctionBook, path: Path, *, overwrite: bool = False) -> None:
    """Write a book: to one file when the name ends in .json, else to a folder. A book that is there is replaced only with ``overwrite``."""
    if path.suffix.lower() == ".json":
        write_file(path, json.dumps(book_to_wire(book), ensure_ascii=False, indent=1) + "\n", overwrite=overwrite)
        return
    refuse_existing(path, overwrite=overwrite)
    if path.exists() and not path.is_dir():
        raise WriteError(f"{path} is een bestand, en hier moet een map komen. Kies een andere naam, of een naam op .json.")
    with _beside(path) as fresh:
        fresh.mkdir()
        for name, text in folder_files(book):
            target = fresh / name
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")
        if path.is_dir():
            _exchange(path, fresh)
        else:
            fresh.rename(path)


def write_dismissals(book: FunctionBook, path: Path) -> None:
    """Write only what was set aside, so that the files that people edit stay as they are."""
    if path.suffix.lower() == ".json":
        write_book(book, path, overwrite=True)
        return
    wire = book_to_wire(book)
    if "genegeerd" in wire:
        write_file(path / DISMISSED, to_yaml(wire["genegeerd"]), overwrite=True)
    else:
        (path / DISMISSED).unlink(missing_ok=True)


def _exchange(path: Path, fresh: Path) -> None:
    """Put the fresh folder in the place of the old one; what others keep in that folder (such as .git) moves along."""
    foreign = [entry for entry in path.iterdir() if entry.name not in _OURS]
    old = fresh.with_name(fresh.name + ".oud")
    path.rename(old)
    try:
        for entry in foreign:
            (old / entry.name).rename(fresh / entry.name)
        fresh.rename(path)
    except OSError:
        for entry in foreign:
            if (fresh / entry.name).exists():
                (fresh / entry.name).rename(old / entry.name)
        old.rename(path)
        raise


def folder_files(book: FunctionBook) -> Iterator[tuple[str, str]]:
    """The files of the folder: name and text."""
    wire = book_to_wire(book)
    sources: dict[str, list[str]] = {}
    files: list[tuple[str, Any]] = []

    def add(name: str, data: Any) -> None:
        lines: list[str] = []
        files.append((name, strip_texts(data, lines)))
        if any(not line.startswith("#") for line in lines):
            sources[name] = lines

    order: list[str] = []
    taken: set[str] = set()
    for function in wire["normfuncties"]:
        name = f"{FUNCTIONS}/{file_name(function['code'], function['naam'], taken)}"
        order.append(name)
        add(name, function)
    module_order: list[str] = []
    taken = set()
    for module in wire["modules"]:
        name = f"{MODULES}/{file_name(None, module['naam'], taken).replace('zonder-code-', '')}"
        module_order.append(name)
        add(name, module)
    add(SERIES, {key: wire[key] for key in ("functiereeksen", "functiegroepen")})
    if wire["restanten"]:
        add(LEFTOVERS, wire["restanten"])
    head = {key: wire[key] for key in ("schema", "titel", "systeem", "status", "organisatie", "inhoudsopgave")}
    head |= {key: wire[key] for key in ("conversietabel", "colofon") if key in wire}
    add(BOOK, {**head, "normfuncties": order, "modules": module_order})
    if "genegeerd" in wire:
        files.append((DISMISSED, wire["genegeerd"]))
    if sources:
        files.append((SOURCES, sources))
    for name, data in files:
        yield name, to_yaml(data)


def write_file(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write a text file that is complete or not there at all."""
    with fresh_file(path, overwrite=overwrite) as fresh, fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


@contextmanager
def fresh_file(path: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """A name to write a file to, alone in a folder of its own; at the end of the block the file takes the place of ``path``, complete or not at all."""
    refuse_existing(path, overwrite=overwrite)
    if path.is_dir():
        raise WriteError(f"{path} is een map, en hier moet een bestand komen. Kies een andere naam.")
    with _beside(path) as fresh:
        yield fresh
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(path)


def refuse_existing(path: Path, *, overwrite: bool) -> None:
    """Refuse to replace what is there without being told, and to replace with ``overwrite`` what is no book or file."""
    if not path.exists() and not path.is_symlink():
        return
    if not overwrite:
        raise WriteError(f"{path} bestaat al en wordt niet vanzelf vervangen. Kies een andere naam, of geef --overschrijf mee.")
    if path.exists() and not path.is_file() and not path.is_dir():
        raise WriteError(f"{path} is een apparaat of een pijp, en wordt daarom niet vervangen. Kies een andere naam.")
    if path.is_dir() and not (path / BOOK).is_file():
        raise WriteError(f"{path} is iets anders dan een boek van Functiehuis en wordt daarom niet vervangen. Kies een andere naam.")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A name beside the target, gone again whatever happens."""
    parent = path.absolute().parent
    with in_dutch(path):
        if not parent.is_dir():
            raise WriteError(f"De map {parent} bestaat niet. Maak haar eerst aan, of kies een andere plaats.")
        with tempfile.TemporaryDirectory(prefix=".functiehuis-", dir=parent) as folder:
            yield Path(folder) / (path.name or "boek")


@contextmanager
def in_dutch(path: Path) -> Iterator[None]:
    """What the disk refuses becomes a WriteError with the reason."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "de schijf werkt niet mee")
        raise WriteError(f"{path} is niet te schrijven: {reason}. Controleer de ruimte op de schijf en uw rechten op die map.") from error
