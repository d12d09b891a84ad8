"""Model objects without their provenance, for comparing what is said."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Item = TypeVar("Item")


def without_provenance(item: Item) -> Item:
    """The same model object, with every provenance inside it None."""
    stripped: Item = _stripped(item)
    return stripped


def _stripped(item: Any) -> Any:
    if isinstance(item, tuple):
        return tuple(_stripped(part) for part in item)
    if is_dataclass(item) and not isinstance(item, type):
        changes = {field.name: None if field.name == "provenance" else _stripped(getattr(item, field.name)) for field in fields(item)}
        return replace(item, **changes)
    return item
