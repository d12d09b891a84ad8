"""One module per command; ``NAMES`` lists them in the order of the help page. A module is loaded when its command is asked for, and not before."""

from __future__ import annotations

from importlib import import_module

import click

NAMES = ("lees", "controleer", "negeer", "vergelijk", "zoek", "publiceer", "meet", "aanvulling")


def command_named(name: str) -> click.Command:
    """One of NAMES."""
    command: click.Command = getattr(import_module(f"functiehuis.cli.commands.{name}"), name)
    return command


def all_commands() -> tuple[click.Command, ...]:
    """All of them, in order."""
    return tuple(map(command_named, NAMES))
