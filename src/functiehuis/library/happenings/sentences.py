"""Sentences of the trail, from the templates in ``sentences.yaml``: per name of an event one, or several of which the first that has all its facts counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

import yaml

from functiehuis.model.house import Event

_MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]


@cache
def _templates() -> Mapping[str, tuple[str, ...]]:
    read = yaml.safe_load(resources.files(__package__).joinpath("sentences.yaml").read_text("utf-8"))
    return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in read.items()}


def names() -> frozenset[str]:
    """The events that have a sentence."""
    return frozenset(_templates())


def thing(event: Event) -> str:
    """What an event is about: "lokale functie 12"."""
    return f"{event.subject_kind} {event.subject_id}".strip()


def _said(value: Any) -> Any:
    """A fact as people write it: a date in words."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-\d{2}", value):
        year, month, day = value.split("-")
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
    return value


def sentence(event: Event) -> str:
    """What happened, after the name of who did it. A fact that is missing or empty leads to a template that does without."""
    facts: dict[str, Any] = {name: _said(value) for name, value in event.data.items() if value not in (None, "")}
    facts.setdefault("ding", thing(event))
    for template in _templates().get(event.name, ()):
        if all(name in facts for _, name, _, _ in Formatter().parse(template) if name):
            return template.format(**facts)
    return f"deed {event.name} bij {thing(event)}"
