"""The version of the rules follows the knowledge: nobody has to keep it by hand."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from command_line import ROOT
from functiehuis import __version__
from functiehuis.library.knowledge import hash_of_files, hash_of_precedents, knowledge_hash
from functiehuis.library.placing import rules_version
from functiehuis.model.candidate import Precedent, PrecedentSource

LIBRARY = ROOT / "src/functiehuis/library"
FILES = sorted(path.relative_to(LIBRARY).as_posix() for folder in ("cues", "ladders", "examples") for path in (LIBRARY / folder).glob("*.yaml"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LIBRARY, tmp_path / "library"))


@pytest.mark.parametrize("name", FILES)
def test_one_letter_in_any_file_gives_other_rules(library: Path, name: str) -> None:
    (library / name).write_bytes((library / name).read_bytes() + b"# x\n")
    assert knowledge_hash(library) != knowledge_hash()


def test_a_file_more_less_or_with_another_name_gives_other_rules(library: Path, tmp_path: Path) -> None:
    (library / "examples/advies.yaml").rename(library / "examples/anders.yaml")
    renamed = knowledge_hash(library)
    (library / "examples/anders.yaml").unlink()
    less = knowledge_hash(Path(shutil.copytree(library, tmp_path / "minder")))
    assert len({renamed, less, knowledge_hash()}) == 3


def test_line_ends_and_what_is_no_knowledge_change_nothing(library: Path) -> None:
    for name in FILES:
        path = library / name
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    (library / "cues/lees-mij.txt").write_text("Niets.", "utf-8")
    assert knowledge_hash(library) == knowledge_hash()


def test_the_order_of_files_changes_nothing_and_what_is_in_which_does() -> None:
    files = [("a", b"1"), ("b", b"2")]
    assert hash_of_files(files) == hash_of_files(files[::-1])
    assert hash_of_files(files) != hash_of_files([("a", b"2"), ("b", b"1")])


def earlier(text: str = "Int aanslagen.", code: str = "N03.03.04", title: str = "Inner") -> Precedent:
    return Precedent("a", title, text, code, source=PrecedentSource.CONFIRMED)


def test_confirmed_placements_are_a_part_of_their_own() -> None:
    one, other = earlier(), earlier("Legt beslag.")
    assert rules_version((one,)).startswith(f"{rules_version()}/eerder-")
    assert rules_version((one, other)) == rules_version((other, one))
    assert len({hash_of_precedents([item]) for item in (one, other, earlier(code="geen"), earlier(title="Deurwaarder"))}) == 4


def test_the_rules_name_the_product_and_differ_without_examples() -> None:
    assert re.fullmatch(rf"{re.escape(__version__)}/[0-9a-f]{{12}}", rules_version())
    assert rules_version(examples=False) != rules_version()
