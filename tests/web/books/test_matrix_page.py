"""The functiematrix: what stands where, what is counted, and what the filters leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from functiehuis.web.storage.house import DjangoHouse
from reading import MATRIX, change, page, place, said


def cell_of(source: str, name: str) -> str:
    """The block of a function in the grid."""
    grid = source.partition("</table>")[0]
    return next(said(part) for part in grid.split('<a class="fh-fn"')[1:] if name in said(part.partition("</b>")[0]))


def test_every_function_stands_in_it_with_its_scale_and_group(anna: Client, house: DjangoHouse) -> None:
    source = page(anna, MATRIX)
    for function in house.book(2).book.functions:
        assert f'href="/h/merenland/boeken/2/functies/{function.code}/"' in source or function.code is None
        assert function.name in said(source)
    assert "15 normfuncties in 4 reeksen en 10 groepen, 1 module" in said(source)


def test_a_house_without_local_functions_shows_no_zeros(anna: Client) -> None:
    text = said(page(anna, MATRIX))
    assert " fte" not in text
    assert "Totaal" not in text


def test_local_functions_are_counted_per_function_and_in_all(anna: Client, house: DjangoHouse) -> None:
    place(house, "1", "Jurist", "N03.01.02", "1.5")
    place(house, "2", "Jurist bezwaar", "N03.01.02", "2.25")
    place(house, "3", "Archivaris", "N99.01.01", "1")
    source = page(anna, MATRIX)
    assert "3,8 fte 2 functies" in cell_of(source, "Adviseur I")
    assert "3 lokale functies met een indeling (4,8 fte)" in said(source)
    assert "1 lokale functie (1,0 fte) met een code die niet in dit boek staat" in said(source)


@pytest.mark.parametrize("who", ["emre", "fien"])
def test_who_only_reads_the_book_sees_no_counts_and_no_findings(request: pytest.FixtureRequest, house: DjangoHouse, who: str) -> None:
    place(house, "1", "Jurist", "N03.01.02")
    text = said(page(request.getfixturevalue(who), "/h/merenland/boeken/1/"))
    assert " fte" not in text
    assert "met melding" not in text


def test_a_concept_is_refused_to_who_may_not_read_it(emre: Client) -> None:
    answer = emre.get(MATRIX)
    assert answer.status_code == 403
    assert "concept van een functieboek lezen" in answer.content.decode()


def test_somebody_of_another_employer_finds_no_matrix(daan: Client) -> None:
    assert daan.get(MATRIX).status_code == 404


def test_words_choose_functions_by_name_code_and_group(anna: Client) -> None:
    for words, left in (("beleidsuitvoering", 4), ("N05.02", 2), ("advies", 2), ("beleidsuitvoering IV", 1)):
        assert f"{left} van 15 normfuncties getoond" in said(page(anna, f"{MATRIX}?zoek={words}"))


def test_nothing_left_offers_to_wipe_the_filters(anna: Client) -> None:
    source = page(anna, f"{MATRIX}?zoek=archivaris")
    assert "Geen normfunctie met deze filters" in said(source)
    assert f'href="{MATRIX}">Wis de filters' in source
    assert "zoek “archivaris” overal" in said(source)


def test_a_series_can_be_chosen_and_the_choice_stays_in_the_form(anna: Client) -> None:
    source = page(anna, f"{MATRIX}?reeks=N05")
    assert "Medewerker systemen I" in said(source)
    assert "Adviseur I" not in said(source)
    assert 'value="N05" checked' in source


def test_only_functions_with_an_error_or_warning(anna: Client, house: DjangoHouse) -> None:
    change(house, "N05.02.02", lambda function: replace(function, scale=None))
    source = page(anna, f"{MATRIX}?toon=meldingen")
    assert "1 van 15 normfuncties getoond" in said(source)
    assert "1 waarschuwing" in cell_of(source, "Medewerker systemen I")


def test_levels_that_the_book_lacks_are_told_but_not_when_filters_hide_some(anna: Client) -> None:
    assert "II en III niet in dit boek" in said(page(anna, MATRIX))
    assert "niet in dit boek" not in said(page(anna, f"{MATRIX}?zoek=beleidsuitvoering+IV")).replace("niveau dat niet in dit boek staat", "")


def test_an_empty_scale_between_others_is_a_low_row(anna: Client) -> None:
    source = page(anna, MATRIX)
    assert '<tr class="is-empty">\n<th scope="row">15</th>' in source


def test_what_is_new_since_the_book_in_force_says_so(anna: Client, house: DjangoHouse) -> None:
    change(house, "N05.03.08", lambda function: replace(function, code="N05.03.06", name="Medewerker gegevens III"))
    source = page(anna, MATRIX)
    assert "nieuw" in cell_of(source, "Medewerker gegevens III")
    assert source.count("nieuw</span>") == 2
    assert "nieuw ten opzichte van Functieboek 2022" in said(source)
    assert "ten opzichte van" not in said(page(anna, "/h/merenland/boeken/1/"))


def test_the_list_holds_the_same_without_a_table(anna: Client) -> None:
    source = page(anna, f"{MATRIX}?weergave=lijst")
    assert "<table" not in source
    assert "Medewerker beleidsuitvoering IV" in said(source)
    assert "Vergelijk 4 niveaus" in said(source)


def test_live_filters_get_the_matrix_alone(anna: Client) -> None:
    source = anna.get(f"{MATRIX}?zoek=adviseur", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in source
    assert 'id="teller"' in source
    assert "2 van 15 normfuncties getoond" in said(source)


def test_a_name_with_html_in_it_stays_a_name(anna: Client, house: DjangoHouse) -> None:
    change(house, "N05.03.08", lambda function: replace(function, name="<script>alert(1)</script>"))
    source = page(anna, MATRIX)
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert(1)&lt;/" in source


def test_strange_filters_do_no_harm(anna: Client) -> None:
    for query in ("?reeks=" + "x" * 300, "?zoek=%25%27%22", "?toon=onzin&weergave=niets"):
        assert anna.get(MATRIX + query).status_code == 200


def test_a_concept_that_changed_is_never_shown_as_it_was(anna: Client, house: DjangoHouse) -> None:
    page(anna, MATRIX)
    change(house, "N03.01.02", lambda function: replace(function, name="Raadgever I"))
    assert "Raadgever I" in said(page(anna, MATRIX))
    place(house, "1", "Jurist", "N03.01.02")
    assert "1 functie" in cell_of(page(anna, MATRIX), "Raadgever I")


def test_it_costs_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: Any) -> None:
    place(house, "1", "Jurist", "N03.01.02")
    with django_assert_max_num_queries(12):
        page(anna, MATRIX)
