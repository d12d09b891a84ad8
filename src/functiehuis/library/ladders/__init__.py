"""The degree words that come with the product.

In: nothing, or the path of another file of the same form. Out: ``Degrees``. Refuses with InvalidBookError a file that does not have the form described at
the top of ``graden.yaml``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from functiehuis.model.degrees import Degree, DegreeLadder, Degrees
from functiehuis.model.errors import InvalidBookError

SCHEMA = "functiehuis/graden/1"


@lru_cache(maxsize=4)
def load_degrees(path: Path | None = None) -> Degrees:
    """The degree words of the product, or of an own file."""
    name = path.name if path else "graden.yaml"
    try:
        source = path.read_text("utf-8") if path else resources.files(__name__).joinpath(name).read_text("utf-8")
        data = yaml.load(source, Loader=yaml.CSafeLoader)  # a safe loader: it makes plain data only
        return _degrees(data)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise InvalidBookError(
            f"De graadwoorden in {name} kunnen niet worden gelezen: {error}. Vergelijk het bestand met de uitleg bovenin graden.yaml."
        ) from error


def _degrees(data: dict[str, Any]) -> Degrees:
    if data["schema"] != SCHEMA:
        raise ValueError(f"schema is {data['schema']}, verwacht {SCHEMA}")
    return Degrees(str(data["versie"]), tuple(_ladder(row) for row in data["ladders"]))


def _ladder(row: dict[str, Any]) -> DegreeLadder:
    degrees = tuple(Degree(str(item["graad"]), tuple(str(word) for word in item["woorden"])) for item in row["graden"])
    subjects = tuple(str(word) for word in row.get("onderwerp", ()))
    return DegreeLadder(row["naam"], row["betekenis"], degrees, subjects, _yes(row, "alleen_bij_onderwerp"), _yes(row, "werkwoorden"))


def _yes(row: dict[str, Any], key: str) -> bool:
    answer = row.get(key, "nee")
    if answer not in ("ja", "nee"):
        raise ValueError(f"{key} is {answer}, verwacht ja of nee")
    return bool(answer == "ja")
