"""Modules: coordinating the work of colleagues beside a function, told apart from leading people."""

from __future__ import annotations

import math
from collections.abc import Sequence

from functiehuis.model.book import FunctionBook
from functiehuis.model.cues import ModuleCue
from functiehuis.model.description import FunctionDescription
from functiehuis.model.evidence import Evidence, ModuleEvidence, ModuleSide
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import ModuleFound

_ENOUGH = 0.27  # how much must speak for a module, of the two together: the cues, and how much the text resembles work that had it
_ALONE = 0.3  # from this likeness on, without a word that says so
_CUE_PART = 0.05  # what one point of a cue adds
_LEADS = ("leidinggeven", "leiding geven", "management", "aansturen", "manager", "directeur")


def modules_found(
    book: FunctionBook, cues: Sequence[ModuleCue], description: FunctionDescription, evidence: Evidence, resembles: float, function: StandardFunction
) -> tuple[ModuleFound, ...]:
    """The modules of the book that the work has beside a function; none beside a function that leads people itself."""
    if leads(book, function):
        return ()
    found = []
    for cue in cues:
        module = next((item for item in book.modules if cue.module.casefold() in item.name.casefold()), None)
        told = [item for item in evidence.modules if item.module == cue.module]
        own = [item for item in told if not (item.denied or _apart(description, item))]
        denied = len(own) < len(told)
        speaks = {side: math.fsum(item.weight for item in own if item.side is side) for side in ModuleSide}
        against = max(0.0, speaks[ModuleSide.AGAINST] - 2) if not speaks[ModuleSide.CONFIRMS] else 0.0
        score = resembles + _CUE_PART * (min(speaks[ModuleSide.FOR], 4) + min(speaks[ModuleSide.CONFIRMS], 1) - against - speaks[ModuleSide.NOT])
        said = sorted((item for item in own if item.side is ModuleSide.FOR), key=lambda item: (-item.weight, item.span))
        if module is None or score < _ENOUGH or not (said or (resembles >= _ALONE and not denied)):
            continue
        passages = list(dict.fromkeys(description.statements[item.statement].text for item in said if "\n" not in description.statements[item.statement].text))
        found.append(ModuleFound(module.name, tuple(passages[:3])))
    return tuple(found)


def _apart(description: FunctionDescription, item: ModuleEvidence) -> bool:
    """Whether words for a module stand in a statement that denies something or gives it to somebody else: that does not hold for a part of it only."""
    statement = description.statements[item.statement]
    return item.side is ModuleSide.FOR and bool(statement.denied or statement.others)


def leads(book: FunctionBook, function: StandardFunction) -> bool:
    """Whether a function leads people or programmes: its series or group says so."""
    series, group = book.series_named(function.series), book.group_named(function.group)
    said = " ".join(
        [series.name if series else "", group.name if group else "", *(part.definition.text if part and part.definition else "" for part in (group,))]
    ).casefold()
    return any(word in said for word in _LEADS)
