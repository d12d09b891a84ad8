"""Pages of the local functions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from functiehuis.actions.keep_local_function import keep_local_function, restore_local_function, retire_local_function
from functiehuis.actions.keep_unit import as_tree
from functiehuis.actions.list_local_functions import PAGE, Wish, list_local_functions, open_local_function, unit_lines
from functiehuis.actions.local_function_rules import LONGEST, told
from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.house import LocalFunction
from functiehuis.web.house.fields import chosen, whole
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, is_partial, room

FIELDS = ("nummer", "roepnaam", "fte", "code", "beschrijving")
_COLUMNS = (("nummer", "Nummer"), ("naam", "Roepnaam"), ("afdeling", "Afdeling"), ("fte", "Fte"), ("code", "Normfunctie"))


@room(Right.READ_HOUSE)
def listing(request: HouseRequest) -> HttpResponseBase:
    """The local functions: filters, order and page stand in the address."""
    house = request.place.house
    asked = request.GET
    wish = Wish(
        words=asked.get("zoek", ""),
        unit=whole(asked.get("afdeling")) or None,
        code=asked.get("code", "")[:40],
        description=asked.get("beschrijving", ""),
        retired=asked.get("staat") == "ingetrokken",
        sort=asked.get("op", "nummer"),
        descending=asked.get("om") == "af",
        page=whole(asked.get("pagina")) or 1,
    )
    found = list_local_functions(house, wish)
    lines = unit_lines(house)
    at = found.first // PAGE + 1
    context = {
        "page": "house",
        "wish": wish,
        "found": found,
        "lines": lines,
        "units": {item.unit.id: item.unit.name for item in lines},
        "names": _names(request),
        "columns": _COLUMNS,
        "at": at,
        "last": found.first + len(found.items),
        "pages": _pages(at, -(-found.total // PAGE)),
        "filtered": any((wish.words, wish.unit, wish.code, wish.description, wish.retired)),
    }
    return render(request, "house/functions-list.html" if is_partial(request) else "house/functions.html", context)


@room(Right.READ_HOUSE)
def show(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """One local function, with the worksheets about it."""
    function = open_local_function(request.place.house, identifier)
    return _shown(request, function, {})


@room(Right.EDIT_HOUSE)
def add(request: HouseRequest) -> HttpResponseBase:
    """A new local function."""
    return _form(request, None)


@room(Right.EDIT_HOUSE)
def change(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Change a local function."""
    return _form(request, open_local_function(request.place.house, identifier))


@room(Right.EDIT_HOUSE)
def retire(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Take a local function out of use, or into use again."""
    house = request.place.house
    if request.method != "POST":
        return redirect("local-function", slug=request.place.organisation.slug, identifier=identifier)
    revision = whole(request.POST.get("revisie"))
    try:
        if request.POST.get("terug"):
            function = restore_local_function(house, identifier, revision)
        else:
            function = retire_local_function(house, identifier, revision, request.POST.get("reden", "")[:2000])
    except RefusedError as error:
        return _shown(request, open_local_function(house, identifier), {"refused": str(error), "errors": error.fields}, 422)
    messages.success(request, f"{function.name} is {'ingetrokken' if function.retired else 'weer in gebruik'}.")
    return redirect("local-function", slug=request.place.organisation.slug, identifier=identifier)


@room(Right.READ_HOUSE)
def history(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """What happened to a local function, the newest first."""
    house = request.place.house
    function = open_local_function(house, identifier)
    events = house.events("lokale functie", str(identifier), most=200)
    return render(request, "house/history.html", {"page": "house", "function": function, "events": events})


def _shown(request: HouseRequest, function: LocalFunction, more: dict[str, Any], status: int = 200) -> HttpResponse:
    house = request.place.house
    worksheets = house.worksheets(function.id)
    units = {unit.id: unit.name for unit in house.units()}
    context = {"page": "house", "function": function, "unit": units.get(function.unit), "names": _names(request), "worksheets": worksheets, **more}
    return render(request, "house/function.html", context, status=status)


def _form(request: HouseRequest, function: LocalFunction | None) -> HttpResponse:
    house = request.place.house
    units = house.units()
    names = {unit.id or 0: unit.name for unit in units}
    values = told(function, names) if function else {"afdeling": "", "fte": "", **dict.fromkeys(FIELDS, "")}
    context: dict[str, Any] = {
        "page": "house",
        "function": function,
        "tree": as_tree(units),
        "values": values,
        "unit": function.unit if function else whole(request.GET.get("afdeling")) or None,
        "revision": function.revision if function else 0,
        "codes": sorted(_names(request).items()),
        "longest": LONGEST,
    }
    status = 200
    if request.method == "POST":
        given = {name: request.POST.get(name, "") for name in FIELDS}
        unit = chosen(request.POST.get("afdeling"))
        context |= {"values": given, "unit": unit, "revision": whole(request.POST.get("revisie"))}
        try:
            address = once(request, lambda: _kept(request, given, unit, function, context["revision"]))
        except RefusedError as error:
            context |= {"errors": error.fields, "refused": str(error)}
            status = 422
        except ConflictError as error:
            other = house.local_function(function.id or 0) if function else None
            context |= {"refused": str(error), "other": told(other, names) if other else None, "revision": other.revision if other else 0}
            status = 409
        else:
            return redirect(address)
    return render(request, "house/function-form.html", context, status=status)


def _kept(request: HouseRequest, given: dict[str, str], unit: int | None, function: LocalFunction | None, revision: int) -> str:
    kept = keep_local_function(request.place.house, given, unit, function.id if function else None, revision)
    for sentence in kept.advice:
        messages.warning(request, sentence)
    messages.success(request, f"{kept.function.name} is opgeslagen.")
    return reverse("local-function", kwargs={"slug": request.place.organisation.slug, "identifier": kept.function.id})


def _names(request: HouseRequest) -> dict[str, str]:
    """The names of the normfuncties by code, of the version that the page is about."""
    version = request.place.in_force or request.place.version
    if version is None:
        return {}
    return {item.code: item.name for item in open_book(request.place.house, version.number).book.functions if item.code}


def _pages(at: int, last: int) -> list[int | None]:
    """The numbers of pages to show: the first, those around this one, the last; None where some are left out."""
    shown = sorted({1, last, *range(max(1, at - 1), min(last, at + 1) + 1)}) if last > 1 else []
    pages: list[int | None] = []
    for number in shown:
        before = pages[-1] if pages else 0
        if before is not None and number - before > 1:
            pages.append(None)
        pages.append(number)
    return pages
