"""The door of every page of a house: who comes in, in which organisation, with which right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, ClassVar, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from functiehuis.actions.open_book import in_force, visible_versions
from functiehuis.actions.policy import Right, require
from functiehuis.model.book import BookStatus
from functiehuis.model.house import BookVersion, HouseOrganisation, KeptBook
from functiehuis.web.storage.house import DjangoHouse, house_of

Given = ParamSpec("Given")


@dataclass
class Place:
    """Where a request is: a house, and perhaps a version of its book."""

    house: DjangoHouse
    kept: KeptBook | None = None
    public: ClassVar[bool] = False
    """Whether everybody may be here (see ``web/public``)."""

    @cached_property
    def organisation(self) -> HouseOrganisation:
        """The organisation of the house."""
        return self.house.organisation()

    @cached_property
    def versions(self) -> tuple[BookVersion, ...]:
        """The versions that the reader may see."""
        return visible_versions(self.house)

    @cached_property
    def in_force(self) -> BookVersion | None:
        """The version in force today, of those that the reader may see."""
        return in_force(self.versions, timezone.localdate())

    @cached_property
    def version(self) -> BookVersion | None:
        """The version that the page is about; else the newest concept, else the one in force, else the newest."""
        if self.kept:
            return self.kept.version
        concept = next((item for item in self.versions if item.status is BookStatus.DRAFT), None)
        return concept or self.in_force or next(iter(self.versions), None)


class HouseRequest(HttpRequest):
    """A request inside a house."""

    place: Place


View = Callable[Concatenate[HouseRequest, Given], HttpResponseBase]


def room(right: Right | None = None) -> Callable[[View[Given]], Callable[..., HttpResponseBase]]:
    """A view of a house: ``slug`` is taken from the address. Who is not signed in goes to the door; a missing right or role is refused."""

    def dress(view: View[Given]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def inside(request: HttpRequest, slug: str, **given: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                # Imported here: it needs what this module has.
                from functiehuis.web.project.kept_forms import come_in_first

                return come_in_first(request)
            place = Place(house_of(request.user, slug))
            if right is not None:
                require(place.house.actor, right)
            entered = cast("HouseRequest", request)
            entered.place = place
            return cast("Callable[..., HttpResponseBase]", view)(entered, **given)

        return inside

    return dress


def is_partial(request: HttpRequest) -> bool:
    """Whether only a part of the page is asked for, by htmx."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"


def refused_fields(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A form that was refused: the page again with what was typed, and status 422."""
    return render(request, template, context, status=422)
