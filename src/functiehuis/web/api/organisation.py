"""The organisation: itself, its units, its local functions and its worksheets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from functiehuis.actions.keep_local_function import keep_local_function, restore_local_function, retire_local_function
from functiehuis.actions.keep_unit import keep_unit, retire_unit
from functiehuis.actions.policy import Right
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.house import LocalFunction, Unit, Worksheet
from functiehuis.web.api import shapes
from functiehuis.web.api.books import Match
from functiehuis.web.api.doors import Identifier, PageNumber, PerPage, Slug, check_match, enter, mark, page
from functiehuis.web.storage.house import DjangoHouse

units_router = Router(tags=["Afdelingen"], by_alias=True)
locals_router = Router(tags=["Lokale functies"], by_alias=True)
worksheets_router = Router(tags=["Werkbladen"], by_alias=True)


@units_router.get("/afdelingen", response=shapes.UnitPage, summary="Afdelingen", operation_id="afdelingen")
def units(request: HttpRequest, response: HttpResponse, slug: Slug, at: PageNumber, size: PerPage) -> Any:
    """De afdelingen, op naam."""
    return page(request, response, enter(request, slug, Right.READ_HOUSE).units(), at, size, _unit)


@units_router.post("/afdelingen", response={201: shapes.UnitShape}, summary="Nieuwe afdeling", operation_id="nieuwe_afdeling")
def add_unit(request: HttpRequest, response: HttpResponse, slug: Slug, body: shapes.UnitIn) -> Any:
    """Maak een afdeling."""
    kept = keep_unit(enter(request, slug, Right.EDIT_HOUSE), body.name, body.parent)
    response.headers["ETag"] = _unit_mark(slug, kept)
    response.headers["Location"] = f"{request.path}/{kept.id}"
    return Status(201, _unit(kept))


@units_router.get("/afdelingen/{id}", response=shapes.UnitShape, summary="Een afdeling", operation_id="afdeling")
def unit(request: HttpRequest, response: HttpResponse, slug: Slug, identifier: Identifier) -> Any:
    """Een afdeling, met in ETag haar stand."""
    found = _one_unit(enter(request, slug, Right.READ_HOUSE), identifier)
    response.headers["ETag"] = _unit_mark(slug, found)
    return _unit(found)


@units_router.put("/afdelingen/{id}", response=shapes.UnitShape, summary="Wijzig een afdeling", operation_id="wijzig_afdeling")
def change_unit(request: HttpRequest, response: HttpResponse, slug: Slug, identifier: Identifier, body: shapes.UnitIn, match: Match) -> Any:
    """Schrijf een afdeling in haar geheel. If-Match is nodig."""
    house = enter(request, slug, Right.EDIT_HOUSE)
    now = _one_unit(house, identifier)
    check_match(match, _unit_mark(slug, now))
    with house.transaction():
        kept = keep_unit(house, body.name, body.parent, now.id, now.revision)
        if body.retired:
            kept = retire_unit(house, identifier, kept.revision)
    response.headers["ETag"] = _unit_mark(slug, kept)
    return _unit(kept)


@locals_router.get("/lokale-functies", response=shapes.LocalPage, summary="Lokale functies", operation_id="lokale_functies")
def local_functions(request: HttpRequest, response: HttpResponse, slug: Slug, at: PageNumber, size: PerPage) -> Any:
    """De lokale functies, op nummer."""
    return page(request, response, enter(request, slug, Right.READ_HOUSE).local_functions(), at, size, _local)


@locals_router.post("/lokale-functies", response={201: shapes.LocalShape}, summary="Nieuwe lokale functie", operation_id="nieuwe_lokale_functie")
def add_local_function(request: HttpRequest, response: HttpResponse, slug: Slug, body: shapes.LocalIn) -> Any:
    """Maak een lokale functie. Zet er geen persoonsgegevens in."""
    kept = keep_local_function(enter(request, slug, Right.EDIT_HOUSE), _given(body), body.unit).function
    response.headers["ETag"] = _local_mark(slug, kept)
    response.headers["Location"] = f"{request.path}/{kept.id}"
    return Status(201, _local(kept))


@locals_router.get("/lokale-functies/{id}", response=shapes.LocalShape, summary="Een lokale functie", operation_id="lokale_functie")
def local_function(request: HttpRequest, response: HttpResponse, slug: Slug, identifier: Identifier) -> Any:
    """Een lokale functie, met in ETag haar stand."""
    found = enter(request, slug, Right.READ_HOUSE).local_function(identifier)
    response.headers["ETag"] = _local_mark(slug, found)
    return _local(found)


@locals_router.put("/lokale-functies/{id}", response=shapes.LocalShape, summary="Wijzig een lokale functie", operation_id="wijzig_lokale_functie")
def change_local_function(request: HttpRequest, response: HttpResponse, slug: Slug, identifier: Identifier, body: shapes.LocalIn, match: Match) -> Any:
    """Schrijf een lokale functie in haar geheel. If-Match is nodig."""
    house = enter(request, slug, Right.EDIT_HOUSE)
    now = house.local_function(identifier)
    check_match(match, _local_mark(slug, now))
    with house.transaction():
        kept = keep_local_function(house, _given(body), body.unit, now.id, now.revision).function
        if body.retired and not kept.retired:
            kept = retire_local_function(house, identifier, kept.revision, body.reason)
        elif kept.retired and not body.retired:
            kept = restore_local_function(house, identifier, kept.revision)
    response.headers["ETag"] = _local_mark(slug, kept)
    return _local(kept)


@worksheets_router.get("/werkbladen", response=shapes.WorksheetPage, summary="Werkbladen", operation_id="werkbladen")
def worksheets(request: HttpRequest, response: HttpResponse, slug: Slug, at: PageNumber, size: PerPage) -> Any:
    """De werkbladen, het laatst gewijzigde eerst, zonder wat erin gevonden is."""
    found = enter(request, slug, Right.READ_WORKSHEET).worksheets()
    return page(request, response, found, at, size, lambda item: {**_worksheet(item), "resultaat": None, "keuzes": None})


@worksheets_router.get("/werkbladen/{id}", response=shapes.WorksheetShape, summary="Een werkblad", operation_id="werkblad")
def worksheet(request: HttpRequest, slug: Slug, identifier: Identifier) -> Any:
    """Een werkblad, met wat gevonden en gekozen is."""
    return _worksheet(enter(request, slug, Right.READ_WORKSHEET).worksheet(identifier))


def _unit(item: Unit) -> dict[str, Any]:
    return {"id": item.id, "naam": item.name, "onder": item.parent, "vervallen": item.retired}


def _unit_mark(slug: str, item: Unit) -> str:
    return mark("afdeling", slug, item.id, item.revision)


def _one_unit(house: DjangoHouse, identifier: int) -> Unit:
    found = next((unit for unit in house.units() if unit.id == identifier), None)
    if found is None:
        raise UnknownItemError("Deze afdeling bestaat niet, is ingetrokken, of hoort niet bij uw organisatie.")
    return found


def _given(body: shapes.LocalIn) -> dict[str, str]:
    fte = f"{Decimal(str(body.fte)):f}".replace(".", ",")
    return {"nummer": body.number, "roepnaam": body.name, "beschrijving": body.description, "fte": fte, "code": body.code}


def _local(item: LocalFunction) -> dict[str, Any]:
    told = {"id": item.id, "nummer": item.number, "roepnaam": item.name, "beschrijving": item.description, "afdeling": item.unit}
    return {**told, "fte": float(item.fte), "code": item.code, "vervallen": item.retired}


def _local_mark(slug: str, item: LocalFunction) -> str:
    return mark("lokale functie", slug, item.id, item.revision)


def _worksheet(item: Worksheet) -> dict[str, Any]:
    told: dict[str, Any] = {"id": item.id, "titel": item.title, "beschrijving": item.description, "versie": item.version, "lokale_functie": item.local_function}
    told |= {"status": item.status.value, "resultaat": item.result, "keuzes": item.choices, "motivering": item.motivation}
    return {**told, "gewijzigd_door": item.changed_by, "gewijzigd_op": item.changed_at}
