"""What descriptions of work give away, as data that an HR adviser can read: words per kind of work (``vakwoorden``), phrases per degree of each axis of
level (``niveausignalen``), coordination against management (``modules``), and sentences that do not count (``zinnen``).

In: the name of a file. Out: its data, plain dictionaries and lists. Refuses an unknown name or wrong YAML with InvalidBookError.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from functiehuis.model.errors import InvalidBookError

NAMES = ("vakwoorden", "niveausignalen", "modules", "zinnen")


@lru_cache(maxsize=len(NAMES))
def load_cues(name: str) -> Any:
    """The data of one of NAMES."""
    if name not in NAMES:
        raise InvalidBookError(f"Er is geen bestand met signalen dat '{name}' heet. Wel: {', '.join(NAMES)}.")
    try:
        return yaml.load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise InvalidBookError(f"Het bestand {name}.yaml met signalen is niet te lezen: {error}. Zet het terug zoals het was.") from error
