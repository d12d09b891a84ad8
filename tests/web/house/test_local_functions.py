"""Local functions: the list with its filters, the form, retiring, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from functiehuis.actions.local_function_rules import advice_on, amount
from functiehuis.model.house import Happening, LocalFunction, Unit
from functiehuis.web.storage.house import DjangoHouse

LIST = "/h/merenland/organisatie/"
FORM: dict[str, Any] = {"nummer": "77", "roepnaam": "Adviseur dijken", "fte": "1,5", "code": "", "beschrijving": "Geeft raad.", "afdeling": "", "revisie": "0"}


@pytest.fixture
def many(house: DjangoHouse) -> DjangoHouse:
    unit = house.put_unit(Unit(None, "Dijken"), Happening("afdeling.toegevoegd"))
    made = [
        LocalFunction(None, f"{at:04}", f"Functie {at}", "Beschrijft." if at % 2 else "", unit.id, Decimal(at % 3), "" if at % 5 else "N03.03.06")
        for at in range(1, 2001)
    ]
    house.put_local_functions(made, Happening("lokalefunctie.ingelezen"))
    return house


def _only(house: DjangoHouse) -> LocalFunction:
    [function] = house.local_functions()
    return function


def test_a_local_function_is_added_and_changed(anna: Client, house: DjangoHouse) -> None:
    assert anna.post(f"{LIST}functies/nieuw/", FORM).status_code == 302
    function = _only(house)
    assert (function.name, function.fte) == ("Adviseur dijken", Decimal("1.5"))
    answer = anna.post(f"{LIST}functies/{function.id}/wijzigen/", FORM | {"fte": "2"}, follow=True)
    assert "is opgeslagen" in answer.content.decode()
    assert _only(house).fte == Decimal(2)


def test_every_wrong_field_is_told_at_once_and_nothing_typed_is_lost(anna: Client, house: DjangoHouse) -> None:
    answer = anna.post(f"{LIST}functies/nieuw/", FORM | {"nummer": "", "roepnaam": "", "fte": "veel"})
    said = answer.content.decode()
    assert answer.status_code == 422
    for text in ("Er zijn 3 dingen", "Vul een nummer in", "Vul de naam in", "“veel” is geen aantal fte", 'value="veel"', "Geeft raad."):
        assert text in said
    assert house.local_functions() == ()


def test_a_number_is_given_once(anna: Client, house: DjangoHouse) -> None:
    anna.post(f"{LIST}functies/nieuw/", FORM)
    answer = anna.post(f"{LIST}functies/nieuw/", FORM)
    assert answer.status_code == 422
    assert "Nummer 77 is al van een andere lokale functie" in answer.content.decode()


def test_two_people_in_one_form_the_second_is_told_and_keeps_the_text(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    anna.post(f"{LIST}functies/nieuw/", FORM)
    address = f"{LIST}functies/{_only(house).id}/wijzigen/"
    assert anna.post(address, FORM | {"roepnaam": "Van Anna"}).status_code == 302
    answer = gijs.post(address, FORM | {"roepnaam": "Van Gijs"})
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Gijs" in said
    assert "Van Anna" in said
    assert _only(house).name == "Van Anna"


def test_a_function_is_retired_with_a_reason_and_brought_back(anna: Client, house: DjangoHouse) -> None:
    anna.post(f"{LIST}functies/nieuw/", FORM)
    function = _only(house)
    away = f"{LIST}functies/{function.id}/intrekken/"
    assert "waarom deze functie vervalt" in anna.post(away, {"revisie": 0, "reden": " "}).content.decode()
    assert anna.post(away, {"revisie": 0, "reden": "Team opgeheven"}).status_code == 302
    assert house.local_functions() == ()
    assert "Adviseur dijken" in anna.get(f"{LIST}?staat=ingetrokken").content.decode()
    assert anna.post(away, {"revisie": 1, "terug": "1"}).status_code == 302
    assert _only(house).name == "Adviseur dijken"
    history = anna.get(f"{LIST}functies/{function.id}/geschiedenis/").content.decode()
    assert "Team opgeheven" in history
    assert "weer in gebruik" in history


def test_a_list_of_two_thousand_has_pages_and_few_queries(anna: Client, many: DjangoHouse, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(12):
        said = anna.get(f"{LIST}?pagina=40&op=naam&om=af").content.decode()
    assert "Rij 1951 tot en met 2000 van 2000" in said
    assert "Rij 1951" in anna.get(f"{LIST}?pagina=999").content.decode()


def test_filters_stand_in_the_address(anna: Client, many: DjangoHouse) -> None:
    assert "400 lokale functies" in anna.get(f"{LIST}?code=met").content.decode()
    assert "1000 lokale functies" in anna.get(f"{LIST}?beschrijving=zonder").content.decode()
    assert "1 lokale functie " in anna.get(f"{LIST}?zoek=functie+1999").content.decode()
    assert "Geen lokale functie met “archivaris”" in anna.get(f"{LIST}?zoek=archivaris").content.decode()


def test_a_strange_address_is_no_error(anna: Client, many: DjangoHouse) -> None:
    assert anna.get(f"{LIST}?pagina=-3&op=geheim&afdeling=abc&code=x&zoek=%25_%27").status_code == 200


def test_only_the_table_comes_back_to_a_filter(anna: Client, house: DjangoHouse) -> None:
    answer = anna.get(LIST, headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()


def test_reading_is_for_managers_and_changing_is_not(bas: Client, emre: Client, daan: Client, anna: Client, house: DjangoHouse) -> None:
    anna.post(f"{LIST}functies/nieuw/", FORM)
    one = f"{LIST}functies/{_only(house).id}/"
    assert bas.get(one).status_code == 200
    assert bas.post(f"{one}wijzigen/", FORM).status_code == 403
    assert bas.post(f"{LIST}functies/nieuw/", FORM).status_code == 403
    assert bas.post(f"{one}intrekken/", {"reden": "x"}).status_code == 403
    assert emre.get(one).status_code == 403
    assert daan.get(one).status_code == 404
    assert daan.get(one.replace("merenland", "heuvelrijk")).status_code == 404
    assert daan.post(one.replace("merenland", "heuvelrijk") + "wijzigen/", FORM).status_code == 404


@pytest.mark.parametrize(
    ("typed", "kept"), [("1,75", Decimal("1.75")), ("1.75", Decimal("1.75")), ("", Decimal(0)), ("2", Decimal(2)), ("1,750", Decimal("1.75"))]
)
def test_an_amount_of_work_is_read_as_people_write_it(typed: str, kept: Decimal) -> None:
    assert amount(typed) == kept


@pytest.mark.parametrize("typed", ["-1", "1,234", "een", "1e9", "١", "9" * 9, "NaN", "1,2,3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert amount(typed) is None


def test_signs_of_personal_data_get_advice_and_no_refusal(anna: Client, house: DjangoHouse) -> None:
    answer = anna.post(f"{LIST}functies/nieuw/", FORM | {"beschrijving": "BSN 111222333, mail jan@voorbeeld.example"}, follow=True)
    said = answer.content.decode()
    assert "burgerservicenummer" in said
    assert "e-mailadres" in said
    assert _only(house).number == "77"


def test_an_ordinary_number_gets_no_advice() -> None:
    assert advice_on("telefoon 0201234567, bedrag 123456789, zaak 2026.118") == ()


def test_html_in_every_field_is_only_text(anna: Client, house: DjangoHouse) -> None:
    evil = "<img src=x onerror=alert(1)>"
    anna.post(f"{LIST}functies/nieuw/", FORM | {"nummer": evil[:40], "roepnaam": evil, "code": evil[:40], "beschrijving": evil})
    one = f"{LIST}functies/{_only(house).id}/"
    for page in (LIST, one, f"{one}wijzigen/", f"{one}geschiedenis/"):
        assert "<img" not in anna.get(page).content.decode()
