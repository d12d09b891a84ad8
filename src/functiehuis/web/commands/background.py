"""The process for long work that ``functiehuis serve`` keeps beside itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from types import TracebackType

_PATIENCE = 8.0  # seconds to end the job in hand, and then to give it back
_PAUSE = 2.0  # seconds before another is started


class Background:
    """Starts the process, starts another when it stops by itself, and stops it with the block."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process = self._start()
        self._thread = threading.Thread(target=self._watch, name="achtergrond", daemon=True)
        self._thread.start()

    def __enter__(self) -> Background:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stopping.set()
        self._thread.join(_PAUSE + 1)
        for stop in (self._process.terminate, self._process.terminate, self._process.kill):
            stop()
            try:
                self._process.wait(_PATIENCE)
                break
            except subprocess.TimeoutExpired:
                continue

    @staticmethod
    def _start() -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl+C in the terminal goes to the server, which tells this process.
        return subprocess.Popen(
            [sys.executable, "-c", "from functiehuis.cli.main import main; main()", "werk", "--met-ouder"],
            env=os.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _watch(self) -> None:
        while not self._stopping.is_set():
            try:
                self._process.wait(0.5)
            except subprocess.TimeoutExpired:
                continue
            if self._stopping.is_set():
                return
            time.sleep(_PAUSE)
            if not self._stopping.is_set():
                self._process = self._start()
