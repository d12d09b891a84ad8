"""Searching in everything that somebody may read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from functiehuis.language.searching import Question
from functiehuis.model.house import Findable, Happening, LocalFunction, Unit
from functiehuis.web.storage.house import DjangoHouse, house_of
from functiehuis.web.storage.models import User
from reading import change, page, place, said

SEARCH = "/h/merenland/zoeken/"


def hits(house: DjangoHouse, text: str, kind: Findable = Findable.TASK) -> list[str]:
    return [hit.text or hit.title for hit, _ in house.find(Question.of(text), [kind], 2, 100)]


def test_a_word_finds_functions_kenmerken_and_tasks_and_is_marked(anna: Client) -> None:
    source = page(anna, f"{SEARCH}?q=gesprekken")
    assert "Kenmerken 4" in said(source)
    assert '<mark class="fh-found">gesprekken</mark>' in source
    assert "/h/merenland/boeken/2/functies/N03.03.02/" in source


def test_other_forms_of_a_word_count_after_the_word_itself(house: DjangoHouse) -> None:
    found = hits(house, "adviseren")
    assert found
    assert all("advise" in text for text in found)
    mixed = hits(house, "gesprek")
    assert "gesprek" in mixed[0].split()
    assert any("gesprekken" in text for text in mixed)


def test_all_words_must_be_there_and_a_beginning_is_enough(house: DjangoHouse) -> None:
    assert hits(house, "gesprekken") != hits(house, "gesprekken teamleiders")
    assert hits(house, "beleidsuitv", Findable.FUNCTION) == [f"Medewerker beleidsuitvoering {level}" for level in ("I", "II", "III", "IV")]


def test_a_code_finds_its_function_and_the_start_of_a_code_its_group(house: DjangoHouse) -> None:
    assert hits(house, "N03.03.04", Findable.FUNCTION) == ["Medewerker beleidsuitvoering II"]
    assert len(hits(house, "n03.03", Findable.FUNCTION)) == 4


def test_accents_and_capitals_make_no_difference(house: DjangoHouse) -> None:
    assert hits(house, "COORDINATIE", Findable.MODULE) == hits(house, "coördinatie", Findable.MODULE) != []


def test_what_changes_is_found_as_it_is_now(house: DjangoHouse) -> None:
    change(house, "N03.01.02", lambda function: replace(function, name="Raadgever I"))
    assert hits(house, "raadgever", Findable.FUNCTION) == ["Raadgever I"]
    assert "Adviseur I" not in hits(house, "adviseur", Findable.FUNCTION)
    draft = house.draft(2, "N03.01.02")
    house.put_draft(2, replace(draft, retired=True), Happening("functie.vervallen"))
    assert hits(house, "raadgever", Findable.FUNCTION) == []


def test_a_change_that_is_taken_back_is_not_found(house: DjangoHouse) -> None:
    def taken_back() -> None:
        with house.transaction():
            place(house, "1", "Archivaris", "")
            raise ValueError

    with pytest.raises(ValueError):
        taken_back()
    assert hits(house, "archivaris", Findable.LOCAL_FUNCTION) == []


def test_local_functions_and_units_are_found_until_they_are_retired(house: DjangoHouse) -> None:
    unit = house.put_unit(Unit(None, "Archief en registratie"), Happening("afdeling.gemaakt"))
    house.put_local_functions([LocalFunction(None, "12", "Archivaris", "ordent het archief", fte=Decimal(1))], Happening("ingelezen"))
    assert hits(house, "archief", Findable.UNIT) == ["Archief en registratie"]
    assert hits(house, "archief", Findable.LOCAL_FUNCTION) == ["ordent het archief"]
    house.put_unit(replace(unit, retired=True), Happening("afdeling.vervallen"))
    local = house.local_functions()[0]
    house.put_local_function(replace(local, retired=True), Happening("lokale functie.vervallen"))
    assert hits(house, "archief", Findable.UNIT) == hits(house, "archief", Findable.LOCAL_FUNCTION) == []


def test_another_version_has_its_own_texts(anna: Client, house: DjangoHouse) -> None:
    change(house, "N03.01.02", lambda function: replace(function, name="Raadgever I"))
    assert "Raadgever I" in said(page(anna, f"{SEARCH}?q=raadgever"))
    assert "Niets gevonden" in said(page(anna, f"{SEARCH}?q=raadgever&versie=1"))


def test_who_only_reads_the_book_finds_no_concept_no_unit_and_no_local_function(emre: Client, house: DjangoHouse) -> None:
    change(house, "N03.01.02", lambda function: replace(function, name="Raadgever I"))
    place(house, "1", "Raadgever archief", "")
    for query in ("?q=raadgever", "?q=raadgever&versie=2", "?q=raadgever&soort=lokale+functie"):
        assert "Niets gevonden" in said(page(emre, SEARCH + query))


def test_organisations_are_strictly_apart(cast: dict[str, User], daan: Client, house: DjangoHouse) -> None:
    place(house, "1", "Archivaris", "")
    other = house_of(cast["daan"], "heuvelrijk")
    assert other.find(Question.of("archivaris"), list(Findable), 2, 100) == []
    assert "Niets gevonden" in said(page(daan, "/h/heuvelrijk/zoeken/?q=gesprekken"))
    assert daan.get(f"{SEARCH}?q=gesprekken").status_code == 404


def test_one_kind_can_be_asked_in_full(anna: Client) -> None:
    source = page(anna, f"{SEARCH}?q=de")
    assert "Toon alle" in said(source)
    text = said(page(anna, f"{SEARCH}?q=de&soort=taak"))
    assert "bij taak" in text
    assert "Kenmerken" not in text


@pytest.mark.parametrize("words", ["", "   ", "---", '"', "' OR 1=1", "AND", "NEAR(", "*", "a:*", "x) | (v1", "%00", "\u2603", "te " * 200, "één", "ß", "<b>"])
def test_anything_may_be_asked(anna: Client, words: str) -> None:
    answer = anna.get(SEARCH, {"q": words})
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode().partition("<main")[2]


def test_html_in_what_is_found_stays_text(anna: Client, house: DjangoHouse) -> None:
    place(house, "1", "<script>archivaris</script>", "", description="<img src=x> archivaris " + "woord " * 100)
    source = page(anna, f"{SEARCH}?q=archivaris")
    assert "<script>" not in source
    assert "<img" not in source
    assert source.count('<mark class="fh-found">archivaris</mark>') == 2


def test_live_search_gets_the_results_alone(anna: Client) -> None:
    source = anna.get(f"{SEARCH}?q=gesprekken", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in source
    assert 'role="status"' in source


def test_it_costs_few_queries(anna: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(12):
        page(anna, f"{SEARCH}?q=gesprekken")
