"""The organisation itself, its people, its units and its local functions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.db.models import Count, F, Q, Sum
from django.db.models.expressions import OrderBy
from django.db.models.functions import Lower
from django.utils import timezone

from functiehuis.actions.ports import LocalFunctionPage, LocalFunctionQuery
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.model.house import Happening, HouseOrganisation, LocalFunction, Member, Role, Unit
from functiehuis.web.storage import models as tables
from functiehuis.web.storage import search
from functiehuis.web.storage.part import Part
from functiehuis.web.storage.records import fill, one, record_of, refuse_stale

_LOCAL_FIELDS = ("number", "name", "description", "unit", "fte", "code", "retired")


_SORTS: dict[str, F | Lower] = {"nummer": F("number"), "naam": Lower("name"), "afdeling": Lower("unit__name"), "fte": F("fte"), "code": F("code")}


class OrganisationPart(Part):
    """What a house does with its organisation."""

    def organisation(self) -> HouseOrganisation:
        """The organisation itself."""
        return record_of(HouseOrganisation, tables.Organisation.objects.get(pk=self.organisation_id))

    def put_organisation(self, organisation: HouseOrganisation, happening: Happening) -> HouseOrganisation:
        """Keep name, house style and whether the book is public."""
        with self.transaction():
            row = tables.Organisation.objects.get(pk=self.organisation_id)
            fill(row, organisation, "name", "abbreviation", "public", "house_style")
            row.save(update_fields=["name", "abbreviation", "public", "house_style"])
            self.tell(row, happening)
        return self.organisation()

    def members(self) -> tuple[Member, ...]:
        """The people with a role here, by name; those whose role ended too."""
        rows = tables.Membership.objects.filter(organisation_id=self.organisation_id).select_related("user").order_by(Lower("user__name"), "pk")
        return tuple(_member(row) for row in rows)

    def member(self, identifier: int) -> Member:
        """One of them."""
        return _member(self._membership(identifier))

    def put_member(self, member: Member, happening: Happening) -> Member:
        """Give somebody a role, another role, or none any more. An account that does not exist yet is made, without a password."""
        with self.transaction():
            if member.id is None:
                address = member.email.strip().casefold()
                user = tables.User.objects.filter(email=address).first() or tables.User.objects.create_user(address, None, name=member.name)
                if tables.Membership.objects.filter(organisation_id=self.organisation_id, user=user).exists():
                    raise RefusedError("Dit adres heeft hier al een rol.", {"email": "Dit adres heeft hier al een rol. Wijzig de rol in de lijst."})
                row = tables.Membership(user=user, organisation_id=self.organisation_id)
            else:
                row = self._membership(member.id)
            row.role = member.role.value
            row.ended = None if not member.ended else row.ended or timezone.now()
            row.save()
            self.tell(row, happening)
        return _member(row)

    def units(self) -> tuple[Unit, ...]:
        """The units that are not retired, by name."""
        rows = tables.Unit.objects.filter(organisation_id=self.organisation_id, retired=False).order_by(Lower("name"), "pk")
        return tuple(record_of(Unit, row) for row in rows)

    def put_unit(self, unit: Unit, happening: Happening) -> Unit:
        """Keep a unit."""
        with self.transaction():
            row = self._unit(unit.id) if unit.id else tables.Unit(organisation_id=self.organisation_id)
            if unit.id:
                refuse_stale(row, unit.revision, f"Afdeling {row.name}")
                row.revision += 1
            if unit.parent is not None:
                self._unit(unit.parent)
            fill(row, unit, "name", "parent", "retired")
            row.save()
            search.keep_unit(row)
            self.tell(row, happening)
        return record_of(Unit, row)

    def local_functions(self, *, retired: bool = False) -> tuple[LocalFunction, ...]:
        """The local functions in use, by number; with ``retired`` also those that are not any more."""
        rows = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id).order_by("number", "pk")
        return tuple(record_of(LocalFunction, row) for row in (rows if retired else rows.filter(retired=False)))

    def find_local_functions(self, query: LocalFunctionQuery) -> LocalFunctionPage:
        """Those that were asked for, a page of them; past the end is the last page."""
        rows = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id, retired=query.retired)
        for word in query.words:
            rows = rows.filter(Q(name__icontains=word) | Q(number__icontains=word) | Q(code__icontains=word) | Q(description__icontains=word))
        if query.units is not None:
            rows = rows.filter(unit_id__in=query.units)
        if query.code:
            rows = rows.exclude(code="") if query.code == "met" else rows.filter(code="" if query.code == "zonder" else query.code)
        if query.described is not None:
            rows = rows.exclude(description="") if query.described else rows.filter(description="")
        found = rows.aggregate(total=Count("pk"), fte=Sum("fte"))
        total: int = found["total"]
        first = query.first if query.first < total else max(0, (total - 1) // query.most * query.most)
        ordered = rows.order_by(OrderBy(_SORTS[query.sort], descending=query.descending), "number", "pk")[first : first + query.most]
        return LocalFunctionPage(tuple(record_of(LocalFunction, row) for row in ordered), first, total, found["fte"] or Decimal(0))

    def local_function_totals(self) -> dict[int | None, tuple[int, Decimal]]:
        """Per unit (None: without one) how many local functions in use, and their fte."""
        rows = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id, retired=False)
        counted = rows.values("unit_id").annotate(total=Count("pk"), work=Sum("fte")).order_by("unit_id")
        return {row["unit_id"]: (row["total"], row["work"] or Decimal(0)) for row in counted}

    def local_function_states(self) -> tuple[int, int, int, Decimal]:
        """Of the local functions in use: how many, how many with a code, how many with a description, and their fte."""
        rows = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id, retired=False)
        found = rows.aggregate(total=Count("pk"), coded=Count("pk", filter=~Q(code="")), described=Count("pk", filter=~Q(description="")), work=Sum("fte"))
        return found["total"], found["coded"], found["described"], found["work"] or Decimal(0)

    def local_functions_in(self, code: str) -> tuple[tuple[LocalFunction, str], ...]:
        """The local functions that are placed in a normfunctie, by name, each with the name of its unit."""
        rows = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id, retired=False, code=code).select_related("unit")
        return tuple((record_of(LocalFunction, row), row.unit.name if row.unit else "") for row in rows.order_by(Lower("name"), "number"))

    def local_work(self) -> dict[str, tuple[int, Decimal]]:
        """Per code of a normfunctie how many local functions are placed in it, and their fte; those without a code under the empty one."""
        rows = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id, retired=False)
        sums = rows.values("code").annotate(functions=Count("pk"), work=Sum("fte")).order_by("code")
        return {row["code"]: (row["functions"], row["work"] or Decimal()) for row in sums}

    def local_function(self, identifier: int) -> LocalFunction:
        """One local function; a retired one too."""
        return record_of(LocalFunction, self._local(identifier))

    def put_local_function(self, function: LocalFunction, happening: Happening) -> LocalFunction:
        """Keep a local function."""
        with self.transaction():
            row = self._kept(function)
            row.save()
            search.keep_local([row])
            self.tell(row, happening)
        return record_of(LocalFunction, row)

    def put_local_functions(self, functions: Sequence[LocalFunction], happening: Happening) -> None:
        """Keep many local functions in one go (an import): all of them, or none. A few queries, however many there are."""
        with self.transaction():
            rows = {row.pk: row for row in tables.LocalFunction.objects.filter(organisation_id=self.organisation_id)}
            units = {None, *tables.Unit.objects.filter(organisation_id=self.organisation_id).values_list("pk", flat=True)}
            taken = {row.number: row.pk for row in rows.values()}
            new: list[tables.LocalFunction] = []
            changed: list[tables.LocalFunction] = []
            for function in functions:
                row = rows.get(function.id) if function.id else tables.LocalFunction(organisation_id=self.organisation_id)
                if row is None or function.unit not in units:
                    raise UnknownItemError(f"Lokale functie {function.number}, of haar afdeling, bestaat niet meer. Er is niets opgeslagen. Begin opnieuw.")
                if taken.get(function.number, row.pk) != row.pk:
                    raise RefusedError(_taken(function.number), {"number": _taken(function.number)})
                taken[function.number] = row.pk or 0
                if function.id:
                    refuse_stale(row, function.revision, f"Lokale functie {row.name}")
                    row.revision += 1
                fill(row, function, *_LOCAL_FIELDS)
                (changed if function.id else new).append(row)
            tables.LocalFunction.objects.bulk_create(new, batch_size=500)
            tables.LocalFunction.objects.bulk_update(changed, [*_LOCAL_FIELDS, "revision"], batch_size=100)
            search.keep_local([*new, *changed])
            self.tell_all([(happening, row) for row in (*new, *changed)])

    def _kept(self, function: LocalFunction) -> tables.LocalFunction:
        row = self._local(function.id) if function.id else tables.LocalFunction(organisation_id=self.organisation_id)
        same = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id, number=function.number)
        if (same.exclude(pk=row.pk) if row.pk else same).exists():
            raise RefusedError(_taken(function.number), {"number": _taken(function.number)})
        if function.id:
            refuse_stale(row, function.revision, f"Lokale functie {row.name}")
            row.revision += 1
        if function.unit is not None:
            self._unit(function.unit)
        fill(row, function, *_LOCAL_FIELDS)
        return row

    def _membership(self, identifier: int) -> tables.Membership:
        rows = tables.Membership.objects.filter(organisation_id=self.organisation_id).select_related("user")
        return one(rows, "Deze rol", pk=identifier)

    def _unit(self, identifier: int) -> tables.Unit:
        return one(tables.Unit.objects.filter(organisation_id=self.organisation_id), "Deze afdeling", pk=identifier)

    def _local(self, identifier: int) -> tables.LocalFunction:
        return one(tables.LocalFunction.objects.filter(organisation_id=self.organisation_id), "Deze lokale functie", pk=identifier)


def _taken(number: str) -> str:
    return f"Nummer {number} is al van een andere lokale functie. Kies een ander nummer."


def _member(row: tables.Membership) -> Member:
    return Member(row.pk, row.user_id, row.user.email, row.user.name, Role(row.role), row.ended is not None)
