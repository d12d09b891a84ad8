"""The page of a normfunctie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.test import Client

from functiehuis.model.house import Happening, LocalFunction, Unit
from functiehuis.model.text import RichText
from functiehuis.web.storage.house import DjangoHouse
from reading import MATRIX, change, page, place, said

SECOND = f"{MATRIX}functies/N03.03.04/"


def test_a_kenmerk_has_its_place_on_the_ladder(anna: Client) -> None:
    source = page(anna, SECOND)
    assert "Ruimte lichter dan veel (I) zwaarder dan weinig (III)" in said(source)
    assert "komt in III niet voor" in said(source)
    assert 'aria-label="trede 2 van 4"' in source


def test_a_task_tells_on_which_levels_it_stands(anna: Client) -> None:
    text = said(page(anna, SECOND))
    assert "verwijst mensen met schulden door naar passende hulp II, III" in text
    assert "hoort mensen die bezwaar maken en weegt hun argumenten alleen II" in text
    assert "en andere verzoeken alle, in andere woorden" in text


def test_it_leads_to_the_comparison_with_its_neighbours(anna: Client) -> None:
    source = page(anna, SECOND)
    assert "Vergelijk met I en III" in said(source)
    assert "?groep=N03.03&amp;codes=N03.03.04&amp;codes=N03.03.02&amp;codes=N03.03.06" in source


def test_a_function_alone_in_its_group_has_no_ladder(anna: Client) -> None:
    source = page(anna, f"{MATRIX}functies/N02.01.02/")
    assert "Plaats op de ladder" not in source
    assert "Vergelijk met" not in said(source)


def test_its_local_functions_stand_there_with_their_unit(anna: Client, house: DjangoHouse) -> None:
    unit = house.put_unit(Unit(None, "Heffen"), Happening("afdeling.gemaakt"))
    house.put_local_function(LocalFunction(None, "7", "Jurist heffen", unit=unit.id, code="N03.03.04"), Happening("lokale functie.gemaakt"))
    assert "Jurist heffen Heffen 0,0 7" in said(page(anna, SECOND))


def test_many_local_functions_are_shown_when_asked(anna: Client, house: DjangoHouse) -> None:
    for number in range(30):
        place(house, f"{number:02}", f"Jurist {number:02}", "N03.03.04")
    assert "Jurist 29" not in said(page(anna, SECOND))
    assert "Toon alle 30 functies" in said(page(anna, SECOND))
    assert "Jurist 29" in said(page(anna, f"{SECOND}?lokaal=alle"))


def test_an_employee_reads_it_without_local_functions_and_findings(emre: Client, house: DjangoHouse) -> None:
    place(house, "1", "Jurist heffen", "N03.03.04")
    text = said(page(emre, "/h/merenland/boeken/1/functies/N03.03.04/"))
    assert "Jurist heffen" not in text
    assert "melding" not in text


def test_what_changed_since_the_book_in_force_is_struck_and_underlined(anna: Client, house: DjangoHouse) -> None:
    change(house, "N03.03.04", lambda function: replace(function, scale="9a"))
    source = page(anna, SECOND)
    assert "<del>9</del> <ins>9a</ins>" in source
    assert "1 wijziging" in said(source)


def test_findings_and_the_module_stand_there(anna: Client, house: DjangoHouse) -> None:
    change(house, "N03.03.04", lambda function: replace(function, scale=None, modules=("Coördinatie", "Onbekend")))
    text = said(page(anna, SECOND))
    assert "Waarschuwing FB001." in text
    assert "Coördinatie · 5 taken" in text
    assert "Onbekend · staat niet beschreven in dit boek" in text


def test_html_in_the_texts_stays_text(anna: Client, house: DjangoHouse) -> None:
    change(house, "N03.03.04", lambda function: replace(function, characteristics=(RichText('<img src=x onerror="1">', ((0, 4),)),)))
    source = page(anna, SECOND)
    assert "<img" not in source
    assert '<strong class="fh-key">&lt;img</strong>' in source


def test_a_function_that_is_not_there_is_not_found(anna: Client, daan: Client) -> None:
    answer = anna.get(f"{MATRIX}functies/N99.99.99/")
    assert answer.status_code == 404
    assert "Kies haar in de functiematrix" in answer.content.decode()
    assert daan.get(SECOND).status_code == 404


def test_it_costs_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: Any) -> None:
    place(house, "1", "Jurist", "N03.03.04")
    with django_assert_max_num_queries(12):
        page(anna, SECOND)
