"""``functiehuis trail controleer``: proves that the chain of what happened is whole."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.web.commands.setup import ready

WHOLE, BROKEN = 0, 1


@click.group("trail", short_help="Controleer het spoor van de wijzigingen.")
def trail() -> None:
    """Het spoor: alles wat in een organisatie is gewijzigd, aan elkaar gesloten."""


@trail.command("controleer", short_help="Controleer of het spoor heel is.")
@click.option("--organisatie", "slug", metavar="NAAM", help="Alleen deze organisatie (de korte naam uit het adres).")
@click.option("--map", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help="De map van het huis (anders FUNCTIEHUIS_MAP).")
def controleer(slug: str | None, folder: Path | None) -> int:
    """Controleer of niets buiten het spoor om is gewijzigd. Exitcode 1 als het spoor gebroken is."""
    ready(folder)
    from functiehuis.web.storage.house import organisations, system_house
    from functiehuis.web.storage.trail import breaks

    outcome = WHOLE
    for name in [slug] if slug else organisations():
        house = system_house(name)
        found = list(breaks(house.organisation_id))
        if found:
            outcome = BROKEN
            click.echo(f"{name}: het spoor is gebroken op {len(found)} plaats{'en' if len(found) > 1 else ''}.")
            for item in found:
                click.echo(f"  {item.text}")
        else:
            newest = house.events(most=1)
            click.echo(f"{name}: het spoor is heel, {newest[0].number if newest else 0} gebeurtenissen.")
    return outcome
