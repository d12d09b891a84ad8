"""Make Django ready for a command."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from functiehuis.model.errors import RefusedError

_LOCK = 0x46554E43  # of migrations in PostgreSQL; any number will do that nobody else uses


def ready(folder: Path | None = None, *, demo: bool = False) -> None:
    """Set the house folder and load Django. Must come before anything that imports the tables. Refuses settings that cannot be (RefusedError)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "functiehuis.web.project.settings")
    if folder is not None:
        os.environ["FUNCTIEHUIS_MAP"] = str(folder.absolute())
    if demo:
        os.environ["FUNCTIEHUIS_DEMO"] = "1"
    try:
        django.setup()
    except ValueError as error:
        raise RefusedError(str(error)) from error
    except OSError as error:
        raise RefusedError(f"De map van het huis is niet te gebruiken ({error.filename}: {error.strerror}). Kies een andere met FUNCTIEHUIS_MAP.") from error


def prepare(*, files: bool = True) -> None:
    """Bring the tables, and with ``files`` the files of the pages, up to date; safe to run twice, and by several processes on several machines at once.

    Refuses with RefusedError a database that does not answer.
    """
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        with alone():
            call_command("migrate", verbosity=0, interactive=False)
            if files:
                call_command("collectstatic", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise RefusedError(
            f"De database antwoordt niet of weigert ({type(error).__name__}: {' '.join(str(error).split())[:200]}). "
            "Controleer DATABASE_URL, en of de database draait."
        ) from error


@contextmanager
def alone() -> Iterator[None]:
    """Inside, no other process brings this house up to date: on this machine by a lock on a file, between machines by one in PostgreSQL."""
    from django.conf import settings
    from django.db import connection

    settings.HOUSE.mkdir(parents=True, exist_ok=True)
    with (settings.HOUSE / "bijwerken.slot").open("w") as file:
        _lock(file.fileno())
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _lock(number: int) -> None:
    """Wait for a file; where the system cannot, one process at a time is up to whoever starts them."""
    try:
        import fcntl
    except ModuleNotFoundError:
        return
    fcntl.flock(number, fcntl.LOCK_EX)
