"""``functiehuis negeer``: set a finding aside, with a reason that is kept with the book."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.actions.dismiss_finding import dismiss_finding, reopen_finding
from functiehuis.cli.console import message
from functiehuis.cli.dutch import DutchCommand


@click.command(
    "negeer",
    cls=DutchCommand,
    short_help="Leg een melding met een reden terzijde.",
    example="""
    functiehuis negeer boek/ 3f9a01c2d4 --reden "Zo staat het in het besluit van 3 maart."
    functiehuis negeer boek/ 3f9a01c2d4 --heropen
    """,
)
@click.argument("boek", type=click.Path(path_type=Path), metavar="BOEK")
@click.argument("kenmerk", metavar="KENMERK")
@click.option("--reden", metavar="TEKST", help="Waarom de melding niet geldt. Verplicht.")
@click.option("--heropen", is_flag=True, help="Laat de melding weer zien.")
def negeer(boek: Path, kenmerk: str, reden: str | None, heropen: bool) -> int:
    """Leg een melding terzijde. BOEK is een bewaard boek, KENMERK het kenmerk dat 'controleer' bij de melding afdrukt. De reden blijft bij het boek."""
    if heropen and reden is not None:
        raise click.UsageError("Bij --heropen hoort geen reden: de melding is daarna weer gewoon zichtbaar. Kies --heropen of --reden.")
    if heropen:
        reopen_finding(boek, kenmerk)
        message(f"De melding {kenmerk} is weer zichtbaar.")
        return 0
    if not (reden or "").strip():
        raise click.UsageError("Vul een reden in. Zonder reden kunt u een melding niet negeren.")
    finding = dismiss_finding(boek, kenmerk, str(reden).strip())
    message(f"Genegeerd: {finding.code} ({finding.text})")
    return 0
