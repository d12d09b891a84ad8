"""The job that reads a document. Its record says how far it is, so it may be stopped and started again at any moment."""

from __future__ import annotations

from django_tasks import task

from functiehuis.actions.hand_in_document import read_intake
from functiehuis.web.storage.house import system_house


@task()
def read_document(slug: str, intake: int) -> None:
    """Read what was handed in to an organisation; done already, it does nothing."""
    read_intake(system_house(slug), intake)
