"""A way in which the text of a book is changed, and what may differ when it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Perturbation:
    """``ignore``: words in the names of facts (see book_facts) that this damage may change, with the reason in ``why``."""

    name: str
    apply: Callable[[str], str | bytes]
    ignore: frozenset[str] = frozenset()
    why: str = ""


ALL: list[Perturbation] = []


def add(name: str, apply: Callable[[str], str | bytes], ignore: str = "", why: str = "") -> None:
    ALL.append(Perturbation(name, apply, frozenset(ignore.split()), why))


EMPHASIS = re.compile(r"\*\*\*(.+?)\*\*\*|\*\*(.+?)\*\*|\*(.+?)\*")


def sub(pattern: str, new: str, flags: int = re.MULTILINE) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text, flags=flags)
