"""Make Django ready for a command."""

from __future__ import annotations

import os
from pathlib import Path

import django


def ready(folder: Path | None = None, *, demo: bool = False) -> None:
    """Set the house folder and load Django. Must come before anything that imports the tables."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "functiehuis.web.project.settings")
    if folder is not None:
        os.environ["FUNCTIEHUIS_MAP"] = str(folder.absolute())
    if demo:
        os.environ["FUNCTIEHUIS_DEMO"] = "1"
    django.setup()


def prepare() -> None:
    """Bring the tables and the files of the pages up to date; safe to run twice, and by several at once."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
