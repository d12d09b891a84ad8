"""Finding is measured on a handful of cases made here, in the demo book."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from made_measurement import measurement_of
from rich.console import Console

from functiehuis.cli.pages.finding_measures import print_finding
from functiehuis.library.books import demo_book
from functiehuis.measuring.finding import SetScore, case_sets, score_sets
from functiehuis.measuring.finding_wire import sets_to_wire
from functiehuis.measuring.truth import OPEN_SETS
from functiehuis.model.errors import UnknownItemError

BOOK = demo_book()
ROWS = [
    {
        "id": "t-1",
        "titel": "Medewerker basisregistratie",
        "tekst": "Ik voer adressen en personen in de basisregistratie in, controleer de gegevens op fouten en herstel ze. "
        "Klopt een bron niet, dan vraag ik het na bij de leverancier. Alles gaat volgens vaste instructies.",
        "code": "N05.03.08",
        "ook": [],
        "module": False,
        "register": "mail",
        "moeilijkheid": 1,
    },
    {
        "id": "t-2",
        "titel": "Medewerker groen",
        "tekst": "Je maait bermen, snoeit heesters en rijdt met de trekker door het dorp. Je houdt je machines schoon en legt buiten paden aan.",
        "code": "geen",
        "ook": [],
        "module": False,
        "register": "vacature",
        "moeilijkheid": 1,
    },
    {"id": "t-3", "titel": "Leeg", "tekst": "Hallo daar.", "code": "N03.03.08", "ook": [], "module": True, "register": "mail", "moeilijkheid": 3},
]


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> SetScore:
    folder = tmp_path_factory.mktemp("gevallen")
    for file in OPEN_SETS.values():
        (folder / file).write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    sets = case_sets(BOOK, (), folder)
    assert list(sets) == list(OPEN_SETS)
    told: list[tuple[int, int]] = []
    (found,) = score_sets(BOOK, {"open_a": sets["open_a"]}, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    return found


def test_plain_cases_are_found_and_an_empty_one_is_a_miss(score: SetScore) -> None:
    total = score.total
    assert (total.cases, total.exact.of, total.exact.right) == (3, 2, 1)
    assert total.none_found.right == 1
    assert ("N03.03.08", "geen", 1) in total.mistaken
    assert total.module_found.of == 1
    assert score.seen


def test_parts_hold_their_own_cases(score: SetScore) -> None:
    assert {name: part.cases for name, part in score.registers.items()} == {"mail": 2, "vacature": 1}
    assert {name: part.cases for name, part in score.difficulties.items()} == {"1": 2, "3": 1}


def test_every_way_ranks_the_same_cases(score: SetScore) -> None:
    assert set(score.ways) == {"eigen", "eigen_zonder_voorbeelden", "bm25", "bm25_met_voorbeelden", "tfidf"}
    assert {way.exact.of for way in score.ways.values()} == {2}
    assert score.ways["eigen"].exact == score.total.exact
    assert all(way.exact.right <= way.three.right for way in score.ways.values())


def test_the_wire_form_has_figures_and_codes_and_no_word_of_a_case(score: SetScore) -> None:
    told = json.dumps(sets_to_wire([score]))
    assert "basisregistratie" not in told
    assert "Leeg" not in told
    wire = json.loads(told)["open_a"]
    assert wire["gezien"] is True
    assert wire["precies"] == {"aandeel": 0.5, "goed": 1, "van": 2, "marge": [0.0945, 0.9055]}
    assert wire["twijfel"]["zo_genoemd"] == {"aandeel": None, "goed": 0, "van": 0, "marge": None}
    assert {"juist": "N03.03.08", "gezegd": "geen", "aantal": 1} in wire["verwisseld"]


def test_the_page_marks_what_was_seen_and_shows_all_ways(score: SetScore) -> None:
    stream = io.StringIO()
    print_finding(Console(file=stream, width=80), measurement_of(score))
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert "Zoeken in het voorbeeldboek" in lines
    assert ["A*"] in [line.split() for line in lines]
    assert ["precies", "goed", "50,0%"] in [line.split() for line in lines]
    assert any(line.startswith("A*, binnen drie") for line in lines)
    assert any("N03.03.08 > geen" in line for line in lines)


def test_a_set_for_another_book_is_refused(tmp_path: Path) -> None:
    for file in OPEN_SETS.values():
        (tmp_path / file).write_text(json.dumps({**ROWS[0], "code": "N99.01.02"}), "utf-8")
    with pytest.raises(UnknownItemError, match=r"cases_a\.jsonl \(geval t-1\): het antwoord N99\.01\.02"):
        case_sets(BOOK, (), tmp_path)
