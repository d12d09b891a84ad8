"""``functiehuis aanvulling``: completion in the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from functiehuis.cli.dutch import DutchCommand

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    "aanvulling",
    cls=DutchCommand,
    short_help="Laat de Tab-toets opdrachten aanvullen.",
    example="""
    functiehuis aanvulling bash >> ~/.bashrc
    functiehuis aanvulling zsh >> ~/.zshrc
    functiehuis aanvulling fish > ~/.config/fish/completions/functiehuis.fish
    """,
)
@click.argument("schil", type=click.Choice(_SHELLS), metavar="SCHIL")
@click.pass_context
def aanvulling(ctx: click.Context, schil: str) -> None:
    """Druk het script af waarmee de Tab-toets opdrachten, opties en bestanden aanvult. SCHIL is bash, zsh of fish."""
    shell = get_completion_class(schil)
    if shell is not None:
        click.echo(shell(ctx.find_root().command, {}, "functiehuis", "_FUNCTIEHUIS_COMPLETE").source())
