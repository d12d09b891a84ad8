"""What a person typed in a form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.http import QueryDict

_DATES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")


def fields_of(given: QueryDict, names: Iterable[str] = ()) -> dict[str, str]:
    """The fields, each with its last value; of ``names`` all values, one a line. Lines end with a newline alone."""
    found = {name: (given.get(name) or "").replace("\r\n", "\n") for name in given}
    return {**found, **{name: "\n".join(given.getlist(name)) for name in names}}


def day_of(typed: str) -> date | None:
    """A date as a date field or a person writes it; None when it is none."""
    for form in _DATES:
        try:
            return datetime.strptime(typed.strip(), form).date()
        except ValueError:
            continue
    return None


def number_of(typed: str) -> int:
    """A revision from a hidden field; -1 when somebody changed it into something else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1
