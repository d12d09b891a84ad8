"""Where words go: results to stdout, messages and progress to stderr; colours on a terminal only, 80 columns elsewhere."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, TextIO, cast

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from functiehuis.documents.limits import Progress as ProgressCall
from functiehuis.model.errors import WriteError

_WIDTH = 80
_FILLED = re.compile(r"[ ]+(?=\n)")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # those that JSON leaves as they are
_PATIENCE = 1.0  # seconds without a progress bar


class _Trimmed:
    """A stream that leaves out the spaces with which tables fill their lines, and says in Dutch when it cannot be written."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        with _written():
            self.stream.write(_FILLED.sub("", text))
        return len(text)

    def flush(self) -> None:
        with _written():
            self.stream.flush()


@contextmanager
def _written() -> Iterator[None]:
    """A reader that has seen enough (head, less) is fine; a full disk is not."""
    try:
        yield
    except BrokenPipeError:
        _discard_stdout()
    except OSError as error:
        _discard_stdout()
        reason = "de schijf is vol" if error.errno == errno.ENOSPC else str(error.strerror)
        raise WriteError(f"De uitvoer is niet volledig te schrijven: {reason}. Maak ruimte, of stuur de uitvoer naar een andere plaats.") from None


def _discard_stdout() -> None:
    """What is still to come goes nowhere, also what Python writes when it stops."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def out() -> Console:
    """For results."""
    if sys.stdout.isatty():
        return Console(file=sys.stdout, highlight=False)
    return Console(file=cast("IO[str]", _Trimmed(sys.stdout)), width=_WIDTH, highlight=False)


def message(text: str) -> None:
    """One sentence to the user, on stderr."""
    Console(file=sys.stderr, width=None if sys.stderr.isatty() else 10_000, highlight=False, markup=False, emoji=False).print(text, soft_wrap=True)


def ask(text: str) -> str | None:
    """What somebody types after a question, which goes to stderr; None when nothing more comes: the input is closed or at its end."""
    sys.stderr.write(text)
    sys.stderr.flush()
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except (OSError, ValueError):  # it was closed on the way
        line = ""
    if not line:
        message("")
        return None
    return line.strip()


def print_json(data: Any) -> None:
    """Data as JSON on stdout, and nothing else there."""
    with _written():
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        sys.stdout.flush()


def print_line(text: str) -> bool:
    """One line on stdout, at once; False when the reader (head, less) has seen enough."""
    with _written():
        try:
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            _discard_stdout()
            return False
    return True


def print_json_line(data: Any) -> bool:
    """Data as JSON on one line of stdout, whatever signs for a new line are in it; False when the reader has seen enough."""
    return print_line(_LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(data, ensure_ascii=False)))


@contextmanager
def progress(label: str) -> Iterator[ProgressCall]:
    """A function to call with what was done and how much there is; on a terminal a bar appears when it takes longer than a second."""
    started = time.monotonic()
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(label, total=None)
    shown = False

    def tell(done: int, total: int) -> None:
        nonlocal shown
        bar.update(task, completed=done, total=total)
        if not shown and sys.stderr.isatty() and time.monotonic() - started > _PATIENCE:
            bar.start()
            shown = True

    try:
        yield tell
    finally:
        if shown:
            bar.stop()
