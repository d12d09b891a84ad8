"""The process that does long work: reading documents, importing, checking."""

from __future__ import annotations

from functiehuis.web.commands.setup import ready


def work() -> None:
    """Do jobs of the queue until it is told to stop."""
    from django.core.management import call_command

    call_command("db_worker", verbosity=0)


if __name__ == "__main__":
    ready()
    work()
