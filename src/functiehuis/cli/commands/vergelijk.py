"""``functiehuis vergelijk``: levels side by side, or two versions of a book."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.actions.compare_books import compare_versions
from functiehuis.actions.compare_levels import levels_of_book
from functiehuis.actions.read_book import systems_for
from functiehuis.authoring.changes import changes_to_wire, comparison_to_wire
from functiehuis.cli.console import out, print_json, progress
from functiehuis.cli.dutch import DutchCommand
from functiehuis.cli.pages.changes import print_changes
from functiehuis.cli.pages.levels import print_levels
from functiehuis.model.errors import UnknownItemError


@click.command(
    "vergelijk",
    cls=DutchCommand,
    short_help="Zet niveaus of twee versies van een boek naast elkaar.",
    example="""
    functiehuis vergelijk boek/ --groep N03.03
    functiehuis vergelijk boek/ N03.01.02 N03.01.06
    functiehuis vergelijk boek-2025/ boek-2026/
    """,
)
@click.argument("boek", type=click.Path(path_type=Path), metavar="BOEK")
@click.argument("andere", nargs=-1, metavar="[CODE CODE... | BOEK2]")
@click.option("--groep", metavar="CODE", help="Vergelijk alle niveaus van een functiegroep.")
@click.option("--systeem", type=click.Path(path_type=Path), metavar="BESTAND", help="Beschrijving van een ander systeem dan HR21, in YAML.")
@click.option("--json", "as_json", is_flag=True, help="Druk de vergelijking af als JSON.")
def vergelijk(boek: Path, andere: tuple[str, ...], groep: str | None, systeem: Path | None, as_json: bool) -> int:
    """Vergelijk niveaus (met codes of --groep), of twee versies van een boek (met een tweede boek)."""
    if bool(andere) == bool(groep):
        raise click.UsageError("Geef codes, een groep of een tweede boek.")
    systems = systems_for(systeem)
    if len(andere) == 1 and not systems[0].code.match(andere[0]):
        if not Path(andere[0]).exists():
            example = systems[0].code.example
            raise UnknownItemError(f"'{andere[0]}' is geen code en geen boek. Geef codes zoals {example}, een groep met --groep, of een tweede boek.")
        with progress("Boeken lezen") as tell:
            changes = compare_versions(boek, Path(andere[0]), systems, tell)
        if as_json:
            print_json(changes_to_wire(changes))
        else:
            print_changes(out(), changes)
        return 0
    with progress(f"{boek.name} lezen") as tell:
        comparison = levels_of_book(boek, andere, groep, systems, tell)
    if as_json:
        print_json(comparison_to_wire(comparison))
    else:
        print_levels(out(), comparison)
    return 0
