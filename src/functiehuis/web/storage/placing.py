"""Worksheets, and documents that were handed in to be read."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Happening, Intake, IntakeStatus, Worksheet, WorksheetStatus
from functiehuis.web.storage import models as tables
from functiehuis.web.storage.part import Part
from functiehuis.web.storage.records import fill, one, record_of, refuse_stale

_WORKSHEET_FIELDS = ("title", "description", "version", "local_function", "status", "result", "choices", "motivation")
_INTAKE_FIELDS = ("status", "message", "progress", "book", "decisions", "version")


class WorkPart(Part):
    """What a house does with work in hand."""

    def worksheets(self, local_function: int | None = None) -> tuple[Worksheet, ...]:
        """The worksheets (of a local function), the last changed first, without their descriptions, results and motivations."""
        rows = self._worksheets().defer("description", "result", "motivation").order_by("-changed_at", "-pk")
        found = rows if local_function is None else rows.filter(local_function_id=local_function)
        return tuple(_worksheet(row, description="", result={}, motivation="") for row in found)

    def worksheet(self, identifier: int) -> Worksheet:
        """One worksheet."""
        return _worksheet(one(self._worksheets(), "Dit werkblad", pk=identifier))

    def put_worksheet(self, worksheet: Worksheet, happening: Happening) -> Worksheet:
        """Keep a worksheet."""
        with self.transaction():
            row = one(self._worksheets(), "Dit werkblad", pk=worksheet.id) if worksheet.id else tables.Worksheet(organisation_id=self.organisation_id)
            if worksheet.id:
                refuse_stale(row, worksheet.revision, f"Werkblad {row.title}", {"by": row.changed_by})
                row.revision += 1
            ours = tables.LocalFunction.objects.filter(organisation_id=self.organisation_id)
            if worksheet.local_function is not None:
                one(ours, "Deze lokale functie", pk=worksheet.local_function)
            fill(row, worksheet, *_WORKSHEET_FIELDS)
            row.changed_by, row.changed_at = self.actor.name, timezone.now()
            row.save()
            self.tell(row, happening)
        return _worksheet(row)

    def intakes(self) -> tuple[Intake, ...]:
        """The documents that were handed in, the newest first, without what was read."""
        rows = self._intakes().defer("content", "book", "findings", "lines").order_by("-pk")
        return tuple(_intake(row, book={}, findings=(), lines=()) for row in rows)

    def intake(self, identifier: int) -> Intake:
        """One document that was handed in, with what was read."""
        return _intake(one(self._intakes().defer("content"), "Deze inlezing", pk=identifier))

    def add_intake(self, file_name: str, content: bytes, happening: Happening) -> Intake:
        """Keep a document to read."""
        with self.transaction():
            row = tables.Intake(organisation_id=self.organisation_id, file_name=file_name[:300], content=content, status=IntakeStatus.WAITING)
            row.handed_in_by, row.fingerprint = self.actor.name, hashlib.sha256(content).hexdigest()
            row.save()
            self.tell(row, happening)
        return _intake(row)

    def intake_content(self, identifier: int) -> bytes:
        """The bytes of a document."""
        return bytes(one(self._intakes(), "Deze inlezing", pk=identifier).content)

    def put_intake(self, intake: Intake, happening: Happening | None) -> Intake:
        """Keep how far a document is; without a happening only for progress and what the reader made of it."""
        with self.transaction():
            row = one(self._intakes().select_for_update(), "Deze inlezing", pk=intake.id)
            refuse_stale(row, intake.revision, f"De inlezing van {row.file_name}")
            if row.status in (IntakeStatus.CONFIRMED, IntakeStatus.DISCARDED):
                raise RefusedError(f"De inlezing van {row.file_name} is al {row.status}. Lees het document opnieuw in.")
            fill(row, intake, *_INTAKE_FIELDS)
            row.findings, row.lines = list(intake.findings), list(intake.lines)
            row.revision += 1
            row.save()
            if happening is not None:
                self.tell(row, happening)
        return _intake(row)

    def _worksheets(self) -> QuerySet[tables.Worksheet]:
        return tables.Worksheet.objects.filter(organisation_id=self.organisation_id)

    def _intakes(self) -> QuerySet[tables.Intake]:
        return tables.Intake.objects.filter(organisation_id=self.organisation_id)


def _worksheet(row: tables.Worksheet, **given: Any) -> Worksheet:
    return record_of(Worksheet, row, status=WorksheetStatus(row.status), **given)


def _intake(row: tables.Intake, **given: Any) -> Intake:
    values = given or {"findings": tuple(row.findings), "lines": tuple(row.lines)}
    return record_of(Intake, row, status=IntakeStatus(row.status), **values)
