"""``functiehuis serve``: the web application."""

from __future__ import annotations

import signal
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import click

from functiehuis.model.errors import RefusedError
from functiehuis.web.commands.background import Background
from functiehuis.web.commands.family import be_parent
from functiehuis.web.commands.setup import prepare, ready

_THREADS = 4
"""Requests that a process handles at once, each with a connection to the database."""


@click.command("serve", short_help="Start het functiehuis in de browser.")
@click.option("--demo", is_flag=True, help="Een demohuis met een voorbeeldboek en een verzonnen organisatie.")
@click.option("--map", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help="De map van het huis (anders FUNCTIEHUIS_MAP).")
@click.option("--adres", default="127.0.0.1:8000", metavar="HOST:POORT", help="Waar het huis luistert (anders 127.0.0.1:8000).")
@click.option("--werkers", default=1, type=click.IntRange(1, 64), metavar="AANTAL", help="Hoeveel processen pagina's maken (anders 1).")
@click.option("--zonder-achtergrond", is_flag=True, help="Start geen proces voor lang werk; doe dat zelf met 'functiehuis werk'.")
def serve(demo: bool, folder: Path | None, adres: str, werkers: int, zonder_achtergrond: bool) -> int:
    """Start de webtoepassing. Stop met Ctrl+C."""
    host, port = _place(adres)
    with ExitStack() as stack:
        stack.enter_context(_ends_on_sigterm())
        be_parent()
        _refuse_taken(host, port)
        temporary = stack.enter_context(tempfile.TemporaryDirectory(prefix="functiehuis-demo-")) if demo and folder is None else None
        ready(Path(temporary) if temporary else folder, demo=demo)
        prepare()
        told = f"Functiehuis staat op http://{adres}. Stoppen: Ctrl+C."
        if demo:
            from functiehuis.web.demo import seed

            seed.seed()
            told = seed.welcome(f"http://{adres}")
        else:
            told += first_visit(f"http://{adres}")
        if not zonder_achtergrond:
            stack.enter_context(Background())
        _refuse_taken(host, port)  # again: preparing takes a while, and the server itself would share the port
        _serve(host, port, werkers, told)
    return 0


def first_visit(address: str) -> str:
    """The one link with which an empty house is set up; nothing for a house that has accounts."""
    from functiehuis.web.accounts.begin import first_link
    from functiehuis.web.storage.accounts import is_empty

    return f"\n\nDit huis is nog leeg. Open deze link om het in te richten; hij werkt 24 uur:\n\n  {address}{first_link()}\n" if is_empty() else ""


def _place(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise click.BadParameter(f"'{address}' is geen adres; schrijf bijvoorbeeld 127.0.0.1:8000", param_hint="--adres")
    return host.strip("[]") or "127.0.0.1", int(port)


@contextmanager
def _ends_on_sigterm() -> Iterator[None]:
    """SIGTERM before the server runs ends like Ctrl+C, so that what was made is removed. The server itself ends on both by itself."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _refuse_taken(host: str, port: int) -> None:
    try:
        kind, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(kind, socket.SOCK_STREAM) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind(place)
    except OSError as error:
        raise _cannot_listen(host, port, error) from error


def _cannot_listen(host: str, port: int, error: OSError) -> RefusedError:
    import errno

    known = {errno.EADDRINUSE: "er draait al iets op die poort", errno.EACCES: "die poort is voor de beheerder van de computer"}
    why = known.get(error.errno or 0, "dat adres is niet van deze computer")
    return RefusedError(f"Het huis kan niet luisteren op {host}:{port}: {why}. Stop wat er draait, of kies een andere plaats, zoals --adres 127.0.0.1:8001.")


def _serve(host: str, port: int, workers: int, told: str) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "functiehuis.web.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        log_enabled=False,
        respawn_failed_workers=True,
        workers_kill_timeout=20,
    )
    server.on_startup(lambda: click.echo(told))
    try:
        server.serve()
    except OSError as error:
        raise _cannot_listen(host, port, error) from error
