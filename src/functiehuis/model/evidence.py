"""What a description gives away about the work: evidence, each with the words it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functiehuis.model.text import Span


class ModuleSide(StrEnum):
    """What a piece of evidence says about a module."""

    FOR = "voor"
    AGAINST = "tegen"
    CONFIRMS = "bevestigt"
    NOT = "geen module"


@dataclass(frozen=True, slots=True)
class KindEvidence:
    """A word that gives away a kind of work (key), in a statement (position).

    ``telling`` is what the word says by itself (3 decides, 2 is typical, 1 is weak, below 0 points away); ``weight`` is that times what the statement weighs.
    """

    kind: str
    telling: int
    weight: float
    span: Span
    statement: int


@dataclass(frozen=True, slots=True)
class DegreeEvidence:
    """A phrase that gives away a degree of an axis; ``rank`` 0 is the heaviest of ``ranks`` degrees. ``answer``: it comes from an answer, not from the text."""

    axis: str
    rank: int
    ranks: int
    weight: float
    span: Span | None
    statement: int | None
    answer: bool = False


@dataclass(frozen=True, slots=True)
class ModuleEvidence:
    """A phrase that speaks for or against a module; ``denied``: the text denies it, or says it of somebody else."""

    module: str
    side: ModuleSide
    weight: float
    span: Span
    statement: int
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All the evidence of one description, in the order of the text."""

    kinds: tuple[KindEvidence, ...] = ()
    degrees: tuple[DegreeEvidence, ...] = ()
    modules: tuple[ModuleEvidence, ...] = ()
