"""Writing: never over something without being told, and complete or not at all."""

from __future__ import annotations

import json
import resource
import subprocess
from pathlib import Path

import pytest

from command_line import DEMO, Outcome, Run
from work_texts import INVORDERAAR

WRITERS = {
    "lees to a folder": (["lees", DEMO, "--uit"], "boek"),
    "lees to JSON": (["lees", DEMO, "--uit"], "boek.json"),
    "publiceer as text": (["publiceer", DEMO, "--markdown"], "boek.md"),
    "publiceer as JSON": (["publiceer", DEMO, "--json-uit"], "boek.json"),
    "publiceer as PDF": (["publiceer", DEMO, "--pdf"], "boek.pdf"),
    "zoek in a workbook": (["zoek", DEMO, INVORDERAAR, "--xlsx"], "plaatsing.xlsx"),
}
EACH = pytest.mark.parametrize(("words", "name"), WRITERS.values(), ids=WRITERS)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too, with what is in it; folders count as files without content."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"" for path in sorted(folder.rglob("*"))}


@EACH
def test_it_writes_and_says_where(run: Run, tmp_path: Path, words: list[object], name: str) -> None:
    said = run(*words, tmp_path / name)
    assert said.code == 0
    assert str(tmp_path / name) in said.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


@EACH
def test_it_does_not_overwrite(run: Run, tmp_path: Path, words: list[object], name: str) -> None:
    assert run(*words, tmp_path / name).code == 0
    before = snapshot(tmp_path)
    said = run(*words, tmp_path / name)
    assert said.code == 1
    assert "bestaat al" in said.err
    assert "--overschrijf" in said.err
    assert snapshot(tmp_path) == before


@EACH
def test_it_overwrites_when_told(run: Run, tmp_path: Path, words: list[object], name: str) -> None:
    target = tmp_path / name
    run(*words, target)
    first = snapshot(tmp_path)
    changed = target / "boek.yaml" if target.is_dir() else target
    changed.write_text("schema: oud\n", "utf-8")
    assert run(*words, target, "--overschrijf").code == 0
    assert snapshot(tmp_path) == first


@EACH
def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path, words: list[object], name: str) -> None:
    said = run(*words, tmp_path / "weg" / name)
    assert (said.code, said.out) == (1, "")
    assert f"De map {tmp_path / 'weg'} bestaat niet." in said.err
    assert snapshot(tmp_path) == {}


@EACH
def test_what_is_no_book_or_file_is_never_replaced(run: Run, tmp_path: Path, words: list[object], name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "foto.jpg").write_bytes(b"x")
    before = snapshot(tmp_path)
    for option in ([], ["--overschrijf"]):
        assert run(*words, tmp_path / name, *option).code == 1
        assert snapshot(tmp_path) == before


def test_a_file_is_not_replaced_by_a_folder(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "boek"
    target.write_text("aantekeningen", "utf-8")
    assert run("lees", DEMO, "--uit", target, "--overschrijf").code == 1
    assert target.read_text("utf-8") == "aantekeningen"


def test_nothing_is_written_when_one_of_two_files_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "boek.json").write_text("{}", "utf-8")
    assert run("publiceer", DEMO, "--markdown", tmp_path / "boek.md", "--json-uit", tmp_path / "boek.json").code == 1
    assert snapshot(tmp_path) == {"boek.json": b"{}"}


def limited(program: Path, *words: object) -> Outcome:
    """Run with a file system on which no file can grow above two kilobytes."""
    done = subprocess.run(
        [program, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048)),
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@EACH
def test_a_full_disk_leaves_nothing_half_written(program: Path, tmp_path: Path, words: list[object], name: str) -> None:
    said = limited(program, *words, tmp_path / name)
    assert said.code == 1
    assert "is niet te schrijven" in said.err
    assert said.err.count("\n") == 1
    assert snapshot(tmp_path) == {}


@EACH
def test_a_full_disk_keeps_what_was_there(run: Run, program: Path, tmp_path: Path, words: list[object], name: str) -> None:
    run(*words, tmp_path / name)
    before = snapshot(tmp_path)
    assert limited(program, *words, tmp_path / name, "--overschrijf").code == 1
    assert snapshot(tmp_path) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc on this system, a folder in which nobody can write")
@EACH
def test_a_folder_in_which_nobody_can_write_is_told(run: Run, words: list[object], name: str) -> None:
    said = run(*words, f"/proc/{name}")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"/proc/{name} is niet te schrijven")
    assert said.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize(
    "words",
    [
        ["lees", DEMO],
        ["lees", DEMO, "--json"],
        ["controleer", DEMO],
        ["vergelijk", DEMO, "--groep", "N03.03"],
        ["zoek", DEMO, INVORDERAAR],
        ["zoek", DEMO, INVORDERAAR, "--json"],
    ],
)
def test_output_to_a_full_disk_is_told_in_one_line(program: Path, words: list[object]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([program, *map(str, words)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("De uitvoer is niet volledig te schrijven: de schijf is vol.")
    assert done.stderr.count("\n") == 1


def test_a_reason_to_set_a_finding_aside_is_kept_with_the_book(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "boek"
    run("lees", DEMO, "--uit", book)
    (finding,) = (item for item in run("controleer", book, "--json").json["meldingen"] if item["code"] == "FB001")
    before = snapshot(book)
    assert run("negeer", book, finding["kenmerk"], "--reden", "De code komt in maart.").code == 0
    assert {name for name, data in snapshot(book).items() if before.get(name) != data} == {"genegeerd.yaml"}
    assert "De code komt in maart." in (book / "genegeerd.yaml").read_text("utf-8")
    assert finding["kenmerk"] not in run("controleer", book, "--json").out
    assert run("negeer", book, finding["kenmerk"], "--heropen").code == 0
    assert snapshot(book) == before


def test_a_reason_cannot_be_kept_with_a_document(run: Run, demo_text: Path) -> None:
    before = demo_text.read_bytes()
    said = run("negeer", demo_text, "0000000000", "--reden", "Geldt niet.")
    assert said.code == 1
    assert "is geen bewaard boek" in said.err
    assert demo_text.read_bytes() == before


@pytest.mark.parametrize("name", ["boek", "boek.json"])
def test_what_was_kept_reads_as_the_same_book(run: Run, demo_text: Path, tmp_path: Path, name: str) -> None:
    said = run("lees", demo_text, "--json", "--uit", tmp_path / name)
    first = said.json["boek"]
    assert run("lees", tmp_path / name, "--json").json == {"boek": first, "meldingen": []}
    if name.endswith(".json"):
        assert json.loads((tmp_path / name).read_text("utf-8")) == first


def test_the_markdown_that_is_written_reads_as_the_same_book(run: Run, tmp_path: Path, demo_text: Path) -> None:
    first = run("lees", demo_text, "--json").json["boek"]
    again = tmp_path / demo_text.name
    run("publiceer", demo_text, "--markdown", again)
    assert again.read_text("utf-8") == demo_text.read_text("utf-8")
    assert run("lees", again, "--json").json["boek"] == first
