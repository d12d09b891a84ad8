"""Fixtures that every folder of tests may use."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from command_line import DEMO, ROOT, Outcome, Run
from functiehuis.classifying.descriptions import Describer
from functiehuis.classifying.proposals import Placer
from functiehuis.cli.main import run as run_command
from functiehuis.library.books import demo_book
from functiehuis.library.cues import load_cues
from functiehuis.library.placing import placer_for

pytest_plugins = ["web_cast", "web_committed", "web_processes"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """One command line, inside this process."""

    def execute(*words: object) -> Outcome:
        capsys.readouterr()
        code = run_command([str(word) for word in words])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return execute


@pytest.fixture(scope="session")
def program() -> Path:
    """The installed command ``functiehuis``, for what needs a process of its own: pipes, terminals, a full disk."""
    path = Path(sys.executable).with_name("functiehuis")
    if not path.is_file():
        pytest.skip("the command functiehuis is not installed beside this Python: run script/environment")
    return path


@pytest.fixture(scope="session")
def demo_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book as a text file, as an HR adviser would have it."""
    path = tmp_path_factory.mktemp("demo") / "functieboek.md"
    assert run_command(["publiceer", str(DEMO), "--markdown", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def real_book() -> Path:
    """The folder with the real book, which may not be in the repository."""
    folder = ROOT.parent / "shared/functieboek"
    if not (folder / "bghu.txt").is_file():
        pytest.skip("the real book is not in ../shared/functieboek: it may not be in the repository")
    return folder


@pytest.fixture(scope="session")
def placer() -> Placer:
    """What places descriptions in the demo book; made once, for it takes some seconds and keeps nothing between descriptions."""
    return placer_for(demo_book())


@pytest.fixture(scope="session")
def describer() -> Describer:
    """What splits descriptions into statements."""
    return Describer(load_cues().sentence_rules)
