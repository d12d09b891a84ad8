"""The pages with figures show what ``functiehuis meet`` prints, and one command puts new figures in their place."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from source_files import ROOT

FENCE = re.compile(r"^## Cijfers\n\nGemeten op \d+ [a-z]+ \d{4} [^\n]*\n\n```\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
PAGES = ("metingen", "nauwkeurigheid")


def shown_figures(page: str) -> str:
    found = FENCE.search((ROOT / f"docs/{page}.md").read_text("utf-8"))
    assert found is not None, page
    return found[1]


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    """What was measured according to the two pages, as one measurement."""
    title, _, finding = shown_figures("nauwkeurigheid").partition("\n\n")
    reading = shown_figures("metingen")
    assert reading.startswith(f"{title}\n\n")
    path = tmp_path / "meting.txt"
    path.write_text(f"{reading}\n\n{finding}\n", "utf-8")
    return path


def compare(path: Path) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [sys.executable, ROOT / "script/maak-docs", "--cijfers", path, "--controleer"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_figures_on_both_pages_are_those_of_one_measurement(measured: Path) -> None:
    done = compare(measured)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_figure_that_changed_is_noticed_on_its_own_page(measured: Path) -> None:
    text = measured.read_text("utf-8")
    measured.write_text(re.sub(r"(?m)^(binnen drie +)\S+", r"\g<1>12,3%", text), "utf-8")
    done = compare(measured)
    assert done.returncode == 1
    assert "docs/nauwkeurigheid.md" in done.stderr
    assert "docs/metingen.md" not in done.stderr


def test_a_measurement_that_is_not_whole_is_refused(measured: Path) -> None:
    text = measured.read_text("utf-8")
    for lacking in (text[: text.index("\nZoeken in ")], text.replace("\nLezen", "\nHet echte boek is er niet: overgeslagen.\n\nLezen", 1)):
        measured.write_text(lacking, "utf-8")
        done = compare(measured)
        assert done.returncode == 1
        assert "niet compleet" in done.stderr


def test_the_page_explains_every_row_that_is_printed() -> None:
    from functiehuis.cli.pages.finding_measures import ROWS

    page, fence = (ROOT / "docs/nauwkeurigheid.md").read_text("utf-8"), shown_figures("nauwkeurigheid")
    explained = page.replace(fence, "")
    for name, _ in ROWS:
        assert f"\n{name} " in fence, f"{name}: run script/maak-docs --cijfers"
        topic = name.strip().partition(":")[0].partition(" (")[0]
        assert topic in explained or name.startswith(("  ", "gevallen", "alle", "gemiddelde")), name
