"""The start page: what each role sees first, and how an empty house leads the first user through."""

from __future__ import annotations

from typing import Any

from django.test import Client

from functiehuis.model.house import Happening, Worksheet
from functiehuis.web.demo.furnish import furnish
from functiehuis.web.storage.house import DjangoHouse

HOME = "/h/merenland/"


def _said(client: Client, address: str = HOME) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_adviser_sees_how_far_the_book_is_and_what_waits(anna: Client, house: DjangoHouse) -> None:
    furnish(house)
    said = _said(anna)
    for text in (
        "Tot vaststellen: 3 van 4 klaar",
        "Stel Functieboek 2027 vast",
        "Maak het werkblad af: Behandelaar bezwaren",
        "nog geen beschrijving",
        "102 van 116",
    ):
        assert text in said


def test_every_figure_is_a_link(anna: Client, house: DjangoHouse) -> None:
    furnish(house)
    for address in (
        "organisatie/?code=met",
        "organisatie/?code=zonder",
        "organisatie/?beschrijving=zonder",
        "indelen/?staat=begonnen",
        "indelen/?staat=bewaard",
    ):
        assert f'href="{HOME}{address}"' in _said(anna)
        assert anna.get(f"{HOME}{address}").status_code == 200


def test_mine_and_everybodys_work_are_apart(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    house.put_worksheet(Worksheet(None, "Van Anna", "Tekst", 1), Happening("werkblad.begonnen"))
    assert "Van Anna" in _said(anna)
    assert "Maak het werkblad af: Van Anna" not in _said(gijs)
    assert "Maak het werkblad af: Van Anna" in _said(gijs, f"{HOME}?van=iedereen")


def test_a_manager_sees_the_organisation_and_no_worksheets(bas: Client, house: DjangoHouse) -> None:
    furnish(house)
    said = _said(bas)
    assert "102 van 116" in said
    assert "werkblad" not in said.casefold().split("<main")[1].split("</main>")[0]
    assert "Functie indelen" not in said


def test_an_employee_and_a_reader_see_the_adopted_book_and_nothing_more(emre: Client, fien: Client, house: DjangoHouse) -> None:
    furnish(house)
    for client in (emre, fien):
        main = _said(client).split("<main")[1]
        assert "Functieboek 2022" in main
        for text in ("Functieboek 2027", "Wat vraagt aandacht", "Laatste wijzigingen", "116", "Document inlezen"):
            assert text not in main


def test_an_empty_house_leads_the_first_user_through(daan: Client) -> None:
    said = _said(daan, "/h/heuvelrijk/")
    for text in ("Eerste stappen", "Lees het eerste functieboek in", "Voeg afdelingen toe", "Voeg lokale functies toe"):
        assert text in said


def test_a_furnished_house_has_no_first_steps(anna: Client, house: DjangoHouse) -> None:
    furnish(house)
    assert "Eerste stappen" not in _said(anna)


def test_an_import_is_told_once(anna: Client, house: DjangoHouse) -> None:
    furnish(house)
    assert _said(anna).count("las 116 lokale functies in") <= 1


def test_the_start_page_costs_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: Any) -> None:
    furnish(house)
    with django_assert_max_num_queries(12):
        _said(anna)


def test_somebody_of_another_employer_sees_no_start_page(daan: Client) -> None:
    assert daan.get(HOME).status_code == 404
