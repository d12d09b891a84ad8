"""Run a reader in a process of its own, with a limit on memory and time, so that no source can take the program down.

In: a reader and its bytes. Out: the Document, or one by one what the reader yields.
Refuses with UnreadableError when the reader does, or when it crashes, hangs or asks too much memory.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from functiehuis.documents.document import Document
from functiehuis.documents.limits import MEGABYTE, Progress
from functiehuis.model.errors import UnreadableError

Reader = Callable[[bytes, str, Progress], Document]
Item = TypeVar("Item")

MEMORY_BYTES = 1024 * MEGABYTE
"""What a reader may use above what the program used already."""

SILENCE_SECONDS = 45.0
"""How long a reader may go without any sign of progress."""

TOGETHER = 50
"""How many items a child process sends at once: one by one takes twice the time."""


def read_guarded(read: Reader, data: bytes, name: str, progress: Progress) -> Document:
    """What ``read(data, name, progress)`` gives, from a child process."""
    with _child(_serve, read, data, name) as receiver:
        while True:
            kind, value = _received(receiver, name)
            if kind == "progress":
                progress(*value)
            else:
                document: Document = value
                return document


def stream_guarded(read: Callable[[bytes, str], Iterator[Item]], data: bytes, name: str) -> Iterator[Item]:
    """What ``read(data, name)`` yields, from a child process that is never far ahead."""
    with _child(_serve_stream, read, data, name) as receiver:
        while True:
            kind, value = _received(receiver, name)
            if kind == "end":
                return
            yield from value


@contextmanager
def _child(serve: Callable[..., None], read: Callable[..., object], data: bytes, name: str) -> Iterator[Connection]:
    # A fork is quick but unsafe beside other threads (a web server): then a fresh process is started.
    alone = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork") if alone else multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(sender, read, data, name), daemon=True)
    child.start()
    sender.close()
    try:
        yield receiver
    finally:
        receiver.close()
        child.kill()
        child.join()
        child.close()


def _received(receiver: Connection, name: str) -> tuple[str, Any]:
    if not receiver.poll(SILENCE_SECONDS):
        raise UnreadableError(f"{name} is niet te lezen: na {SILENCE_SECONDS:.0f} seconden was er nog geen resultaat. Bewaar het opnieuw.")
    try:
        kind, value = receiver.recv()
    except EOFError:
        raise UnreadableError(f"{name} is niet te lezen: het bestand is beschadigd, of het lezen vraagt te veel geheugen. Bewaar het opnieuw.") from None
    if kind == "refused":
        raise UnreadableError(value)
    return kind, value


def _serve(sender: Connection, read: Reader, data: bytes, name: str) -> None:
    with _refusals(sender, name):
        document = read(data, name, lambda done, total: sender.send(("progress", (done, total))))
        sender.send(("document", document))


def _serve_stream(sender: Connection, read: Callable[[bytes, str], Iterator[object]], data: bytes, name: str) -> None:
    with _refusals(sender, name):
        items: list[object] = []
        try:
            for item in read(data, name):
                items.append(item)
                if len(items) == TOGETHER:
                    sender.send(("items", items))
                    items = []
        finally:  # what came before a refusal is given too
            sender.send(("items", items))
        sender.send(("end", None))


@contextmanager
def _refusals(sender: Connection, name: str) -> Iterator[None]:
    _limit_memory()
    try:
        yield
    except UnreadableError as error:
        sender.send(("refused", str(error)))
    except (MemoryError, RecursionError):
        sender.send(
            ("refused", f"{name} is niet te lezen: het vraagt te veel geheugen. Bewaar alleen het deel dat gelezen moet worden en probeer het opnieuw.")
        )
    finally:
        sender.close()


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        resource = import_module("resource")  # POSIX only
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY_BYTES, used + MEMORY_BYTES))
