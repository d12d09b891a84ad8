"""Descriptions of work with the answer of an adviser, to measure finding with.

In: a file with one JSON object a line, and the codes of a book. Out: Cases in the order of the file. Refuses with UnreadableError a file that is not there or
has a line of another form, with UnknownItemError an answer that the book does not have. A refusal names the line and the id, never the text.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from functiehuis.measuring.truth.loader import HERE
from functiehuis.model.candidate import DOUBT, NO_FUNCTION
from functiehuis.model.errors import UnknownItemError, UnreadableError

CASE_SETS = ("ongezien", "ontwikkeling")
"""The sets that come with the product. Nobody tunes on the first; the second is for building."""

OPEN_SETS = {"open_a": "cases_a.jsonl", "open_b": "cases_b.jsonl"}
"""Sets that lie beside the real book, by name."""

_SAME_REGISTER = {"e-mail": "mail", "gesprek": "interview", "opsomming": "takenlijst", "functiebeschrijving_oud": "functiebeschrijving"}
_HARDEST = 3


@dataclass(frozen=True, slots=True)
class Case:
    """A description with its answer: ``code`` is a code, ``geen`` or ``twijfel``; ``also`` are answers that are as defensible.

    ``module`` is None where the set does not say whether the work has a module, ``register`` and ``difficulty`` (1 to 3) where it does not tell them.
    """

    id: str
    title: str
    text: str
    code: str
    also: tuple[str, ...] = ()
    module: bool | None = None
    register: str | None = None
    difficulty: int | None = None

    @property
    def answers(self) -> frozenset[str]:
        """Every answer that is right or defensible."""
        return frozenset((self.code, *self.also))

    @property
    def has_function(self) -> bool:
        """Whether one function of the book is the answer."""
        return self.code not in (NO_FUNCTION, DOUBT)


def case_file(name: str) -> Path:
    """The file of a set that comes with the product."""
    return HERE / f"zoeken-{name}.jsonl"


def load_cases(path: Path, codes: Collection[str]) -> tuple[Case, ...]:
    """The cases of a file, for a book with these codes."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(
            f"De gevallen in {path.name} zijn niet te lezen: het bestand ontbreekt of is geen UTF-8. Zet het terug in {path.parent}."
        ) from error
    cases: list[Case] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        case = _case(line, f"Regel {number} van {path.name}")
        _check_answer(case, codes, f"Regel {number} van {path.name} (geval {case.id})")
        for told, what in ((case.id, "het id"), (case.text, "de tekst")):
            if told in seen:
                raise UnreadableError(f"Regel {number} van {path.name} (geval {case.id}): {what} staat al eerder in het bestand. Haal er één weg.")
            seen.add(told)
        cases.append(case)
    if not cases:
        raise UnreadableError(f"In {path.name} staat geen enkel geval. Schrijf per regel een JSON-object met id, titel, tekst en code.")
    return tuple(cases)


def _case(line: str, where: str) -> Case:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{where} is geen geldige JSON. Schrijf per regel één JSON-object.") from error
    if not isinstance(row, Mapping):
        raise UnreadableError(f"{where} is geen JSON-object. Schrijf de regel als {{id, titel, tekst, code, ...}}.")
    register = _of(row, "register", str, where)
    case = Case(
        id=_required(row, ("id",), where),
        title=str(row.get("titel", row.get("title", ""))),
        text=_required(row, ("tekst", "text"), where),
        code=_required(row, ("code", "gold_code"), where),
        also=tuple(str(code) for code in _of(row, "ook", list, where) or ()),
        module=_of(row, "module", bool, where),
        register=_SAME_REGISTER.get(register, register) if register else None,
        difficulty=_of(row, "moeilijkheid", int, where),
    )
    if case.difficulty is not None and not 1 <= case.difficulty <= _HARDEST:
        raise UnreadableError(f"{where} (geval {case.id}): moeilijkheid is {case.difficulty}; kies 1, 2 of 3.")
    return case


def _required(row: Mapping[str, Any], names: tuple[str, ...], where: str) -> str:
    value = next((row[name] for name in names if name in row), None)
    if not isinstance(value, str) or not value.strip():
        raise UnreadableError(f"{where}: '{names[0]}' ontbreekt of is geen tekst. Vul het in.")
    return value


def _of(row: Mapping[str, Any], name: str, kind: type, where: str) -> Any:
    value = row.get(name)
    if value is not None and type(value) is not kind:
        raise UnreadableError(f"{where}: '{name}' heeft niet de goede vorm. Vergelijk de regel met de andere regels.")
    return value


def _check_answer(case: Case, codes: Collection[str], where: str) -> None:
    unknown = sorted({case.code} - {NO_FUNCTION, DOUBT} - set(codes)) + sorted(set(case.also) - {NO_FUNCTION} - set(codes))
    if unknown:
        raise UnknownItemError(f"{where}: het antwoord {unknown[0]} staat niet in het functieboek. Kies een code van het boek, 'geen' of 'twijfel'.")
    if case.code == DOUBT and len(set(case.also)) < 2:
        raise UnreadableError(f"{where}: bij 'twijfel' moeten in 'ook' minstens twee codes staan. Vul ze aan of kies één code.")
