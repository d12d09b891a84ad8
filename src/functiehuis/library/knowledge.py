"""What the product knows of work, as one short name that changes when any of it changes.

In: the files of the cues, degree words and examples as they lie there, and placements that the employer confirmed. Out: hashes of twelve signs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from functiehuis.model.candidate import Precedent
from functiehuis.model.errors import InvalidBookError

_LIBRARY = Path(__file__).parent
_ALWAYS = ("cues", "ladders")
_WITH_EXAMPLES = ("examples", "books/demo/normfuncties")  # an example has a code of the demo book: what that function is called counts too
_SIGNS = 12


@lru_cache(maxsize=4)
def knowledge_hash(library: Path = _LIBRARY, *, examples: bool = True) -> str:
    """The hash of all that placing knows; without ``examples`` of the cues and degree words alone. Refuses with InvalidBookError files it cannot read."""
    folders = (*_ALWAYS, *(_WITH_EXAMPLES if examples else ()))
    try:
        return hash_of_files((f"{folder}/{path.name}", path.read_bytes()) for folder in folders for path in (library / folder).glob("*.yaml"))
    except OSError as error:
        raise InvalidBookError(f"De kennis van Functiehuis is niet te lezen: {error}. Installeer Functiehuis opnieuw.") from error


def hash_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """The hash of files by name, the same in whatever order they come and with whatever line ends they were saved."""
    told = sorted((name, hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()) for name, data in files)
    return _short(json.dumps(told))


def hash_of_precedents(precedents: Sequence[Precedent]) -> str:
    """The hash of placements that were confirmed, the same in whatever order they come."""
    return _short(json.dumps(sorted([item.id, item.title, item.text, item.code, sorted(item.also), item.module] for item in precedents)))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]
