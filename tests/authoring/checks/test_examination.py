"""The checks together: order, one finding per cause, dismissals, and the books we know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from functiehuis.authoring.books import build_book
from functiehuis.authoring.checks import CheckContext, check_book, examine_book
from functiehuis.documents.formats.markdown import read
from functiehuis.language.spelling import Speller
from functiehuis.library.ladders import load_degrees
from functiehuis.library.systems.loader import bundled_systems
from functiehuis.library.words import field_words, neuter_nouns
from functiehuis.model.book import Dismissal, FunctionBook
from functiehuis.model.finding import Finding, Severity

REAL = Path(__file__).parents[4] / "shared/functieboek/bghu.txt"
SPELLER = Speller(field_words())

BOOK = """
Naam functie : Adviseur I
Code : N03.01.02
Overwegende functiekenmerken:
- adviseert over de begrotting van het bestuur
- kent de de wet
Resultaatgebied 1: Advies
- leest de begrotting na

Naam functie : Adviseur III
Code : N03.01.06
Overwegende functiekenmerken:
- adviseert een team over inspanning en werkomstandigheden
Resultaatgebied 1: Advies
- schrijft adviezen
"""


def load(data: bytes, name: str) -> tuple[FunctionBook, CheckContext]:
    reading = build_book(read(data, name), bundled_systems())
    return reading.book, CheckContext(reading.system, SPELLER, load_degrees(), neuter_nouns())


def test_findings_are_sorted_by_severity_and_the_same_every_time() -> None:
    book, context = load(BOOK.encode(), "boek.md")
    found = check_book(book, context)
    assert [(finding.code, finding.severity) for finding in found] == [("FB020", Severity.ERROR), ("FB021", Severity.ERROR), ("FB010", Severity.INFO)]
    assert found == check_book(book, context)


def test_a_place_points_at_the_word() -> None:
    book, context = load(BOOK.encode(), "boek.md")
    spelling = check_book(book, context)[0]
    assert [(place.function, place.part) for place in spelling.places] == [("N03.01.02", "kenmerk 1"), ("N03.01.02", "resultaatgebied 1, taak 1")]
    assert [place.quote[slice(*place.span)] for place in spelling.places if place.quote and place.span] == ["begrotting", "begrotting"]
    assert [place.provenance.line for place in spelling.places if place.provenance] == [5, 8]


def test_a_dismissed_finding_is_kept_apart() -> None:
    book, context = load(BOOK.encode(), "boek.md")
    first = check_book(book, context)[0]
    dismissed = replace(book, dismissals=(Dismissal(first.fingerprint, first.code, "zo heet het bij ons"),))
    result = examine_book(dismissed, context)
    assert result.dismissed == (first,)
    assert first not in result.findings


def test_a_dismissal_outlives_lines_that_move() -> None:
    book, context = load(BOOK.encode(), "boek.md")
    moved, _ = load(("\n\n\n" + BOOK).encode(), "boek.md")
    assert [finding.fingerprint for finding in check_book(book, context)] == [finding.fingerprint for finding in check_book(moved, context)]


@pytest.mark.parametrize("book", [FunctionBook(), FunctionBook(title="Functieboek", system="HR21")])
def test_an_empty_book_has_no_findings(book: FunctionBook) -> None:
    assert check_book(book, load(BOOK.encode(), "boek.md")[1]) == ()


# What a careful editor finds in the real book: code, function (None: the book as a whole), a word that must be in the finding or its proposal.
DEFECTS = [
    ("FB001", None, "Coördinatie"),
    ("FB003", None, "gemeente"),
    ("FB003", None, "Strategisch Manager"),
    ("FB003", None, "secretarieel"),
    ("FB005", None, "Ondersteuning"),
    ("FB010", None, "II"),
    ("FB010", None, "III"),
    ("FB011", None, "Coördinatie"),
    ("FB018", "N02.01.02", "ontwikkelingen"),
    ("FB019", "N05.04.06", "knelpunten"),
    ("FB019", "N03.03.06", "wetten"),
    ("FB019", "N03.03.08", "wetten"),
    ("FB020", None, "verveelvoudigd"),
    ("FB020", "N02.01.02", "Functiereeks"),
    ("FB020", None, "functiegroep"),
    ("FB020", None, "beleidsvelden"),
    ("FB020", "N03.03.02", "Beleidsadvisering"),
    ("FB020", "N03.03.02", "deelterrein"),
    ("FB020", "N07.01.04", "werkteerrein"),
    ("FB020", "N07.01.04", "werkkterrein"),
    ("FB021", None, "inrichten"),
    ("FB022", "N03.03.06", "intake"),
    ("FB022", "N03.03.08", "heeft"),
    ("FB023", "N02.03.04", "uitvoering"),
    ("FB023", "N03.03.06", "procedures"),
    ("FB023", "N05.02.02", "netwerk-"),
    ("FB023", "N05.02.08", "ICT-systemen"),
    ("FB023", "N03.01.02", "bestuurlijk"),
    ("FB023", None, "termijn en"),
    ("FB023", None, "langetermijnvisieontwikkeling"),
    ("FB023", "N02.02.04", "managementadviezen"),
    ("FB023", "N02.02.04", "managementbesluiten"),
    ("FB023", "N02.03.04", "Concernadvisering"),
    ("FB023", "N05.02.08", "standaardproblemen"),
    ("FB024", "N02.03.04", "Management"),
    ("FB024", "N05.04.06", "en"),
    ("FB025", "N02.06.02", "contracten"),
    ("FB025", "N03.03.04", "beleidsproces"),
    ("FB026", "N03.01.02", "beheersinstrumenten"),
    ("FB027", "N02.01.02", "strategisch kader"),
    ("FB030", "N02.01.02", "eindverantwoordelijk"),
    ("FB032", "N05.04.06", "kenmerk 3"),
    ("FB032", "N02.01.02", "kenmerk 1"),
    ("FB034", None, "cursief"),
    ("FB050", None, "inspanning"),
    ("FB050", None, "werkomstandigheden"),
]


@pytest.fixture(scope="module")
def real() -> tuple[Finding, ...]:
    if not REAL.exists():
        pytest.skip("the real book is licensed and is not in the repository")
    return check_book(*load(REAL.read_bytes(), REAL.name))


@pytest.mark.parametrize(("code", "function", "word"), DEFECTS)
def test_every_known_defect_of_the_real_book_is_told(real: tuple[Finding, ...], code: str, function: str | None, word: str) -> None:
    assert any(item.code == code and item.places[0].function == function and word in f"{item.text} {item.proposal}" for item in real)


def test_little_else_is_told_about_the_real_book(real: tuple[Finding, ...]) -> None:
    known = [
        item
        for item in real
        if any(item.code == code and item.places[0].function == place and word in f"{item.text} {item.proposal}" for code, place, word in DEFECTS)
    ]
    assert [item.text for item in real if item not in known] == []


def test_one_finding_for_nine_headings(real: tuple[Finding, ...]) -> None:
    headings = [item for item in real if item.code == "FB020" and item.proposal == "Functiereeks"]
    assert [len(item.places) for item in headings] == [9]
