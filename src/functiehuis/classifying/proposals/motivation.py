"""A Placement -> the motivering: a Dutch text that an adviser would sign after small edits."""

from __future__ import annotations

from functiehuis.model.placement import Placement


def motivation(placement: Placement) -> str:
    """The motivering, in paragraphs parted by an empty line."""
    return placement.reason or ""
