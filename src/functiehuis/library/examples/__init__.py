"""The example bank: short descriptions of common functions in local government, each with the normfunctie an adviser would choose.

Written by us for breadth (CC0 1.0); the codes are those of the demo book. They are for building and tuning, never for a reported accuracy.
In: nothing. Out: Examples in the order of their files. Refuses a file of another form with InvalidBookError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from functiehuis.model.errors import InvalidBookError

NO_FUNCTION, DOUBT = "geen", "twijfel"
"""In place of a code: no function of the book fits, or two are as defensible (``also`` names them)."""


@dataclass(frozen=True, slots=True)
class Example:
    """A description with its answer.

    ``code`` is a code, ``geen`` or ``twijfel``; ``also`` are answers that are defensible too. ``level_reason`` and ``group_reason`` name the evidence,
    ``degrees`` the deciding degrees in words. ``register`` is how the text is written, ``difficulty`` 1 to 3.
    """

    id: str
    title: str
    text: str
    code: str
    also: tuple[str, ...]
    level_reason: str
    group_reason: str
    degrees: tuple[str, ...]
    module: bool
    register: str
    difficulty: int
    misleading_title: bool


@lru_cache(maxsize=1)
def load_examples() -> tuple[Example, ...]:
    """All examples."""
    found: list[Example] = []
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        try:
            found += [_example(row) for row in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)]
        except (KeyError, TypeError, yaml.YAMLError) as error:
            raise InvalidBookError(f"Het voorbeeldenbestand {path.name} klopt niet: {error}. Vergelijk het met de andere bestanden in die map.") from error
    return tuple(found)


def _example(row: Mapping[str, Any]) -> Example:
    return Example(
        id=row["id"],
        title=row["titel"],
        text=row["tekst"],
        code=row["code"],
        also=tuple(row["ook"]),
        level_reason=row["niveau_reden"],
        group_reason=row["groep_reden"],
        degrees=tuple(row["kenmerken"]),
        module=row["module"],
        register=row["register"],
        difficulty=row["moeilijkheid"],
        misleading_title=row["misleidende_titel"],
    )
