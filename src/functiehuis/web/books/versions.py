"""What changed between two versions of the book."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right
from functiehuis.actions.version_changes import version_changes
from functiehuis.model.house import BookVersion
from functiehuis.web.project.rooms import HouseRequest, Place, room


@room(Right.READ_BOOK)
def changes(request: HouseRequest, number: int) -> HttpResponseBase:
    """What changed in a version since another one (``sinds``), or else since the one it goes on from."""
    place = request.place
    kept = place.kept = open_book(place.house, number)
    asked = request.GET.get("sinds", "")
    since = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    earlier = earlier_of(place, kept.version)
    if since is None and earlier is None:
        return render(request, "books/changes.html", {"page": "book", "others": ()})
    before = open_book(place.house, since if since is not None else earlier.number if earlier else number)
    found = version_changes(place.house, before, kept)
    groups = [(label, list(items)) for label, items in groupby(found.changes.changes, key=lambda change: change.function)]
    here = {function.label for function in kept.book.functions}
    context = {
        "page": "book",
        "before": before.version,
        "others": [version for version in place.versions if version.number not in (number, before.version.number)],
        "found": found.changes,
        "counts": found.changes.counts.items(),
        "groups": [(label, items[0].name, items, found.reasons.get(label or "", ()), label in here) for label, items in groups],
    }
    return render(request, "books/changes.html", context)


def earlier_of(place: Place, version: BookVersion) -> BookVersion | None:
    """The version that this one goes on from, else the one before it."""
    older = [item for item in place.versions if item.number < version.number]
    return next((item for item in older if item.number == version.based_on), older[0] if older else None)
