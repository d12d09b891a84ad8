"""A process that was started by another ends when that one is gone, however it went: also after a crash or a ``kill -9``."""

from __future__ import annotations

import os
import signal
import threading
import time

_PARENT = "_FUNCTIEHUIS_OUDER"
_PATIENCE = 20.0  # seconds to end in good order


def be_parent() -> None:
    """From now on, processes that this one starts can follow it."""
    os.environ[_PARENT] = str(os.getpid())


def follow_parent() -> None:
    """End with the process that called ``be_parent`` and started this one; does nothing where nobody did."""
    parent = os.environ.get(_PARENT, "")
    if parent.isdigit() and int(parent) != os.getpid():
        threading.Thread(target=_follow, args=(int(parent),), name="ouder", daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(1)
    os._exit(1)
