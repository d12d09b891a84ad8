"""Which files the rules of the house are about."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def repository_files() -> tuple[Path, ...]:
    """Every file that git tracks or would track."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True).stdout
    return tuple(sorted({ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()}))


def is_python(path: Path) -> bool:
    """Is this a Python module or a script in Python?"""
    if path.suffix:
        return path.suffix == ".py"
    with path.open("rb") as file:
        start = file.readline()
    return start.startswith(b"#!") and b"python" in start


@lru_cache(maxsize=1)
def python_files() -> tuple[Path, ...]:
    """Every Python file of the repository."""
    return tuple(path for path in repository_files() if is_python(path))


def shown(path: Path) -> str:
    """The name of a file as people write it."""
    return path.relative_to(ROOT).as_posix()
