"""What somebody does with an account is told in the trail of the organisations where the account has a role."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.dispatch import receiver

from functiehuis.model.house import Happening
from functiehuis.web.storage.accounts import tell_account
from functiehuis.web.storage.models import User


@receiver(account.password_changed)
def _changed(user: User, **given: Any) -> None:
    tell_account(user, Happening("account.wachtwoord_gewijzigd"))


@receiver(account.password_set)
def _set(user: User, **given: Any) -> None:
    tell_account(user, Happening("account.wachtwoord_gekozen"))


@receiver(account.password_reset)
def _reset(user: User, **given: Any) -> None:
    tell_account(user, Happening("account.wachtwoord_hersteld"))


@receiver(mfa.authenticator_added)
def _added(user: User, authenticator: Authenticator, **given: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        tell_account(user, Happening("account.tweede_stap_aan"))


@receiver(mfa.authenticator_removed)
def _removed(user: User, authenticator: Authenticator, **given: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        tell_account(user, Happening("account.tweede_stap_uit"))


@receiver(mfa.authenticator_reset)
def _codes(user: User, **given: Any) -> None:
    tell_account(user, Happening("account.herstelcodes"))
