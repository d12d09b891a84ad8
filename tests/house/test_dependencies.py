"""What we build on may be used with EUPL-1.2, is locked with hashes, and comes from no address that is written down here."""

from __future__ import annotations

import importlib.metadata
import re
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path

import pytest
from source_files import ROOT

LOCKS = [ROOT / "requirements/base.txt", ROOT / "requirements/test.txt"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.+?))?(?: \\)?$", re.MULTILINE)
ALLOWED = ("MIT", "MIT-CMU", "BSD", "Apache", "MPL-2.0", "MPL 1.1", "Mozilla", "PSF-2.0", "ISC", "EUPL", "0BSD", "Zlib", "CC0")
"""Licences that go with EUPL-1.2. A package under several licences needs one of these."""
NAMED = {
    "axe-playwright-python": ("", "MIT (its licence file; the metadata forgot it); only tests use it"),
}
"""Packages that are named one by one: what their metadata must still say, and why they go with EUPL-1.2."""
COPYLEFT = re.compile(r"\b(?:AGPL|GPL|LGPL|SSPL)\b|GNU|Affero")


def pins(text: str) -> list[tuple[str, str, str]]:
    return [(found[1], found[2], found[3] or "") for found in PIN.finditer(text)]


def licences(package: Distribution) -> list[str]:
    """What the metadata of a package says about its licence."""
    fields = [*(package.metadata.get_all("License-Expression") or []), *(text.split("\n")[0] for text in package.metadata.get_all("License") or [])]
    classifiers = [line.rpartition(" :: ")[2] for line in package.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    return [text for text in (*fields, *classifiers) if text]


def accepted(said: list[str]) -> bool:
    """Is one of the licences on offer allowed? Choices are parted by OR, a slash or a plus; parts joined by AND must all be allowed.

    What follows a comma is about parts that a package brings along, such as the Apache-2.0 library inside pypdfium2.
    """
    return any(_allowed(choice.split(",")[0]) for text in said for choice in re.split(r"\bOR\b|/|\+", text))


def _allowed(choice: str) -> bool:
    return all(any(name in part for name in ALLOWED) and not COPYLEFT.search(part) for part in re.split(r"\bAND\b", choice))


LOCKED = {name: version for lock in LOCKS for name, version, _ in pins(lock.read_text("utf-8"))}


@pytest.mark.parametrize("name", sorted(LOCKED))
def test_a_dependency_has_a_licence_that_goes_with_ours(name: str) -> None:
    try:
        package = importlib.metadata.distribution(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is for another platform and is not installed here")
    said = licences(package)
    if name in NAMED and not accepted(said):
        wanted = NAMED[name][0]
        assert any(wanted in text for text in said) if wanted else said == [], f"{name}: {said} is not what was looked up"
        return
    assert accepted(said), f"{name}: {said}"


def test_a_package_that_is_named_is_one_we_have() -> None:
    assert set(NAMED) <= set(LOCKED)


def test_a_licence_is_accepted_when_one_choice_is_allowed() -> None:
    assert accepted(["MIT + MPL 1.1/GPL 2.0/LGPL 2.1"])
    assert accepted(["Apache-2.0 OR BSD-2-Clause"])
    assert not accepted(["GNU General Public License v3 (GPLv3)"])
    assert not accepted(["AGPL-3.0-or-later"])
    assert not accepted(["MIT AND GPL-3.0-only"])
    assert not accepted(["Proprietary"])
    assert not accepted([])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_has_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text("utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert len(blocks) == len(pins(text)) > 5
    for block in blocks:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block[:60]
    assert not re.search(r"https?:|--(?:extra-)?index-url|--find-links|--trusted-host|\bgit\+|@ ", text)


def test_what_a_user_installs_is_what_the_tests_use() -> None:
    base, test = ({name: version for name, version, _ in pins(lock.read_text("utf-8"))} for lock in LOCKS)
    assert {name: version for name, version in base.items() if test.get(name) != version} == {}


def test_the_tools_of_developers_are_not_installed_for_users() -> None:
    base = {name for name, _, _ in pins(LOCKS[0].read_text("utf-8"))}
    assert base & {"pytest", "mypy", "ruff", "import-linter", "hypothesis", "jsonschema", "pikepdf", "django"} == set()
