"""Put functions of a version side by side: the levels of a group, or any that somebody chose."""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.actions.remembered import Remembered
from functiehuis.authoring.changes import LevelComparison, codes_in_group, compare_levels
from functiehuis.library.ladders import load_degrees
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import KeptBook

MOST = 8
"""Functions side by side: more do not fit on a screen or a sheet."""

_COMPARED: Remembered[LevelComparison] = Remembered(each=64)


def compare_version(house: House, kept: KeptBook, codes: Sequence[str]) -> LevelComparison:
    """The functions with these codes (or names) compared, the heaviest first.

    Refuses a code that the book lacks (UnknownItemError), more functions than fit (RefusedError), and who may not read the book (NotAllowedError).
    """
    require(house.actor, Right.READ_BOOK)
    chosen = tuple(dict.fromkeys(codes))
    if len(chosen) > MOST:
        raise RefusedError(f"U koos {len(chosen)} normfuncties. Er passen er {MOST} naast elkaar. Kies er minder.")
    return _COMPARED.get(kept.book, chosen, lambda: compare_levels(kept.book, chosen, load_degrees()))


def levels_of(house: House, kept: KeptBook, group: str) -> tuple[str, ...]:
    """The codes (or names) of the functions of a group, named by its code or name. Refuses a group that the book lacks (UnknownItemError)."""
    require(house.actor, Right.READ_BOOK)
    return codes_in_group(kept.book, group)
