"""``functiehuis beheer``: what somebody does who keeps a house running."""

from __future__ import annotations

import click


@click.group("beheer", short_help="Back-up, herstel en controle van een huis.")
def manage() -> None:
    """Back-up, herstel en controle van een huis."""
