"""``functiehuis serve``: the web application."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from functiehuis.model.errors import RefusedError
from functiehuis.web.commands.setup import prepare, ready


@click.command("serve", short_help="Start het functiehuis in de browser.")
@click.option("--demo", is_flag=True, help="Een demohuis met een voorbeeldboek en een verzonnen organisatie.")
@click.option("--map", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help="De map van het huis (anders FUNCTIEHUIS_MAP).")
@click.option("--adres", default="127.0.0.1:8000", show_default=True, metavar="HOST:POORT", help="Waar het huis luistert.")
@click.option("--werkers", default=1, show_default=True, type=click.IntRange(1, 64), help="Hoeveel processen pagina's maken.")
@click.option("--zonder-achtergrond", is_flag=True, help="Start geen proces voor lang werk; doe dat zelf met 'functiehuis werk'.")
def serve(demo: bool, folder: Path | None, adres: str, werkers: int, zonder_achtergrond: bool) -> int:
    """Start de webtoepassing. Stop met Ctrl+C."""
    host, _, port = adres.rpartition(":")
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise click.BadParameter(f"'{adres}' is geen adres; schrijf bijvoorbeeld 127.0.0.1:8000", param_hint="--adres")
    temporary = tempfile.TemporaryDirectory(prefix="functiehuis-demo-") if demo and folder is None else None
    try:
        ready(Path(temporary.name) if temporary else folder, demo=demo)
        prepare()
        if demo:
            from functiehuis.web.demo import seed

            seed.seed()
            click.echo(seed.welcome(f"http://{adres}"))
        else:
            click.echo(f"Functiehuis staat op http://{adres}. Stoppen: Ctrl+C.")
            first_visit(f"http://{adres}")
        background = None if zonder_achtergrond else subprocess.Popen([sys.executable, "-m", "functiehuis.web.commands.worker"], env=os.environ)
        try:
            _serve(host or "127.0.0.1", int(port), werkers)
        finally:
            if background is not None:
                background.terminate()
                background.wait(20)
    finally:
        if temporary is not None:
            temporary.cleanup()
    return 0


def first_visit(address: str) -> None:
    """Print the one link with which an empty house is set up."""
    from functiehuis.web.accounts.begin import first_link
    from functiehuis.web.storage.accounts import is_empty

    if is_empty():
        click.echo(f"\nDit huis is nog leeg. Open deze link om het in te richten; hij werkt 24 uur:\n\n  {address}{first_link()}\n")


def _serve(host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    try:
        Granian("functiehuis.web.project.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=workers, log_enabled=False).serve()
    except OSError as error:
        raise RefusedError(f"Het huis kan niet luisteren op {host}:{port}: {error.strerror}. Kies een ander adres met --adres.") from error
