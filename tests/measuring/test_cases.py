"""Sets of cases have one form, and those of the product stand apart from what it was made with. No test shows what a case says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from functiehuis.library.books import demo_book
from functiehuis.library.examples import load_examples
from functiehuis.measuring.truth import CASE_SETS, Case, case_file, load_cases
from functiehuis.model.errors import FunctiehuisError, UnknownItemError, UnreadableError

CODES = ("N03.03.06", "N03.03.08", "N05.03.08")
SHARED_WORDS = 12
ROW: dict[str, object] = {
    "id": "x-1",
    "titel": "Medewerker loket",
    "tekst": "Een geheim verhaal over het loket.",
    "code": "N03.03.08",
    "ook": ["N03.03.06"],
    "module": False,
    "register": "e-mail",
    "moeilijkheid": 2,
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return path


def test_a_line_is_a_case_and_a_blank_line_is_none(tmp_path: Path) -> None:
    (case,) = load_cases(write(tmp_path / "gevallen.jsonl", ROW, ""), CODES)
    assert case == Case("x-1", "Medewerker loket", "Een geheim verhaal over het loket.", "N03.03.08", ("N03.03.06",), False, "mail", 2)


def test_the_names_of_the_open_sets_are_read_too(tmp_path: Path) -> None:
    row = {"id": "P01", "title": "Baas", "text": "Werk.", "gold_code": "N03.03.08", "gold_name": "x", "why": "y"}
    assert load_cases(write(tmp_path / "open.jsonl", row), CODES) == (Case("P01", "Baas", "Werk.", "N03.03.08"),)


@pytest.mark.parametrize("change", [{"code": "N09.01.02"}, {"ook": ["N03.03.06", "N09.01.02"]}], ids=["answer", "also"])
def test_an_answer_that_the_book_does_not_have_is_refused_with_its_place(tmp_path: Path, change: dict[str, object]) -> None:
    path = write(tmp_path / "gevallen.jsonl", ROW, {**ROW, "id": "x-2", **change})
    with pytest.raises(UnknownItemError, match=r"Regel 2 van gevallen\.jsonl \(geval x-2\): het antwoord N09\.01\.02 staat niet in het functieboek"):
        load_cases(path, CODES)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["{half"], "Regel 1 van g.jsonl is geen geldige JSON"),
        (["[" * 100_000], "Regel 1 van g.jsonl is geen geldige JSON"),
        (['["een", "lijst"]'], "geen JSON-object"),
        ([{**ROW, "tekst": "  "}], "'tekst' ontbreekt"),
        ([{**ROW, "id": 7}], "'id' ontbreekt of is geen tekst"),
        ([{key: value for key, value in ROW.items() if key != "code"}], "'code' ontbreekt"),
        ([{**ROW, "ook": "N03.03.06"}], "'ook' heeft niet de goede vorm"),
        ([{**ROW, "module": "nee"}], "'module' heeft niet de goede vorm"),
        ([{**ROW, "moeilijkheid": True}], "'moeilijkheid' heeft niet de goede vorm"),
        ([{**ROW, "moeilijkheid": 4}], "moeilijkheid is 4"),
        ([{**ROW, "code": "twijfel"}], "minstens twee codes"),
        ([ROW, {**ROW, "tekst": "Iets anders."}], "het id staat al eerder"),
        ([ROW, {**ROW, "id": "x-2"}], "de tekst staat al eerder"),
        ([], "geen enkel geval"),
    ],
)
def test_a_file_of_another_form_is_refused_without_its_text(tmp_path: Path, rows: list[object], words: str) -> None:
    with pytest.raises(UnreadableError, match=re.escape(words)) as refusal:
        load_cases(write(tmp_path / "g.jsonl", *rows), CODES)
    assert "geheim verhaal" not in str(refusal.value)


@pytest.mark.parametrize("data", [None, b"\xff\xfe{}"], ids=["absent", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "g.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(FunctiehuisError, match=r"g\.jsonl zijn niet te lezen"):
        load_cases(path, CODES)


def own_cases(name: str) -> tuple[Case, ...]:
    return load_cases(case_file(name), {function.label for function in demo_book().functions})


@pytest.mark.parametrize(("name", "least"), [("ongezien", 150), ("ontwikkeling", 200)])
def test_the_sets_of_the_product_are_large_and_cover_every_function(name: str, least: int) -> None:
    cases = own_cases(name)
    assert len(cases) >= least
    assert {case.code for case in cases} == {function.label for function in demo_book().functions} | {"geen", "twijfel"}
    assert {case.difficulty for case in cases} == {1, 2, 3}
    assert len({case.register for case in cases}) >= 7
    assert any(case.module for case in cases)


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + SHARED_WORDS]) for at in range(max(1, len(words) - SHARED_WORDS + 1))}


def test_no_case_is_copied_from_an_example_or_from_the_other_set() -> None:
    told: dict[tuple[str, ...], str] = {run: example.id for example in load_examples() for run in runs(example.text)}
    copied = []
    for name in CASE_SETS:
        mine = [(run, case.id) for case in own_cases(name) for run in runs(case.text)]
        copied += sorted({f"{own} = {told[run]}" for run, own in mine if run in told})
        told |= dict(mine)
    assert copied == []
