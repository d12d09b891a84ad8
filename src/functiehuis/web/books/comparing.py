"""Functions of a version side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.check_version import check_version
from functiehuis.actions.compare_version import MOST, compare_version, levels_of
from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right, may
from functiehuis.authoring.changes import LevelComparison, heaviest_first, level_name
from functiehuis.authoring.checks import base_name
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding
from functiehuis.model.function import StandardFunction
from functiehuis.web.books.parts import remembered_part
from functiehuis.web.books.stairs import stairs_of
from functiehuis.web.books.task_table import task_table
from functiehuis.web.project.rooms import HouseRequest, is_partial, room


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: the function, its name here (a numeral where that tells them apart), the work in it, and the step from one level heavier."""

    function: StandardFunction
    name: str
    is_numeral: bool
    work: tuple[int, object] | None
    delta: str


@room(Right.READ_BOOK)
def compare(request: HouseRequest, number: int) -> HttpResponseBase:
    """The levels of a group (``groep``) or any functions (``codes``) compared; without either, the page to choose them."""
    place = request.place
    kept = place.kept = open_book(place.house, number)
    asked = request.GET
    group, codes = asked.get("groep", "")[:60], [code[:200] for code in asked.getlist("codes")]
    if not (group or codes):
        return render(
            request, "books/choose.html", {"page": "compare", "book": kept.book, "groups": _groups(kept.book), "most": MOST, "chosen": asked.getlist("gekozen")}
        )
    pool = levels_of(place.house, kept, group) if group else tuple(dict.fromkeys([*asked.getlist("keuze"), *codes]))
    comparison = compare_version(place.house, kept, codes or pool)
    only, plain = asked.get("toon") == "verschil", asked.get("markeer") == "niveauwoorden"
    labels = [function.label for function in comparison.levels]
    findings = check_version(place.house, kept).of(*labels) if may(place.house.actor, Right.READ_DRAFT) else ()
    local = place.house.local_work() if may(place.house.actor, Right.READ_HOUSE) else {}
    work = tuple(local.get(label) for label in labels)
    found_group = kept.book.group_named(group or _common(comparison.levels))
    context = {
        "page": "compare",
        "place": place,
        "book": kept.book,
        "group": found_group,
        "series": kept.book.series_named(found_group.series) if found_group else None,
        "asked_group": group,
        "pool": _ordered(kept.book, pool),
        "chosen": labels,
        "title": _title(comparison),
        "only": only,
        "plain": plain,
        "comparison": comparison,
    }
    key = (place.organisation.slug, number, tuple(labels), only, plain, work, bool(findings))
    context["part"] = remembered_part(kept, key, "books/compare-part.html", lambda: {**context, **_content(comparison, findings, work, only, plain)})
    return render(request, "books/compare-live.html" if is_partial(request) else "books/compare.html", context)


def _content(comparison: LevelComparison, findings: Sequence[Finding], work: Sequence[tuple[int, object] | None], only: bool, plain: bool) -> dict[str, object]:
    stairs = [stair for stair in stairs_of(comparison, findings, marks=not plain) if stair.differs or not only]
    return {
        "heads": _heads(comparison, work),
        "stairs": stairs,
        "treads": sum(1 for stair in stairs for tread in stair.treads if tread.present),
        "left_out": len(comparison.ladders) - len(stairs),
        "tasks": task_table(comparison, marks=not plain),
        "findings": findings,
    }


def _heads(comparison: LevelComparison, work: Sequence[tuple[int, object] | None]) -> list[Head]:
    heads = []
    for at, function in enumerate(comparison.levels):
        name = level_name(comparison.levels, at)
        heads.append(Head(function, name, name == function.level, work[at], _delta(comparison, at)))
    return heads


def _delta(comparison: LevelComparison, at: int) -> str:
    """The step from one level heavier in a few words: 3 anders · 1 gelijk · 1 vervalt."""
    if at == 0:
        return ""
    step = comparison.steps[at - 1]
    counts = (
        (len(step.changed), "anders", "anders"),
        (len(step.equal), "gelijk", "gelijk"),
        (len(step.dropped), "vervalt", "vervallen"),
        (len(step.added), "nieuw", "nieuw"),
    )
    return " · ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def _title(comparison: LevelComparison) -> str:
    numbers = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
    count = len(comparison.levels)
    if len({base_name(function) for function in comparison.levels}) == 1 and _common(comparison.levels):
        return f"{base_name(comparison.levels[0])}: {numbers[count]} {'niveau' if count == 1 else 'niveaus'} naast elkaar"
    return f"{numbers[count].capitalize()} normfuncties naast elkaar"


def _common(functions: Sequence[StandardFunction]) -> str | None:
    """The group that functions share."""
    groups = {function.group for function in functions}
    return next(iter(groups)) if len(groups) == 1 else None


def _ordered(book: FunctionBook, labels: Sequence[str]) -> list[tuple[str, StandardFunction]]:
    """The functions to switch on and off, the heaviest first, each with its short name."""
    wanted = {label.casefold() for label in labels}
    found = heaviest_first([function for function in book.functions if wanted & {(function.code or "").casefold(), function.name.casefold()}])
    return [(level_name(found, at), function) for at, function in enumerate(found)]


def _groups(book: FunctionBook) -> list[tuple[str, str, list[StandardFunction]]]:
    """The groups with their functions, for choosing."""
    found: dict[str, list[StandardFunction]] = {}
    for function in book.functions:
        found.setdefault(function.group or "", []).append(function)
    names = {group.code: group.name for group in book.groups}
    return [(code, names.get(code, code), list(heaviest_first(functions))) for code, functions in found.items()]
