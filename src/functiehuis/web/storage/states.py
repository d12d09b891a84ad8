"""What a row says, as a hash: the trail keeps it with each event, so that a change that went around the trail shows."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models

from functiehuis.web.storage.models import ApiToken, BookVersion, FunctionRow, Intake, LocalFunction, Membership, Organisation, Unit, Worksheet

KINDS: dict[type[models.Model], tuple[str, tuple[str, ...]]] = {
    Organisation: ("organisatie", ("slug", "name", "abbreviation", "public", "house_style")),
    Membership: ("lid", ("user_id", "role", "ended")),
    ApiToken: ("sleutel", ("user_id", "name", "hash", "ended")),
    BookVersion: (
        "versie",
        (
            "number",
            "title",
            "status",
            "valid_from",
            "known_since",
            "decision",
            "retired_on",
            "retired_since",
            "source",
            "based_on",
            "fingerprint",
            "frame",
            "snapshot",
        ),
    ),
    FunctionRow: ("normfunctie", ("key", "position", "wire", "revision", "retired")),
    Unit: ("afdeling", ("name", "parent_id", "retired")),
    LocalFunction: ("lokale functie", ("number", "name", "description", "unit_id", "fte", "code", "retired")),
    Worksheet: ("werkblad", ("local_function_id", "version", "title", "description", "status", "result", "choices", "motivation")),
    Intake: ("inlezing", ("file_name", "fingerprint", "version")),
}
"""Per table: what the trail calls a row of it, and what of it the trail answers for."""


def kind_of(row: models.Model) -> str:
    """What the trail calls a row."""
    return KINDS[type(row)][0]


def subject_of(row: models.Model) -> str:
    """How the trail names a row: by its key in the tables, a normfunctie with its version in front."""
    return f"{row.version_id}/{row.key}" if isinstance(row, FunctionRow) else str(row.pk)


def state_of(row: models.Model) -> str:
    """The SHA-256 of what a row says; the same in SQLite and in PostgreSQL, before and after it was kept."""
    values = {name: _plain(row, name) for name in KINDS[type(row)][1]}
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _plain(row: models.Model, name: str) -> Any:
    value = getattr(row, name)
    if value is None or isinstance(value, (bool, int, dict, list)):
        return value
    if isinstance(value, str):
        return str(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return format(value, ".2f")
