"""What changed since the previous version, as pages need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from functiehuis.authoring.publications.website.addresses import safe_name
from functiehuis.model.book import FunctionBook


@dataclass(frozen=True, slots=True)
class Since:
    """The changes of the functions of a book; ``matched`` are the labels of functions that the previous version had too."""

    by_function: Mapping[str, Sequence[Any]]
    matched: frozenset[str]

    def of(self, label: str) -> Sequence[Any]:
        """The changes of one function."""
        return self.by_function.get(label, ())

    def is_new(self, label: str) -> bool:
        """Whether the previous version lacks it."""
        return label not in self.matched


def changes_of(changes: Any, book: FunctionBook) -> Since:
    """The changes by function."""
    labels = dict.fromkeys(function.label for function in book.functions)
    return Since({label: found for label in labels if (found := changes.of(label))}, frozenset(after for _, after in changes.pairs))


def change_groups(changes: Any, addresses: Mapping[str, str]) -> list[dict[str, Any]]:
    """The changes in the order of the page: the whole book first, then each function with its address (none where it is gone)."""
    rows: list[dict[str, Any]] = []
    for label, items in groupby(changes.changes, key=lambda change: change.function):
        found = list(items)
        rows.append(
            {
                "naam": found[0].name if label else "Het hele boek",
                "code": label if label and label != found[0].name else "",
                "adres": addresses.get(label or "", ""),
                "anker": f"functie-{safe_name(label)}" if label else "boek",
                "wijzigingen": found,
            }
        )
    seen: dict[str, int] = {}
    for row in rows:
        seen[row["anker"]] = seen.get(row["anker"], 0) + 1
        if seen[row["anker"]] > 1:
            row["anker"] += f"-{seen[row['anker']]}"
    return rows
