"""Addresses that stay: a function is found by its code for as long as the code is hers, and never by that of another one.

In: functions with their codes and names. Out: names of files without ending, safe on every disk. An address depends on the code alone, and on the name where
two functions have one code; never on what else is in the book, nor on the order. Refuses nothing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from functiehuis.model.function import StandardFunction

_PLAIN = re.compile(r"[A-Z0-9](?:[A-Z0-9.-]{0,38}[A-Z0-9])?")
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{name}{number}" for name in ("COM", "LPT") for number in range(10))})


def safe_name(text: str) -> str:
    """A name for a file: a plain code as it is; anything else as far as letters allow, with a fingerprint, so that two texts never share one."""
    if _PLAIN.fullmatch(text) and ".." not in text and text.split(".", maxsplit=1)[0] not in _DEVICES:
        return text
    return f"{slug(text)}_{_fingerprint(text)}"


def slug(text: str) -> str:
    """A text in small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "naamloos"


@dataclass(frozen=True, slots=True)
class Choice:
    """An address that could mean several functions, or that belonged to another one: a page that says so and lets the reader choose.

    ``functions`` are the places in the book; ``was`` is the name of the function of the previous version, ``gone`` whether it is not there any more.
    """

    code: str
    functions: tuple[int, ...] = ()
    was: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address of every function, in the order of the book, and the pages that only point elsewhere."""

    own: tuple[str, ...]
    choices: Mapping[str, Choice] = field(default_factory=dict)


def addresses_of(functions: Sequence[StandardFunction], before: Sequence[StandardFunction] = (), pairs: Sequence[tuple[str, str]] = ()) -> Addresses:
    """Addresses of a book; with the previous version and which function became which, also what became of its addresses."""
    shared = {stem for stem, count in Counter(_first_choice(function) for function in functions).items() if count > 1}
    old = _own(before, {stem for stem, count in Counter(_first_choice(function) for function in before).items() if count > 1})
    became = dict(pairs)
    labels = {function.label: at for at, function in reversed(list(enumerate(functions)))}
    # A code that went to another function is nobody's address any more: its page says who had it and who has it.
    stems = {_first_choice(function): function.label for function in functions}
    passed_on = {name for name, function in zip(old, before, strict=True) if name in stems and became.get(function.label, function.label) != stems[name]}
    own = _own(functions, shared | passed_on)
    choices = {
        stem: Choice(function.code or function.name, tuple(at for at, other in enumerate(functions) if _first_choice(other) == stem))
        for function in functions
        if (stem := _first_choice(function)) in shared | passed_on
    }
    for name, function in zip(old, before, strict=True):
        if name in own and name not in passed_on:
            continue
        successor = labels.get(became.get(function.label, ""))
        known = choices.get(name, Choice(function.code or function.name))
        found = (*((successor,) if successor is not None else ()), *(at for at in known.functions if at != successor))
        choices[name] = Choice(known.code, found, function.name, successor is None)
    return Addresses(own, choices)


def _first_choice(function: StandardFunction) -> str:
    return safe_name(function.code) if function.code else f"zonder-code-{safe_name(function.name.casefold() + ' ')}"


def _own(functions: Sequence[StandardFunction], unclear: set[str]) -> tuple[str, ...]:
    found: list[str] = []
    taken: set[str] = set()
    for function in functions:
        stem = _first_choice(function)
        name = f"{stem}_{slug(function.name)}-{_fingerprint(function.name)}" if stem in unclear else stem
        unique, number = name, 2
        while unique.lower() in taken:
            unique, number = f"{name}-{number}", number + 1
        taken.add(unique.lower())
        found.append(unique)
    return tuple(found)


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
