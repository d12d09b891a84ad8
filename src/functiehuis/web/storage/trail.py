"""The trail: every change as an event, chained by hashes so that nothing can be changed, removed or put in between unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import models, transaction

from functiehuis.model.house import Actor, Event, Happening
from functiehuis.web.storage.clean import clean
from functiehuis.web.storage.models import EventRow, FunctionRow, Organisation
from functiehuis.web.storage.states import KINDS, kind_of, state_of, subject_of

_FIRST = "0" * 64


def append(organisation_id: int, actor: Actor, happening: Happening, row: models.Model) -> Event:
    """Add an event about a row to the trail of an organisation. Must be called inside the transaction that changes the row."""
    return append_all(organisation_id, actor, [(happening, row)])[0]


def append_all(organisation_id: int, actor: Actor, told: Sequence[tuple[Happening, models.Model]]) -> list[Event]:
    """Add many events at once, in order."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is written in the transaction of its change")
    # The lock makes writers of one organisation wait for each other: numbers have no gaps and the chain has no forks.
    organisation = Organisation.objects.select_for_update().only("events").get(pk=organisation_id)
    before = EventRow.objects.filter(organisation_id=organisation_id, number=organisation.events).values_list("hash", flat=True).first() or _FIRST
    rows = []
    for number, (happening, row) in enumerate(told, organisation.events + 1):
        event = EventRow(
            organisation_id=organisation_id,
            number=number,
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            actor=actor.name,
            actor_id_then=actor.id,
            name=happening.name,
            subject_kind=kind_of(row),
            subject_id=subject_of(row),
            reason=clean(happening.reason),
            data=json.dumps(happening.data, ensure_ascii=False, sort_keys=True, default=str),
            state=state_of(row),
            previous=before,
        )
        before = event.hash = hash_of(event)
        rows.append(event)
    EventRow.objects.bulk_create(rows, batch_size=500)
    Organisation.objects.filter(pk=organisation_id).update(events=organisation.events + len(rows))
    return [as_event(row) for row in rows]


def hash_of(row: EventRow) -> str:
    """The hash of an event over everything it says and the hash of the one before."""
    said = [row.organisation_id, row.number, row.at, row.actor, row.actor_id_then, row.name, row.subject_kind, row.subject_id]
    said += [row.reason, row.data, row.state, row.previous]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def as_event(row: EventRow) -> Event:
    """A row of the trail as what people read."""
    return Event(
        row.number,
        datetime.fromisoformat(row.at),
        row.actor,
        row.actor_id_then,
        row.name,
        row.subject_kind,
        row.subject_id,
        row.reason,
        json.loads(row.data),
        row.state,
        row.previous,
        row.hash,
    )


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the trail is not whole; ``number`` is the event it shows at, None when it is about a thing without one."""

    number: int | None
    text: str


def breaks(organisation_id: int) -> Iterator[Break]:
    """Everything that is wrong with the trail of an organisation: the chain itself first, then things that are not as their last event left them."""
    states: dict[tuple[str, str], tuple[int, str]] = {}
    number = 0
    for row, broken in _chain(EventRow.objects.filter(organisation_id=organisation_id), 0, _FIRST):
        yield from broken
        number = row.number
        if row.state:
            states[row.subject_kind, row.subject_id] = (row.number, row.state)
    told = Organisation.objects.values_list("events", flat=True).get(pk=organisation_id)
    if told != number:
        yield Break(number, f"Er zijn {told} gebeurtenissen opgeschreven en {number} over: het eind van het spoor ontbreekt.")
    yield from _untold(organisation_id, states)


def breaks_between(organisation_id: int, first: int, last: int) -> list[Break]:
    """What is wrong with a stretch of the chain, both ends included; one question to the database. Says nothing about the things themselves."""
    rows = list(EventRow.objects.filter(organisation_id=organisation_id, number__gte=first - 1, number__lte=last).order_by("number"))
    number, before = first - 1, _FIRST
    if first > 1 and rows and rows[0].number == first - 1:
        before = rows.pop(0).hash
    return [found for _, broken in _chain(rows, number, before) for found in broken]


def _chain(rows: models.QuerySet[EventRow] | list[EventRow], number: int, before: str) -> Iterator[tuple[EventRow, list[Break]]]:
    """Each event after a number with what is wrong with it: a gap, another event before it, or other words than it had."""
    ordered = rows if isinstance(rows, list) else rows.order_by("number").iterator(chunk_size=2000)
    for row in ordered:
        broken = []
        if row.number != number + 1:
            broken.append(Break(row.number, f"Tussen gebeurtenis {number} en {row.number} ontbreken gebeurtenissen."))
        elif row.previous != before:
            broken.append(Break(row.number, f"Gebeurtenis {row.number} sluit niet aan op de gebeurtenis ervoor: die is veranderd of vervangen."))
        if row.hash != hash_of(row):
            broken.append(Break(row.number, f"Gebeurtenis {row.number} is veranderd nadat zij was opgeschreven."))
        yield row, broken
        before, number = row.hash, row.number


def _untold(organisation_id: int, states: dict[tuple[str, str], tuple[int, str]]) -> Iterator[Break]:
    for table, (kind, _) in KINDS.items():
        rows: models.QuerySet[models.Model] = table._default_manager.all()
        if table is Organisation:
            rows = rows.filter(pk=organisation_id)
        elif table is FunctionRow:
            rows = rows.filter(version__organisation_id=organisation_id)
        else:
            rows = rows.filter(organisation_id=organisation_id)
        left = {subject for of_kind, subject in states if of_kind == kind}
        for row in rows.order_by("pk").iterator(chunk_size=500):
            subject = subject_of(row)
            left.discard(subject)
            known = states.get((kind, subject))
            if known is None:
                yield Break(None, f"Van {kind} {subject} staat niets in het spoor: die is buiten het spoor om gemaakt.")
            elif known[1] != state_of(row):
                yield Break(known[0], f"{kind.capitalize()} {subject} is na gebeurtenis {known[0]} veranderd buiten het spoor om.")
        for subject in sorted(left):
            yield Break(states[kind, subject][0], f"{kind.capitalize()} {subject} is verdwenen; gebeurtenis {states[kind, subject][0]} noemt die nog.")
