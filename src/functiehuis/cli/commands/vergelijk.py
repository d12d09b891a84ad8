"""``functiehuis vergelijk``: levels side by side, or two versions of a book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from functiehuis.actions.compare_books import compare_versions
from functiehuis.actions.compare_levels import levels_of_book
from functiehuis.actions.publish_changes import FORMS, publish_changes
from functiehuis.actions.read_book import systems_for
from functiehuis.authoring.changes import changes_to_wire, comparison_to_wire
from functiehuis.cli import pages
from functiehuis.cli.console import message, out, print_json, progress
from functiehuis.cli.dutch import DutchCommand
from functiehuis.model.errors import UnknownItemError


@click.command(
    "vergelijk",
    cls=DutchCommand,
    short_help="Zet niveaus of twee versies van een boek naast elkaar.",
    example="""
    functiehuis vergelijk boek/ --groep N03.03
    functiehuis vergelijk boek/ N03.01.02 N03.01.06
    functiehuis vergelijk boek-2025/ boek-2026/
    functiehuis vergelijk boek-2025/ boek-2026/ --pdf wijzigingen.pdf
    """,
)
@click.argument("boek", type=click.Path(path_type=Path), metavar="BOEK")
@click.argument("andere", nargs=-1, metavar="[CODE CODE... | BOEK2]")
@click.option("--groep", metavar="CODE", help="Vergelijk alle niveaus van een functiegroep.")
@click.option("--systeem", type=click.Path(path_type=Path), metavar="BESTAND", help="Beschrijving van een ander systeem dan HR21, in YAML.")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="BESTAND", help="Schrijf de wijzigingen van twee boeken als PDF.")
@click.option("--docx", type=click.Path(path_type=Path), metavar="BESTAND", help="Hetzelfde als Word-bestand.")
@click.option("--html", type=click.Path(path_type=Path), metavar="BESTAND", help="Hetzelfde als webpagina.")
@click.option("--overschrijf", is_flag=True, help="Vervang bestanden die er al staan.")
@click.option("--json", "as_json", is_flag=True, help="Druk de vergelijking af als JSON.")
def vergelijk(boek: Path, andere: tuple[str, ...], groep: str | None, systeem: Path | None, *, overschrijf: bool, as_json: bool, **places: Any) -> int:
    """Vergelijk niveaus (met codes of --groep), of twee versies van een boek (met een tweede boek)."""
    if bool(andere) == bool(groep):
        raise click.UsageError("Geef codes, een groep of een tweede boek.")
    wanted = {option: place for option in FORMS if (place := places[option.strip("-")]) is not None}
    systems = systems_for(systeem)
    if len(andere) == 1 and not systems[0].code.match(andere[0]):
        if not Path(andere[0]).exists():
            example = systems[0].code.example
            raise UnknownItemError(f"'{andere[0]}' is geen code en geen boek. Geef codes zoals {example}, een groep met --groep, of een tweede boek.")
        with progress("Boeken lezen") as tell:
            if wanted:
                changes = publish_changes(boek, Path(andere[0]), wanted, systems, overwrite=overschrijf, progress=tell)
            else:
                changes = compare_versions(boek, Path(andere[0]), systems, tell)
        for place in wanted.values():
            message(f"Geschreven: {place}")
        if as_json:
            print_json(changes_to_wire(changes))
        else:
            pages.print_changes(out(), changes)
        return 0
    if wanted:
        raise click.UsageError(f"Met {', '.join(wanted)} schrijft u de wijzigingen tussen twee boeken. Geef een tweede boek.")
    with progress(f"{boek.name} lezen") as tell:
        comparison = levels_of_book(boek, andere, groep, systems, tell)
    if as_json:
        print_json(comparison_to_wire(comparison))
    else:
        pages.print_levels(out(), comparison)
    return 0
