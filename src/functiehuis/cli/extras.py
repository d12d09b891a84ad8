"""Commands of the web application: loaded when they are called, and explained when it is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

import click

from functiehuis.cli.dutch import DutchContext
from functiehuis.model.errors import RefusedError

_SHORT = {
    "beheer": "Back-up, herstel en controle van een huis.",
    "serve": "Start het functiehuis in de browser.",
    "trail": "Het spoor van de wijzigingen controleren.",
    "werk": "Doe het lange werk van een huis, zoals documenten lezen.",
}


class LazyCommand(click.Command):
    """A command whose module is loaded only when somebody uses it, so that the others start quickly."""

    def __init__(self, entry: EntryPoint) -> None:
        self.entry = entry
        super().__init__(entry.name, short_help=_SHORT.get(entry.name, ""), add_help_option=False)

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object) -> click.Context:
        """Hand over to the real command. Refuses with RefusedError when the web application is not installed."""
        try:
            command = self.entry.load()
        except ModuleNotFoundError as error:
            raise RefusedError(
                f"De opdracht '{self.entry.name}' hoort bij de webtoepassing, en die is hier niet geïnstalleerd ({error.name} ontbreekt). "
                "Installeer haar met: pip install 'functiehuis[web]'"
            ) from error
        _speak_dutch(command)
        context: click.Context = command.make_context(info_name, args, parent=parent, **extra)
        return context

    def invoke(self, ctx: click.Context) -> object:
        """Run the real command, which the context names."""
        return ctx.command.invoke(ctx)


def _speak_dutch(command: click.Command) -> None:
    """Give a command, and those below it, help pages like those of the others."""
    cast("Any", command).context_class = DutchContext
    command.context_settings = {"help_option_names": ["--help", "-h"], "max_content_width": 80, **command.context_settings}
    option = command.get_help_option(DutchContext(command, info_name=command.name, help_option_names=["--help", "-h"]))
    if option is not None:
        option.help = "Toon deze uitleg."
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _speak_dutch(below)


def web_commands() -> Iterator[click.Command]:
    """The commands of the web application, by name."""
    for entry in sorted(entry_points(group="functiehuis.opdrachten"), key=lambda item: item.name):
        yield LazyCommand(entry)
