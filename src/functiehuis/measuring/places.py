"""Where the material is that may not be in the repository: beside the current folder or the checkout, in ``shared``.

In: a folder that was chosen, or none. Out: a folder, or None where the material is not at hand. Refuses with UnreadableError a chosen folder without the
real book.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import functiehuis
from functiehuis.measuring.esco import ESCO_FILES
from functiehuis.measuring.truth import OPEN_SETS
from functiehuis.model.errors import UnreadableError

REAL_FILES = ("bghu.txt", "bghu.docx", "bghu.pdf")


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the repository: the real book, open cases, and the ESCO files; each None where it is not at hand."""

    real: Path | None = None
    open_cases: Path | None = None
    esco: Path | None = None


def find_beside(chosen: Path | None) -> Beside:
    """All of it. ``chosen`` is the folder with the real book."""
    return Beside(find_real_book(chosen), _folder("matching", tuple(OPEN_SETS.values())), _folder("data/esco", ESCO_FILES))


def find_real_book(chosen: Path | None) -> Path | None:
    """The folder with the real book: the chosen one, or ../shared/functieboek beside the current folder or the checkout.

    Refuses with UnreadableError a chosen folder that does not hold the three files.
    """
    if chosen is not None:
        lacking = [name for name in REAL_FILES if not (chosen / name).is_file()]
        if lacking:
            raise UnreadableError(f"In {chosen} ontbreekt {', '.join(lacking)}. Geef met --boek de map met het echte functieboek.")
        return chosen
    return _folder("functieboek", REAL_FILES)


def _folder(name: str, files: Sequence[str]) -> Path | None:
    checkout = Path(functiehuis.__file__).resolve().parents[2]
    places = [start.parent / "shared" / name for start in (Path.cwd(), checkout)]
    return next((place for place in places if all((place / file).is_file() for file in files)), None)
