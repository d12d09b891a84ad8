"""Search: what can be found, kept beside the tables it comes from, in the transaction that changes them.

A row of ``SearchRow`` is one thing to find. Its tokens (see ``language.searching``) are in an FTS5 table of SQLite, kept by triggers, or in a ``simple``
tsvector of PostgreSQL; both are made in a migration. Every question starts at the organisation, which is a token too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import Case, Count, F, Lookup, Q, Value, When, Window
from django.db.models.functions import RowNumber

from functiehuis.language.searching import Asked, Question, tokens_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import Findable, SearchHit
from functiehuis.web.storage import models as tables

_FTS = "SELECT rowid FROM storage_search WHERE storage_search MATCH %s"
_LIMIT = 20_000  # characters of a text that are searched


@models.TextField.register_lookup
class Holds(Lookup[Any]):
    """``tokens__holds=expression``: rows whose tokens fit, in the language of the database."""

    lookup_name = "holds"

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The index of the migration is on the same expression."""
        left, given = self.process_lhs(compiler, connection)
        right, asked = self.process_rhs(compiler, connection)
        return f"to_tsvector('simple', {left}) @@ to_tsquery('simple', {right})", [*given, *asked]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The numbers of the rows come from the FTS5 table."""
        _, asked = self.process_rhs(compiler, connection)
        key = connection.ops.quote_name(self.lhs.alias) + "." + connection.ops.quote_name("id")
        return f"{key} IN ({_FTS})", [*asked]


def find(organisation_id: int, question: Question, kinds: Sequence[Findable], version: int | None, most: int) -> list[tuple[SearchHit, int]]:
    """At most ``most`` hits of each kind, exact words first, with how many there are of that kind in all."""
    postgresql = connection.vendor == "postgresql"
    scope = [f"o{organisation_id}", [f"v{version or 0}", "v0"]]
    loose = _expression([*scope, *([item.stemmed, *_exact(item, postgresql)] for item in question.words)], postgresql)
    exact = _expression([*scope, *(item.exact for item in question.words)], postgresql)
    # First which rows, then what they say: the texts of thousands of rows need not be read to show a few.
    ranked = (
        tables.SearchRow.objects.filter(Q(version=None) | Q(version__number=version), organisation_id=organisation_id, kind__in=[kind.value for kind in kinds])
        .filter(tokens__holds=loose)
        .annotate(loosely=Case(When(tokens__holds=exact, then=Value(0)), default=Value(1)))
        .annotate(
            total=Window(Count("pk"), partition_by=F("kind")),
            place=Window(RowNumber(), partition_by=F("kind"), order_by=[F("loosely").asc(), F("position").asc(), F("pk").asc()]),
        )
        .filter(place__lte=most)
        .values_list("pk", "kind", "place", "loosely", "total")
    )
    order = [kind.value for kind in kinds]
    found = sorted(ranked, key=lambda row: (order.index(row[1]), row[2]))
    rows = tables.SearchRow.objects.filter(organisation_id=organisation_id).in_bulk([row[0] for row in found])
    return [(_hit(rows[key], exact=loosely == 0), total) for key, _, _, loosely, total in found]


def _hit(row: tables.SearchRow, *, exact: bool) -> SearchHit:
    return SearchHit(Findable(row.kind), row.label, row.title, row.part, row.text, exact=exact)


def _exact(item: Asked, postgresql: bool) -> list[str]:
    return [f"{item.exact}:*" if postgresql else f"{item.exact}*"] if item.is_start else [item.exact]


def _expression(parts: Sequence[str | Sequence[str]], postgresql: bool) -> str:
    """All of the parts; of a part that is several tokens any. Tokens are letters and digits only, so nothing in them can be read as more than a token."""
    either, both = (" | ", " & ") if postgresql else (" OR ", " AND ")
    return both.join(part if isinstance(part, str) else f"({either.join(part)})" for part in parts)


def keep_function(version: tables.BookVersion, row: tables.FunctionRow, function: StandardFunction) -> None:
    """Make a function of a version findable as it is now; a retired one no longer."""
    _replace(version.organisation_id, [_origin("f", row)], [] if row.retired else _of_function(version, row, function))


def keep_version(version: tables.BookVersion, rows: Iterable[tuple[tables.FunctionRow, StandardFunction]], book: FunctionBook) -> None:
    """Make everything of a version findable."""
    tables.SearchRow.objects.filter(organisation_id=version.organisation_id, version=version).delete()
    found = [item for row, function in rows for item in _of_function(version, row, function)]
    tables.SearchRow.objects.bulk_create([*found, *_of_modules(version, book)], batch_size=500)


def keep_modules(version: tables.BookVersion, book: FunctionBook) -> None:
    """Make the modules of a version findable as they are now."""
    _replace(version.organisation_id, [_origin("v", version)], _of_modules(version, book))


def keep_local(rows: Sequence[tables.LocalFunction]) -> None:
    """Make local functions findable as they are now."""
    found = [
        _entry(row.organisation_id, _origin("l", row), Findable.LOCAL_FUNCTION, row.pk, row.name, row.number, row.description, extra=row.code)
        for row in rows
        if not row.retired
    ]
    if rows:
        _replace(rows[0].organisation_id, [_origin("l", row) for row in rows], found)


def keep_unit(row: tables.Unit) -> None:
    """Make a unit findable as it is now."""
    found = [] if row.retired else [_entry(row.organisation_id, _origin("u", row), Findable.UNIT, row.pk, row.name)]
    _replace(row.organisation_id, [_origin("u", row)], found)


def _replace(organisation_id: int, origins: Sequence[str], rows: Sequence[tables.SearchRow]) -> None:
    for at in range(0, len(origins), 500):
        tables.SearchRow.objects.filter(organisation_id=organisation_id, origin__in=origins[at : at + 500]).delete()
    tables.SearchRow.objects.bulk_create(rows, batch_size=500)


def _origin(letter: str, row: models.Model) -> str:
    return f"{letter}{row.pk}"


def _of_function(version: tables.BookVersion, row: tables.FunctionRow, function: StandardFunction) -> list[tables.SearchRow]:
    def entry(kind: Findable, part: str = "", text: str = "", number: int = 0, *, whole: bool = False) -> tables.SearchRow:
        made = _entry(version.organisation_id, _origin("f", row), kind, function.label, function.name, part, text, version, row.position * 1000 + number)
        if not whole:
            # A kenmerk or task is found by what it says, not by the function that it stands in.
            made.tokens = f"{_scope(version.organisation_id, version)} {tokens_of(text[:_LIMIT])}"
        return made

    found = [entry(Findable.FUNCTION, f"{function.code or ''} {function.group or ''}".strip(), whole=True)]
    found += [entry(Findable.CHARACTERISTIC, f"kenmerk {number}", text.text, number) for number, text in enumerate(function.characteristics, 1)]
    number = 100
    for area in function.result_areas:
        for task in area.tasks:
            number += 1
            found.append(entry(Findable.TASK, area.name, task.text, number))
    return found


def _of_modules(version: tables.BookVersion, book: FunctionBook) -> list[tables.SearchRow]:
    found = []
    for number, module in enumerate(book.modules, 1):
        for at, text in enumerate(("", *(task.text for task in module.tasks))):
            entry = _entry(
                version.organisation_id, _origin("v", version), Findable.MODULE, number, module.name, module.code or "", text, version, number * 1000 + at
            )
            if at:
                entry.tokens = f"{_scope(version.organisation_id, version)} {tokens_of(text[:_LIMIT])}"
            found.append(entry)
    return found


def _entry(
    organisation_id: int,
    origin: str,
    kind: Findable,
    label: object,
    title: str,
    part: str = "",
    text: str = "",
    version: tables.BookVersion | None = None,
    position: int = 0,
    *,
    extra: str = "",
) -> tables.SearchRow:
    tokens = f"{_scope(organisation_id, version)} {tokens_of(title, part, extra, text[:_LIMIT])}"
    return tables.SearchRow(
        organisation_id=organisation_id,
        origin=origin,
        kind=kind.value,
        version=version,
        label=str(label),
        title=title[:300],
        part=part[:300],
        text=text,
        position=position,
        tokens=tokens,
    )


def _scope(organisation_id: int, version: tables.BookVersion | None) -> str:
    return f"o{organisation_id} v{version.number if version else 0}"
