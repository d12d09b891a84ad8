"""A finding (melding): one thing to tell the reader of a book, with all the places where it shows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from functiehuis.model.provenance import Provenance


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding shows: a part of a function (``function`` is its code or, without one, its name) or of the whole book (None).

    ``part`` says in Dutch which part, e.g. "kenmerk 2" or "resultaatgebied 1, taak 3". ``quote`` is the text there, ``span`` the characters of it that matter.
    """

    part: str
    function: str | None = None
    provenance: Provenance | None = None
    quote: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause, told once. ``places`` is never empty and in the order of the book; ``proposal`` is the correction, in Dutch, or None.

    ``subject`` is what the finding is about (a word, a name, a code): with the code it makes the fingerprint, which stays the same when lines move.
    """

    code: str
    severity: Severity
    text: str
    places: tuple[Place, ...]
    subject: str
    proposal: str | None = None

    def __post_init__(self) -> None:
        if not self.places:
            raise ValueError(f"finding {self.code} has no place")

    @property
    def fingerprint(self) -> str:
        """Ten hexadecimal digits that name this finding in this book, independent of line numbers."""
        return hashlib.sha256(f"{self.code}\n{self.subject}".encode()).hexdigest()[:10]
