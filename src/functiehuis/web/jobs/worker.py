"""The loop of a process that does long work."""

from __future__ import annotations

import logging
import secrets
import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, cast

from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections, connection
from django_tasks import TaskContext
from django_tasks.signals import task_started

from functiehuis.web.jobs.heart import LEASE, Heart
from functiehuis.web.storage import queue

_PAUSE = 0.5  # seconds between two looks into an empty queue
_DAY = 24 * 60 * 60
logger = logging.getLogger("functiehuis.werk")


class StopNow(BaseException):
    """Somebody asked a second time: the job in hand is given back."""


class Worker:
    """Takes jobs until it is told to stop: the first SIGTERM or Ctrl+C lets the job in hand end, a second gives it back."""

    def __init__(self, lease: float = LEASE) -> None:
        self.name = f"werk-{secrets.token_hex(8)}"
        self.lease = lease
        self.stopping = False
        self._busy = False

    def stop(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        """Stop after the job in hand; at once when asked again."""
        if self.stopping and self._busy:
            raise StopNow
        self.stopping = True

    def run(self, *, once: bool = False) -> None:
        """Work until told to stop; with ``once`` until the queue is empty."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        with Heart(self.name, self.lease):
            logger.info("begonnen")
            looked = tidied = 0.0
            while not self.stopping:
                try:
                    close_old_connections()
                    if time.monotonic() - looked > self.lease / 3 or not looked:
                        _take_back()
                        looked = time.monotonic()
                    if time.monotonic() - tidied > _DAY or not tidied:
                        queue.tidy()
                        tidied = time.monotonic()
                    job = queue.take(self.name)
                    if job is not None:
                        self._do(job)
                    elif once:
                        break
                    else:
                        time.sleep(_PAUSE)
                except (DatabaseError, InterfaceError) as error:
                    # The database is away or busy. The heart decides how long that may last.
                    logger.warning("de database antwoordt niet: %s", type(error).__name__)
                    connection.close()
                    time.sleep(_PAUSE)
        logger.info("gestopt")

    def _do(self, job: queue.Job) -> None:
        self._busy = True
        try:
            task, result = job.task, job.task_result
            task_started.send(sender=type(task.get_backend()), task_result=result)
            given = (TaskContext(task_result=cast("Any", result)), *result.args) if task.takes_context else result.args
            value = task.call(*given, **result.kwargs)
            self._settle(lambda: queue.finish(job, self.name, value))
        except (StopNow, KeyboardInterrupt, SystemExit):
            queue.give_back(job, self.name)
        except Exception as error:
            # Whatever a job raises is its outcome, and no reason to stop working.
            logger.exception("werk %s is mislukt", job.pk)
            told = error
            self._settle(lambda: queue.fail(job, self.name, told))
        finally:
            self._busy = False

    def _settle(self, settle: Callable[[], bool]) -> None:
        """Write down how a job ended, also when the database is away for a while. The heart decides how long that may last."""
        while True:
            try:
                if not settle():
                    logger.error("dit werk was intussen van een ander proces")
            except (OperationalError, InterfaceError):
                connection.close()
                time.sleep(_PAUSE)
            else:
                return


def _take_back() -> None:
    again, failed = queue.take_back()
    if again or failed:
        logger.warning("werk van gestopte processen: %s opnieuw te doen, %s te vaak begonnen", again, failed)
