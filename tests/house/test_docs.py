"""The docs say what is there: commands can be given, links lead somewhere, generated pages are fresh."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import click
import pytest
from source_files import ROOT, repository_files, shown

from functiehuis.cli.commands import NAMES
from functiehuis.cli.main import functiehuis

PAGES = [path for path in repository_files() if path.suffix == ".md" and not shown(path).startswith(("src/", "tests/"))]
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def typed_commands(text: str) -> Iterator[str]:
    """The lines in code blocks that begin with the command, with or without a prompt."""
    for block in FENCE.findall(text):
        for line in re.sub(r" *\\\n\s*", " ", block).splitlines():
            typed = re.sub(r"^\s*\$?\s*(?:\.venv/bin/)?", "", line)
            if typed.startswith("functiehuis "):
                yield typed


def parse(line: str) -> None:
    """Refuses with click.ClickException a command, option or argument that does not exist."""
    words = shlex.split(re.sub(r"\s(?:>>?|\|)\s.*", "", line), comments=True)[1:]
    if not words or "OPDRACHT" in words or "--help" in words:
        return
    context = click.Context(functiehuis, info_name="functiehuis")
    command = functiehuis.get_command(context, words[0])
    if command is None:
        raise click.UsageError(f"no such command: {words[0]}", context)
    command.make_context(words[0], words[1:], parent=context)


COMMAND_LINES = sorted({(shown(path), line) for path in PAGES for line in typed_commands(path.read_text("utf-8"))})


@pytest.mark.parametrize(("page", "line"), COMMAND_LINES)
def test_a_command_in_the_docs_can_be_given(page: str, line: str) -> None:
    try:
        parse(line)
    except click.exceptions.Exit:
        pass
    except click.ClickException as error:
        pytest.fail(f"{page}: {line}: {error.format_message()}")


@pytest.mark.parametrize("line", ["functiehuis les boek/", "functiehuis lees boek/ --uitt x", "functiehuis vergelijk", "functiehuis lees a b"])
def test_a_command_that_cannot_be_given_is_found(line: str) -> None:
    with pytest.raises(click.ClickException):
        parse(line)


def test_the_docs_show_every_command() -> None:
    of_the_web = {entry.name for entry in entry_points(group="functiehuis.opdrachten")}
    assert set(NAMES) | of_the_web <= {line.split()[1] for _, line in COMMAND_LINES}


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(FENCE, "", page.read_text("utf-8"))
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        place = (page.parent / name).resolve() if name else page
        if not place.exists():
            broken.append(target)
        elif anchor and anchor not in anchors(place):
            broken.append(f"{target} (no such heading)")
    assert broken == []


def anchors(page: Path) -> set[str]:
    text = page.read_text("utf-8")
    headings = re.findall(r"^#+ +(.+?)\s*$", text, re.MULTILINE)
    return set(re.findall(r'<a id="([^"]+)">', text)) | {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_generated_pages_and_pictures_are_fresh() -> None:
    done = subprocess.run([sys.executable, ROOT / "script/maak-docs", "--controleer"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_pictures_fetch_nothing() -> None:
    for path in (ROOT / "docs/img").glob("*.svg"):
        assert not re.search(r"@font-face|@import|url\(\s*[\"']?https?:|<image|<script", path.read_text("utf-8")), path.name


def test_the_changelog_tells_about_this_version() -> None:
    from functiehuis import __version__

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = text.index("\n## ")
    assert text[first:].startswith(f"\n## {__version__}")
    for who in ("HR-adviseur", "beheerder", "ontwikkelaar"):
        assert f"### Voor de {who}" in text


def test_the_decisions_are_numbered_and_listed() -> None:
    names = sorted(path.name for path in (ROOT / "docs/adr").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    listed = (ROOT / "docs/architecture.md").read_text("utf-8")
    assert [name for name in names if f"(adr/{name})" not in listed] == []


def test_files_that_the_architecture_names_exist() -> None:
    text = re.sub(FENCE, "", (ROOT / "docs/architecture.md").read_text("utf-8"))
    names = [name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name and "my_rule" not in name]
    missing = [
        name for name in names if not any((base / name).exists() for base in (ROOT, ROOT / "src/functiehuis", ROOT / "docs", ROOT / "src/functiehuis/cli"))
    ]
    assert len(names) > 25
    assert missing == []
