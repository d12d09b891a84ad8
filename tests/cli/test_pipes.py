"""A reader of our output that stops early (head, less) is no failure."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from command_line import DEMO
from work_texts import INVORDERAAR

WORDS = {
    "a page": ["lees", DEMO],
    "JSON, more than a pipe holds": ["lees", DEMO, "--json"],
    "findings": ["controleer", DEMO],
    "a placement": ["zoek", DEMO, INVORDERAAR],
    "a placement as JSON": ["zoek", DEMO, INVORDERAAR, "--json"],
    "levels": ["vergelijk", DEMO, "--groep", "N03.03", "--json"],
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_a_reader_that_stops_at_once_is_fine(program: Path, words: list[object]) -> None:
    process = subprocess.Popen([program, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate()
    assert said == b""
    assert process.returncode == 0


def test_a_reader_that_stops_after_a_line_is_fine(program: Path) -> None:
    process = subprocess.Popen([program, "lees", str(DEMO), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"{\n"
    process.stdout.close()
    _, said = process.communicate()
    assert (process.returncode, said) == (0, b"")


def test_errors_can_be_thrown_away(program: Path, tmp_path: Path) -> None:
    done = subprocess.run(f"'{program}' lees '{tmp_path}/weg.txt' 2>&-", shell=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
