"""The start page."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.policy import Right
from functiehuis.web.project.rooms import HouseRequest, room


@room(Right.READ_BOOK)
def home(request: HouseRequest) -> HttpResponseBase:
    """The start page of a house."""
    return render(request, "house/start.html", {"page": "start"})
