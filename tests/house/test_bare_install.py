"""What ``pip install functiehuis`` gives is enough to work with, and holds no tools of developers."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from command_line import ROOT

BARE = ROOT / ".venv-kaal/bin"


@pytest.fixture(scope="module")
def bare() -> Path:
    if not (BARE / "functiehuis").is_file():
        pytest.skip("there is no bare environment: script/environment kaal makes it")
    made = max(path.stat().st_mtime for path in BARE.parent.glob("lib/python*/site-packages/functiehuis-*.dist-info/RECORD"))
    if any(path.stat().st_mtime > made for path in (ROOT / "src/functiehuis").rglob("*") if "__pycache__" not in path.parts):
        pytest.skip("the bare environment is older than the source: script/environment kaal renews it")
    return BARE


def call(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin"})


def test_the_package_comes_from_the_bare_environment(bare: Path, tmp_path: Path) -> None:
    done = call(bare / "python", "-c", "import functiehuis; print(functiehuis.__file__)", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(bare.parent) in done.stdout


@pytest.mark.parametrize("module", ["django", "pytest", "hypothesis", "mypy", "jsonschema", "pikepdf"])
def test_it_holds_no_tool_of_developers_and_no_web_framework(bare: Path, tmp_path: Path, module: str) -> None:
    done = call(bare / "python", "-c", f"import {module}", folder=tmp_path)
    assert f"No module named '{module}'" in done.stderr


def test_it_reads_a_document(bare: Path, demo_text: Path, tmp_path: Path) -> None:
    done = call(bare / "functiehuis", "lees", demo_text, "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["boek"]["normfuncties"]) == 15


def test_it_brings_its_data_along(bare: Path, demo_text: Path, tmp_path: Path) -> None:
    done = call(bare / "functiehuis", "controleer", demo_text, "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {finding["code"] for finding in json.loads(done.stdout)["meldingen"]} >= {"FB010"}
    assert call(bare / "functiehuis", "vergelijk", demo_text, "--groep", "N03.03", folder=tmp_path).returncode == 0
