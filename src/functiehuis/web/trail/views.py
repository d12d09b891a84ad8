"""Pages of what happened: of everything with filters, of one thing, and whether the chain is whole."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from functiehuis.actions.policy import Right
from functiehuis.actions.read_trail import TrailFilter, read_trail
from functiehuis.model.house import Event
from functiehuis.web.project.rooms import HouseRequest, room
from functiehuis.web.storage.states import KINDS
from functiehuis.web.storage.trail import breaks, breaks_between

MOST_BREAKS = 100
_KINDS = tuple(kind for kind, _ in KINDS.values())


@room(Right.READ_TRAIL)
def trail(request: HouseRequest) -> HttpResponseBase:
    """Everything that happened, the newest first, filtered by kind, person and days."""
    typed = {name: request.GET.get(name, "") for name in ("soort", "wie", "van", "tot")}
    wanted = TrailFilter(kind=typed["soort"] if typed["soort"] in _KINDS else "", actor=typed["wie"], since=_day(typed["van"]), until=_day(typed["tot"]))
    events, after = read_trail(request.place.house, wanted, timezone.get_current_timezone(), _number(request))
    context = {
        "kinds": _KINDS,
        "actors": request.place.house.event_actors(),
        "typed": typed,
        "filtered": any(typed.values()),
        "checked": cache.get(_memory(request)),
    }
    return _page(request, "trail/trail.html", events, after, context)


@room(Right.READ_TRAIL)
def thing(request: HouseRequest, kind: str, identifier: str) -> HttpResponseBase:
    """What happened to one thing."""
    name = kind.replace("-", " ")
    events, after = read_trail(request.place.house, TrailFilter(kind=name, thing=identifier), timezone.get_current_timezone(), _number(request))
    return _page(request, "trail/thing.html", events, after, {"kind": name, "identifier": identifier, "subject": _named(request, name, identifier)})


@require_POST
@room(Right.READ_TRAIL)
def check(request: HouseRequest) -> HttpResponseBase:
    """Go through the whole trail; what was found stands on its page until the next time."""
    found = list(islice(breaks(request.place.house.organisation_id), MOST_BREAKS + 1))
    result = {
        "at": timezone.now(),
        "texts": [item.text for item in found[:MOST_BREAKS]],
        "more": len(found) > MOST_BREAKS,
        "by": request.place.house.actor.name,
    }
    cache.set(_memory(request), result, None)
    if not found:
        messages.success(request, "Het spoor is heel: elke wijziging staat erin en niets is achteraf veranderd.")
    return redirect("trail", slug=request.place.organisation.slug)


def _page(request: HouseRequest, template: str, events: tuple[Event, ...], after: int | None, context: dict[str, Any]) -> HttpResponseBase:
    shown = breaks_between(request.place.house.organisation_id, events[-1].number, events[0].number) if events else []
    context.update(
        page="trail",
        events=[(event, _named(request, event.subject_kind, event.subject_id)) for event in events],
        after=after,
        broken=shown[:MOST_BREAKS],
        broken_numbers={item.number for item in shown},
    )
    return render(request, template, context)


def _named(request: HouseRequest, kind: str, identifier: str) -> str:
    """A thing as people know it: a version by its number, a normfunctie by its code and version."""
    version, _, key = identifier.partition("/")
    number = next((item.number for item in request.place.versions if str(item.id) == version), None)
    if number and kind == "versie":
        return f"versie {number}"
    return f"{key} in versie {number}" if number and kind == "normfunctie" else f"{kind} {identifier}"


def _memory(request: HouseRequest) -> str:
    return f"spoor-controle:{request.place.house.organisation_id}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(request: HouseRequest) -> int | None:
    text = request.GET.get("voor", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
