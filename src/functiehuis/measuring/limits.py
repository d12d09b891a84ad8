"""The limits: what was reached once may not get worse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure on the wrong side of its limit. ``measured`` is None where the figure is not there any more."""

    figure: str
    limit: float
    measured: float | None
    at_least: bool


@dataclass(frozen=True, slots=True)
class Watch:
    """The outcome of watching the limits: what fell, how many limits were held against, and how many could not be (what they are about is not at hand)."""

    fallen: tuple[Fall, ...]
    checked: int
    skipped: int


def watch(wire: Mapping[str, Any], limits: Mapping[str, Mapping[str, float]] | None = None) -> Watch:
    """Hold a measurement in its wire form against the limits (those of the product unless given)."""
    chosen = bundled_limits() if limits is None else limits
    fallen, checked, skipped = [], 0, 0
    for at_least, key in ((True, "minstens"), (False, "hoogstens")):
        for figure, limit in chosen.get(key, {}).items():
            if _is_skipped(wire, figure):
                skipped += 1
                continue
            checked += 1
            measured = _value(wire, figure)
            number = float(measured) if isinstance(measured, (int, float)) else None
            if number is None or (number < limit if at_least else number > limit):
                fallen.append(Fall(figure, limit, number, at_least))
    return Watch(tuple(fallen), checked, skipped)


def bundled_limits() -> Mapping[str, Mapping[str, float]]:
    """The limits that come with the product."""
    limits: Mapping[str, Mapping[str, float]] = yaml.load(resources.files(__package__).joinpath("limits.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return limits


def _is_skipped(wire: Mapping[str, Any], figure: str) -> bool:
    """Whether the measurement itself says, with None, that a part was not measured; what is not named at all has fallen."""
    found: Any = wire
    for key in figure.split(".")[:-1]:
        if not isinstance(found, Mapping) or key not in found:
            return False
        found = found[key]
        if found is None:
            return True
    return False


def _value(wire: Mapping[str, Any], figure: str) -> object:
    found: Any = wire
    for key in figure.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found
