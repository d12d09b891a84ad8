"""Local functions read in from a table, and written out as one."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from functiehuis.actions.export_local_functions import local_functions_csv, local_functions_xlsx
from functiehuis.actions.import_local_functions import ImportPlan, confirm_import, plan_import
from functiehuis.actions.local_function_rules import clean
from functiehuis.actions.policy import Right
from functiehuis.actions.read_function_table import read_table
from functiehuis.documents.rows import BadRow, Record
from functiehuis.model.errors import ConflictError, FunctiehuisError, UnreadableError
from functiehuis.web.project.rooms import HouseRequest, room

_KEPT_SECONDS = 60 * 60
_SHOWN = 200
"""How many rows of one kind the preview shows; it says how many there are in all."""
_FORMS = {
    "csv": ("text/csv; charset=utf-8", local_functions_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", local_functions_xlsx),
}


@room(Right.EDIT_HOUSE)
def upload(request: HouseRequest) -> HttpResponseBase:
    """Choose a file; what it would change comes next."""
    if request.method != "POST":
        return render(request, "house/import.html", {"page": "house"})
    given = request.FILES.get("bestand")
    try:
        if not isinstance(given, UploadedFile):
            raise UnreadableError("Kies eerst een bestand. Er is nog niets gekozen.")
        if (given.size or 0) > settings.UPLOAD_LIMIT:
            raise UnreadableError(f"Dit bestand is te groot: hooguit {settings.UPLOAD_LIMIT // 1024**2} MB mag. Verdeel het over meer bestanden.")
        rows = read_table(given.read(), given.name or "")
    except UnreadableError as error:
        return render(request, "house/import.html", {"page": "house", "errors": {"bestand": str(error)}}, status=422)
    ticket = secrets.token_urlsafe(16)
    told = [[row.number, dict(row.values)] if isinstance(row, Record) else [row.number, row.reason] for row in rows]
    cache.set(_key(request, ticket), {"name": clean(given.name or "")[:200], "rows": told}, _KEPT_SECONDS)
    return redirect("import-preview", slug=request.place.organisation.slug, ticket=ticket)


@room(Right.EDIT_HOUSE)
def preview(request: HouseRequest, ticket: str) -> HttpResponseBase:
    """What a file would change; confirming keeps all of it."""
    house = request.place.house
    kept = cache.get(_key(request, ticket))
    if kept is None:
        text = "Dit voorbeeld is er niet meer: het is al opgeslagen, of het is langer dan een uur geleden. Kies het bestand opnieuw."
        return render(request, "house/import.html", {"page": "house", "errors": {"bestand": text}}, status=410)
    rows = [Record(number, said) if isinstance(said, dict) else BadRow(number, None, said) for number, said in kept["rows"]]
    refused, status = "", 200
    if request.method == "POST":
        try:
            done = confirm_import(house, rows, request.POST.get("vingerafdruk", ""), kept["name"])
        except FunctiehuisError as error:
            refused, status = str(error), 409 if isinstance(error, ConflictError) else 422
        else:
            cache.delete(_key(request, ticket))
            messages.success(request, f"{kept['name']} is ingelezen: {len(done.new)} nieuw, {len(done.changed)} gewijzigd, {done.unchanged} gelijk gebleven.")
            return redirect("local-functions", slug=request.place.organisation.slug)
    plan = plan_import(house, rows)
    return render(request, "house/import-preview.html", {"page": "house", "name": kept["name"], "refused": refused, **_shown(plan)}, status=status)


@room(Right.READ_HOUSE)
def download(request: HouseRequest, form: str) -> HttpResponseBase:
    """All local functions as a table."""
    return _file(request, form, "lokale-functies", empty=False)


@room(Right.READ_HOUSE)
def template(request: HouseRequest, form: str) -> HttpResponseBase:
    """A table with only the names of the columns."""
    return _file(request, form, "sjabloon-lokale-functies", empty=True)


def _file(request: HouseRequest, form: str, name: str, *, empty: bool) -> HttpResponse:
    if form not in _FORMS:
        raise Http404
    kind, made = _FORMS[form]
    content = made(request.place.house, empty=empty)
    day = "" if empty else f"-{request.place.organisation.slug}-{timezone.localdate():%Y-%m-%d}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}{day}.{form}"'})


def _key(request: HouseRequest, ticket: str) -> str:
    """Where the rows wait: only who handed them in, in this organisation, comes near them."""
    said = f"{request.place.organisation.id}/{request.place.house.actor.id}/{ticket}"
    return f"inlezen-{hashlib.sha256(said.encode()).hexdigest()}"


def _shown(plan: ImportPlan) -> dict[str, Any]:
    advised = [item for item in (*plan.new, *plan.changed) if item.advice]
    return {
        "plan": plan,
        "new": plan.new[:_SHOWN],
        "changed": plan.changed[:_SHOWN],
        "missing": plan.missing[:_SHOWN],
        "failed": plan.failed[:_SHOWN],
        "advised": advised[:_SHOWN],
        "shown": _SHOWN,
    }
