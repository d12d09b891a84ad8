"""What the words of the field mean, in plain Dutch, for whoever works with the product.

In: nothing. Out: explanations by word. Refuses with InvalidBookError a list that does not have the form described at its top.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from functiehuis.model.errors import InvalidBookError

_FILE = "woordenlijst.toml"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A word of the field: what it means, perhaps an example, and words that go with it."""

    word: str
    meaning: str
    example: str = ""
    see: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def explanations() -> dict[str, Explanation]:
    """Every explanation by its word, in alphabetical order."""
    try:
        rows = tomllib.loads(resources.files(__name__).joinpath(_FILE).read_text("utf-8"))["term"]
        found = [Explanation(row["woord"], row["uitleg"], row.get("voorbeeld", ""), tuple(row.get("zie", ()))) for row in rows]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise InvalidBookError(f"De woordenlijst {_FILE} kan niet worden gelezen: {error}. Vergelijk het bestand met de uitleg bovenin.") from error
    return {item.word: item for item in sorted(found, key=lambda item: item.word.casefold())}
