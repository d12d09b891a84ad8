"""The sign of life of a process that does long work."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from functiehuis.web.storage import queue

LEASE = 30.0
"""After so many seconds without a sign of life, a process counts as dead."""
DEAD = 70
"""The exit code of a process that others may take for dead."""
logger = logging.getLogger("functiehuis.werk")


class Heart:
    """Beats in a thread of its own, five times a lease, for as long as the block lasts.

    A heart that could not beat for a whole lease, or finds that others took it for dead, stops its process at once (``die``): its job is or will be
    somebody else's, and must not be done twice.
    """

    def __init__(self, worker: str, lease: float = LEASE, die: Callable[[int], object] = os._exit) -> None:
        self.worker, self.lease, self._die = worker, lease, die
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="levensteken", daemon=True)

    def __enter__(self) -> Heart:
        """Begin to live. Raises the error of the database when that does not answer."""
        queue.begin(self.worker, socket.gethostname(), self.lease)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, with nothing in hand."""
        self._stop.set()
        self._thread.join(max(self.lease, 5.0))
        queue.end(self.worker)

    def _run(self) -> None:
        try:
            self._beat()
        finally:
            connection.close()

    def _beat(self) -> None:
        last = time.monotonic()
        while not self._stop.wait(self.lease / 5):
            began = time.monotonic()
            try:
                close_old_connections()
                alive = queue.beat(self.worker, self.lease)
            except (DatabaseError, InterfaceError):
                connection.close()
                alive = time.monotonic() - last < self.lease
            else:
                last = began
            if not alive and not self._stop.is_set():
                logger.error("geen levensteken gegeven in %s seconden: dit proces stopt, een ander neemt zijn werk over", self.lease)
                self._die(DEAD)
                return
