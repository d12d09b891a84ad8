"""click in Dutch: headings of the help pages, and one clear sentence for every wrong use."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from typing import Any

import click

_WIDTH = 80
_WORD = re.compile(r"""--\S+ (?:"[^"]*"|[^-\s]\S*)|"[^"]*"|\S+""")


class DutchFormatter(click.HelpFormatter):
    """Help pages with Dutch headings, 80 columns wide."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is used."""
        super().write_usage(prog, args.replace("[OPTIONS]", "[OPTIES]").replace("COMMAND [ARGS]...", "OPDRACHT ..."), prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        """A heading, in Dutch."""
        super().write_heading({"Options": "Opties", "Commands": "Opdrachten", "Arguments": "Argumenten"}.get(heading, heading))


class DutchContext(click.Context):
    """A context whose help pages are Dutch."""

    formatter_class = DutchFormatter


class DutchCommand(click.Command):
    """A command with a Dutch help page and an example."""

    context_class = DutchContext

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        self.example = example
        kwargs.setdefault("context_settings", {"help_option_names": ["--help", "-h"], "max_content_width": 80})
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, as they can be typed."""
        if self.example:
            with formatter.section("Voorbeelden"):
                for line in self.example.strip().splitlines():
                    formatter.write(f"{_continued(line.strip(), ' ' * formatter.current_indent)}\n")
        super().format_epilog(ctx, formatter)


class DutchGroup(click.Group):
    """The group of all commands; ``load`` gives the one of a name when it is asked for, so that nobody waits for the others."""

    context_class = DutchContext
    command_class = DutchCommand

    def __init__(self, *args: Any, names: Sequence[str] = (), load: Callable[[str], click.Command] | None = None, **kwargs: Any) -> None:
        self.names, self.load = tuple(names), load
        super().__init__(*args, **kwargs)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The commands in the order of the work, not of the alphabet."""
        return [*self.names, *self.commands]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None when there is none."""
        return self.load(cmd_name) if self.load is not None and cmd_name in self.names else self.commands.get(cmd_name)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option


def _continued(line: str, indent: str) -> str:
    """A command that fits 80 columns and can still be copied: it goes on after a backslash, never inside quotes or between an option and its value."""
    lines = [indent]
    for word in _WORD.findall(line):
        if len(lines[-1]) + len(word) > _WIDTH - 2 and lines[-1].strip():
            lines[-1] += "\\"
            lines.append(indent * 3)
        lines[-1] += f"{word} "
    return "\n".join(lines).rstrip()


def refuse_useless_overwrite(overwrite: bool, target: object, what: str) -> None:
    """Refuse ``--overschrijf`` where nothing is written: whoever gives it thinks that something is; ``what`` says what can be written and how."""
    if overwrite and target is None:
        raise click.UsageError(f"--overschrijf vervangt {what}, maar er is niets opgegeven om te schrijven. Geef dat erbij, of laat --overschrijf weg.")


def sentence(error: click.ClickException) -> str:
    """What went wrong in the use of a command, and what to do, in one or two Dutch sentences."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "functiehuis"
    return f"{_what(error, command)} Zie '{command} --help'."


def _what(error: click.ClickException, command: str) -> str:
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "een argument"
        return f"Bij '{command}' ontbreekt {name.rstrip('.')}."
    if isinstance(error, click.NoSuchOption):
        return f"De optie '{error.option_name}' bestaat niet bij '{command}'.{_meant(error.option_name, error.possibilities or ())}"
    if isinstance(error, click.BadOptionUsage):
        return f"De optie '{error.option_name}' is niet goed gebruikt: zet er een waarde achter."
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else "een argument"
        if error.param and isinstance(error.param.type, click.Choice):
            return f"De waarde bij {name} is niet goed. Kies een van: {', '.join(error.param.type.choices)}."
        return f"De waarde bij {name} is niet goed: {error.message.rstrip('.')}."
    words = error.format_message()
    if words.startswith("No such command"):
        typed = words.split("'")[1] if "'" in words else ""
        group = error.ctx.command if isinstance(error, click.UsageError) and error.ctx else None
        known = group.list_commands(error.ctx) if isinstance(group, click.Group) and isinstance(error, click.UsageError) and error.ctx else []
        return f"De opdracht '{typed}' bestaat niet.{_meant(typed, known)}"
    if words.startswith("Got unexpected extra argument"):
        extra = words[words.find("(") + 1 : words.rfind(")")]
        return f"Bij '{command}' staat te veel: {extra}."
    if words.startswith("Missing command"):
        return "Er is geen opdracht gegeven."
    return words


def _meant(typed: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(typed, known, 1, 0.5)
    return f" Bedoelt u '{close[0]}'?" if close else ""
