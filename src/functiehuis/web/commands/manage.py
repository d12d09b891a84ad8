"""``functiehuis beheer``: what somebody does who keeps a house running."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from functiehuis.model.errors import RefusedError
from functiehuis.web.commands.setup import alone, prepare, ready

_FOLDER = click.option("--map", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help="De map van het huis (anders FUNCTIEHUIS_MAP).")
_FILE = click.argument("bestand", type=click.Path(path_type=Path, dir_okay=False), metavar="BESTAND")


@click.group("beheer", short_help="Back-up, herstel en controle van een huis.")
def manage() -> None:
    """Back-up, herstel en controle van een huis."""


@manage.command("back-up", short_help="Bewaar alles van het huis in één bestand.")
@_FILE
@_FOLDER
@click.option("--overschrijf", is_flag=True, help="Vervang BESTAND als het er al is.")
@click.option("--zonder-proef", is_flag=True, help="Controleer niet of de back-up terug te zetten is.")
def back_up(bestand: Path, folder: Path | None, overschrijf: bool, zonder_proef: bool) -> int:
    """Bewaar alles van het huis in BESTAND, van één moment, terwijl het huis gewoon draait.

    Daarna wordt de back-up op proef teruggezet en het spoor nagekeken. De geheime sleutel zit er niet in: bewaar die apart.
    """
    if bestand.exists() and not overschrijf:
        raise RefusedError(f"{bestand} bestaat al. Kies een andere naam, of geef --overschrijf.")
    if not bestand.absolute().parent.is_dir():
        raise RefusedError(f"De map {bestand.absolute().parent} bestaat niet. Maak haar eerst.")
    ready(folder)
    prepare(files=False)
    from functiehuis.web.storage import dump

    number, name = tempfile.mkstemp(prefix=f".{bestand.name}.", dir=bestand.absolute().parent)
    os.close(number)
    half = Path(name)
    try:
        rows = dump.write(half)
        dump.read_index(half)
        if not zonder_proef:
            _try_out(half)
        half.replace(bestand)
    finally:
        half.unlink(missing_ok=True)
    click.echo(f"{bestand}: {sum(rows.values())} regels, {bestand.stat().st_size // 1024 + 1} kB" + ("." if zonder_proef else ", op proef teruggezet."))
    return 0


@manage.command("herstel", short_help="Zet een back-up terug.")
@_FILE
@_FOLDER
@click.option("--overschrijf", is_flag=True, help="Vervang alles wat er nu in het huis staat.")
def restore(bestand: Path, folder: Path | None, overschrijf: bool) -> int:
    """Zet BESTAND terug in een leeg huis. Alles of niets: bij een fout verandert er niets. De database mag een andere soort zijn dan die van de back-up."""
    ready(folder)
    prepare(files=False)
    from functiehuis.web.storage import dump

    with alone():
        rows = dump.restore(bestand, overwrite=overschrijf)
    click.echo(f"{bestand} is teruggezet: {sum(rows.values())} regels. Het spoor is heel.")
    return 0


def _try_out(path: Path) -> None:
    """Put a back-up back into an empty house of its own, with the same command. Refuses it with the reason when that fails."""
    with tempfile.TemporaryDirectory(prefix="functiehuis-proef-") as folder:
        (Path(folder) / "proef.zip").symlink_to(path.absolute())
        done = subprocess.run(
            [sys.executable, "-c", "from functiehuis.cli.main import main; main()", "beheer", "herstel", "proef.zip"],
            cwd=folder,
            env={**os.environ, "DATABASE_URL": "", "FUNCTIEHUIS_MAP": folder},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RefusedError(f"De back-up is niet terug te zetten, en is dus niet bewaard: {done.stderr.strip()}")


@manage.command("controleer-installatie", short_help="Kijk na of het huis goed is ingesteld.")
@_FOLDER
def check(folder: Path | None) -> int:
    """Kijk na of het huis goed is ingesteld: database, namen, sleutel, https, post, schijf, klok en rechten. Zegt bij elke fout wat u kunt doen."""
    ready(folder)
    from django.core import checks

    found = [item for item in checks.run_checks(include_deployment_checks=True, databases=["default"]) if str(item.id).startswith("functiehuis.")]
    for item in found:
        click.echo(f"{item.id}  {item.msg}\n    {item.hint}")
    serious = [item for item in found if item.is_serious(checks.ERROR)]
    if not found:
        click.echo("De installatie is in orde.")
    return 1 if serious else 0
