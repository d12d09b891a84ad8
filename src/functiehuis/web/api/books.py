"""The function book: versions, matrix, functions, comparison, changes, findings, and what a description comes to."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, Query, Router

from functiehuis.actions.check_version import check_version
from functiehuis.actions.open_book import in_force, open_book, visible_versions
from functiehuis.actions.placers import placer_of
from functiehuis.actions.policy import Right
from functiehuis.actions.search_house import search_house
from functiehuis.actions.write_function import write_function
from functiehuis.authoring.changes import changes_to_wire, codes_in_group, compare_books, compare_levels, comparison_to_wire
from functiehuis.classifying.proposals import motivation
from functiehuis.library.ladders import load_degrees
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import BookVersion, FunctionDraft, SearchHit
from functiehuis.model.wire import book_to_wire, finding_to_wire, function_from_wire, function_to_wire, placement_to_wire
from functiehuis.web.api import shapes
from functiehuis.web.api.doors import Key, PageNumber, PerPage, Slug, VersionNumber, check_match, enter, mark, page

router = Router(tags=["Functieboek"], by_alias=True)
Codes = Annotated[list[str], Query([], alias="code", max_length=8, description="Codes of namen van normfuncties; herhaal de parameter.")]
Group = Annotated[str, Query("", alias="groep", max_length=200, description="Code of naam van een functiegroep, in plaats van codes.")]
Words = Annotated[str, Query(..., alias="q", min_length=1, max_length=200, description="De woorden die u zoekt; alle woorden moeten erin staan.")]
Before = Annotated[int, Query(..., alias="vanaf", ge=1, le=shapes.LARGEST, description="Het nummer van de versie om mee te vergelijken.")]
Match = Annotated[str | None, Header(None, alias="If-Match", description="De ETag van de stand die u zag.")]


@router.get("/versies", response=shapes.VersionPage, summary="Versies van het functieboek", operation_id="versies")
def versions(request: HttpRequest, response: HttpResponse, slug: Slug, number: PageNumber, size: PerPage) -> Any:
    """De versies die u mag zien, de nieuwste eerst."""
    found = visible_versions(enter(request, slug, Right.READ_BOOK))
    now = in_force(found, timezone.localdate())
    return page(request, response, found, number, size, lambda item: _version(item, now))


@router.get("/versies/{versie}", response=shapes.VersionShape, summary="Een versie", operation_id="versie")
def version(request: HttpRequest, slug: Slug, number: VersionNumber) -> Any:
    """Een versie, zonder het boek zelf."""
    house = enter(request, slug, Right.READ_BOOK)
    return _version(open_book(house, number).version, in_force(visible_versions(house), timezone.localdate()))


@router.get("/versies/{versie}/boek", response=dict[str, Any], summary="Het hele boek", operation_id="boek")
def book(request: HttpRequest, slug: Slug, number: VersionNumber) -> Any:
    """Het boek in de vorm waarin het gepubliceerd wordt (functieboek-1.json)."""
    return book_to_wire(open_book(enter(request, slug, Right.READ_BOOK), number).book)


@router.get("/versies/{versie}/matrix", response=shapes.MatrixShape, summary="Functiematrix", operation_id="functiematrix")
def matrix(request: HttpRequest, slug: Slug, number: VersionNumber) -> Any:
    """Welke normfunctie in welke groep en schaal staat."""
    house = enter(request, slug, Right.READ_BOOK)
    kept = open_book(house, number)
    wire = book_to_wire(kept.book)
    cells = []
    for draft in house.drafts(number):
        function = draft.function
        if not draft.retired:
            cell = {"sleutel": draft.key, "code": function.code, "naam": function.name, "reeks": function.series, "groep": function.group}
            cells.append({**cell, "niveau": str(function.level or ""), "schaal": str(function.scale or "")})
    return {"versie": number, "reeksen": wire.get("reeksen", []), "groepen": wire.get("groepen", []), "functies": cells}


@router.get("/versies/{versie}/functies", response=shapes.FunctionPage, summary="Normfuncties", operation_id="normfuncties")
def functions(request: HttpRequest, response: HttpResponse, slug: Slug, number: VersionNumber, at: PageNumber, size: PerPage) -> Any:
    """De normfuncties van een versie, in de volgorde van het boek."""
    house = enter(request, slug, Right.READ_BOOK)
    open_book(house, number)
    return page(request, response, house.drafts(number), at, size, _function)


@router.get("/versies/{versie}/functies/{sleutel}", response=shapes.FunctionShape, summary="Een normfunctie", operation_id="normfunctie")
def function(request: HttpRequest, response: HttpResponse, slug: Slug, number: VersionNumber, key: Key) -> Any:
    """Een normfunctie, met in ETag haar stand."""
    house = enter(request, slug, Right.READ_BOOK)
    open_book(house, number)
    draft = house.draft(number, key)
    response.headers["ETag"] = _mark(slug, number, draft)
    return _function(draft)


@router.put("/versies/{versie}/functies/{sleutel}", response=shapes.FunctionShape, summary="Wijzig een normfunctie", operation_id="wijzig_normfunctie")
def change_function(
    request: HttpRequest, response: HttpResponse, slug: Slug, number: VersionNumber, key: Key, body: shapes.FunctionChange, match: Match
) -> Any:
    """Schrijf een normfunctie van een concept in haar geheel. If-Match is nodig, zodat niemand iets van een ander overschrijft."""
    house = enter(request, slug, Right.EDIT_BOOK)
    draft = house.draft(number, key)
    check_match(match, _mark(slug, number, draft))
    try:
        json.dumps(body.function, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefusedError("In de normfunctie staat een teken dat geen tekst is.", {"normfunctie": "Gebruik alleen gewone tekens (UTF-8)."}) from error
    kept = write_function(house, number, key, draft.revision, function_from_wire(body.function), body.reason)
    response.headers["ETag"] = _mark(slug, number, kept)
    return _function(kept)


@router.get("/versies/{versie}/vergelijking", response=dict[str, Any], summary="Niveaus vergeleken", operation_id="vergelijking")
def comparison(request: HttpRequest, slug: Slug, number: VersionNumber, codes: Codes, group: Group) -> Any:
    """Normfuncties naast elkaar, de zwaarste eerst, in de vorm van functiehuis vergelijk --json. Geef codes of een groep."""
    kept = open_book(enter(request, slug, Right.READ_BOOK), number)
    if bool(codes) == bool(group):
        raise RefusedError("Geef codes of een groep, niet allebei.", {"code": "Geef een of meer codes, of een groep."})
    return comparison_to_wire(compare_levels(kept.book, codes_in_group(kept.book, group) if group else codes, load_degrees()))


@router.get("/versies/{versie}/wijzigingen", response=dict[str, Any], summary="Wijzigingen tussen versies", operation_id="wijzigingen")
def changes(request: HttpRequest, slug: Slug, number: VersionNumber, before: Before) -> Any:
    """Wat er anders is in deze versie dan in een andere, in de vorm van functiehuis vergelijk --json."""
    house = enter(request, slug, Right.READ_BOOK)
    return changes_to_wire(compare_books(open_book(house, before).book, open_book(house, number).book))


@router.get("/versies/{versie}/meldingen", response=shapes.FindingPage, summary="Meldingen van de controle", operation_id="meldingen")
def findings(request: HttpRequest, response: HttpResponse, slug: Slug, number: VersionNumber, at: PageNumber, size: PerPage) -> Any:
    """De meldingen die nog open staan."""
    house = enter(request, slug, Right.READ_DRAFT)
    return page(request, response, check_version(house, open_book(house, number)).findings, at, size, finding_to_wire)


@router.post("/versies/{versie}/kandidaten", response=dict[str, Any], summary="Zoek de normfunctie bij een beschrijving", operation_id="kandidaten")
def candidates(request: HttpRequest, slug: Slug, number: VersionNumber, body: shapes.Description) -> Any:
    """Wat functiehuis zoek --json geeft: kandidaten, bewijs, vragen en motivering. Er wordt niets bewaard."""
    kept = open_book(enter(request, slug, Right.PLACE), number)
    placement = placer_of(kept).place(body.text, title=body.title)
    return placement_to_wire(placement, motivation(placement))


@router.get("/versies/{versie}/zoeken", response=shapes.HitPage, summary="Zoek in alles", operation_id="zoeken")
def search(request: HttpRequest, response: HttpResponse, slug: Slug, number: VersionNumber, words: Words, at: PageNumber, size: PerPage) -> Any:
    """Wat de woorden vinden in een versie en in de organisatie; eerst de precieze woorden, dan de stam. Per soort hoogstens een paar."""
    house = enter(request, slug, Right.READ_BOOK)
    found = search_house(house, words, open_book(house, number).version)
    return page(request, response, [hit for group in found.groups for hit in group.hits], at, size, _hit)


def _hit(item: SearchHit) -> dict[str, Any]:
    told = {"soort": item.kind.value, "sleutel": item.label, "titel": item.title, "onderdeel": item.part, "tekst": item.text}
    return {**told, "precies": item.exact}


def _version(item: BookVersion, now: BookVersion | None) -> dict[str, Any]:
    kept = asdict(item)
    names = {"nummer": "number", "titel": "title", "geldt_vanaf": "valid_from", "vastgesteld_op": "known_since", "besluit": "decision"}
    names |= {"vervallen_op": "retired_on", "gaat_verder_op": "based_on", "vingerafdruk": "fingerprint"}
    told = {name: kept[field] for name, field in names.items()}
    return {**told, "status": item.status.value, "in_werking": now is not None and now.number == item.number}


def _function(draft: FunctionDraft) -> dict[str, Any]:
    return {"sleutel": draft.key, "vervallen": draft.retired, "normfunctie": function_to_wire(draft.function)}


def _mark(slug: str, number: int, draft: FunctionDraft) -> str:
    return mark("normfunctie", slug, number, draft.key, draft.revision)
