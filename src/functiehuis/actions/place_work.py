"""Place a description in a version of the book: what the product finds, as plain data that a worksheet can keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from functiehuis.actions.placers import placer_of
from functiehuis.classifying.proposals import motivation
from functiehuis.library.cues import load_cues
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import KeptBook
from functiehuis.model.placement import Answer
from functiehuis.model.wire import placement_to_wire

LONGEST = 200_000
"""The longest description that is placed, in characters: some eighty pages."""


def find(kept: KeptBook, text: str, *, title: str = "", answers: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The placement of a text in wire form. ``answers`` are those of a worksheet: as, antwoord (1 is the heaviest) and bron.

    Refuses (RefusedError, field beschrijving) an empty text, a text that is too long, and one that says too little about work: with the reason in Dutch.
    """
    if not text.strip():
        raise _refused("Plak een beschrijving, of kies een lokale functie die er een heeft.")
    if len(text) > LONGEST:
        shown = f"{len(text):,}".replace(",", ".")
        raise _refused(f"Deze tekst heeft {shown} tekens, en hooguit 200.000 mag. Plak alleen de beschrijving van deze functie.")
    given = [Answer(item["as"], int(item["antwoord"]) - 1, item.get("bron") or "antwoord") for item in answers if _known(item)]
    placement = placer_of(kept).place(text, title=title, answers=given)
    if not placement.comparisons:
        raise _refused(placement.reason or "Deze tekst zegt te weinig over werk om er een functie bij te zoeken.")
    return placement_to_wire(placement, motivation(placement))


def question_of(axis: str) -> tuple[str, tuple[str, ...]]:
    """The question about an axis with its answers, the heaviest first; empty for an axis that is not there."""
    found = load_cues().axis(axis)
    return (found.question, tuple(degree.answer for degree in found.degrees)) if found else ("", ())


def _known(item: Mapping[str, Any]) -> bool:
    return 0 < int(item["antwoord"]) <= len(question_of(item["as"])[1])


def _refused(text: str) -> RefusedError:
    return RefusedError(text, {"beschrijving": text})
