"""Versions of the book: the list, the book as of a date, a new concept, adopting and retiring."""

from __future__ import annotations

from datetime import datetime, time

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from functiehuis.actions.adopt_book import adopt_book
from functiehuis.actions.begin_concept import begin_concept
from functiehuis.actions.check_version import check_version
from functiehuis.actions.open_book import in_force, open_book
from functiehuis.actions.policy import Right
from functiehuis.actions.retire_book import retire_book
from functiehuis.model.errors import ConflictError, FunctiehuisError, RefusedError
from functiehuis.model.finding import Severity
from functiehuis.web.books.versions import earlier_of
from functiehuis.web.editing.given import day_of, number_of
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, room


@room(Right.READ_BOOK)
def versions(request: HouseRequest) -> HttpResponseBase:
    """All versions, and which one was in force on a day, as it was known on a day."""
    place = request.place
    typed_on, typed_known = request.GET.get("op", ""), request.GET.get("bekend", "")
    on, known = day_of(typed_on), day_of(typed_known)
    wrong = {
        name: f"'{text[:20]}' is geen datum. Schrijf haar als 1-1-2027."
        for name, text, day in (("op", typed_on, on), ("bekend", typed_known, known))
        if text and day is None
    }
    moment = timezone.make_aware(datetime.combine(known, time.max)) if known else None
    context = {
        "page": "versions",
        "rows": [(version, earlier_of(place, version)) for version in place.versions],
        "asked": bool(typed_on) and not wrong,
        "on": on,
        "known": known,
        "typed": {"op": typed_on, "bekend": typed_known},
        "found": in_force(place.versions, on, moment) if on and not wrong else None,
        "refused": RefusedError("Vul een datum in.", wrong) if wrong else None,
    }
    return render(request, "editing/versions.html", context, status=422 if wrong else 200)


@room(Right.EDIT_BOOK)
def begin(request: HouseRequest, number: int) -> HttpResponseBase:
    """A new concept that goes on from a version."""
    place = request.place
    version = place.house.version(number)
    refused = None
    if request.method == "POST":
        try:
            return redirect(once(request, lambda: _begun(request, number)))
        except RefusedError as error:
            refused = error
    context = {"page": "versions", "version": version, "refused": refused, "title": request.POST.get("titel", "")}
    return render(request, "editing/begin.html", context, status=422 if refused else 200)


def _begun(request: HouseRequest, number: int) -> str:
    version = begin_concept(request.place.house, number, request.POST.get("titel", ""))
    messages.success(request, f"{version.title} is begonnen als concept {version.number}.")
    return reverse("concept", args=[request.place.house.actor.organisation, version.number])


@room(Right.ADOPT_BOOK)
def adopt(request: HouseRequest, number: int) -> HttpResponseBase:
    """Adopt a concept; with errors the page says which, and where."""
    house = request.place.house
    kept = request.place.kept = open_book(house, number)
    refused: FunctiehuisError | None = None
    if request.method == "POST":
        given = request.POST
        try:
            adopted = adopt_book(house, number, number_of(given.get("stand", "")), day_of(given.get("ingangsdatum", "")), given.get("besluit", ""))
        except (RefusedError, ConflictError) as error:
            refused = error
        else:
            messages.success(request, f"{adopted.title} is vastgesteld. De tekst ligt vast; een wijziging begint met een nieuw concept.")
            return redirect("versions", slug=house.actor.organisation)
    if kept.version.known_since:
        return redirect("versions", slug=house.actor.organisation)
    return _adopt_page(request, refused)


def _adopt_page(request: HouseRequest, refused: FunctiehuisError | None) -> HttpResponse:
    kept = request.place.kept
    if kept is None:
        raise RefusedError("Kies eerst een versie.")
    result = check_version(request.place.house, kept)
    faults = [item for item in result.findings if item.severity is Severity.ERROR]
    keys = {item.function.label: item.key for item in request.place.house.drafts(kept.version.number)}
    suggested = kept.version.valid_from.isoformat() if kept.version.valid_from else ""
    context = {
        "page": "versions",
        "kept": kept,
        "faults": [(item, keys.get(item.places[0].function or "")) for item in faults[:20]],
        "errors": len(faults),
        "others": len(result.findings) - len(faults),
        "dismissed": len(result.dismissed),
        "refused": refused,
        "typed": {"ingangsdatum": request.POST.get("ingangsdatum", suggested), "besluit": request.POST.get("besluit", "")},
    }
    status = 409 if isinstance(refused, ConflictError) else 422 if refused else 200
    return render(request, "editing/adopt.html", context, status=status)


@room(Right.ADOPT_BOOK)
def retire(request: HouseRequest, number: int) -> HttpResponseBase:
    """Say from which day a version is no longer in force."""
    house = request.place.house
    version, refused = house.version(number), None
    if request.method == "POST":
        try:
            retired = retire_book(house, number, day_of(request.POST.get("datum", "")), request.POST.get("reden", ""))
        except RefusedError as error:
            refused = error
        else:
            messages.success(request, f"{retired.title} is ingetrokken. De tekst blijft te lezen.")
            return redirect("versions", slug=house.actor.organisation)
    typed = {name: request.POST.get(name, "") for name in ("datum", "reden")}
    return render(request, "editing/retire.html", {"page": "versions", "version": version, "refused": refused, "typed": typed}, status=422 if refused else 200)
