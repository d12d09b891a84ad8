"""Addresses of signing in: the views of allauth that this product uses, under Dutch addresses; nothing else of it can be reached."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path, re_path
from requests.exceptions import RequestException

View = Callable[..., HttpResponseBase]


def _refusing(view: View) -> View:
    """A form that was refused says so in its status too."""

    @wraps(view)
    def inside(request: HttpRequest, *words: Any, **given: Any) -> HttpResponseBase:
        response = view(request, *words, **given)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and form is not None and form.errors:
            response.status_code = 422
        return response

    return inside


def _reached(view: View) -> View:
    """A service that does not answer, or not as it should, is told; nobody comes in."""

    @wraps(view)
    def inside(request: HttpRequest, *words: Any, **given: Any) -> HttpResponseBase:
        try:
            return view(request, *words, **given)
        except (RequestException, KeyError):
            return render(request, "socialaccount/authentication_error.html", status=502)

    return inside


urlpatterns = [
    path("inloggen/", _refusing(account.login), name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    # Closed (see adapters.py): the page says who makes accounts, and the library wants an address to point at.
    path("aanmelden/", account.signup, name="account_signup"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("bevestigen/", _refusing(account.reauthenticate), name="account_reauthenticate"),
    path("wachtwoord/", _refusing(account.password_change), name="account_change_password"),
    path("wachtwoord/kiezen/", _refusing(account.password_set), name="account_set_password"),
    path("wachtwoord/vergeten/", _refusing(account.password_reset), name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    path("wachtwoord/nieuw/klaar/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _refusing(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("tweede-stap/", mfa.index, name="mfa_index"),
    path("tweede-stap/code/", _refusing(mfa.authenticate), name="mfa_authenticate"),
    path("tweede-stap/bevestigen/", _refusing(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("tweede-stap/aan/", _refusing(totp.activate_totp), name="mfa_activate_totp"),
    path("tweede-stap/uit/", _refusing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("tweede-stap/herstelcodes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tweede-stap/herstelcodes/nieuw/", _refusing(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("tweede-stap/herstelcodes/herstelcodes.txt", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("dienst/fout/", social.login_error, name="socialaccount_login_error"),
    path("dienst/gestopt/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("dienst/onbekend/", social.signup, name="socialaccount_signup"),
    path("dienst/koppelingen/", social.login_error, name="socialaccount_connections"),
    path("dienst/<slug:provider_id>/", _reached(oidc.login), name="openid_connect_login"),
    path("dienst/<slug:provider_id>/terug/", _reached(oidc.callback), name="openid_connect_callback"),
]
