"""``functiehuis lees``: read a document into a book."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.actions.read_book import read_source, systems_for
from functiehuis.cli.console import message, out, print_json, progress
from functiehuis.cli.dutch import DutchCommand, refuse_useless_overwrite
from functiehuis.cli.pages.book import print_book
from functiehuis.model.wire import book_to_wire, finding_to_wire


@click.command(
    "lees",
    cls=DutchCommand,
    short_help="Lees een document in als functieboek.",
    example="""
    functiehuis lees functieboek.docx
    functiehuis lees functieboek.pdf --uit boek/
    functiehuis lees functieboek.txt --json > boek.json
    """,
)
@click.argument("bron", type=click.Path(path_type=Path), metavar="BRON")
@click.option(
    "--uit", type=click.Path(path_type=Path), metavar="BOEK", help="Bewaar het boek: een naam op .json geeft één bestand, elke andere naam een map met YAML."
)
@click.option("--overschrijf", is_flag=True, help="Vervang een boek dat er al staat.")
@click.option("--systeem", type=click.Path(path_type=Path), metavar="BESTAND", help="Beschrijving van een ander systeem dan HR21, in YAML.")
@click.option("--json", "as_json", is_flag=True, help="Druk het boek en de meldingen af als JSON.")
def lees(bron: Path, uit: Path | None, overschrijf: bool, systeem: Path | None, as_json: bool) -> int:
    """Lees een functieboek uit een document (.txt .md .docx .pdf .html .xml), of uit een boek dat eerder is bewaard."""
    refuse_useless_overwrite(overschrijf, uit, "een boek met --uit")
    with progress(f"{bron.name} lezen") as tell:
        reading = read_source(bron, systems_for(systeem), tell, keep_at=uit, overwrite=overschrijf)
    if as_json:
        print_json({"boek": book_to_wire(reading.book), "meldingen": [finding_to_wire(finding) for finding in reading.findings]})
    else:
        print_book(out(), reading.book, reading.findings)
    if uit is not None:
        message(f"Het boek staat in {uit}.")
    return 0
