"""Pages of reading in."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from functiehuis.actions import review_intake as review
from functiehuis.actions.confirm_intake import confirm_intake, discard_intake
from functiehuis.actions.hand_in_document import ENDINGS, hand_in_document
from functiehuis.actions.policy import Right
from functiehuis.authoring.editing import lines_of
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.house import Intake, IntakeStatus
from functiehuis.web.intake.jobs import read_document
from functiehuis.web.intake.page import IntakePage
from functiehuis.web.project.once import once
from functiehuis.web.project.rooms import HouseRequest, is_partial, room
from functiehuis.web.project.templatetags.functiehuis import wire_text


@room(Right.EDIT_BOOK)
def intakes(request: HouseRequest) -> HttpResponseBase:
    """Choose a document to read in, and what was handed in before."""
    refused: RefusedError | None = None
    if request.method == "POST":
        try:
            return redirect(once(request, lambda: _handed_in(request)))
        except RefusedError as error:
            refused = error
    context = {
        "page": "versions",
        "intakes": request.place.house.intakes()[:25],
        "accept": ",".join(ENDINGS),
        "limit": settings.UPLOAD_LIMIT,
        "megabytes": settings.UPLOAD_LIMIT // (1024 * 1024),
        "refused": refused,
    }
    return render(request, "intake/choose.html", context, status=422 if refused else 200)


def _handed_in(request: HouseRequest) -> str:
    given = request.FILES.get("bestand")
    file = given if isinstance(given, UploadedFile) else None
    house = request.place.house
    with house.transaction():
        intake = hand_in_document(house, file.name or "" if file else "", file.read() if file else b"", settings.UPLOAD_LIMIT)
        read_document.enqueue(house.actor.organisation, intake.id or 0)
    return reverse("intake", args=[house.actor.organisation, intake.id])


@room(Right.EDIT_BOOK)
def intake(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """How far a document is; and once it is read, the source beside what was recognised."""
    found = request.place.house.intake(identifier)
    if found.status is IntakeStatus.READ:
        if is_partial(request):
            return HttpResponse(headers={"HX-Redirect": request.path})
        return _side_by_side(request, found)
    if found.status is IntakeStatus.CONFIRMED and found.version is not None:
        return redirect("concept", slug=request.place.house.actor.organisation, number=found.version)
    waiting = found.status in (IntakeStatus.WAITING, IntakeStatus.READING)
    if is_partial(request):
        if not waiting:
            return HttpResponse(headers={"HX-Redirect": request.path})
        return render(request, "intake/bar.html", {"intake": found})
    return render(request, "intake/progress.html", {"page": "versions", "intake": found, "waiting": waiting})


def _side_by_side(request: HouseRequest, found: Intake, refused: RefusedError | None = None, status: int = 200) -> HttpResponse:
    asked = request.POST if refused else request.GET
    page = IntakePage(found, asked.get("deel", ""))
    only = asked.get("toon") == "meldingen"
    editing = page.spot(asked.get("pad") or asked.get("verbeter") or "")
    seen = _seen(editing.value) if editing else ""
    context = {
        "page": "versions",
        "intake": found,
        "shown": page,
        "rows": page.rows(only_findings=only),
        "only": only,
        "editing": editing,
        "seen": seen,
        "typed": asked.get("tekst", seen) if refused else seen,
        "fingerprint": asked.get("melding", ""),
        "refused": refused,
        "title": asked.get("titel") if refused and "titel" in refused.fields else _title(found),
        "functions": [item for item in page.sections if item.id.startswith("f")],
    }
    return render(request, "intake/review.html", context, status=status)


def _seen(value: object) -> str:
    text = wire_text(value)
    return lines_of([text]) if text is not None and isinstance(value, dict) else str(value)


def _title(found: Intake) -> str:
    given = str(found.book.get("titel") or "").strip()
    return given.capitalize() if given.isupper() else given or found.file_name.rpartition(".")[0]


@room(Right.EDIT_BOOK)
def answer(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Do something with a finding or a text, and go back to its place."""
    if request.method != "POST":
        return redirect("intake", slug=request.place.house.actor.organisation, identifier=identifier)
    given, house = request.POST, request.place.house
    try:
        anchor = _answered(request, identifier)
    except ConflictError as error:
        return _side_by_side(request, house.intake(identifier), RefusedError(str(error)), 409)
    except RefusedError as error:
        return _side_by_side(request, house.intake(identifier), error, 422)
    query = {name: given[name] for name in ("deel", "toon") if given.get(name)}
    return redirect(f"{reverse('intake', args=[house.actor.organisation, identifier])}?{urlencode(query)}{anchor}")


def _answered(request: HouseRequest, identifier: int) -> str:
    given, house = request.POST, request.place.house
    fingerprint = given.get("melding", "")
    match given.get("doe"):
        case "overnemen":
            choice = given.get("keuze", "0")
            review.accept_proposal(house, identifier, fingerprint, int(choice) if choice.isdigit() and len(choice) < 3 else -1)
        case "verbeter":
            review.correct_text(house, identifier, given.get("pad", ""), given.get("tekst", ""), given.get("gezien", ""), fingerprint)
            return f"#melding-{fingerprint}" if fingerprint else "#deel"
        case "plaats":
            review.place_leftover(house, identifier, given.get("pad", ""), given.get("functie", ""), given.get("als", ""), fingerprint)
        case "negeer":
            review.set_aside(house, identifier, fingerprint, given.get("reden", ""))
        case "ongedaan":
            review.take_back(house, identifier, fingerprint)
        case "nakijken":
            review.check_again(house, identifier)
            messages.success(request, "Het boek is opnieuw nagekeken, met uw verbeteringen erin.")
            return ""
        case _:
            raise RefusedError("Kies wat u met deze melding wilt doen.")
    return f"#melding-{fingerprint}"


@room(Right.EDIT_BOOK)
def confirm(request: HouseRequest, identifier: int) -> HttpResponseBase:
    """Make a concept of what was read, or throw it away."""
    house = request.place.house
    slug = house.actor.organisation
    if request.method != "POST":
        return redirect("intake", slug=slug, identifier=identifier)
    if request.POST.get("doe") == "weggooien":
        discard_intake(house, identifier)
        messages.success(request, "Weggegooid. Het document is niet overgenomen; u kunt het opnieuw inlezen.")
        return redirect("intakes", slug=slug)
    try:
        version = confirm_intake(house, identifier, request.POST.get("titel", ""))
    except RefusedError as error:
        found = house.intake(identifier)
        if found.status is not IntakeStatus.READ:
            raise
        return _side_by_side(request, found, error, 422)
    messages.success(request, f"{version.title} staat klaar als concept. Er is nog niets vastgesteld.")
    return redirect("concept", slug=slug, number=version.number)
