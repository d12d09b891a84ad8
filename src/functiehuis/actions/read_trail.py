"""Read what happened in an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.house import Event

PAGE = 50


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which events are wanted: of a kind of thing, of one thing, by one person, on and between days."""

    kind: str = ""
    thing: str = ""
    actor: str = ""
    since: date | None = None
    until: date | None = None


def read_trail(house: House, wanted: TrailFilter, zone: tzinfo, before: int | None = None) -> tuple[tuple[Event, ...], int | None]:
    """A page of the trail, the newest first, and the number to go on before, if there is more."""
    require(house.actor, Right.READ_TRAIL)
    since = _midnight(wanted.since, zone)
    until = _midnight(wanted.until + timedelta(days=1), zone) if wanted.until and wanted.until < date.max else None
    found = house.events(wanted.kind, wanted.thing, before=before, most=PAGE + 1, actor=wanted.actor, since=since, until=until)
    return found[:PAGE], found[PAGE - 1].number if len(found) > PAGE else None


def _midnight(day: date | None, zone: tzinfo) -> datetime | None:
    return datetime.combine(day, time(), zone) if day and day.year > 1 else None
