"""Pages of placing work: the worksheets, a new one, and the worksheet itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from functiehuis.actions.find_function import description_in
from functiehuis.actions.keep_worksheet import begin_worksheet, filled_in, keep_worksheet
from functiehuis.actions.open_worksheet import OpenWorksheet, open_worksheet
from functiehuis.actions.policy import Right, may, require
from functiehuis.actions.worksheet_levels import VERDICTS
from functiehuis.actions.worksheet_motivation import NOTHING_FITS
from functiehuis.actions.worksheet_tasks import ANSWERS
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError, UnreadableError
from functiehuis.model.house import BookVersion
from functiehuis.web.house.fields import whole
from functiehuis.web.placing.forms import given_in
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, is_partial, room

_PAGE = 50


@room(Right.READ_WORKSHEET)
def listing(request: HouseRequest) -> HttpResponseBase:
    """The worksheets, the last changed first; a filter on how far they are."""
    house = request.place.house
    every = house.worksheets()
    counts = {status: sum(item.status == status for item in every) for status in ("begonnen", "bewaard")}
    wanted = request.GET.get("staat", "")
    found = [item for item in every if not wanted or item.status == wanted]
    last = max(1, -(-len(found) // _PAGE))
    at = min(max(1, whole(request.GET.get("pagina"))), last)
    version = request.place.in_force or request.place.version
    names = {item.label: item.name for item in house.book(version.number).book.functions} if version else {}
    context = {"page": "placing", "found": found[(at - 1) * _PAGE : at * _PAGE], "every": len(every), "counts": counts, "wanted": wanted}
    return render(request, "placing/list.html", context | {"at": at, "last": last, "names": names, "can": _usable(request)})


@room(Right.PLACE)
def add(request: HouseRequest) -> HttpResponseBase:
    """Begin a worksheet: for a local function, a text, or a document."""
    usable = _usable(request)
    data = request.POST if request.method == "POST" else request.GET
    context: dict[str, Any] = {
        "versions": usable,
        "number": whole(data.get("versie")) or (usable[0].number if usable else 0),
        "chosen": whole(data.get("functie")),
        "text": data.get("beschrijving", ""),
        "title": data.get("titel", ""),
    }
    if request.method != "POST":
        return _add_page(request, context, 200)
    if not usable:
        return _add_page(request, context, 422)
    try:
        text, title = _handed_in(request, context)
        context |= {"text": text, "title": title}
        address = once(request, lambda: _begun(request, context, text, title))
    except (RefusedError, UnreadableError) as error:
        fields = error.fields if isinstance(error, RefusedError) else {"bestand": str(error)}
        if context["chosen"] and "beschrijving" in fields:
            fields = {"functie": fields["beschrijving"]}
        return _add_page(request, context | {"errors": fields, "refused": str(error)}, 422)
    return redirect(address)


@room(Right.READ_WORKSHEET)
def worksheet(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """A worksheet; posting keeps what was filled in."""
    house = request.place.house
    if request.method != "POST":
        return _shown(request, open_worksheet(house, identifier))
    require(house.actor, Right.PLACE)
    given = given_in(request.POST)
    revision = whole(request.POST.get("revisie"))
    try:
        page = keep_worksheet(house, identifier, revision, given)
    except ConflictError as error:
        now = house.worksheet(identifier)
        return _shown(request, filled_in(now, house.book(now.version), given), {"refused": str(error), "conflict": now}, 409)
    address = reverse("worksheet", kwargs={"slug": request.place.organisation.slug, "identifier": identifier})
    moved = bool(page.compared) and given.compared != page.compared.label if page.compared else False
    if is_partial(request):
        if moved or given.answers:
            return HttpResponse(status=204, headers={"HX-Redirect": f"{address}?stand={page.worksheet.revision}#niv"})
        return _shown(request, page, {"live": True})
    messages.success(request, "Het werkblad is opgeslagen.")
    return redirect(f"{address}#niv" if moved else address)


def _shown(request: HouseRequest, page: OpenWorksheet, more: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    house = request.place.house
    request.place.kept = page.kept
    function = house.local_function(page.worksheet.local_function) if page.worksheet.local_function else None
    units = {unit.id: unit.name for unit in house.units()} if function else {}
    asked = {option.function.label for option in page.options}
    context: dict[str, Any] = {
        "page": "placing",
        "sheet": page,
        "function": function,
        "unit": units.get(function.unit) if function else None,
        "verdicts": VERDICTS,
        "answers": ANSWERS,
        "others": [item for item in page.kept.book.functions if item.label not in asked],
        "edits": may(house.actor, Right.PLACE),
        "levels": _levels(page),
        "marked": _marked(page),
        "by_number": {task.number: task for task in page.tasks},
        "open_rows": 0 if page.outcome == NOTHING_FITS else sum(row.open for row in page.rows),
        "open_tasks": sum(task.open for task in page.tasks),
        "done_tasks": [task for task in page.tasks if not task.open],
    }
    template = "placing/live.html" if more and more.get("live") else "placing/worksheet.html"
    return render(request, template, context | (more or {}), status=status)


def _add_page(request: HouseRequest, context: dict[str, Any], status: int) -> HttpResponse:
    functions = request.place.house.local_functions()
    bare = next((item for item in functions if item.id == context["chosen"] and not item.description), None)
    more = {"page": "placing", "functions": [item for item in functions if item.description], "bare": bare}
    return render(request, "placing/add.html", context | more, status=status)


def _begun(request: HouseRequest, context: dict[str, Any], text: str, title: str) -> str:
    made = begin_worksheet(request.place.house, context["number"], text, title, context["chosen"] or None)
    return reverse("worksheet", kwargs={"slug": request.place.organisation.slug, "identifier": made.id})


def _handed_in(request: HouseRequest, context: dict[str, Any]) -> tuple[str, str]:
    """The text and title: of the document when one was handed in, else as typed."""
    given = request.FILES.get("bestand")
    if not isinstance(given, UploadedFile) or context["chosen"]:
        return context["text"], context["title"]
    if (given.size or 0) > settings.UPLOAD_LIMIT:
        raise UnreadableError(f"Dit bestand is te groot: hooguit {settings.UPLOAD_LIMIT // 1024**2} MB mag. Plak alleen de beschrijving.")
    found = description_in(given.read(), given.name or "bestand")
    return found.text, context["title"] or found.title


def _usable(request: HouseRequest) -> list[BookVersion]:
    """The versions that work can be placed in: the one in force first, then the others, the newest first."""
    now = request.place.in_force
    found = [item for item in request.place.versions if item.status is not BookStatus.LAPSED and not item.retired_on]
    return sorted(found, key=lambda item: item != now)


def _marked(page: OpenWorksheet) -> dict[int, str]:
    """Per numbered passage the place of the first judgement that rests on it."""
    found: dict[int, str] = {}
    for row in page.rows:
        number = page.numbers.get((row.proposed.passage if row.proposed else None) or "")
        if number:
            found.setdefault(number, f"k{row.number}")
    return found


def _levels(page: OpenWorksheet) -> str:
    """What the work is compared with, in a few words: II, III en IV, or the name where there is nothing beside it."""
    names = list(dict.fromkeys(part for row in page.rows for rung in row.rungs for part in rung.levels.split(" · ")))
    if len(names) < 2:
        return page.compared.name if page.compared else ""
    return f"{', '.join(names[:-1])} en {names[-1]}"
