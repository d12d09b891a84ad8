"""Every command explains itself in Dutch, with an example, in 80 columns."""

from __future__ import annotations

import re

import pytest

from command_line import Run
from functiehuis import __version__
from functiehuis.cli.commands import NAMES, all_commands, command_named

ENGLISH = re.compile(r"\b(?:Usage|Options|Commands|Arguments|Show this|COMMAND|OPTIONS|required|default)\b")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_a_command_has_a_dutch_help_page_with_an_example(run: Run, name: str, option: str) -> None:
    said = run(name, option)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Gebruik: functiehuis {name} ")
    assert re.search(rf"Voorbeelden:\n  functiehuis {name}\b", said.out)
    assert "Toon deze uitleg." in said.out
    assert not ENGLISH.search(said.out)
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_explained(name: str) -> None:
    command = command_named(name)
    silent = [option.name for option in command.params if option.param_type_name == "option" and not getattr(option, "help", None)]
    assert silent == []


def test_the_first_page_lists_every_command_with_what_it_does(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    for command in all_commands():
        assert command.short_help
        assert re.search(rf"(?m)^  {command.name} +{re.escape(command.short_help)}$", said.out)
    assert not ENGLISH.search(said.out)


@pytest.mark.parametrize("option", ["--versie", "--version"])
def test_the_version_is_one_line(run: Run, option: str) -> None:
    assert run(option).out == f"functiehuis {__version__}\n"


@pytest.mark.parametrize("name", [name for name in NAMES if name in ("lees", "controleer", "vergelijk", "meet", "zoek")])
def test_what_tells_something_tells_it_to_programs_too(run: Run, name: str) -> None:
    assert "--json" in run(name, "--help").out


@pytest.mark.parametrize("name", [name for name in NAMES if name in ("lees", "publiceer", "zoek")])
def test_what_writes_can_be_told_to_overwrite(run: Run, name: str) -> None:
    assert "--overschrijf" in run(name, "--help").out
