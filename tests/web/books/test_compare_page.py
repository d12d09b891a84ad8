"""Levels side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.test import Client

from functiehuis.web.storage.house import DjangoHouse
from reading import MATRIX, change, page, place, said

COMPARE = f"{MATRIX}vergelijken/"
GROUP = f"{COMPARE}?groep=N03.03"


def test_the_levels_of_a_group_stand_side_by_side_heaviest_left(anna: Client) -> None:
    source = page(anna, GROUP)
    assert "Medewerker beleidsuitvoering: vier niveaus naast elkaar" in said(source)
    assert source.index('aria-label="Medewerker beleidsuitvoering I"') < source.index('aria-label="Medewerker beleidsuitvoering IV"')
    for degree in ("veel", "enige", "weinig", "vrijwel geen"):
        assert f'<span class="fh-step">{degree}</span>' in source


def test_the_stair_goes_down_a_step_a_level_and_ends_in_dashes(anna: Client) -> None:
    source = page(anna, GROUP)
    assert 'class="fh-rung fh-rung--3 fh-rise--1"' in source
    assert 'class="fh-rung fh-rung--2 fh-rise--1 fh-rung--none fh-span-2" aria-colspan="2"' in source
    assert "2 treden, dan vervallen" in said(source)


def test_equal_levels_share_a_tread(anna: Client, house: DjangoHouse) -> None:
    heavier = house.draft(2, "N03.03.06").function
    change(house, "N03.03.08", lambda function: replace(function, characteristics=heavier.characteristics))
    assert "gelijk op III en IV" in said(page(anna, GROUP))


def test_words_are_marked_that_differ_or_make_the_level(anna: Client) -> None:
    assert '<mark class="fh-diff"><strong class="fh-key">enige</strong></mark>' in page(anna, GROUP)
    plain = page(anna, f"{GROUP}&markeer=niveauwoorden").partition('id="vergeleken"')[2]
    assert '<strong class="fh-key">enige</strong>' in plain
    assert "fh-diff" not in plain


def test_levels_can_be_left_out_and_stay_in_the_form(anna: Client) -> None:
    source = page(anna, f"{GROUP}&codes=N03.03.04&codes=N03.03.06")
    assert "twee niveaus naast elkaar" in said(source)
    assert 'value="N03.03.04" checked' in source
    assert 'value="N03.03.02">' in source


def test_only_what_differs(anna: Client, house: DjangoHouse) -> None:
    first = house.draft(2, "N03.03.02").function
    for key in ("N03.03.04", "N03.03.06", "N03.03.08"):
        change(house, key, lambda function: replace(function, characteristics=(first.characteristics[0], *function.characteristics[-1:])))
    assert "op alle niveaus gelijk" in said(page(anna, GROUP))
    only = said(page(anna, f"{GROUP}&toon=verschil"))
    assert "op alle niveaus gelijk" not in only
    assert "1 ladder is overal gelijk en staat hier niet" in only


def test_any_functions_can_be_put_side_by_side(anna: Client) -> None:
    source = page(anna, f"{COMPARE}?codes=N03.03.04&codes=N05.02.08")
    assert "Twee normfuncties naast elkaar" in said(source)
    assert "verschillende functiegroepen" in said(source)
    assert '<input type="hidden" name="keuze" value="N05.02.08">' in source


def test_a_function_that_was_switched_off_can_come_back(anna: Client) -> None:
    source = page(anna, f"{COMPARE}?keuze=N03.03.04&keuze=N05.02.08&keuze=N03.01.02&codes=N03.03.04&codes=N05.02.08")
    assert "Twee normfuncties naast elkaar" in said(source)
    assert 'value="N03.01.02">' in source


def test_too_many_or_unknown_functions_are_refused(anna: Client, house: DjangoHouse) -> None:
    codes = "&".join(f"codes={function.code}" for function in house.book(2).book.functions)
    answer = anna.get(f"{COMPARE}?{codes}")
    assert answer.status_code == 422
    assert "Er passen er 8 naast elkaar" in answer.content.decode()
    for query in ("?codes=N99.99.99", "?groep=N99"):
        assert anna.get(COMPARE + query).status_code == 404


def test_without_a_choice_there_is_a_page_to_choose(anna: Client) -> None:
    source = page(anna, f"{COMPARE}?gekozen=N03.03.04")
    assert 'value="N03.03.04" checked' in source
    assert "Vergelijk alle 4 niveaus" in said(source)


def test_tasks_stand_folded_with_an_open_place_or_alone(anna: Client) -> None:
    source = page(anna, GROUP)
    text = said(source)
    assert "35 verschillende taken: 6 met een ander woord en 29 op een deel van de niveaus." in text
    assert "Gelijk op III en IV" in text
    assert '<span class="fh-slot"></span>' in source
    two = said(page(anna, f"{GROUP}&codes=N03.03.06&codes=N03.03.08"))
    assert "taken zijn op alle niveaus woordelijk gelijk" in two


def test_it_closes_in_plain_words(anna: Client) -> None:
    source = page(anna, GROUP)
    assert "Van I naar II: beleid van “nieuw en bestaand” naar “uitvoering”" in said(source)
    assert 'aria-describedby="samenvatting"' in source


def test_findings_stand_at_their_ladder_for_who_may_see_them(anna: Client, house: DjangoHouse) -> None:
    wrong = house.draft(2, "N03.03.06").function
    text = wrong.characteristics[0]
    bad = replace(text, text=text.text.replace("weinig", "beeetje"), bold=())
    change(house, "N03.03.06", lambda function: replace(function, characteristics=(bad, *function.characteristics[1:])))
    source = page(anna, GROUP)
    assert 'href="#meldingen"' in source
    assert "Fout FB020." in said(source)


def test_an_employee_compares_the_adopted_book(emre: Client, house: DjangoHouse) -> None:
    place(house, "1", "Jurist", "N03.03.04")
    text = said(page(emre, "/h/merenland/boeken/1/vergelijken/?groep=N03.03"))
    assert "vier niveaus naast elkaar" in text
    assert "lokale functie" not in text
    assert emre.get(GROUP).status_code == 403


def test_live_toggles_get_the_comparison_alone(anna: Client) -> None:
    source = anna.get(GROUP, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in source
    assert 'hx-swap-oob="true"' in source
    # Without its query: the form adds that itself.
    assert f'hx-get="{COMPARE}"' in page(anna, GROUP)


def test_it_costs_few_queries(anna: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(12):
        page(anna, GROUP)
