"""A description of somebody's work, split into statements: what counts, what does not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from functiehuis.model.text import Span

WORK = "werk"
"""The kind of a statement about the work; other kinds come from the sentence rules."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a description: literally the characters ``span`` of its text.

    ``kind`` is ``werk``, or the kind of the sentence rule that sets it aside; ``reason`` is then the Dutch reason. ``weight`` says how much it counts (1 is
    usual; less for what happens now and then, more for the greater part of the time). ``share`` is the share of the time in per cent where the text gives
    one. ``denied`` are the spans that say what does not belong to the work, ``others`` those that say what somebody else does (both in characters of the text).
    """

    text: str
    span: Span
    kind: str = WORK
    reason: str | None = None
    weight: float = 1.0
    share: int | None = None
    denied: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the statement is about the work."""
        return self.kind == WORK


@dataclass(frozen=True, slots=True)
class FunctionDescription:
    """A description of a local function. The title is kept to show; it never influences a placement.

    ``unfit`` is the Dutch reason why the text says too little about work to place anybody by (too short, another language, a table of numbers), or None.
    """

    id: str
    title: str
    text: str
    statements: tuple[Statement, ...] = ()
    unfit: str | None = None

    def work(self) -> Iterator[Statement]:
        """The statements that count."""
        return (statement for statement in self.statements if statement.counts)

    def set_aside(self) -> Iterator[Statement]:
        """The statements that do not count, each with its reason."""
        return (statement for statement in self.statements if not statement.counts)
