"""A concept as a whole: its functions in order, and what stands around them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from functiehuis.actions.edit_frame import edit_frame, remake_contents
from functiehuis.actions.policy import Right
from functiehuis.authoring.editing import FrameForm, frame_form, frame_seen, rows_in
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.web.editing.given import fields_of
from functiehuis.web.editing.texts import differences
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, room

_PARTS = {"reeks": ("code", "naam", "definitie"), "groep": ("code", "reeks", "naam", "definitie"), "module": ("naam", "code", "taken")}


@room(Right.EDIT_BOOK)
def concept(request: HouseRequest, number: int) -> HttpResponseBase:
    """The functions of a concept in order, with what can be done."""
    house = request.place.house
    kept = request.place.kept = house.book(number)
    drafts = house.drafts(number)
    context = {
        "page": "versions",
        "kept": kept,
        "functions": [item for item in drafts if not item.retired],
        "retired": [item for item in drafts if item.retired],
        "frozen": kept.version.status is not BookStatus.DRAFT,
    }
    return render(request, "editing/concept.html", context)


@room(Right.EDIT_BOOK)
def frame(request: HouseRequest, number: int) -> HttpResponseBase:
    """Title, series, groups and modules of a concept."""
    kept = request.place.kept = request.place.house.book(number)
    if request.method != "POST":
        return _page(request, {**frame_form(kept.book), "titel": kept.version.title}, frame_seen(kept.book))
    if request.POST.get("doe") == "inhoudsopgave":
        remake_contents(request.place.house, number)
        messages.success(request, "De inhoudsopgave is opnieuw gemaakt uit de functies en modules.")
        return redirect("frame", slug=request.place.house.actor.organisation, number=number)
    given = fields_of(request.POST)
    theirs = {**frame_form(kept.book), "titel": kept.version.title}
    form = {name: value for name, value in given.items() if name in ("titel", "boektitel") or name.partition("-")[0] in _PARTS}
    for name in [item.removeprefix("kies-") for item, value in given.items() if item.startswith("kies-") and value == "hun"]:
        form[name] = theirs.get(name, "")
    seen = given.get("stand", "")
    try:
        return redirect(once(request, lambda: _saved(request, number, seen, form)))
    except ConflictError as error:
        now = request.place.house.book(number)
        rows = differences({**frame_form(now.book), "titel": now.version.title}, form)
        context = {"page": "versions", "form": form, "rows": rows, "error": error, "seen": frame_seen(now.book)}
        return render(request, "editing/conflict.html", context, status=409)
    except RefusedError as error:
        return _page(request, form, seen, error)


def _saved(request: HouseRequest, number: int, seen: str, form: FrameForm) -> str:
    edit_frame(request.place.house, number, seen, form, form.get("titel", ""))
    messages.success(request, "Titel, reeksen, groepen en modules zijn opgeslagen.")
    return reverse("frame", args=[request.place.house.actor.organisation, number])


def _page(request: HouseRequest, form: FrameForm, seen: str, refused: RefusedError | None = None) -> HttpResponse:
    rows = {}
    for kind, parts in _PARTS.items():
        numbers = rows_in(form, kind)
        numbers = [*numbers, max(numbers, default=0) + 1]
        rows[kind] = [
            {"at": at, "names": {part: f"{kind}-{at}-{part}" for part in parts}, **{part: form.get(f"{kind}-{at}-{part}", "") for part in parts}}
            for at in numbers
        ]
    context = {"page": "versions", "form": form, "rows": rows, "seen": seen, "refused": refused, "book": request.place.kept and request.place.kept.book}
    return render(request, "editing/frame.html", context, status=422 if refused else 200)
