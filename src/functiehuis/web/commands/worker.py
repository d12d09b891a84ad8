"""``functiehuis werk``: the process that does long work: reading documents, importing, checking."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.web.commands.family import follow_parent
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
        follow_parent()
    ready(folder)
    prepare(files=False)
    from functiehuis.web.jobs.worker import Worker

    Worker(geduld).run(once=eenmaal)
    return 0
