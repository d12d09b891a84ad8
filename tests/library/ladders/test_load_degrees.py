from __future__ import annotations

from pathlib import Path

import pytest

from functiehuis.library.ladders import load_degrees
from functiehuis.model.degrees import Degree, DegreeLadder
from functiehuis.model.errors import InvalidBookError


def degrees(text: str, ladder: str) -> list[tuple[str, list[str]]]:
    return [(match.degree.name, [text[slice(*span)] for span in match.spans]) for match in load_degrees().find(text) if match.ladder.name == ladder]


def test_there_are_ladders_enough_each_with_a_name_and_a_meaning() -> None:
    ladders = load_degrees().ladders
    assert len(ladders) >= 25
    assert len({ladder.name for ladder in ladders}) == len(ladders)
    assert all(ladder.meaning.endswith(".") and len(ladder.degrees) >= 2 for ladder in ladders)


def test_no_term_stands_on_two_treads_of_one_ladder() -> None:
    for ladder in load_degrees().ladders:
        terms = [term for degree in ladder.degrees for term in degree.terms]
        assert len(set(terms)) == len(terms), ladder.name


def test_every_term_is_found_as_its_own_degree() -> None:
    for ladder in load_degrees().ladders:
        for degree in ladder.degrees:
            for term in degree.terms:
                text = f"{term.split('/')[0].replace('(', '').replace(')', '')} {' '.join(ladder.subjects[:1])}"
                if "…" not in term and "/" not in term:
                    assert degree.name in [name for name, _ in degrees(text, ladder.name)], (ladder.name, term)


@pytest.mark.parametrize(
    ("text", "ladder", "expected"),
    [
        ("heeft een zeer beperkte beslisruimte", "Ruimte om zelf te kiezen", [("zeer beperkte", ["zeer beperkte"])]),
        ("heeft Beperkte speelruimte", "Ruimte om zelf te kiezen", [("beperkte", ["Beperkte"])]),
        ("heeft een beperkte kennis", "Ruimte om zelf te kiezen", []),
        ("is medeverantwoordelijk voor het geheel", "Verantwoordelijkheid", [("medeverantwoordelijk", ["medeverantwoordelijk"])]),
        ("richt de servers in en ruimt op", "Rol in het werk", [("richt in en beheert", ["richt", "in"])]),
        (
            "schrijft strategische plannen",
            "Tijd en afstand van het denken",
            [("strategisch", ["strategische"])],
        ),
        ("werkt voor een organisatieonderdeel", "Reikwijdte in de organisatie", [("organisatieonderdeel", ["organisatieonderdeel"])]),
    ],
)
def test_degrees_in_a_text(text: str, ladder: str, expected: list[tuple[str, list[str]]]) -> None:
    assert degrees(text, ladder) == expected


def test_a_broken_file_is_refused_in_dutch(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    for content in ("ladders: [", "schema: iets\nversie: '1'\nladders: []", "- los", "schema: functiehuis/graden/1\nversie: '1'\nladders: [{naam: X}]"):
        path.write_text(content, "utf-8")
        with pytest.raises(InvalidBookError, match=r"De graadwoorden in eigen\.yaml kunnen niet worden gelezen"):
            load_degrees(path)
        load_degrees.cache_clear()


def test_a_ladder_needs_two_degrees() -> None:
    with pytest.raises(ValueError, match="fewer than two degrees"):
        DegreeLadder("Los", "Niets.", (Degree("een", ("een",)),))
