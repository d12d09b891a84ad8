"""What a website needs beside the book itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from functiehuis.model.book import FunctionBook


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed beside the book: the date, its version, from when it holds, the licence of its texts, and by what it was made."""

    on: date
    version: str = ""
    valid_from: date | None = None
    licence: str = ""
    maker: str = "Functiehuis"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Levels side by side, as the step that compares worked them out: ``functions`` are places in the book, the heaviest first.

    ``title`` is the name that they share, ``names`` are what the levels are called, ``deltas`` the step from one level heavier in a few words. ``stairs``,
    ``tasks``, ``steps`` and ``notes`` are handed on to the page as they are; ``rules`` is the version of the words that it was made with.
    """

    functions: tuple[int, ...]
    title: str
    names: tuple[str, ...]
    deltas: tuple[str, ...]
    stairs: Sequence[Any]
    tasks: Any
    steps: Sequence[str]
    notes: Sequence[str]
    rules: str


@dataclass(frozen=True, slots=True)
class FunctionPlace:
    """Where a function stands among its levels: its kenmerken and result areas with their places, and which comparison it is in."""

    traits: Sequence[Any]
    areas: Sequence[Any]
    comparison: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What other steps worked out: comparisons, the place of each function, changes since the previous version, the glossary, files to download by name.

    ``missing`` gives by place the levels between a function and the next heavier one of its group that the book does not have.
    """

    comparisons: Sequence[Comparison]
    places: Sequence[FunctionPlace]
    glossary: Sequence[Any] = ()
    before: FunctionBook | None = None
    changes: Any = None
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    missing: Mapping[int, Sequence[str]] = field(default_factory=dict)
