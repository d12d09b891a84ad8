"""``functiehuis publiceer``: a book in forms for others."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.actions.publish_book import publish_book
from functiehuis.cli.console import message
from functiehuis.cli.dutch import DutchCommand


@click.command(
    "publiceer",
    cls=DutchCommand,
    short_help="Schrijf een boek als tekst of JSON.",
    example="""
    functiehuis publiceer boek/ --markdown functieboek.md
    functiehuis publiceer functieboek.docx --json-uit functieboek.json --overschrijf
    """,
)
@click.argument("boek", type=click.Path(path_type=Path), metavar="BOEK")
@click.option("--markdown", type=click.Path(path_type=Path), metavar="BESTAND", help="Tekst met **vet** en *cursief*.")
@click.option("--json-uit", type=click.Path(path_type=Path), metavar="BESTAND", help="Het boek als JSON.")
@click.option("--overschrijf", is_flag=True, help="Vervang bestanden die er al staan.")
def publiceer(boek: Path, markdown: Path | None, json_uit: Path | None, overschrijf: bool) -> int:
    """Schrijf een boek in een of meer vormen."""
    if markdown is None and json_uit is None:
        raise click.UsageError("Zeg wat u wilt schrijven: --markdown of --json-uit.")
    for written in publish_book(boek, markdown=markdown, json_file=json_uit, overwrite=overschrijf):
        message(f"Geschreven: {written}")
    return 0
