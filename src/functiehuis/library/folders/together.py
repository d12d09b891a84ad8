"""Several files and folders as one: all of them appear, or none.

In: targets with what must come there. Out: files on disk. Refuses with WriteError before anything is written; what goes wrong later is undone.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from functiehuis.library.folders.writing import in_dutch, refuse_existing
from functiehuis.model.errors import WriteError

Files = bytes | Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """Where something must come. ``mark``: for a folder, the file by which it is known as ours; a file when it is empty."""

    path: Path
    mark: str = ""


def refuse_targets(targets: Sequence[Target], *, overwrite: bool, source: Path | None = None) -> None:
    """Refuse what cannot be written, before any work is done: twice the same name, inside one another, over the source, no folder to put it in."""
    seen: list[tuple[Path, Path]] = []
    for target in targets:
        place = target.path.resolve()
        for other, name in seen:
            if place == other:
                raise WriteError(f"{target.path} kan niet twee dingen tegelijk zijn. Geef elke vorm een eigen naam.")
            if place in other.parents or other in place.parents:
                raise WriteError(f"{target.path} en {name} liggen in elkaar. Geef elke vorm een eigen plaats.")
        seen.append((place, target.path))
        if source is not None and place == source.resolve():
            raise WriteError(f"{target.path} is het boek zelf, en wordt daarom niet vervangen. Kies een andere naam.")
        if not target.path.absolute().parent.is_dir():
            raise WriteError(f"De map {target.path.absolute().parent} bestaat niet. Maak haar eerst aan, of kies een andere plaats.")
        _refuse_what_is_there(target, overwrite=overwrite)


def _refuse_what_is_there(target: Target, *, overwrite: bool) -> None:
    path = target.path
    if not target.mark:
        if path.is_dir():
            raise WriteError(f"{path} is een map, en hier moet een bestand komen. Kies een andere naam.")
        refuse_existing(path, overwrite=overwrite)
    elif path.is_dir():
        if any(path.iterdir()) and not (path / target.mark).is_file():
            raise WriteError(f"In de map {path} staat iets anders, en zij wordt daarom niet vervangen. Kies een andere naam, of een lege map.")
        if any(path.iterdir()) and not overwrite:
            raise WriteError(f"{path} bestaat al en wordt niet vanzelf vervangen. Kies een andere naam, of geef --overschrijf mee.")
    elif path.exists() or path.is_symlink():
        raise WriteError(f"{path} is een bestand, en hier moet een map komen. Kies een andere naam.")


def write_together(made: Sequence[tuple[Target, Files]], *, overwrite: bool = False) -> None:
    """Write all of it beside its place first, then let everything take its name; when that fails halfway, what was there comes back."""
    refuse_targets([target for target, _ in made], overwrite=overwrite)
    with ExitStack() as rooms:
        fresh = [(target.path, rooms.enter_context(_room(target.path))) for target, _ in made]
        for (target, files), (path, room) in zip(made, fresh, strict=True):
            with in_dutch(path):
                _fill(room / "nieuw", files, folder=bool(target.mark))
        _exchange_all(fresh)


@contextmanager
def _room(path: Path) -> Iterator[Path]:
    """A folder of our own beside the target, gone again whatever happens."""
    with in_dutch(path):
        room = tempfile.TemporaryDirectory(prefix=".functiehuis-", dir=path.absolute().parent)
    with room as name:
        yield Path(name)


def _fill(place: Path, files: Files, *, folder: bool) -> None:
    if isinstance(files, bytes):
        if folder:
            raise TypeError("a folder of files was expected")
        _write(place, files)
        return
    place.mkdir()
    for name, data in files.items():
        inside = place / name
        if not inside.resolve().is_relative_to(place.resolve()):
            raise ValueError(f"{name} lies outside the folder")
        inside.parent.mkdir(parents=True, exist_ok=True)
        _write(inside, data)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _exchange_all(fresh: Sequence[tuple[Path, Path]]) -> None:
    done: list[tuple[Path, Path]] = []
    try:
        for path, room in fresh:
            with in_dutch(path):
                if path.exists() or path.is_symlink():
                    path.rename(room / "oud")
                done.append((path, room))
                _move_hidden(room / "oud", room / "nieuw")
                (room / "nieuw").rename(path)
    except BaseException:
        for path, room in reversed(done):
            if path.exists() and not (room / "nieuw").exists():
                path.rename(room / "nieuw")
            if (room / "oud").exists() or (room / "oud").is_symlink():
                _move_hidden(room / "nieuw", room / "oud")
                (room / "oud").rename(path)
        raise


def _move_hidden(old: Path, new: Path) -> None:
    """What others keep in a folder of ours under a hidden name (such as .git) moves along."""
    if old.is_dir() and not old.is_symlink() and new.is_dir():
        for entry in old.iterdir():
            if entry.name.startswith(".") and not (new / entry.name).exists():
                entry.rename(new / entry.name)
