"""The start page."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from functiehuis.actions.look_around import look_around
from functiehuis.actions.policy import Right, may
from functiehuis.model.finding import Severity
from functiehuis.web.project.rooms import HouseRequest, room

_SEVERITIES = (
    (Severity.ERROR, "Fouten", "error", "error"),
    (Severity.WARNING, "Waarschuwingen", "warning", "warning"),
    (Severity.INFO, "Informatie", "info", "info"),
)
_OF_A_VERSION = frozenset({"matrix", "adopt", "findings"})


@room(Right.READ_BOOK)
def home(request: HouseRequest) -> HttpResponseBase:
    """The start page of a house: what somebody of this role can do next."""
    place = request.place
    today = timezone.localdate()
    around = look_around(place.house, place.version, today)
    everybody = request.GET.get("van") == "iedereen"
    worksheets = around.worksheets if everybody else around.mine
    bare = around.functions[0] - around.functions[2]
    errors = around.findings[Severity.ERROR]
    steps = [(step, _address(request, step.where)) for step in around.steps]
    context = {
        "page": "start",
        "around": around,
        "today": today,
        "steps": steps,
        "done": sum(step.done for step in around.steps),
        "first": [(step, _address(request, step.where)) for step in around.first],
        "everybody": everybody,
        "worksheets": worksheets,
        "bare": bare,
        "errors": errors,
        "waiting": worksheets or around.intakes or (bare and may(place.house.actor, Right.EDIT_HOUSE)) or (errors and may(place.house.actor, Right.EDIT_BOOK)),
        "uncoded": around.functions[0] - around.functions[1],
        "severities": _SEVERITIES,
        "intakes": _address(request, "intakes"),
    }
    return render(request, "house/start.html", context)


def _address(request: HouseRequest, where: str) -> str:
    """The address of a step; "" for what this installation does not have."""
    version = request.place.version
    given: dict[str, object] = {"slug": request.place.organisation.slug}
    if where in _OF_A_VERSION:
        given["number"] = version.number if version else 0
    try:
        return reverse(where, kwargs=given)
    except NoReverseMatch:
        return ""
