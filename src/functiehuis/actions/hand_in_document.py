"""Hand in a document that is to become a book, and read it (in the background)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.checks import examine_book
from functiehuis.authoring.editing import cleaned, cleaned_wire, source_lines
from functiehuis.documents.limits import MEGABYTE
from functiehuis.documents.reading import FORMATS
from functiehuis.library.checking import check_context
from functiehuis.library.sources import open_bytes
from functiehuis.library.systems import bundled_systems
from functiehuis.model.errors import ConflictError, FunctiehuisError, RefusedError
from functiehuis.model.house import Happening, Intake, IntakeStatus
from functiehuis.model.wire import book_from_wire, book_to_wire, finding_to_wire

ENDINGS = (*FORMATS, ".markdown", ".json")
"""What the name of a document may end with."""

_TOLD_BY_CHECKS = frozenset({"FB041", "FB044"})
_LONGEST_NAME = 150
_READING_SHARE = 60  # of the 100 of the progress bar


def hand_in_document(house: House, file_name: str, content: bytes, limit: int) -> Intake:
    """Keep a document to be read. Refuses, at the field ``bestand``: nothing, an empty file, one that is too large, and a name of another kind."""
    require(house.actor, Right.EDIT_BOOK)
    name = shown_name(file_name)
    kind = PurePosixPath(name).suffix.lower()
    if not file_name:
        raise _wrong("Kies een bestand.")
    if kind not in ENDINGS:
        raise _wrong(f"{name} is van een soort die Functiehuis niet leest{f' ({kind})' if kind else ''}. Kies een bestand dat eindigt op {kinds()}.")
    if not content:
        raise _wrong(f"{name} is leeg: het bestand heeft 0 tekens. Kies het bestand met het functieboek.")
    if len(content) > limit:
        raise _wrong(too_large(limit))
    return house.add_intake(name, content, Happening("inlezing.begonnen", data={"bestand": name, "bytes": len(content)}))


def kinds() -> str:
    """The endings as people list them."""
    return ", ".join(ENDINGS[:-1]) + f" of {ENDINGS[-1]}"


def too_large(limit: int) -> str:
    """What is said of a document that is too large."""
    return f"Dit bestand is te groot: hooguit {limit // MEGABYTE} MB kan. Bewaar het functieboek zonder plaatjes en probeer het opnieuw."


def shown_name(given: str) -> str:
    """The name of a file as it is shown and kept: without folders and without characters that mean something else. It is never used as a path."""
    name = cleaned(given).replace("\\", "/").rpartition("/")[2].replace("\n", " ").strip().strip(".") or "document"
    kind = PurePosixPath(name).suffix[:12]
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - len(kind) - 1] + "…" + kind


def _wrong(text: str) -> RefusedError:
    return RefusedError(text, {"bestand": text})


def read_intake(house: House, identifier: int) -> None:
    """Read a document that was handed in, and keep what was read. Done again it does nothing; stopped in the middle it begins again.

    A document that cannot be read gets the status mislukt, with the sentence that says why.
    """
    require(house.actor, Right.EDIT_BOOK)
    intake = house.intake(identifier)
    if intake.status not in (IntakeStatus.WAITING, IntakeStatus.READING):
        return
    teller = _Teller(house, intake)
    try:
        teller.keep(status=IntakeStatus.READING, progress=1, message="")
        _read(house.intake_content(identifier), teller)
    except ConflictError:
        return  # another worker reads the same document, or somebody threw it away: that one goes on
    except FunctiehuisError as error:
        try:
            teller.keep(status=IntakeStatus.FAILED, message=str(error), progress=100)
        except FunctiehuisError:
            return


class _Teller:
    """Keeps how far the reading is, not more often than people look."""

    def __init__(self, house: House, intake: Intake, clock: Callable[[], float] = time.monotonic) -> None:
        self.house, self.intake, self.clock, self.told = house, intake, clock, clock()

    def keep(self, **changes: Any) -> None:
        self.intake = self.house.put_intake(replace(self.intake, **changes), None)
        self.told = self.clock()

    def part(self, start: int, share: int) -> Callable[[int, int], None]:
        """Progress of a part of the work, as a part of 100."""

        def progress(done: int, total: int) -> None:
            if self.clock() - self.told > 0.4:
                self.keep(progress=min(99, start + share * done // max(total, 1)))

        return progress


def _read(content: bytes, teller: _Teller) -> None:
    systems = bundled_systems()
    document, reading = open_bytes(content, teller.intake.file_name, systems, teller.part(1, _READING_SHARE))
    wire = cleaned_wire(book_to_wire(reading.book))
    book = book_from_wire(wire)
    result = examine_book(book, check_context(reading.system), progress=teller.part(_READING_SHARE, 99 - _READING_SHARE))
    doubts = [finding for finding in reading.findings if finding.code not in _TOLD_BY_CHECKS]
    findings = tuple({finding.fingerprint: finding for finding in (*doubts, *result.findings)}.values())
    texts = tuple(document.texts()) if document else ()
    teller.keep(
        status=IntakeStatus.READ,
        progress=100,
        message="",
        book=wire,
        findings=tuple(cleaned_wire(finding_to_wire(finding)) for finding in findings),
        lines=tuple(cleaned_wire(source_lines(texts, wire, reading.system))),
    )
