"""Accounts, apart from what they may: an account belongs to no organisation, so what happens to it is told in the trail of each where it has a role."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from functiehuis.model.house import Actor, Happening, Role
from functiehuis.web.storage.models import Membership, Organisation, User
from functiehuis.web.storage.trail import append


def account_of(email: str) -> User | None:
    """The account with an address, in any case."""
    return User.objects.filter(email=email.strip().casefold()).first()


def has_role(user: User) -> bool:
    """Whether an account has a role in any organisation now."""
    return Membership.objects.filter(user=user, ended=None).exists()


def is_empty() -> bool:
    """Whether this installation has no organisation yet."""
    return not Organisation.objects.exists()


def tell_account(user: User, happening: Happening, *, by: str = "") -> None:
    """Put into the trail of every organisation where an account has a role what happened to the account."""
    for membership in Membership.objects.filter(user=user, ended=None).select_related("organisation").order_by("organisation_id"):
        actor = Actor(None if by else user.pk, by or user.name, membership.organisation.slug, Role(membership.role))
        told = Happening(happening.name, happening.reason, {"account": user.name, **happening.data})
        with transaction.atomic():
            append(membership.organisation_id, actor, told, membership)


def keep_preferences(user: User, *, name: str, appearance: str, shortcuts: bool) -> None:
    """Keep how somebody wants to see the pages."""
    renamed = user.name != name
    before, user.name, user.appearance, user.shortcuts = user.name, name, appearance, shortcuts
    user.save(update_fields=["name", "appearance", "shortcuts"])
    if renamed:
        tell_account(user, Happening("account.naam_gewijzigd", data={"van": before, "naar": name}))


def first_account(email: str, name: str, password: str) -> User:
    """The account of whoever sets up an empty installation; who stopped half way gets the same account again."""
    user = account_of(email) or User(email=email.strip().casefold())
    user.name = name
    user.set_password(password)
    user.last_login = user.last_login or timezone.now()
    user.save()
    return user


def may_get_link(user_id: int, organisation_id: int) -> bool:
    """Whether an administrator may see the link with which an account gets its first password: only an account without a password, known nowhere else."""
    user = User.objects.get(pk=user_id)
    elsewhere = Membership.objects.filter(user_id=user_id).exclude(organisation_id=organisation_id).exists()
    return not user.has_usable_password() and not elsewhere and user.last_login is None
