"""Versions of the book of an organisation, and the functions of a concept."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from functiehuis.model.book import BookStatus, FunctionBook
from functiehuis.model.errors import RefusedError
from functiehuis.model.function import StandardFunction
from functiehuis.model.house import BookVersion, FunctionDraft, Happening, KeptBook
from functiehuis.model.wire import book_from_wire, book_to_wire, function_from_wire, function_to_wire
from functiehuis.web.storage import models as tables
from functiehuis.web.storage import search
from functiehuis.web.storage.part import Part
from functiehuis.web.storage.records import fill, one, record_of, refuse_stale

_HEAVY = ("frame", "snapshot")
_VERSION_FIELDS = ("title", "status", "valid_from", "known_since", "decision", "retired_on", "retired_since", "source", "based_on", "fingerprint")


class VersionsPart(Part):
    """What a house does with versions of its book."""

    def versions(self) -> tuple[BookVersion, ...]:
        """All versions, the newest first."""
        rows = tables.BookVersion.objects.filter(organisation_id=self.organisation_id).defer(*_HEAVY).order_by("-number")
        return tuple(record_of(BookVersion, row, status=BookStatus(row.status)) for row in rows)

    def version(self, number: int) -> BookVersion:
        """A version by its number."""
        row = one(self._versions().defer(*_HEAVY), f"Versie {number} van het functieboek", number=number)
        return record_of(BookVersion, row, status=BookStatus(row.status))

    def book(self, number: int) -> KeptBook:
        """A version with its book; a book that was read before is kept in memory, under what it says (never stale)."""
        version = self.version(number)
        if version.fingerprint:
            return KeptBook(version, _frozen(version.fingerprint, version.id or 0))
        # Inside a transaction a revision may still be taken back, so nothing of it is remembered.
        load = _concept.__wrapped__ if transaction.get_connection().in_atomic_block else _concept
        return KeptBook(version, load(version.id or 0, version.revision))

    def add_version(self, version: BookVersion, book: FunctionBook, happening: Happening) -> BookVersion:
        """A new concept with its book; the number is given here."""
        with self.transaction():
            last = self._versions().order_by("-number").values_list("number", flat=True).first() or 0
            row = tables.BookVersion(organisation_id=self.organisation_id, number=last + 1, frame=_frame(book))
            fill(row, version, *_VERSION_FIELDS)
            row.save()
            self.tell(row, happening)
            keys = _keys(book)
            functions = [
                tables.FunctionRow(version=row, key=key, position=at, wire=_packed(function_to_wire(function)))
                for at, (key, function) in enumerate(zip(keys, book.functions, strict=True))
            ]
            tables.FunctionRow.objects.bulk_create(functions)
            search.keep_version(row, zip(functions, book.functions, strict=True), book)
            self.tell_all([(Happening("functie.overgenomen", data={"naam": item.name}), one) for item, one in zip(book.functions, functions, strict=True)])
        return self.version(row.number)

    def put_version(self, version: BookVersion, happening: Happening, book: FunctionBook | None = None) -> BookVersion:
        """Change a version. With ``book``: the frame of a concept, everything but the functions."""
        with self.transaction():
            row = self._locked(version)
            fill(row, version, *_VERSION_FIELDS)
            if book is not None:
                _refuse_frozen(row)
                row.frame = _frame(book)
                search.keep_modules(row, book)
            row.revision += 1
            row.save()
            self.tell(row, happening)
        return self.version(version.number)

    def freeze(self, version: BookVersion, book: FunctionBook, happening: Happening) -> BookVersion:
        """Keep the book of a version for good."""
        with self.transaction():
            row = self._locked(version)
            _refuse_frozen(row)
            fill(row, version, *_VERSION_FIELDS)
            row.snapshot = _packed(book_to_wire(book))
            row.fingerprint = hashlib.sha256(row.snapshot.encode()).hexdigest()
            row.revision += 1
            row.save()
            self.tell(row, happening)
        return self.version(version.number)

    def drafts(self, number: int) -> tuple[FunctionDraft, ...]:
        """The functions of a concept, in the order of the book; retired ones too."""
        rows = tables.FunctionRow.objects.filter(version__organisation_id=self.organisation_id, version__number=number).order_by("position", "pk")
        return tuple(_draft(row) for row in rows)

    def draft(self, number: int, key: str) -> FunctionDraft:
        """One function of a concept."""
        return _draft(self._function(number, key))

    def draft_history(self, number: int, key: str) -> tuple[FunctionDraft, ...]:
        """What a function of a concept was before, the newest first."""
        row = self._function(number, key)
        return tuple(
            FunctionDraft(key, _unpacked_function(old.wire), old.position, old.revision, old.retired, old.changed_by, old.changed_at)
            for old in row.history.order_by("-revision")
        )

    def put_draft(self, number: int, draft: FunctionDraft, happening: Happening) -> FunctionDraft:
        """Keep a function of a concept; what it was stays in its history. A key that is new adds a function."""
        with self.transaction():
            version = one(self._versions().select_for_update().defer(*_HEAVY), f"Versie {number} van het functieboek", number=number)
            _refuse_frozen(version)
            row = tables.FunctionRow.objects.filter(version=version, key=draft.key).first()
            if row is None:
                row = tables.FunctionRow(version=version, key=draft.key)
            else:
                refuse_stale(row, draft.revision, f"Functie {draft.function.name}", {"by": row.changed_by})
                tables.FunctionHistory.objects.create(
                    function=row,
                    revision=row.revision,
                    position=row.position,
                    wire=row.wire,
                    retired=row.retired,
                    changed_by=row.changed_by,
                    changed_at=row.changed_at,
                )
                row.revision += 1
            row.position, row.retired, row.wire = draft.position, draft.retired, _packed(function_to_wire(draft.function))
            row.changed_by, row.changed_at = self.actor.name, timezone.now()
            row.save()
            tables.BookVersion.objects.filter(pk=version.pk).update(revision=version.revision + 1)
            search.keep_function(version, row, draft.function)
            self.tell(row, happening)
        return _draft(row)

    def _versions(self) -> QuerySet[tables.BookVersion]:
        return tables.BookVersion.objects.filter(organisation_id=self.organisation_id)

    def _locked(self, version: BookVersion) -> tables.BookVersion:
        row = one(self._versions().select_for_update(), f"Versie {version.number} van het functieboek", number=version.number)
        refuse_stale(row, version.revision, f"Versie {version.number}")
        return row

    def _function(self, number: int, key: str) -> tables.FunctionRow:
        rows = tables.FunctionRow.objects.filter(version__organisation_id=self.organisation_id, version__number=number)
        return one(rows, f"Functie {key} in versie {number}", key=key)


def _refuse_frozen(row: tables.BookVersion) -> None:
    if row.status != BookStatus.DRAFT:
        raise RefusedError(f"Versie {row.number} is {row.status} en verandert niet meer. Begin een nieuw concept op basis van deze versie.")


def _keys(book: FunctionBook) -> list[str]:
    """A key per function: its label, with a number where the book uses one twice."""
    keys: list[str] = []
    for function in book.functions:
        label = function.label[:180].replace("/", "-") or "functie"
        key, again = label, 2
        while key in keys:
            key, again = f"{label} ({again})", again + 1
        keys.append(key)
    return keys


def _frame(book: FunctionBook) -> str:
    wire = book_to_wire(book)
    wire.pop("normfuncties", None)
    return _packed(wire)


def _packed(wire: object) -> str:
    return json.dumps(wire, ensure_ascii=False, sort_keys=True)


@lru_cache(maxsize=4096)
def _unpacked_function(wire: str) -> StandardFunction:
    return function_from_wire(json.loads(wire))


def _draft(row: tables.FunctionRow) -> FunctionDraft:
    return FunctionDraft(row.key, _unpacked_function(row.wire), row.position, row.revision, row.retired, row.changed_by, row.changed_at)


@lru_cache(maxsize=32)
def _frozen(fingerprint: str, version: int) -> FunctionBook:
    """The book of an adopted version. The fingerprint is part of the key, so that another text is another entry."""
    return book_from_wire(json.loads(tables.BookVersion.objects.values_list("snapshot", flat=True).get(pk=version)))


@lru_cache(maxsize=32)
def _concept(version: int, revision: int) -> FunctionBook:
    """The book of a concept at a revision: its frame and its functions that are not retired."""
    frame = json.loads(tables.BookVersion.objects.values_list("frame", flat=True).get(pk=version))
    rows = tables.FunctionRow.objects.filter(version_id=version, retired=False).order_by("position", "pk").values_list("wire", flat=True)
    return book_from_wire({**frame, "normfuncties": [json.loads(wire) for wire in rows]})
