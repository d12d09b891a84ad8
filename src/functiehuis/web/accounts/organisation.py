"""Settings of an organisation, and the sheet of its house style."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.core.files import File
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from functiehuis.actions.change_settings import change_house_style, change_organisation
from functiehuis.actions.house_style import LARGEST
from functiehuis.actions.policy import Right
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.web.accounts.forms import OrganisationForm, StyleForm, refuse
from functiehuis.web.project.rooms import HouseRequest, room
from functiehuis.web.storage.house import DjangoHouse, house_of, public_house
from functiehuis.web.storage.models import User


@room(Right.SETTINGS)
def settings(request: HouseRequest) -> HttpResponseBase:
    """Name, abbreviation and publicity."""
    organisation = request.place.organisation
    form = OrganisationForm(request.POST or None, initial={"name": organisation.name, "abbreviation": organisation.abbreviation, "public": organisation.public})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            change_organisation(request.place.house, typed["name"], typed["abbreviation"], public=typed["public"])
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, "De instellingen zijn bewaard.")
            return redirect("settings", slug=organisation.slug)
    return _page(request, form, StyleForm(prefix="huisstijl"))


@require_POST
@room(Right.SETTINGS)
def style(request: HouseRequest) -> HttpResponseBase:
    """A new house style, or none."""
    form = StyleForm(request.POST, request.FILES, prefix="huisstijl")
    removing = "weg" in request.POST
    if removing or form.is_valid():
        try:
            change_house_style(request.place.house, "" if removing else _text(form.cleaned_data["style"]))
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, "De huisstijl van Functiehuis is terug." if removing else "De huisstijl is bewaard en overal te zien.")
            return redirect("settings", slug=request.place.organisation.slug)
    organisation = request.place.organisation
    initial = {"name": organisation.name, "abbreviation": organisation.abbreviation, "public": organisation.public}
    return _page(request, OrganisationForm(initial=initial), form)


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The house style as CSS: for who has a role, and for everybody when the book is public."""
    text = _house(request, slug).organisation().house_style
    if not text:
        raise UnknownItemError("Deze organisatie heeft geen eigen huisstijl.")
    mark = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    response = HttpResponse(text, content_type="text/css; charset=utf-8", headers={"ETag": mark, "Cache-Control": "private, no-cache"})
    given = get_conditional_response(request, etag=mark, response=response)
    return given if isinstance(given, HttpResponse) else response


def _house(request: HttpRequest, slug: str) -> DjangoHouse:
    if isinstance(request.user, User):
        try:
            return house_of(request.user, slug)
        except UnknownItemError:
            pass  # who has no role here may still read what is open to everybody
    return public_house(slug)


def _text(file: File[bytes]) -> str:
    content: bytes = file.read(LARGEST * 4 + 1)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        text = "Dit bestand is geen tekst. Een huisstijl is een CSS-bestand in UTF-8."
        raise RefusedError(text, {"style": text}) from error


def _page(request: HouseRequest, form: OrganisationForm, style_form: StyleForm) -> HttpResponseBase:
    failed = (form.is_bound and form.errors) or (style_form.is_bound and style_form.errors)
    context = {"page": "settings", "form": form, "style_form": style_form}
    return render(request, "accounts/settings.html", context, status=422 if failed else 200)
