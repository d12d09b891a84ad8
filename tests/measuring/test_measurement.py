import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from functiehuis.actions.measure import measure_product
from functiehuis.authoring.checks import all_checks
from functiehuis.cli.pages.measures import fall_sentence, print_measures
from functiehuis.measuring import Beside, Measurement, find_beside, find_real_book, measure, measurement_to_wire, watch
from functiehuis.measuring.esco import ESCO_FILES
from functiehuis.model.errors import UnreadableError


@pytest.fixture(scope="module")
def told() -> list[tuple[int, int]]:
    """What the progress of the measurement told."""
    return []


@pytest.fixture(scope="module")
def measurement(told: list[tuple[int, int]]) -> Measurement:
    return measure(Beside(), lambda done, total: told.append((done, total)), case_names=("ontwikkeling",))


def test_nothing_got_worse_on_the_demo_sets(measurement: Measurement) -> None:
    outcome = watch(measurement_to_wire(measurement))
    assert [fall_sentence(fall) for fall in outcome.fallen] == []
    assert outcome.checked > 10


def test_the_wire_form_is_plain_and_says_what_was_skipped(measurement: Measurement) -> None:
    wire = json.loads(json.dumps(measurement_to_wire(measurement)))
    assert wire["schema"] == "functiehuis/meting/1"
    assert wire["lezen"]["echt"] is None
    assert wire["controleren"]["echt"] is None
    assert wire["overgeslagen"] == ["echt", "open", "esco"]
    assert (wire["zoeken"]["echt"], wire["zoeken"]["esco"], wire["zoeken"]["demo"]["open_a"]) == (None, None, None)
    assert wire["zoeken"]["demo"]["ontwikkeling"]["gevallen"] == 202
    assert set(wire["controleren"]["schade"]) == {"ontwikkel", "ongezien"}
    assert wire["lezen"]["demo"]["gewoon-txt"]["delen"]["vet"]["verwacht"] == 71


def test_the_tables_fit_a_terminal_and_name_the_missing_book(measurement: Measurement) -> None:
    stream = io.StringIO()
    print_measures(Console(file=stream, width=80), measurement, {check.code: check.texts.title for check in all_checks()})
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert "Het echte functieboek is er niet" in stream.getvalue()
    assert "De open gevallen A en B (../shared/matching) zijn er niet" in stream.getvalue()
    assert "De ESCO-bestanden (../shared/data/esco) zijn er niet" in stream.getvalue()
    assert any(line.startswith("gewoon.txt") for line in lines)
    assert "ontwikkeling*" in stream.getvalue()


def test_the_progress_never_goes_back_and_ends_at_its_total(told: list[tuple[int, int]], measurement: Measurement) -> None:
    assert measurement.finding
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert told[-1] == (len(told), len(told))


def test_a_chosen_folder_without_the_real_book_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"bghu\.txt"):
        measure_product(tmp_path)


def test_the_real_book_is_looked_for_beside_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "shared/functieboek"
    folder.mkdir(parents=True)
    for name in ("bghu.txt", "bghu.docx", "bghu.pdf"):
        (folder / name).touch()
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    assert find_real_book(None) == folder


def test_open_cases_and_esco_are_looked_for_beside_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("matching/cases_a.jsonl", "matching/cases_b.jsonl", *(f"data/esco/{file}" for file in ESCO_FILES)):
        path = tmp_path / "shared" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    beside = find_beside(None)
    assert (beside.open_cases, beside.esco) == (tmp_path / "shared/matching", tmp_path / "shared/data/esco")
