"""What may not be in any file of the repository."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from source_files import ROOT, repository_files, shown

LEAK_CHECKER = ROOT.parent / "shared/tools/lekcontrole.py"
THIS = Path(__file__).resolve()

FORBIDDEN = {
    "a path on somebody's machine": r"(?<![\w.])/(?:home|Users|root|work|mnt|opt)/\w",
    "a folder of Windows": r"\b[A-Z]:\\(?:Users|Documents)",
    "the address of a package registry": r"(?i)\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs|artifactory|nexus|devpi)\b|/simple/",
    "an address on a local network": r"\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
    "a remark to finish later": r"\b(?:TODO|FIXME|XXX)\b",
    "a silenced check": r"#\s*(?:noqa|type:\s*ignore)\b",
}
"""Registry hosts are allowed nowhere; an address in a licence or a namespace is none."""


def texts() -> Iterator[tuple[Path, str]]:
    for path in repository_files():
        if path == THIS or path.suffix in (".dic", ".aff"):
            continue
        data = path.read_bytes()
        if b"\0" not in data[:8000] and not data.startswith(b"%PDF"):
            yield path, data.decode("utf-8", "replace")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = [
        f"{shown(path)}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(FORBIDDEN[what], line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path on somebody's machine", "open('/home/jan/boek.txt')"),
        ("a folder of Windows", r"C:\Users\jan"),
        ("the address of a package registry", "--index-url https://pypi.org/simple"),
        ("an address on a local network", "proxy = 10.1.2.3"),
        ("a remark to finish later", "# TODO later"),
        ("a silenced check", "x = 1  # noqa"),
    ],
)
def test_it_would_be_found(what: str, line: str) -> None:
    assert re.search(FORBIDDEN[what], line)


def test_no_sentence_of_the_real_book(real_book: Path) -> None:
    if not LEAK_CHECKER.is_file():
        pytest.skip("the checker of leaks is not in ../shared/tools")
    done = subprocess.run([sys.executable, LEAK_CHECKER, ROOT, real_book / "bghu.txt"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_there_twice_in_another_case() -> None:
    names = [shown(path).casefold() for path in repository_files()]
    assert sorted(name for name in names if names.count(name) > 1) == []


def test_scripts_can_be_run() -> None:
    listed = subprocess.run(["git", "ls-files", "--stage", "script", ".ci"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    modes = {line.split("\t")[1]: line.split()[0] for line in listed.splitlines()}
    assert modes
    assert {name: mode for name, mode in modes.items() if mode != "100755"} == {}


def test_the_build_server_runs_every_check() -> None:
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("exec script/test")
    checks = (ROOT / "script/test").read_text("utf-8")
    assert "set -eu" in checks
    for tool in ('ruff" format --check', 'ruff" check', "mypy", "lint-imports", "pytest"):
        assert tool in checks, tool
