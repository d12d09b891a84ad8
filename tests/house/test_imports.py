"""The order of imports is written down completely, and breaking it is noticed."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from source_files import ROOT

SOURCE = ROOT / "src/functiehuis"
ORDER = ["web | cli", "actions", "measuring", "library", "authoring | classifying", "documents", "language", "model"]


def contracts() -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return found


def one(kind: str, word: str) -> dict[str, object]:
    (found,) = (contract for contract in contracts() if contract["type"] == kind and word in str(contract["name"]))
    return found


def folders(parent: str) -> set[str]:
    return {path.parent.name for path in (SOURCE / parent).glob("*/__init__.py")}


def test_the_layers_are_all_folders_in_the_agreed_order() -> None:
    contract = one("layers", "one way")
    assert contract["layers"] == ORDER
    assert contract["exhaustive"] is True
    assert folders(".") == {name for layer in ORDER for name in layer.split(" | ")}


def test_no_contract_has_exceptions() -> None:
    assert [contract["name"] for contract in contracts() if "ignore_imports" in contract or "exhaustive_ignores" in contract] == []


def test_every_step_of_the_authoring_line_stands_apart() -> None:
    modules = one("independence", "authoring")["modules"]
    assert isinstance(modules, list)
    assert set(modules) == {f"functiehuis.authoring.{name}" for name in folders("authoring")}


def test_the_steps_of_the_classifying_line_stand_apart_until_the_last_puts_them_together() -> None:
    modules = one("independence", "classifying")["modules"]
    assert isinstance(modules, list)
    assert set(modules) == {f"functiehuis.classifying.{name}" for name in folders("classifying") - {"proposals"}}


def test_every_format_stands_apart() -> None:
    assert one("independence", "Formats")["modules"] == [f"functiehuis.documents.formats.{name}" for name in sorted(folders("documents/formats"))]


def test_all_below_the_command_line_know_no_web_framework() -> None:
    sources = one("forbidden", "Django")["source_modules"]
    assert isinstance(sources, list)
    assert {str(name).removeprefix("functiehuis.") for name in sources} >= folders(".") - {"cli", "measuring", "web"}


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model/book.py", "import functiehuis.library"),
        ("model/book.py", "import yaml"),
        ("authoring/books/__init__.py", "import functiehuis.authoring.checks"),
        ("documents/formats/pdf/__init__.py", "import functiehuis.documents.formats.docx"),
        ("reporting/__init__.py", ""),
    ],
    ids=["upwards", "outside package in the model", "step to step", "format to format", "folder without a place"],
)
def test_a_wrong_import_fails(tmp_path: Path, module: str, line: str) -> None:
    copy = tmp_path / "functiehuis"
    for path in [*SOURCE.rglob("__init__.py"), SOURCE / "model/book.py"]:
        target = copy / path.relative_to(SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("", "utf-8")
    assert "0 broken" in lint(tmp_path), "the empty copy is fine"
    (copy / module).parent.mkdir(exist_ok=True)
    (copy / module).write_text(f"{line}\n", "utf-8")
    assert re.search(r"BROKEN|[Mm]issing layer|not listed as layers", lint(tmp_path))


def lint(folder: Path) -> str:
    command = [sys.executable, "-c", "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command()"]
    command += ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
