"""How signing in behaves: nobody makes an account by himself; an administrator does, or a service that the organisation trusts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from functiehuis.model.house import Happening
from functiehuis.web.storage.accounts import account_of, has_role, tell_account
from functiehuis.web.storage.models import User

_FAILED = {"app": "allauth.account", "action": "login_failed"}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts with a password. Five wrong passwords in a quarter of an hour lock an address; how often is kept in the database, for all machines."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk of u goed typte, of kies een nieuw wachtwoord.",
        "incorrect_password": "Dit is niet uw wachtwoord. Probeer het opnieuw.",
        "enter_current_password": "Dit is niet uw huidige wachtwoord. Probeer het opnieuw.",
        "incorrect_code": "Deze code klopt niet. Vul de code in die nu in uw app staat.",
        "account_inactive": "Dit account is gesloten. Vraag de beheerder van uw organisatie waarom.",
        "rate_limited": "Te veel pogingen achter elkaar. Wacht een paar minuten.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator makes accounts."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; refuse with the time to try again when there were too many."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            raise ValidationError(_wait(self._free_at(request, credentials)), code="too_many_login_attempts") from error

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Tell the organisations of an account that it is locked, once."""
        user = account_of(credentials.get("email") or "")
        full = [rate for rate, history in self._attempts(request, credentials) if rate.per == "key" and len(history) >= rate.amount]
        if user and full:
            tell_account(user, Happening("account.geblokkeerd", data={"minuten": round(full[0].duration / 60)}), by="Functiehuis")

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether this is the password of somebody who is signed in; counted like signing in."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def _attempts(self, request: HttpRequest, credentials: dict[str, Any]) -> list[tuple[Any, list[float]]]:
        key = self._get_login_attempts_cache_key(request, **credentials)
        rates = ratelimit.get_rates(**_FAILED)
        return [(rate, cache.get(ratelimit.get_cache_key(request, rate=rate, key=key, **_FAILED), [])) for rate in rates]

    def _free_at(self, request: HttpRequest, credentials: dict[str, Any]) -> datetime:
        free = [history[rate.amount - 1] + rate.duration for rate, history in self._attempts(request, credentials) if len(history) >= rate.amount]
        return datetime.fromtimestamp(max(free, default=timezone.now().timestamp() + 60), UTC)


def _wait(until: datetime) -> str:
    minutes = max(1, -(-int((until - timezone.now()).total_seconds()) // 60))
    words = "1 minuut" if minutes == 1 else f"{minutes} minuten"
    at = timezone.localtime(until)
    return f"Te vaak een verkeerd wachtwoord. Dit adres is op slot. Probeer het over {words} opnieuw, om {at:%H:%M} uur, of vraag de beheerder om hulp."


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Accounts through OpenID Connect: only for an address that an administrator gave a role."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Never: an address without an account here is refused."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account of the address that the service vouches for; refuse who has no role anywhere."""
        user = sociallogin.user if sociallogin.is_existing else None
        if user is None:
            vouched = [address.email for address in sociallogin.email_addresses if address.verified]
            user = next((found for found in map(account_of, vouched) if found), None)
        if user is None or not user.is_active or not has_role(user):
            raise ImmediateHttpResponse(render(request, "socialaccount/signup.html", status=403))
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)
            tell_account(user, Happening("account.gekoppeld"), by=user.name)
