"""Pages of the units."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from functiehuis.actions.keep_unit import below, keep_unit, retire_unit
from functiehuis.actions.list_local_functions import unit_lines
from functiehuis.actions.policy import Right
from functiehuis.model.errors import ConflictError, RefusedError, UnknownItemError
from functiehuis.web.house.fields import chosen, whole
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, room


@room(Right.READ_HOUSE)
def listing(request: HouseRequest) -> HttpResponseBase:
    """The units as a tree, with what each holds."""
    return render(request, "house/units.html", {"page": "house", "lines": unit_lines(request.place.house)})


@room(Right.EDIT_HOUSE)
def add(request: HouseRequest) -> HttpResponseBase:
    """A new unit."""
    return _form(request, None)


@room(Right.EDIT_HOUSE)
def change(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Another name or place for a unit."""
    return _form(request, identifier)


@require_POST
@room(Right.EDIT_HOUSE)
def retire(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Retire a unit."""
    try:
        unit = retire_unit(request.place.house, identifier, whole(request.POST.get("revisie")))
    except RefusedError as error:
        context = {"page": "house", "lines": unit_lines(request.place.house), "refused": str(error)}
        return render(request, "house/units.html", context, status=422)
    messages.success(request, f"{unit.name} is ingetrokken.")
    return redirect("units", slug=request.place.organisation.slug)


def _form(request: HouseRequest, identifier: int | None) -> HttpResponse:
    house = request.place.house
    lines = unit_lines(house)
    line = next((item for item in lines if item.unit.id == identifier), None)
    if identifier and line is None:
        raise UnknownItemError("Deze afdeling bestaat niet, is ingetrokken, of hoort niet bij uw organisatie. Ga terug en kies opnieuw.")
    under = below([item.unit for item in lines], identifier)
    context: dict[str, Any] = {
        "page": "house",
        "line": line,
        "choices": [item for item in lines if item.unit.id not in {identifier, *under}],
        "name": line.unit.name if line else "",
        "parent": line.unit.parent if line else whole(request.GET.get("onder")) or None,
        "revision": line.unit.revision if line else 0,
    }
    status = 200
    if request.method == "POST":
        context |= {"name": request.POST.get("naam", ""), "parent": chosen(request.POST.get("onder"))}
        try:
            address = once(request, lambda: _kept(request, context, identifier))
        except RefusedError as error:
            context |= {"errors": error.fields, "refused": str(error)}
            status = 422
        except ConflictError as error:
            context |= {"refused": str(error), "other": line.unit if line else None}
            status = 409
        else:
            return redirect(address)
    return render(request, "house/unit-form.html", context, status=status)


def _kept(request: HouseRequest, context: dict[str, Any], identifier: int | None) -> str:
    unit = keep_unit(request.place.house, context["name"], context["parent"], identifier, whole(request.POST.get("revisie")))
    messages.success(request, f"{unit.name} is opgeslagen.")
    return reverse("units", kwargs={"slug": request.place.organisation.slug})
