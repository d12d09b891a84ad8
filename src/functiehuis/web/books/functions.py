"""One normfunctie."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.check_version import check_version
from functiehuis.actions.compare_version import MOST, compare_version
from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right, may
from functiehuis.actions.version_changes import function_changes
from functiehuis.authoring.changes import LevelComparison
from functiehuis.authoring.checks import base_name
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.function import StandardFunction
from functiehuis.web.books.parts import remembered_part
from functiehuis.web.books.places import areas_of, neighbours, traits_of
from functiehuis.web.project.rooms import HouseRequest, Place, room

_SHOWN = 25
"""Local functions on the page until somebody asks for all."""


@room(Right.READ_BOOK)
def function(request: HouseRequest, number: int, code: str) -> HttpResponseBase:
    """A normfunctie with its place among the levels of its group, its local functions, findings, versions and source."""
    place = request.place
    kept = place.kept = open_book(place.house, number)
    book = kept.book
    found = next((item for item in book.functions if item.label == code), None)
    if found is None:
        raise UnknownItemError(f"Normfunctie {code} staat niet in versie {number} van dit boek. Kies haar in de functiematrix.")
    comparison = compare_version(place.house, kept, _line(book, found))
    names, near = neighbours(comparison, found)
    context = {
        "page": "book",
        "book": book,
        "function": found,
        "group": book.group_named(found.group),
        "series": book.series_named(found.series),
        "levels": comparison.levels,
        "near": near,
        "near_names": names,
        "findings": check_version(place.house, kept).of(found.label) if may(place.house.actor, Right.READ_DRAFT) else None,
        **_local(place, found, everything=request.GET.get("lokaal") == "alle"),
        **_since(place, found),
    }
    context["part"] = remembered_part(
        kept, (code, place.organisation.slug, number), "books/function-part.html", lambda: _content(place, book, comparison, found)
    )
    return render(request, "books/function.html", context)


def _content(place: Place, book: FunctionBook, comparison: LevelComparison, function: StandardFunction) -> dict[str, object]:
    """What the description itself shows."""
    return {
        "place": place,
        "function": function,
        "levels": comparison.levels,
        "group": book.group_named(function.group),
        "traits": traits_of(comparison, function),
        "areas": areas_of(comparison, function),
        "modules": [(name, next((module for module in book.modules if name in (module.name, module.code)), None)) for name in function.modules],
    }


def _line(book: FunctionBook, function: StandardFunction) -> list[str]:
    """The functions to compare with: its group, or where that is large the functions of the same name."""
    group = [item for item in book.functions if item is function or (function.group and item.group == function.group)]
    if len(group) > MOST:
        group = [item for item in group if base_name(item) == base_name(function)]
    labels = [item.label for item in group]
    # A label that stands twice in the book names its first function only: then there is nothing sure to compare with.
    return labels if len(group) <= MOST and next(item for item in book.functions if item.label == function.label) is function else [function.label]


def _local(place: Place, function: StandardFunction, *, everything: bool) -> dict[str, object]:
    """The local functions in a normfunctie, for who may read them, and per normfunctie of the group how many there are."""
    if not may(place.house.actor, Right.READ_HOUSE):
        return {}
    work = place.house.local_work()
    count, fte = work.get(function.label, (0, 0))
    if not count:
        return {"work": work}
    local = place.house.local_functions_in(function.label)
    return {"work": work, "local": local if everything else local[:_SHOWN], "local_count": count, "local_fte": fte}


def _since(place: Place, function: StandardFunction) -> dict[str, object]:
    """What became different since the version in force; nothing when this is that version."""
    now = place.in_force
    if now is None or place.kept is None or now.number == place.kept.version.number:
        return {}
    return {"before": now, "changes": function_changes(place.house, open_book(place.house, now.number), function)}
