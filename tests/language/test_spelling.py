"""Spelling, words and what is alike."""

from __future__ import annotations

import pytest

from functiehuis.language.normalise import normalised, without_slips
from functiehuis.language.similarity import close_pairs
from functiehuis.language.spelling import Speller
from functiehuis.language.tokens import spelled_words

SPELLER = Speller({"taxatiebaas", "Midoffice"})


@pytest.mark.parametrize(
    "word",
    [
        *("begroting", "Begroting", "BEGROTING", "WOR", "BghX", "midoffice", "taxatiebaas", "vakvragen", "secretariaatswerk", "heffingstaken"),
        *("ICT-systemen", "-medewerkers", "beleids-", "wet-", "projectleider", "programma's", "creëert", "invorderingsspecialist", "belastingsamenwerking"),
    ],
)
def test_right_words(word: str) -> None:
    assert SPELLER.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("begrotting", "begroting"),
        ("Begrotting", "Begroting"),
        ("beleidvelden", "beleidsvelden"),
        ("kwaliteitbewaking", "kwaliteitsbewaking"),
        ("werkteerrein", "werkterrein"),
        ("contakt", "contact"),
        ("begrotingvan", "begroting van"),
    ],
)
def test_wrong_words_and_the_first_suggestion(word: str, meant: str) -> None:
    assert not SPELLER.knows(word)
    assert SPELLER.suggestions(word)[0] == meant


def test_words_of_the_same_document_are_suggested_first() -> None:
    assert SPELLER.suggestions("heffingskartt", ["heffingskaart", "kaart"]) == ("heffingskaart",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(eind)verantwoordelijk, snel.", [("verantwoordelijk", "eindverantwoordelijk"), ("snel",)]),
        ("administratie(s)", [("administratie", "administraties")]),
        ("(advies-)rapportages", [("rapportages", "advies-rapportages")]),
        ("partijen/partners of 10 c.q. N03.01", [("partijen",), ("partners",), ("of",)]),
        ("de 'koers' (kort)", [("de",), ("koers",), ("kort",)]),
    ],
)
def test_words_to_look_up(text: str, words: list[tuple[str, ...]]) -> None:
    found = list(spelled_words(text))
    assert [word.readings for word in found] == words
    assert [text[slice(*word.span)] for word in found] == [word.text for word in found]


def test_what_says_the_same() -> None:
    assert normalised("  De  “Koers” – nu ") == 'de "koers" - nu'
    assert without_slips("ICT- systeem , klaar.") == without_slips("ict-systeem, klaar")
    assert without_slips("beleids- en beheersplan") == "beleids- en beheersplan"


def test_close_pairs_finds_slips_and_leaves_the_rest() -> None:
    texts = [
        "sluit contracten met alle partners",
        "beheert de gegevens van het waterschap",
        "sluit contacten met alle partners",
        "beantwoordt vragen van inwoners",
    ]
    assert [(first, second) for first, second, _ in close_pairs(texts)] == [(0, 2)]
