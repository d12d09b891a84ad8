"""The search page."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.policy import Right
from functiehuis.actions.search_house import search_house
from functiehuis.model.house import BookVersion, Findable
from functiehuis.web.project.rooms import HouseRequest, Place, is_partial, room


@room(Right.READ_BOOK)
def search(request: HouseRequest) -> HttpResponseBase:
    """What ``q`` finds in a version (``versie``; else the one that the reader works in), perhaps of one kind (``soort``)."""
    place, asked = request.place, request.GET
    text = asked.get("q", "")[:200].strip()
    kind = next((item for item in Findable if item.value == asked.get("soort")), None)
    version = _version(place, asked.get("versie", ""))
    found = search_house(place.house, text, version, kind)
    context = {"page": "search", "text": text, "kind": kind, "searched": version, "found": found, "versions": place.versions}
    return render(request, "search/found.html" if is_partial(request) else "search/search.html", context)


def _version(place: Place, asked: str) -> BookVersion | None:
    return next((item for item in place.versions if str(item.number) == asked), place.version)
