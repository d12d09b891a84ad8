"""A function of a concept: edit, check while typing, history, take out and put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from functiehuis.actions import edit_function as editing
from functiehuis.actions.check_function import check_function
from functiehuis.actions.policy import Right
from functiehuis.authoring.editing import FunctionForm, areas_in, form_of
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError, UnknownItemError
from functiehuis.model.house import FunctionDraft
from functiehuis.web.editing.given import fields_of, number_of
from functiehuis.web.editing.texts import differences
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, room

_EMPTY: FunctionForm = dict.fromkeys(("code", "naam", "reeks", "groep", "niveau", "schaal", "punten", "kenmerken", "modules"), "")


@room(Right.EDIT_BOOK)
def edit(request: HouseRequest, number: int, key: str) -> HttpResponseBase:
    """The form of a function."""
    house = request.place.house
    request.place.kept = house.book(number)
    try:
        draft = house.draft(number, key)
    except UnknownItemError:
        return redirect(_by_label(request, number, key))
    if request.method != "POST":
        return _page(request, draft, form_of(draft.function), seen=draft.revision)
    form, seen = _posted(request, draft), number_of(request.POST.get("stand", ""))
    if request.POST.get("doe") == "gebied-erbij":
        return _page(request, draft, form, seen=seen, more=True)
    try:
        address = once(request, lambda: _saved(request, number, key, seen, form))
    except ConflictError as error:
        return _conflict(request, house.draft(number, key), form, error)
    except RefusedError as error:
        return _page(request, draft, form, seen=seen, refused=error)
    return redirect(address)


def _by_label(request: HouseRequest, number: int, label: str) -> str:
    """The address of the function that is called so now: pages to read know its code, and not the key that it has for good."""
    for draft in request.place.house.drafts(number):
        if draft.function.label.replace("/", "-") == label and not draft.retired:
            return reverse("function-edit", args=[request.place.house.actor.organisation, number, draft.key])
    raise UnknownItemError(f"Functie {label} staat niet in versie {number}. Kies haar in de lijst van het concept.")


def _saved(request: HouseRequest, number: int, key: str, seen: int, form: FunctionForm) -> str:
    house = request.place.house
    kept = editing.edit_function(house, number, key, seen, form, request.POST.get("toelichting", ""))
    changed = kept.revision != seen
    messages.success(request, f"{kept.function.name} is opgeslagen." if changed else "Er was niets veranderd.")
    return reverse("function-edit", args=[house.actor.organisation, number, key])


def _posted(request: HouseRequest, draft: FunctionDraft | None) -> FunctionForm:
    """The form that was sent; fields chosen on the page of a conflict are those of the other."""
    form = fields_of(request.POST)
    if "modules" not in form:
        form["modules"] = "\n".join(request.POST.getlist("module"))
    theirs = form_of(draft.function) if draft else {}
    for name in [item.removeprefix("kies-") for item, value in form.items() if item.startswith("kies-") and value == "hun"]:
        form[name] = theirs.get(name, "")
    wanted = {*_EMPTY, *(name for name in form if name.startswith("gebied-"))}
    return {name: value for name, value in form.items() if name in wanted}


def _page(
    request: HouseRequest, draft: FunctionDraft | None, form: FunctionForm, *, seen: int = 0, more: bool = False, refused: RefusedError | None = None
) -> HttpResponse:
    kept, house = request.place.kept, request.place.house
    if kept is None:
        raise RefusedError("Kies eerst een versie van het functieboek.")
    numbers = [at for at in areas_in(form) if any(form.get(f"gebied-{at}-{part}", "").strip() for part in ("nummer", "naam", "taken"))]
    last = max(numbers, default=0)
    numbers += range(last + 1, last + 2 + more)
    fields = ("nummer", "naam", "taken")
    rows = [
        {"at": at, **{part: form.get(f"gebied-{at}-{part}", "") for part in fields}, "names": {part: f"gebied-{at}-{part}" for part in fields}}
        for at in numbers
    ]
    chosen = [line for line in form["modules"].split("\n") if line]
    number = kept.version.number
    context: dict[str, Any] = {
        "page": "versions",
        "draft": draft,
        "form": form,
        "areas": rows,
        "seen": seen,
        "refused": refused,
        "book": kept.book,
        "modules": [(name, name in chosen) for name in dict.fromkeys([*(item.name for item in kept.book.modules), *chosen])],
        "frozen": kept.version.status is not BookStatus.DRAFT,
        "findings": check_function(house, kept.book, draft) if draft and not refused and not more else (),
        "last": house.draft_history(number, draft.key)[:1] if draft else (),
    }
    return render(request, "editing/function.html", context, status=422 if refused else 200)


def _conflict(request: HouseRequest, draft: FunctionDraft, form: FunctionForm, error: ConflictError) -> HttpResponse:
    """Both texts side by side; nothing is lost, and whoever was second chooses per field."""
    theirs = form_of(draft.function)
    rows = [item for item in differences(theirs, {**dict.fromkeys(theirs, ""), **form}) if item.before or item.after]
    context = {"page": "versions", "draft": draft, "form": form, "rows": rows, "error": error, "note": request.POST.get("toelichting", "")}
    return render(request, "editing/conflict.html", context, status=409)


@room(Right.EDIT_BOOK)
def add(request: HouseRequest, number: int) -> HttpResponseBase:
    """The form of a function that is new."""
    request.place.kept = request.place.house.book(number)
    if request.method != "POST":
        return _page(request, None, dict(_EMPTY))
    form = {**_EMPTY, **_posted(request, None)}
    if request.POST.get("doe") == "gebied-erbij":
        return _page(request, None, form, more=True)
    try:
        return redirect(once(request, lambda: _added(request, number, form)))
    except RefusedError as error:
        return _page(request, None, form, refused=error)


def _added(request: HouseRequest, number: int, form: FunctionForm) -> str:
    draft = editing.add_function(request.place.house, number, form)
    messages.success(request, f"{draft.function.name} is toegevoegd aan het concept.")
    return reverse("function-edit", args=[request.place.house.actor.organisation, number, draft.key])


@room(Right.EDIT_BOOK)
def check(request: HouseRequest, number: int, key: str | None = None) -> HttpResponseBase:
    """The findings on what is being typed; nothing is kept."""
    if request.method != "POST":
        return redirect("concept", slug=request.place.house.actor.organisation, number=number)
    refused = None
    found: tuple[Any, ...] = ()
    try:
        house = request.place.house
        draft = house.draft(number, key) if key else None
        found = check_function(house, house.book(number).book, draft, {**_EMPTY, **_posted(request, None)})
    except RefusedError as error:
        refused = error
    return render(request, "editing/live.html", {"findings": found, "refused": refused})


@room(Right.EDIT_BOOK)
def history(request: HouseRequest, number: int, key: str) -> HttpResponseBase:
    """What a function was before, with what changed; any of it can come back."""
    house = request.place.house
    request.place.kept = house.book(number)
    draft = house.draft(number, key)
    stands = [draft, *house.draft_history(number, key)]
    rows = [
        {"draft": item, "changes": differences(form_of(before.function), form_of(item.function)) if before else (), "first": before is None}
        for item, before in zip(stands, [*stands[1:], None], strict=True)
    ]
    return render(request, "editing/history.html", {"page": "versions", "draft": draft, "rows": rows})


_DONE: Mapping[str, str] = {
    "vervalt": "{} is uit het concept gehaald. U kunt haar altijd terugzetten.",
    "terug": "{} staat weer in het concept.",
    "herstel": "{} is weer zoals toen.",
}


@room(Right.EDIT_BOOK)
def act(request: HouseRequest, number: int, key: str) -> HttpResponseBase:
    """Take out, put back, restore an earlier text, or move."""
    house, given = request.place.house, request.POST
    slug, deed = house.actor.organisation, given.get("doe", "")
    seen = number_of(given.get("stand", ""))
    if request.method != "POST":
        return redirect("concept", slug=slug, number=number)
    if deed in ("omhoog", "omlaag"):
        once(request, lambda: _moved(request, number, key, deed == "omhoog"))
        return redirect(f"{reverse('concept', args=[slug, number])}#functie-{key}")
    request.place.kept = house.book(number)
    try:
        if deed == "vervalt":
            draft = editing.retire_function(house, number, key, seen, given.get("reden", ""))
        elif deed == "terug":
            draft = editing.return_function(house, number, key)
        elif deed == "herstel":
            draft = editing.restore_function(house, number, key, seen, number_of(given.get("naar", "")))
        else:
            raise RefusedError("Kies wat u met deze functie wilt doen.")
    except RefusedError as error:
        now = house.draft(number, key)
        return _page(request, now, form_of(now.function), seen=now.revision, refused=error)
    messages.success(request, _DONE[deed].format(draft.function.name))
    if draft.retired:
        return redirect("concept", slug=slug, number=number)
    return redirect("function-edit", slug=slug, number=number, key=key)


def _moved(request: HouseRequest, number: int, key: str, up: bool) -> str:
    editing.move_function(request.place.house, number, key, up)
    return reverse("concept", args=[request.place.house.actor.organisation, number])
