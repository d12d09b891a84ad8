"""The front door, and the page of an account."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from functiehuis.actions.access_keys import end_own_key, make_key
from functiehuis.model.errors import RefusedError
from functiehuis.web.accounts.forms import KeyForm, PreferencesForm, refuse
from functiehuis.web.storage.accounts import keep_preferences
from functiehuis.web.storage.house import house_of, houses_of
from functiehuis.web.storage.models import User


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """To the house of the reader; a choice when there are several, an explanation when there is none."""
    houses = houses_of(_user(request))
    if len(houses) == 1:
        return redirect("home", slug=houses[0][0])
    return render(request, "accounts/choose.html", {"houses": houses})


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Name, appearance and shortcuts; the ways to password, second step and keys."""
    user = _user(request)
    form = PreferencesForm(request.POST or None, initial={"name": user.name, "appearance": user.appearance, "shortcuts": user.shortcuts})
    if request.method == "POST" and form.is_valid():
        keep_preferences(
            user, name=" ".join(form.cleaned_data["name"].split()), appearance=form.cleaned_data["appearance"], shortcuts=form.cleaned_data["shortcuts"]
        )
        messages.success(request, "Uw voorkeuren zijn bewaard.")
        return redirect("account")
    return _page(request, form, _key_form(user))


@login_required
@require_POST
def new_key(request: HttpRequest) -> HttpResponse:
    """Make a key and show it, this once."""
    user = _user(request)
    form = _key_form(user, request)
    if form.is_valid():
        try:
            key, secret = make_key(house_of(user, form.cleaned_data["organisation"]), form.cleaned_data["name"])
        except RefusedError as error:
            refuse(form, error)
        else:
            return render(request, "accounts/key.html", {"key": key, "secret": secret, "slug": form.cleaned_data["organisation"]})
    return _page(request, PreferencesForm(initial={"name": user.name, "appearance": user.appearance, "shortcuts": user.shortcuts}), form)


@login_required
@require_POST
def end_key(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """A key works no more."""
    end_own_key(house_of(_user(request), slug), key)
    messages.success(request, "De sleutel werkt niet meer.")
    return redirect("account")


def _page(request: HttpRequest, form: PreferencesForm, key_form: KeyForm) -> HttpResponse:
    user = _user(request)
    houses = houses_of(user)
    keys = [(slug, name, key) for slug, name, _ in houses for key in house_of(user, slug).keys(user.pk) if not key.ended]
    context = {"form": form, "key_form": key_form, "keys": keys, "houses": houses, "second_step": is_mfa_enabled(user)}
    failed = (form.is_bound and form.errors) or (key_form.is_bound and key_form.errors)
    return render(request, "accounts/account.html", context, status=422 if failed else 200)


def _key_form(user: User, request: HttpRequest | None = None) -> KeyForm:
    organisations = [(slug, name) for slug, name, _ in houses_of(user)]
    return KeyForm(organisations, request.POST if request else None, prefix="sleutel")


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("a view for who is signed in")
    return request.user
