"""What may change between two versions of a book, and how that is told. In: values. Out: frozen data. Refuses nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from functiehuis.language.differences import Difference
from functiehuis.model.text import RichText


class ChangeKind(StrEnum):
    """The kinds of change."""

    FUNCTION_ADDED = "normfunctie erbij"
    FUNCTION_REMOVED = "normfunctie weg"
    FUNCTION_RENAMED = "andere naam"
    FUNCTION_RECODED = "andere code"
    FUNCTION_MOVED = "andere groep"
    SERIES_CHANGED = "andere reeks"
    LEVEL_CHANGED = "ander niveau"
    SCALE_CHANGED = "andere schaal"
    POINTS_CHANGED = "andere punten"
    MODULES_CHANGED = "andere modules"
    ORDER_CHANGED = "andere volgorde"
    CHARACTERISTIC_ADDED = "kenmerk erbij"
    CHARACTERISTIC_REMOVED = "kenmerk weg"
    CHARACTERISTIC_REWORDED = "kenmerk anders"
    AREA_ADDED = "resultaatgebied erbij"
    AREA_REMOVED = "resultaatgebied weg"
    AREA_RENAMED = "resultaatgebied andere naam"
    AREA_RENUMBERED = "resultaatgebied ander nummer"
    TASK_ADDED = "taak erbij"
    TASK_REMOVED = "taak weg"
    TASK_REWORDED = "taak anders"
    TASK_MOVED = "taak verplaatst"
    EMPHASIS_CHANGED = "alleen nadruk"
    WHITE_SPACE_CHANGED = "alleen witruimte"
    DEFINITION_CHANGED = "definitie anders"
    GROUPING_CHANGED = "indeling in reeksen en groepen"
    MODULE_ADDED = "module erbij"
    MODULE_REMOVED = "module weg"
    MODULE_CHANGED = "module anders"
    BOOK_CHANGED = "gegevens van het boek"
    CONTENTS_CHANGED = "inhoudsopgave"
    CONVERSION_CHANGED = "conversietabel"


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    ``function`` is the code (or name) of the function in the new book, in the old one when it is gone, None for the book as a whole; ``part`` says in
    Dutch what changed there. ``before`` and ``after`` are the texts or values, None where there is none; ``differences`` their word differences, empty for
    values. ``items`` are the texts inside what came or went as a whole. ``text`` is the sentence for people.
    """

    kind: ChangeKind
    part: str
    text: str
    function: str | None = None
    name: str | None = None
    before: RichText | None = None
    after: RichText | None = None
    differences: tuple[Difference, ...] = ()
    items: tuple[RichText, ...] = ()


@dataclass(frozen=True, slots=True)
class BookChanges:
    """All changes: those of the book as a whole first, then by function in the order of the new book, then the functions that are gone.

    ``pairs`` are the functions that were seen as the same one: code (or name) before and after. It is false when nothing changed.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    pairs: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def of(self, function: str | None) -> tuple[Change, ...]:
        """The changes of one function, or of the book as a whole (None)."""
        return tuple(change for change in self.changes if change.function == function)

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind that occurs, in the order of the kinds."""
        counted = Counter(change.kind for change in self.changes)
        return {kind: counted[kind] for kind in ChangeKind if counted[kind]}

    @property
    def summary(self) -> str:
        """One or two Dutch sentences."""
        if not self.changes:
            return "Er is niets veranderd."
        total = len(self.changes)
        functions = len({change.function for change in self.changes if change.function})
        lead = "Er is 1 wijziging" if total == 1 else f"Er zijn {total} wijzigingen"
        where = f", bij {functions} normfunctie{'s' if functions > 1 else ''}" if functions else ""
        return f"{lead}{where}. " + "Soorten: " + ", ".join(f"{kind} {count}" for kind, count in self.counts.items()) + "."


def value(text: str | None) -> RichText | None:
    """A plain value as text; None stays None."""
    return None if text is None else RichText(text)
