"""Text that every database can keep: the NUL sign, which PostgreSQL refuses and nobody types, becomes the sign for an unknown character."""

from __future__ import annotations

from typing import Any

from django.db import models

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def clean(value: Any) -> Any:
    """A value as it can be kept: text, and text inside lists and dictionaries, without NUL signs. What has none comes back as it was."""
    if isinstance(value, str):
        return value.replace("\0", _UNKNOWN)
    if isinstance(value, dict):
        return {clean(key): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def clean_row(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    """Before a row is kept: its texts, so that what the trail says about the row is what the database holds."""
    for field in sender._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField | models.JSONField) and field.attname in instance.__dict__:
            value = instance.__dict__[field.attname]
            kept = clean(value)
            if kept != value:
                setattr(instance, field.attname, kept)
