"""Jobs for tests. Workers of tests import this by name."""

from __future__ import annotations

import time
from pathlib import Path

from django_tasks import task

from functiehuis.model.house import Happening, Unit
from functiehuis.web.storage.house import system_house


@task()
def found_unit(number: int) -> str:
    """Makes a unit, which is told in the trail: a job that is done twice shows."""
    system_house("merenland").put_unit(Unit(None, f"Afdeling {number}"), Happening("afdeling.gemaakt"))
    return f"afdeling {number}"


@task()
def found_unit_slowly(number: int, folder: str) -> str:
    """The same, but the first who begins it never comes to an end; a second does."""
    begun = Path(folder) / "begonnen"
    if not begun.exists():
        begun.write_text("ja", "ascii")
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            time.sleep(0.05)
    return found_unit.call(number)


@task()
def always_wrong(text: str) -> None:
    """Cannot be done."""
    raise ValueError(text)
