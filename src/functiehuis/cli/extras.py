"""Commands of the web application: loaded when they are called, and explained when it is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points

import click

from functiehuis.model.errors import RefusedError

_SHORT = {"serve": "Start het functiehuis in de browser."}


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
        context: click.Context = command.make_context(info_name, args, parent=parent, **extra)
        return context

    def invoke(self, ctx: click.Context) -> object:
        """Run the real command, which the context names."""
        return ctx.command.invoke(ctx)


def web_commands() -> Iterator[click.Command]:
    """The commands of the web application, by name."""
    for entry in sorted(entry_points(group="functiehuis.opdrachten"), key=lambda item: item.name):
        yield LazyCommand(entry)
