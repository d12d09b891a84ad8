"""Units: added, renamed, moved and retired, and what is refused."""

from __future__ import annotations

from django.test import Client

from functiehuis.model.house import Happening, LocalFunction, Unit
from functiehuis.web.storage.house import DjangoHouse

UNITS = "/h/merenland/organisatie/afdelingen/"


def _unit(house: DjangoHouse, name: str, parent: int | None = None) -> Unit:
    return house.put_unit(Unit(None, name, parent), Happening("afdeling.toegevoegd"))


def test_a_unit_is_added_under_another(anna: Client, house: DjangoHouse) -> None:
    above = _unit(house, "Heffen")
    assert anna.post(f"{UNITS}nieuw/", {"naam": "  Aanslagen ", "onder": above.id}).status_code == 302
    assert [(unit.name, unit.parent) for unit in house.units()] == [("Aanslagen", above.id), ("Heffen", None)]
    assert "Aanslagen" in anna.get(UNITS).content.decode()


def test_a_name_twice_is_refused_and_stays_in_the_form(anna: Client, house: DjangoHouse) -> None:
    _unit(house, "Innen")
    answer = anna.post(f"{UNITS}nieuw/", {"naam": "innen", "onder": ""})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Er is al een afdeling innen" in said
    assert 'value="innen"' in said
    assert 'aria-invalid="true"' in said


def test_an_empty_or_endless_name_is_refused(anna: Client, house: DjangoHouse) -> None:
    assert "Vul de naam van de afdeling in" in anna.post(f"{UNITS}nieuw/", {"naam": " "}).content.decode()
    assert "hooguit 200 mag" in anna.post(f"{UNITS}nieuw/", {"naam": "x" * 201}).content.decode()
    assert house.units() == ()


def test_a_unit_cannot_be_moved_under_itself(anna: Client, house: DjangoHouse) -> None:
    above = _unit(house, "Boven")
    under = _unit(house, "Onder", above.id)
    answer = anna.post(f"{UNITS}{above.id}/", {"naam": "Boven", "onder": under.id, "revisie": 0})
    assert answer.status_code == 422
    assert "niet onder zichzelf" in answer.content.decode()


def test_two_people_renaming_a_unit_the_second_is_told(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    unit = _unit(house, "Gegevens")
    assert anna.post(f"{UNITS}{unit.id}/", {"naam": "Data", "onder": "", "revisie": 0}).status_code == 302
    answer = gijs.post(f"{UNITS}{unit.id}/", {"naam": "Registraties", "onder": "", "revisie": 0})
    assert answer.status_code == 409
    assert "Registraties" in answer.content.decode()
    assert [item.name for item in house.units()] == ["Data"]


def test_a_unit_with_work_in_it_is_not_retired(anna: Client, house: DjangoHouse) -> None:
    unit = _unit(house, "Balie")
    house.put_local_function(LocalFunction(None, "1", "Gastvrouw", unit=unit.id), Happening("lokalefunctie.toegevoegd"))
    answer = anna.post(f"{UNITS}{unit.id}/intrekken/", {"revisie": 0})
    assert answer.status_code == 422
    assert "er horen nog één lokale functie bij" in answer.content.decode()


def test_an_empty_unit_is_retired(anna: Client, house: DjangoHouse) -> None:
    unit = _unit(house, "Balie")
    assert anna.post(f"{UNITS}{unit.id}/intrekken/", {"revisie": 0}).status_code == 302
    assert house.units() == ()


def test_a_manager_reads_units_and_changes_none(bas: Client, house: DjangoHouse) -> None:
    unit = _unit(house, "Balie")
    assert bas.get(UNITS).status_code == 200
    assert bas.post(f"{UNITS}nieuw/", {"naam": "Nieuw"}).status_code == 403
    assert bas.post(f"{UNITS}{unit.id}/", {"naam": "Nieuw"}).status_code == 403
    assert bas.post(f"{UNITS}{unit.id}/intrekken/").status_code == 403


def test_an_employee_and_somebody_of_elsewhere_see_no_units(emre: Client, fien: Client, daan: Client, house: DjangoHouse) -> None:
    unit = _unit(house, "Geheim team")
    assert emre.get(UNITS).status_code == 403
    assert fien.get(UNITS).status_code == 403
    assert daan.get(UNITS).status_code == 404
    answer = daan.get(f"/h/heuvelrijk/organisatie/afdelingen/{unit.id}/")
    assert answer.status_code == 404
    assert "Geheim team" not in answer.content.decode()


def test_html_in_a_name_is_only_text(anna: Client, house: DjangoHouse) -> None:
    anna.post(f"{UNITS}nieuw/", {"naam": "<script>alert(1)</script>", "onder": ""})
    assert "<script>alert" not in anna.get(UNITS).content.decode()
