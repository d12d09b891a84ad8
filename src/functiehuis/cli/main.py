"""The command ``functiehuis``: runs a command, and turns every failure into one Dutch sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from functiehuis import __version__
from functiehuis.cli.commands import NAMES, command_named
from functiehuis.cli.console import message
from functiehuis.cli.dutch import DutchGroup, sentence
from functiehuis.cli.extras import web_commands
from functiehuis.model.errors import FunctiehuisError

DONE, ACT, WRONG_USE = 0, 1, 2


@click.group(
    cls=DutchGroup,
    names=NAMES,
    load=command_named,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 80},
    help="Functiehuis leest, controleert, vergelijkt en bewaart functieboeken. Alles gebeurt op uw eigen computer.",
    epilog="Hulp bij één opdracht: functiehuis OPDRACHT --help",
    no_args_is_help=False,
)
@click.version_option(__version__, "--versie", "--version", message="functiehuis %(version)s", help="Toon de versie.")
def functiehuis() -> None:
    """The group of all commands."""


for _extra in web_commands():
    functiehuis.add_command(_extra)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; give its exit code. Nothing is raised, and no traceback is shown unless FUNCTIEHUIS_TRACE is set."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    try:
        result = functiehuis.main(list(arguments), prog_name="functiehuis", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        message(sentence(error))
        return WRONG_USE
    except FunctiehuisError as error:
        message(str(error))
        return ACT
    except SystemExit:
        # click stops so when a pipe closes while it prints a help page.
        return DONE
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (KeyboardInterrupt, click.Abort):
        message("Afgebroken. Er is niets half weggeschreven.")
        return ACT
    except Exception as error:
        if os.environ.get("FUNCTIEHUIS_TRACE"):
            raise
        message(
            f"Er ging iets mis wat niet had gemogen ({type(error).__name__}: {error}). Er is niets half weggeschreven. "
            "Meld dit met de opdracht die u gaf; met FUNCTIEHUIS_TRACE=1 ervoor ziet u meer."
        )
        return ACT
    return result if isinstance(result, int) else DONE


def main() -> None:
    """The entry point of the installed command."""
    sys.exit(run(sys.argv[1:]))
