"""``functiehuis werk``: the process that does long work: reading documents, importing, checking."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import click

from functiehuis.web.commands.setup import prepare, ready


@click.command("werk", short_help="Doe het lange werk van een huis, zoals documenten lezen.")
@click.option("--map", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help="De map van het huis (anders FUNCTIEHUIS_MAP).")
@click.option("--eenmaal", is_flag=True, help="Stop als er niets meer te doen is.")
@click.option(
    "--geduld",
    default=30.0,
    type=click.FloatRange(1, 3600),
    metavar="SECONDEN",
    help="Zonder levensteken geldt dit proces na zoveel seconden als gestopt; een ander begint zijn werk dan opnieuw (anders 30).",
)
@click.option("--met-ouder", is_flag=True, hidden=True)
def work(folder: Path | None, eenmaal: bool, geduld: float, met_ouder: bool) -> int:
    """Doe lang werk uit de wachtrij, tot u stopt met Ctrl+C. Er mogen er meer tegelijk draaien, ook op andere computers met dezelfde database."""
    if met_ouder:
        threading.Thread(target=_follow_parent, name="ouder", daemon=True).start()
    ready(folder)
    prepare(files=False)
    from functiehuis.web.jobs.worker import Worker

    Worker(geduld).run(once=eenmaal)
    return 0


def _follow_parent() -> None:
    """Stop when the process that started this one is gone, however it went: then the other end of our input closes."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
