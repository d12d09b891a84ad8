"""Rows <-> records: the same names on both sides, so that one function does it for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar, cast

from django.db import models

from functiehuis.model.errors import ConflictError, UnknownItemError

Record = TypeVar("Record")
Row = TypeVar("Row", bound=models.Model)

_FOREIGN = {"unit": "unit_id", "parent": "parent_id", "local_function": "local_function_id"}


def record_of(kind: type[Record], row: models.Model, **given: Any) -> Record:
    """A record of a row; ``given`` are fields that the row does not have, or has in another form."""
    values = {item.name: getattr(row, _FOREIGN.get(item.name, item.name)) for item in fields(cast("Any", kind)) if item.name not in given}
    return kind(**values, **given)


def fill(row: models.Model, record: Any, *names: str) -> None:
    """Put fields of a record into a row."""
    for name in names:
        setattr(row, _FOREIGN.get(name, name), getattr(record, name))


def one(rows: models.QuerySet[Row], what: str, **wanted: Any) -> Row:
    """The one row that is wanted; UnknownItemError when it is not there, or is not ours."""
    # No row has a name with NUL, and PostgreSQL does not even look for one.
    impossible = any(isinstance(value, str) and "\0" in value for value in wanted.values())
    found = None if impossible else rows.filter(**wanted).first()
    if found is None:
        raise UnknownItemError(f"{what} bestaat niet, of hoort niet bij uw organisatie. Ga terug en kies opnieuw.")
    return found


def refuse_stale(row: Any, revision: int, what: str, who: Mapping[str, Any] | None = None) -> None:
    """ConflictError when a row has changed since a revision."""
    if row.revision != revision:
        by = f" door {who['by']}" if who and who.get("by") else ""
        raise ConflictError(f"{what} is intussen gewijzigd{by}. Uw tekst is niet opgeslagen en staat er nog. Vergelijk beide teksten en kies welke blijft.")
