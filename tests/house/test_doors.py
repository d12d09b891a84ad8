"""Each folder has one door, which says what goes in, what comes out and what it refuses."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from source_files import ROOT, shown

SOURCE = ROOT / "src/functiehuis"
PACKAGES = sorted(path.parent for path in SOURCE.rglob("__init__.py") if path.parent != SOURCE)
HALLS = {"authoring", "classifying", "cli/commands", "authoring/checks/rules", "documents/formats"}
"""Folders of folders, or of modules that all have the same form: these say what they hold."""


def name_of(package: Path) -> str:
    return package.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_package_says_what_it_is(package: Path) -> None:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    assert text.strip(), f"{name_of(package)} has no docstring"
    if package.parent.name == "formats" or name_of(package) in HALLS:
        return
    for word in ("in", "out"):
        assert re.search(rf"(?i)\b{word}\b", text), f"the docstring of {name_of(package)} does not say what goes {word}"


@pytest.mark.parametrize("package", [path for path in PACKAGES if "authoring/" in f"{name_of(path)}/" and path.parent.name == "authoring"], ids=name_of)
def test_a_step_of_the_line_says_what_it_refuses(package: Path) -> None:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    assert re.search(r"\b[Rr]efuses\b", text), f"{name_of(package)}: what does it refuse?"


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert sorted(shown(folder) for folder in folders if not (folder / "__init__.py").is_file()) == []


@pytest.mark.parametrize("package", sorted((SOURCE / "documents/formats").glob("*/__init__.py")), ids=lambda path: path.parent.name)
def test_every_format_opens_with_the_same_door(package: Path) -> None:
    exported = [node for node in ast.parse(package.read_text("utf-8")).body if isinstance(node, ast.Assign)]
    assert any({"read", "write"} & set(ast.literal_eval(node.value)) for node in exported), "a format exports read, or write where it is only written"


def test_everything_public_in_the_layers_has_a_docstring() -> None:
    silent = [
        f"{shown(path)}: {node.name}"
        for path in SOURCE.rglob("*.py")
        if path.parent.name != "migrations"
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []
