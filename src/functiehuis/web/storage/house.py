"""A house: one organisation as one actor sees it, in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from functiehuis.language.searching import Question
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.house import Actor, BookVersion, Event, Findable, Happening, Role, SearchHit
from functiehuis.web.storage import models as tables
from functiehuis.web.storage import search
from functiehuis.web.storage.keys import KeysPart, actor_of_key
from functiehuis.web.storage.organisation import OrganisationPart
from functiehuis.web.storage.placing import WorkPart
from functiehuis.web.storage.records import one
from functiehuis.web.storage.states import KINDS
from functiehuis.web.storage.trail import append, as_event
from functiehuis.web.storage.versions import VersionsPart


class DjangoHouse(VersionsPart, OrganisationPart, WorkPart, KeysPart):
    """``actions.ports.House`` in the tables. Every query starts at the organisation: what belongs to another one is not there."""

    def events(
        self,
        subject_kind: str = "",
        subject_id: str = "",
        *,
        before: int | None = None,
        most: int = 100,
        actor: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Event, ...]:
        """The trail, the newest first: of one thing, of one kind, or of everything; by one actor, in a period."""
        rows = tables.EventRow.objects.filter(organisation_id=self.organisation_id)
        wanted = {"subject_kind": subject_kind, "subject_id": subject_id, "actor": actor}
        rows = rows.filter(**{name: value for name, value in wanted.items() if value})
        if before is not None:
            rows = rows.filter(number__lt=before)
        # Moments are kept as text in UTC, in one form, so that their order is the order of the letters.
        if since is not None:
            rows = rows.filter(at__gte=since.astimezone(UTC).isoformat(timespec="milliseconds"))
        if until is not None:
            rows = rows.filter(at__lt=until.astimezone(UTC).isoformat(timespec="milliseconds"))
        return tuple(as_event(row) for row in rows.order_by("-number")[:most])

    def event_actors(self) -> tuple[str, ...]:
        """Everybody who is named in the trail, by name."""
        rows = tables.EventRow.objects.filter(organisation_id=self.organisation_id)
        return tuple(rows.order_by("actor").values_list("actor", flat=True).distinct())

    def find(self, question: Question, kinds: Sequence[Findable], version: int | None, most: int) -> list[tuple[SearchHit, int]]:
        """At most ``most`` hits of each kind in a version and in the organisation, exact words first, with how many there are of that kind."""
        return search.find(self.organisation_id, question, kinds, version, most)

    def reasons(self, version: BookVersion) -> dict[str, tuple[Event, ...]]:
        """Per function of a version (by key) the events that gave a reason, the newest first."""
        rows = tables.EventRow.objects.filter(
            organisation_id=self.organisation_id, subject_kind=KINDS[tables.FunctionRow][0], subject_id__startswith=f"{version.id}/"
        )
        found: dict[str, tuple[Event, ...]] = {}
        for row in rows.exclude(reason="").order_by("-number"):
            key = row.subject_id.partition("/")[2]
            found[key] = (*found.get(key, ()), as_event(row))
        return found


def house_of(user: tables.User, slug: str) -> DjangoHouse:
    """The house that an account enters; UnknownItemError when there is none with this name, or the account has no role in it (the two look the same)."""
    rows = tables.Membership.objects.filter(user=user, ended=None).select_related("organisation")
    membership = one(rows, "Deze organisatie", organisation__slug=slug)
    return DjangoHouse(Actor(user.pk, user.name, slug, Role(membership.role)), membership.organisation_id)


def house_of_key(secret: str) -> DjangoHouse | None:
    """The house that a program enters with a key; None when the key does not work (any more)."""
    found = actor_of_key(secret)
    return DjangoHouse(*found) if found else None


def public_house(slug: str) -> DjangoHouse:
    """A house as anybody sees it: only of an organisation that made its book public (UnknownItemError otherwise), and only to read."""
    organisation = one(tables.Organisation.objects.filter(public=True), "Deze organisatie", slug=slug)
    return DjangoHouse(Actor(None, "bezoeker", slug, Role.READER), organisation.pk)


def system_house(slug: str, name: str = "Functiehuis", role: Role = Role.ADMINISTRATOR) -> DjangoHouse:
    """A house for the system itself: background work and commands, which say for whom they act in their name."""
    organisation = one(tables.Organisation.objects.all(), f"Organisatie {slug}", slug=slug)
    return DjangoHouse(Actor(None, name, slug, role), organisation.pk)


def organisations() -> tuple[str, ...]:
    """The short names of all organisations, for commands."""
    return tuple(tables.Organisation.objects.order_by("slug").values_list("slug", flat=True))


def houses_of(user: tables.User) -> tuple[tuple[str, str, Role], ...]:
    """The organisations where an account has a role: short name, name and role, by name."""
    rows = tables.Membership.objects.filter(user=user, ended=None).select_related("organisation").order_by("organisation__name")
    return tuple((row.organisation.slug, row.organisation.name, Role(row.role)) for row in rows)


def found_house(slug: str, name: str, abbreviation: str = "", *, by: str = "Functiehuis") -> DjangoHouse:
    """A new organisation, with the first event of its trail. Refuses a short name that is taken (UnknownItemError tells nothing more)."""
    with transaction.atomic():
        # Asked for and made in one statement: of two who take the same name at once, one gets it.
        row, made = tables.Organisation.objects.get_or_create(slug=slug, defaults={"name": name, "abbreviation": abbreviation})
        if not made:
            raise UnknownItemError(f"De korte naam {slug} is al in gebruik. Kies een andere.")
        actor = Actor(None, by, slug, Role.ADMINISTRATOR)
        append(row.pk, actor, Happening("organisatie.gemaakt", data={"naam": name}), row)
    return DjangoHouse(actor, row.pk)
