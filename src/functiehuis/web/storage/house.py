"""A house: one organisation as one actor sees it, in the tables."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from functiehuis.language.searching import Question
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.house import Actor, BookVersion, Event, Findable, Happening, Role, SearchHit
from functiehuis.web.storage import models as tables
from functiehuis.web.storage import search
from functiehuis.web.storage.organisation import OrganisationPart
from functiehuis.web.storage.placing import WorkPart
from functiehuis.web.storage.records import one
from functiehuis.web.storage.states import KINDS
from functiehuis.web.storage.trail import append, as_event
from functiehuis.web.storage.versions import VersionsPart


class DjangoHouse(VersionsPart, OrganisationPart, WorkPart):
    """``actions.ports.House`` in the tables. Every query starts at the organisation: what belongs to another one is not there."""

    def events(self, subject_kind: str = "", subject_id: str = "", *, before: int | None = None, most: int = 100) -> tuple[Event, ...]:
        """The trail, the newest first: of one thing, of one kind, or of everything."""
        rows = tables.EventRow.objects.filter(organisation_id=self.organisation_id)
        if subject_kind:
            rows = rows.filter(subject_kind=subject_kind)
        if subject_id:
            rows = rows.filter(subject_id=subject_id)
        if before is not None:
            rows = rows.filter(number__lt=before)
        return tuple(as_event(row) for row in rows.order_by("-number")[:most])

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


def system_house(slug: str, name: str = "Functiehuis", role: Role = Role.ADMINISTRATOR) -> DjangoHouse:
    """A house for the system itself: background work and commands, which say for whom they act in their name."""
    organisation = one(tables.Organisation.objects.all(), f"Organisatie {slug}", slug=slug)
    return DjangoHouse(Actor(None, name, slug, role), organisation.pk)


def houses_of(user: tables.User) -> tuple[tuple[str, str, Role], ...]:
    """The organisations where an account has a role: short name, name and role, by name."""
    rows = tables.Membership.objects.filter(user=user, ended=None).select_related("organisation").order_by("organisation__name")
    return tuple((row.organisation.slug, row.organisation.name, Role(row.role)) for row in rows)


def found_house(slug: str, name: str, abbreviation: str = "", *, by: str = "Functiehuis") -> DjangoHouse:
    """A new organisation, with the first event of its trail. Refuses a short name that is taken (UnknownItemError tells nothing more)."""
    with transaction.atomic():
        if tables.Organisation.objects.filter(slug=slug).exists():
            raise UnknownItemError(f"De korte naam {slug} is al in gebruik. Kies een andere.")
        row = tables.Organisation.objects.create(slug=slug, name=name, abbreviation=abbreviation)
        actor = Actor(None, by, slug, Role.ADMINISTRATOR)
        append(row.pk, actor, Happening("organisatie.gemaakt", data={"naam": name}), row)
    return DjangoHouse(actor, row.pk)
