"""Bullets list by list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from functiehuis.authoring.checks.places import Located, TextKind, bullets
from functiehuis.model.book import FunctionBook


def units(book: FunctionBook) -> Iterator[tuple[Located, ...]]:
    """Every list of bullets (the kenmerken of a description, the tasks of a result area, those of a module), in the order of the book."""
    for _, items in groupby(bullets(book), key=lambda item: (item.function, item.unit)):
        yield tuple(items)


def descriptions(book: FunctionBook, kind: TextKind) -> Iterator[tuple[Located, ...]]:
    """The bullets of one kind, description by description."""
    chosen = [item for item in bullets(book) if item.kind is kind]
    for _, items in groupby(chosen, key=lambda item: (item.function, item.unit if item.kind is TextKind.MODULE_TASK else item.unit.split()[0])):
        yield tuple(items)
