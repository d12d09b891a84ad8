"""The unseen descriptions have the form that measuring will ask. What they say is not looked at here, nor by who tunes."""

from __future__ import annotations

import json
from pathlib import Path

from functiehuis.library.books import demo_book
from functiehuis.measuring import truth

ROWS = [json.loads(line) for line in (Path(truth.__path__[0]) / "zoeken-ongezien.jsonl").read_text("utf-8").splitlines()]


def test_every_case_has_a_text_and_an_answer_of_the_book() -> None:
    codes = {function.code for function in demo_book().functions} | {"geen"}
    assert all(row["code"] in codes and set(row["ook"]) <= codes and row["tekst"].strip() for row in ROWS)


def test_cases_are_told_apart() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) >= 50
