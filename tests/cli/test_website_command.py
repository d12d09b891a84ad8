"""``publiceer --html``: a folder that is there completely or not at all, and that replaces nothing of somebody else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from command_line import DEMO, Run

DAY = ("--datum", "2026-11-24")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_website_appears_with_the_other_forms_to_download(run: Run, tmp_path: Path) -> None:
    done = run("publiceer", DEMO, "--html", tmp_path / "site", "--markdown", tmp_path / "boek.md", *DAY)
    assert done.code == 0
    assert (tmp_path / "site/index.html").is_file()
    assert (tmp_path / "site/downloads/functieboek.md").read_bytes() == (tmp_path / "boek.md").read_bytes()


def test_the_same_command_gives_the_same_website(run: Run, tmp_path: Path) -> None:
    for name in ("een", "twee"):
        assert run("publiceer", DEMO, "--html", tmp_path / name, "--vorige", DEMO, *DAY).code == 0
    assert contents(tmp_path / "een") == contents(tmp_path / "twee")
    assert (tmp_path / "een/wijzigingen.html").is_file()


def test_a_website_of_ours_is_replaced_as_a_whole_and_only_when_asked(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("publiceer", DEMO, "--html", site, *DAY).code == 0
    (site / "oud.html").write_text("oud")
    refused = run("publiceer", DEMO, "--html", site, *DAY)
    assert refused.code == 1
    assert "--overschrijf" in refused.err
    assert run("publiceer", DEMO, "--html", site, "--overschrijf", *DAY).code == 0
    assert not (site / "oud.html").exists()


def test_a_folder_of_somebody_else_is_never_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    refused = run("publiceer", DEMO, "--html", tmp_path, "--overschrijf", *DAY)
    assert refused.code == 1
    assert "iets anders" in refused.err
    assert contents(tmp_path) == {"foto.jpg": b"foto"}


def test_a_file_in_the_place_of_the_folder_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("tekst")
    refused = run("publiceer", DEMO, "--html", tmp_path / "site", "--overschrijf", *DAY)
    assert refused.code == 1
    assert "is een bestand, en hier moet een map komen" in refused.err
    assert (tmp_path / "site").read_text() == "tekst"


@pytest.mark.skipif(not Path("/dev/full").exists() or os.geteuid() != 0, reason="a small disk of its own can only be made as root")
def test_a_full_disk_leaves_nothing_behind(program: Path, tmp_path: Path) -> None:
    disk = tmp_path / "klein"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "klein", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        done = subprocess.run([program, "publiceer", DEMO, "--html", disk / "site", *DAY], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "de schijf is vol" in done.stderr
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_previous_version_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    refused = run("publiceer", DEMO, "--html", tmp_path / "site", "--vorige", tmp_path / "weg.json", *DAY)
    assert refused.code == 1
    assert "weg.json" in refused.err
    assert list(tmp_path.iterdir()) == []
