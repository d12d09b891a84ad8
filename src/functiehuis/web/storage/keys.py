"""Keys with which programs act for an account in one organisation. Only the hash of a key is kept."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.utils import timezone

from functiehuis.model.house import Actor, ApiKey, Happening, Role
from functiehuis.web.storage import models as tables
from functiehuis.web.storage.part import Part
from functiehuis.web.storage.records import one

_SEEN = timedelta(hours=1)


class KeysPart(Part):
    """What a house does with keys."""

    def keys(self, user_id: int) -> tuple[ApiKey, ...]:
        """The keys of an account here, the newest first; those that ended too."""
        rows = tables.ApiToken.objects.filter(organisation_id=self.organisation_id, user_id=user_id).order_by("-pk")
        return tuple(_key(row) for row in rows)

    def add_key(self, name: str, secret: str, happening: Happening) -> ApiKey:
        """Keep a new key of the actor: its hash and its first characters."""
        with self.transaction():
            owner = tables.User.objects.get(pk=self.actor.id or 0)
            row = tables.ApiToken(user=owner, organisation_id=self.organisation_id, name=name, start=secret[:12], hash=_hash(secret))
            row.save()
            self.tell(row, happening)
        return _key(row)

    def end_key(self, identifier: int, happening: Happening) -> None:
        """A key works no more. One that ended before is left as it is."""
        with self.transaction():
            row = one(tables.ApiToken.objects.filter(organisation_id=self.organisation_id), "Deze sleutel", pk=identifier)
            if row.ended is None:
                row.ended = timezone.now()
                row.save(update_fields=["ended"])
                self.tell(row, happening)


def actor_of_key(secret: str) -> tuple[Actor, int] | None:
    """Who acts with a key and in which organisation; None for a key that does not work (any more)."""
    row = tables.ApiToken.objects.select_related("user", "organisation").filter(hash=_hash(secret), ended=None, user__is_active=True).first()
    member = tables.Membership.objects.filter(user=row.user, organisation=row.organisation, ended=None).first() if row else None
    if row is None or member is None:
        return None
    now = timezone.now()
    if row.last_used is None or now - row.last_used > _SEEN:
        # Not told in the trail: it says nothing about who changed what, and the hour is exact enough to see an unused key.
        tables.ApiToken.objects.filter(pk=row.pk).update(last_used=now)
    return Actor(row.user_id, row.user.name, row.organisation.slug, Role(member.role)), row.organisation_id


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _key(row: tables.ApiToken) -> ApiKey:
    return ApiKey(row.pk, row.user_id, row.name, row.start, row.made, row.last_used, row.ended is not None)
