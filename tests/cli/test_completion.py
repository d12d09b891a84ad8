"""The Tab key: scripts for three shells, and what they ask the command."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from command_line import Run

SIGNS = {"bash": "complete -o nosort -F", "zsh": "#compdef functiehuis", "fish": "complete --no-files --command functiehuis"}


@pytest.mark.parametrize("shell", SIGNS)
def test_the_script_of_a_shell_is_printed(run: Run, shell: str) -> None:
    said = run("aanvulling", shell)
    assert (said.code, said.err) == (0, "")
    assert SIGNS[shell] in said.out
    assert f"_FUNCTIEHUIS_COMPLETE={shell}_complete" in said.out


@pytest.mark.parametrize("shell", SIGNS)
def test_a_shell_accepts_the_script(run: Run, tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "aanvulling"
    script.write_text(run("aanvulling", shell).out, "utf-8")
    assert subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False).stderr == ""


def suggestions(program: Path, typed: str) -> list[str]:
    """What bash would show for the words typed so far; the last one is not finished."""
    words = typed.split(" ")
    variables = {**os.environ, "_FUNCTIEHUIS_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    done = subprocess.run([program], env=variables, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("functiehuis le", ["lees"]),
        ("functiehuis verg", ["vergelijk"]),
        ("functiehuis lees --over", ["--overschrijf"]),
        ("functiehuis zoek --ant", ["--antwoord"]),
        ("functiehuis aanvulling ", ["bash", "zsh", "fish"]),
        ("functiehuis xyz", []),
    ],
)
def test_words_are_completed(program: Path, typed: str, expected: list[str]) -> None:
    assert suggestions(program, typed) == expected


def test_all_commands_are_offered(program: Path) -> None:
    assert {"lees", "controleer", "vergelijk", "zoek", "publiceer", "negeer", "meet", "aanvulling"} <= set(suggestions(program, "functiehuis "))


def test_bash_completes_a_command_after_tab(run: Run, program: Path, tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    script = tmp_path / "aanvulling"
    script.write_text(run("aanvulling", "bash").out, "utf-8")
    lines = f"PATH={program.parent}:$PATH; source {script}; COMP_WORDS=(functiehuis le); COMP_CWORD=1; _functiehuis_completion functiehuis; echo $COMPREPLY"
    done = subprocess.run(["bash", "-c", lines], capture_output=True, text=True, check=False)
    assert done.stdout == "lees\n", done.stderr
