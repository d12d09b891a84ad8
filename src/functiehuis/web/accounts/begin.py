"""The first visit to an empty installation: account, organisation, and on to the first book. Only with the link that ``functiehuis serve`` printed."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from functiehuis.actions.found_organisation import found_organisation
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.model.house import Happening, Member, Role
from functiehuis.web.accounts.forms import FirstAccountForm, FirstOrganisationForm, refuse
from functiehuis.web.storage.accounts import first_account, is_empty
from functiehuis.web.storage.house import DjangoHouse, found_house
from functiehuis.web.storage.models import User

_SALT = "functiehuis.eerste-bezoek"
_HOURS = 24


def first_link() -> str:
    """The path of the first visit; it works for a day, and only while there is no organisation."""
    return reverse("begin", kwargs={"token": signing.dumps("begin", salt=_SALT)})


def begin(request: HttpRequest, token: str) -> HttpResponse:
    """The first account."""
    _check(token)
    form = FirstAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        user = first_account(typed["email"], " ".join(typed["name"].split()), typed["password1"])
        login(request, user, "allauth.account.auth_backends.AuthenticationBackend")
        record_authentication(request, user, method="password", email=user.email)
        return redirect("begin-organisation", token=token)
    return render(request, "accounts/begin.html", {"form": form, "step": 1}, status=422 if form.is_bound else 200)


@login_required
def organisation(request: HttpRequest, token: str) -> HttpResponse:
    """The first organisation, with its first administrator."""
    _check(token)
    form = FirstOrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and isinstance(request.user, User):
        typed, user = form.cleaned_data, request.user

        def found(slug: str, name: str, abbreviation: str) -> DjangoHouse:
            house = found_house(slug, name, abbreviation, by=user.name)
            house.put_member(
                Member(None, None, user.email, user.name, Role.ADMINISTRATOR),
                Happening("lid.toegevoegd", data={"naam": user.name, "rol": Role.ADMINISTRATOR.value}),
            )
            return house

        try:
            house = found_organisation(found, typed["name"], typed["abbreviation"], typed["slug"])
        except RefusedError as error:
            refuse(form, error)
        else:
            return redirect("home", slug=house.actor.organisation)
    return render(request, "accounts/begin.html", {"form": form, "step": 2}, status=422 if form.is_bound else 200)


def _check(token: str) -> None:
    try:
        signing.loads(token, salt=_SALT, max_age=_HOURS * 3600)
    except signing.BadSignature as error:
        raise UnknownItemError("Deze link werkt niet (meer). Start functiehuis serve opnieuw; dan staat er een nieuwe link in het venster.") from error
    if not is_empty():
        raise UnknownItemError("Dit functiehuis is al ingericht. Log in, of vraag de beheerder om een account.")
