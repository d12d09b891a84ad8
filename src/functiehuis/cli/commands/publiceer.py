"""``functiehuis publiceer``: a book in forms for others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from functiehuis.actions.publish_book import Edition, publish_book
from functiehuis.cli.console import message, progress
from functiehuis.cli.dutch import DutchCommand
from functiehuis.library.publishing import FORMS

_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])


def _forms(command: Callable[..., int]) -> Callable[..., int]:
    """One option per form of the table."""
    for form in reversed(FORMS):
        kind = click.Path(path_type=Path)
        command = click.option(form.option, type=kind, metavar="MAP" if form.mark else "BESTAND", help=form.help)(command)
    return command


@click.command(
    "publiceer",
    cls=DutchCommand,
    short_help="Schrijf een boek als PDF, website, tekst of JSON.",
    example="""
    functiehuis publiceer boek/ --pdf functieboek.pdf
    functiehuis publiceer boek/ --pdf functieboek.pdf --versie 2026.1 --geldig-vanaf 2026-01-01
    functiehuis publiceer boek/ --html website/ --pdf functieboek.pdf --vorige boek-2025/
    functiehuis publiceer boek/ --markdown functieboek.md
    functiehuis publiceer functieboek.docx --json-uit functieboek.json --overschrijf
    """,
)
@click.argument("boek", type=click.Path(path_type=Path), metavar="BOEK")
@_forms
@click.option("--versie", default="", metavar="TEKST", help="Versie van het boek, zoals 2026.1.")
@click.option("--geldig-vanaf", type=_DAY, metavar="DATUM", help="Dag waarop het boek ingaat, als JJJJ-MM-DD.")
@click.option("--datum", type=_DAY, metavar="DATUM", help="Datum die erop staat. Gewoon: vandaag.")
@click.option("--licentie", default="", metavar="TEKST", help="Wat anderen met de teksten mogen doen.")
@click.option("--vorige", type=click.Path(path_type=Path), metavar="BOEK2", help="De vorige versie: de website laat zien wat er is veranderd.")
@click.option("--overschrijf", is_flag=True, help="Vervang bestanden die er al staan.")
def publiceer(
    boek: Path,
    *,
    versie: str,
    geldig_vanaf: datetime | None,
    datum: datetime | None,
    licentie: str,
    vorige: Path | None,
    overschrijf: bool,
    **places: Any,
) -> int:
    """Schrijf een boek in een of meer vormen. Ze verschijnen allemaal, of geen."""
    wanted = {form.option: places[form.option.strip("-").replace("-", "_")] for form in FORMS}
    wanted = {option: place for option, place in wanted.items() if place is not None}
    if not wanted:
        options = [form.option for form in FORMS]
        raise click.UsageError(f"Zeg wat u wilt schrijven: {', '.join(options[:-1])} of {options[-1]}.")
    edition = Edition(datum.date() if datum else None, versie, geldig_vanaf.date() if geldig_vanaf else None, licentie, vorige)
    with progress("Boek lezen en schrijven") as tell:
        written = publish_book(boek, wanted, overwrite=overschrijf, edition=edition, progress=tell)
    for place in written:
        message(f"Geschreven: {place}")
    return 0
