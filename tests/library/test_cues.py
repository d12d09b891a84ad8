"""The cues are readable terms, each told once, and tied to the degree words of books."""

from __future__ import annotations

import re
from typing import Any

import pytest

from functiehuis.library.cues import NAMES, load_cue_data
from functiehuis.library.ladders import load_degrees
from functiehuis.model.degrees import Degree, DegreeLadder, Degrees
from functiehuis.model.errors import InvalidBookError


def axes() -> list[dict[str, Any]]:
    return list(load_cue_data("niveausignalen")["assen"])


@pytest.mark.parametrize("name", NAMES)
def test_every_file_says_its_form_and_version(name: str) -> None:
    data = load_cue_data(name)
    assert data["schema"].startswith("functiehuis/")
    assert data["versie"]


def test_another_name_is_refused() -> None:
    with pytest.raises(InvalidBookError, match="heet"):
        load_cue_data("onbekend")


def test_every_kind_of_work_has_decisive_and_typical_words_that_it_does_not_also_deny() -> None:
    for kind in load_cue_data("vakwoorden")["soorten"]:
        words = [word for weight in (3, 2, 1) for word in kind["woorden"][weight]]
        assert len(words) >= 60
        assert len(set(words)) == len(words)
        assert not set(words) & set(kind["niet"])


def test_every_axis_asks_a_question_and_has_signals_for_each_degree() -> None:
    for axis in axes():
        assert axis["vraag"].endswith("?")
        assert all(len(degree["signalen"]) >= 15 and degree["antwoord"] for degree in axis["graden"])


def test_axes_name_ladders_and_degrees_that_exist() -> None:
    known = {ladder.name: {degree.name for degree in ladder.degrees} for ladder in load_degrees().ladders}
    named = [pair for axis in axes() for degree in axis["graden"] for pair in degree["boek"]]
    assert [pair for pair in named if pair["graad"] not in known.get(pair["ladder"], set())] == []


def test_every_signal_is_found_in_a_sentence_that_says_it() -> None:
    signals = [signal for axis in axes() for degree in axis["graden"] for signal in degree["signalen"]]
    for signal in signals:
        said = re.sub(r"\((\w+)\)", r"\1", signal)
        said = " ".join(word.split("/")[0] for word in said.split())
        ladder = DegreeLadder("proef", "proef", (Degree("wel", (signal,)), Degree("niet", ("xyzzy",))))
        assert Degrees("0", (ladder,)).find(f"de functie {said.replace('…', 'een paar woorden')}"), signal


def test_every_pattern_matches_its_example() -> None:
    for pattern in load_cue_data("zinnen")["patronen"]:
        assert re.search(pattern["patroon"], pattern["voorbeeld"], re.IGNORECASE), pattern["naam"]
