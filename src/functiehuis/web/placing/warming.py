"""Make ready what places in the books in force, in the background, so that the first description of the day is placed as quickly as the rest."""

from __future__ import annotations

import logging
import threading

from django.db import DatabaseError, connection
from django.utils import timezone

from functiehuis.actions.open_book import in_force
from functiehuis.actions.placers import placer_of
from functiehuis.model.errors import FunctiehuisError
from functiehuis.web.storage.house import system_house
from functiehuis.web.storage.models import Organisation

_MOST = 8
_LOG = logging.getLogger("functiehuis.indelen")


def warm_in_background() -> threading.Thread:
    """Start making ready; the thread ends by itself and never keeps a process from stopping."""
    thread = threading.Thread(target=_in_thread, name="indelen-klaarzetten", daemon=True)
    thread.start()
    return thread


def warm() -> int:
    """Make ready the books in force of at most eight organisations; gives how many. What cannot be made ready is made when somebody places in it."""
    done = 0
    try:
        for slug in Organisation.objects.order_by("pk").values_list("slug", flat=True)[:_MOST]:
            house = system_house(slug)
            version = in_force(house.versions(), timezone.localdate())
            if version is not None:
                placer_of(house.book(version.number))
                done += 1
    except (DatabaseError, FunctiehuisError) as error:
        _LOG.warning("het klaarzetten van het indelen ging niet: %s", type(error).__name__)
    return done


def _in_thread() -> None:
    try:
        warm()
    finally:
        connection.close()  # it is of this thread alone
