"""Compounds that are written as two words: ``management adviezen`` for managementadviezen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from functiehuis.authoring.checks.signs import Slip
from functiehuis.language.spelling import Speller
from functiehuis.model.finding import Severity

_PAIR = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{4,})(?= (?P<second>[^\W\d_]{4,})(?![\w-]))")
_TERM = re.compile(r"\b(?P<length>lange|korte) termijn (?P<noun>[^\W\d_]{6,})(?![\w-])")
_EXPLANATION = "Deze woorden vormen waarschijnlijk één samenstelling."


_VERB = re.compile(r"\w+(?:t|eren)$")


def split_compounds(text: str, firsts: Collection[str], speller: Speller) -> Iterator[Slip]:
    """Two nouns in a row that make one compound; ``firsts`` are nouns that seldom stand loose before another noun."""
    for found in _TERM.finditer(text):
        if speller.listed(f"termijn{found['noun']}") or speller.is_compound(f"termijn{found['noun']}"):
            right = f"{found['length']}termijn{found['noun']}"
            yield Slip("losse samenstelling", found.span(), _EXPLANATION, right, Severity.INFO)
    for found in _PAIR.finditer(text):
        first, second = found["first"], found["second"]
        if first.casefold() not in firsts or not second.islower() or text[: found.start()].endswith(", "):
            continue  # in an enumeration a forgotten comma or "en" is likelier
        verb = _VERB.match(second) and (speller.listed(second[:-1]) or second.endswith("eren"))
        if not verb and speller.listed(first.casefold() + second):
            yield Slip("losse samenstelling", (found.start(), found.end("second")), _EXPLANATION, f"{first}{second}", Severity.INFO)
