"""Measure the product itself, and watch the limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from functiehuis.authoring.checks import all_checks
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.measuring import Measurement, Watch, find_beside, measure, measurement_to_wire, watch


@dataclass(frozen=True, slots=True)
class MeasureReport:
    """A measurement, the same as plain data, the outcome of the limits, and the titles of the checks by code."""

    measurement: Measurement
    wire: dict[str, object]
    watch: Watch
    titles: dict[str, str]


def measure_product(real_book: Path | None, progress: Progress = no_progress) -> MeasureReport:
    """Measure on the demo book and on what lies beside the current folder: the real book (or in ``real_book``), open cases and ESCO.

    Refuses with UnreadableError a folder without the real book.
    """
    measurement = measure(find_beside(real_book), progress)
    wire = measurement_to_wire(measurement)
    return MeasureReport(measurement, wire, watch(wire), {check.code: check.texts.title for check in all_checks()})
