"""What the checks need besides the book."""

from __future__ import annotations

from dataclasses import dataclass, field

from functiehuis.language.spelling import Speller
from functiehuis.model.degrees import Degrees
from functiehuis.model.system import BookSystem


@dataclass(frozen=True, slots=True)
class CheckContext:
    """The system of the book, a speller that knows the field's own words, the degree words, and the field's nouns with ``het``."""

    system: BookSystem
    speller: Speller
    degrees: Degrees
    neuter_nouns: frozenset[str] = field(default_factory=frozenset)
