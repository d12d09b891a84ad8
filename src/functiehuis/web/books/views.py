"""Pages of a version: the start page of a house and the functiematrix."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.check_version import check_version
from functiehuis.actions.lay_out_matrix import Choice, lay_out_matrix
from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right, may
from functiehuis.model.book import BookStatus
from functiehuis.model.house import KeptBook
from functiehuis.web.books.parts import remembered_part
from functiehuis.web.project.rooms import HouseRequest, Place, is_partial, room


@room(Right.READ_BOOK)
def matrix(request: HouseRequest, number: int) -> HttpResponseBase:
    """The functiematrix of a version; filters and form are in the address."""
    place = request.place
    kept = place.kept = open_book(place.house, number)
    asked = request.GET
    choice = Choice(asked.get("zoek", "")[:100].strip(), asked.get("reeks", "")[:40], asked.get("toon") == "meldingen")
    check = check_version(place.house, kept) if may(place.house.actor, Right.READ_DRAFT) else None
    before = _before(place, kept)
    laid = lay_out_matrix(place.house, kept, choice, check, before)
    as_list = asked.get("weergave") == "lijst"
    context = {
        "page": "book",
        "place": place,
        "book": kept.book,
        "choice": choice,
        "check": check,
        "matrix": laid,
        "before": before,
        "as_list": as_list,
        "counted": may(place.house.actor, Right.READ_HOUSE) and bool(laid.local.functions),
    }
    key = None if choice.words else (number, place.organisation.slug, as_list, laid.key, choice)
    context["part"] = remembered_part(kept, key, "books/matrix-part.html", lambda: context)
    return render(request, "books/matrix-live.html" if is_partial(request) else "books/matrix.html", context)


def _before(place: Place, kept: KeptBook) -> KeptBook | None:
    """The version in force, where this one comes after it."""
    now, here = place.in_force, kept.version
    if now is None or now.number == here.number:
        return None
    later = here.status is BookStatus.DRAFT or bool(here.valid_from and now.valid_from and here.valid_from > now.valid_from)
    return open_book(place.house, now.number) if later else None
