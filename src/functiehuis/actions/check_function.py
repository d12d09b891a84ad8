"""Check one function of a concept while it is being written, beside the functions of its group: quick enough for every pause in typing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.authoring.checks import check_book
from functiehuis.authoring.editing import function_of
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import FunctionDraft


def check_function(house: House, book: FunctionBook, draft: FunctionDraft | None, form: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """The open findings at a function as a form says it (or as it is kept); nothing is kept. ``draft`` is None for a function that is new.

    Refuses what ``function_of`` refuses. What shows only beside the rest of the book is told by the check of the whole version.
    """
    require(house.actor, Right.EDIT_BOOK)
    before = draft.function if draft else None
    function = function_of(form, before, book) if form is not None else before or StandardFunction(None, "")
    others = [item for item in book.functions if item.group == function.group and item != before]
    at = book.functions.index(before) if before in book.functions else len(book.functions)
    group = tuple(sorted([*others, function], key=lambda item: at if item is function else book.functions.index(item)))
    names = {" ".join(item.name.casefold().split()) for item in group}
    rows = tuple(row for row in book.contents if " ".join(row.name.casefold().split()) in names)
    systems = bundled_systems()
    system = next((item for item in systems if item.name == book.system), systems[0])
    found = check_book(replace(book, functions=group, contents=rows, leftovers=()), check_context(system))
    return tuple(finding for finding in found if any(place.function == function.label for place in finding.places))
