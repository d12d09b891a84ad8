"""The list of versions, and what changed between two of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.test import Client

from functiehuis.model.text import RichText
from functiehuis.web.storage.house import DjangoHouse
from reading import change, page, said

CHANGES = "/h/merenland/boeken/2/wijzigingen/"


def test_every_version_stands_in_the_list_with_its_state_and_dates(anna: Client) -> None:
    text = said(page(anna, "/h/merenland/boeken/"))
    assert "Functieboek 2027 versie 2 Concept 2 1 januari 2027" in text
    assert "Functieboek 2022 versie 1 Vastgesteld geldt nu 1 januari 2022 14 december 2021" in text
    assert "Besluit dagelijks bestuur 14 december 2021" in text


def test_a_reader_sees_no_concept_in_the_list(fien: Client) -> None:
    assert "2027" not in said(page(fien, "/h/merenland/boeken/"))


def test_a_house_without_a_book_says_so(daan: Client) -> None:
    assert "Er is nog geen functieboek" in said(page(daan, "/h/heuvelrijk/boeken/"))


def test_nothing_changed_says_so(anna: Client) -> None:
    assert "Er is niets veranderd" in said(page(anna, CHANGES))


def test_words_that_went_are_struck_and_words_that_came_are_underlined_with_the_reason(anna: Client, house: DjangoHouse) -> None:
    text = RichText("heeft bij het toepassen van regels een beetje ruimte voor een eigen afweging")
    change(house, "N03.03.06", lambda function: replace(function, characteristics=(text, *function.characteristics[1:])), "Gelijk aan de landelijke versie.")
    source = page(anna, CHANGES)
    assert "<del>weinig</del> <ins>een beetje</ins>" in source
    assert "Reden: Gelijk aan de landelijke versie." in said(source)


def test_a_function_that_went_has_no_link(anna: Client, house: DjangoHouse) -> None:
    draft = house.draft(2, "N05.03.08")
    from functiehuis.model.house import Happening

    house.put_draft(2, replace(draft, retired=True), Happening("functie.vervallen", "Wordt niet gebruikt."))
    source = page(anna, CHANGES)
    assert "Normfunctie weg" in said(source)
    assert "/functies/N05.03.08/" not in source


def test_the_other_way_round_works_too(anna: Client, house: DjangoHouse) -> None:
    change(house, "N03.03.04", lambda function: replace(function, scale="9a"))
    assert "<del>9a</del> <ins>9</ins>" in page(anna, "/h/merenland/boeken/1/wijzigingen/?sinds=2")


def test_the_first_version_has_nothing_to_compare_with(anna: Client) -> None:
    assert "Dit is de eerste versie" in said(page(anna, "/h/merenland/boeken/1/wijzigingen/"))


def test_a_version_that_is_not_there_or_not_a_number(anna: Client, emre: Client) -> None:
    assert anna.get(f"{CHANGES}?sinds=99").status_code == 404
    assert anna.get(f"{CHANGES}?sinds=x").status_code == 200
    assert emre.get(CHANGES).status_code == 403
    assert emre.get("/h/merenland/boeken/1/wijzigingen/?sinds=2").status_code == 403


def test_they_cost_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: Any) -> None:
    change(house, "N03.03.04", lambda function: replace(function, scale="9a"), "Reden.")
    for address in (CHANGES, "/h/merenland/boeken/"):
        with django_assert_max_num_queries(12):
            page(anna, address)
