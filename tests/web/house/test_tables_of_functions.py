"""Local functions read in from a table, and written out as one that says the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from functiehuis.model.house import Happening, LocalFunction, Unit
from functiehuis.web.demo.furnish import furnish
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks

IMPORT = "/h/merenland/organisatie/inlezen/"
OUT = "/h/merenland/organisatie/lokale-functies"
HEAD = "nummer;roepnaam;afdeling;fte;code;beschrijving\r\n"


def _upload(client: Client, content: bytes | str, name: str = "lijst.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(IMPORT, {"bestand": SimpleUploadedFile(name, data)})


def _preview(client: Client, content: bytes | str, name: str = "lijst.csv") -> tuple[str, Any]:
    answer = _upload(client, content, name)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"], client.get(answer["Location"])


def _confirm(client: Client, address: str, page: Any) -> Any:
    return client.post(address, {"vingerafdruk": page.context["plan"].fingerprint})


def _said(page: Any) -> str:
    text: str = page.content.decode()
    return text


@pytest.fixture
def two(house: DjangoHouse) -> DjangoHouse:
    unit = house.put_unit(Unit(None, "Balie"), Happening("afdeling.toegevoegd"))
    functions = [LocalFunction(None, "1", "Gastheer", "Ontvangt.", unit.id, Decimal(1)), LocalFunction(None, "2", "Telefonist", "", unit.id, Decimal(2))]
    house.put_local_functions(functions, Happening("lokalefunctie.ingelezen"))
    return house


def test_a_preview_shows_what_will_change_and_keeps_nothing(anna: Client, two: DjangoHouse) -> None:
    _address, page = _preview(anna, HEAD + "1;Gastvrouw;Balie;1,5;;Ontvangt.\r\n3;Nieuwe;Scherm;0,5;N03.03.08;\r\n")
    plan = page.context["plan"]
    assert (len(plan.new), len(plan.changed), plan.unchanged, [item.number for item in plan.missing]) == (1, 1, 0, ["2"])
    assert plan.changed[0].differences == {"roepnaam": ("Gastheer", "Gastvrouw"), "fte": ("1,00", "1,50")}
    assert "Nieuwe afdelingen: Scherm" in _said(page)
    assert len(two.local_functions()) == 2


def test_what_was_confirmed_is_kept_in_one_go(anna: Client, two: DjangoHouse) -> None:
    address, page = _preview(anna, HEAD + "1;Gastvrouw;Balie;1,5;;Ontvangt.\r\n3;Nieuwe;Scherm;0,5;N03.03.08;\r\n")
    assert _confirm(anna, address, page).status_code == 302
    assert [(item.number, item.name) for item in two.local_functions()] == [("1", "Gastvrouw"), ("2", "Telefonist"), ("3", "Nieuwe")]
    assert [unit.name for unit in two.units()] == ["Balie", "Scherm"]
    assert list(breaks(two.organisation_id)) == []


def test_rows_that_fail_say_row_field_and_reason_and_nothing_is_kept(anna: Client, two: DjangoHouse) -> None:
    address, page = _preview(anna, HEAD + ";Zonder nummer;;1;;\r\n5;;;1;;\r\n6;Zes;;veel;;\r\n6;Nog zes;;1;;\r\n7;Zeven;;1;;\r\n")
    failed = [(item.row, item.field) for item in page.context["plan"].failed]
    assert failed == [(2, "nummer"), (3, "roepnaam"), (4, "fte"), (5, "nummer")]
    assert "Nummer 6 staat ook in rij 4" in _said(page)
    assert _confirm(anna, address, page).status_code == 422
    assert len(two.local_functions()) == 2


def test_a_house_that_changed_meanwhile_is_shown_anew(anna: Client, two: DjangoHouse) -> None:
    address, page = _preview(anna, HEAD + "1;Gastvrouw;Balie;1;;Ontvangt.\r\n")
    function = two.local_functions()[0]
    two.put_local_function(LocalFunction(function.id, "1", "Gids", "Ontvangt.", function.unit, Decimal(1)), Happening("lokalefunctie.gewijzigd"))
    answer = _confirm(anna, address, page)
    assert answer.status_code == 409
    assert "Gids" in _said(answer)
    assert _confirm(anna, address, answer).status_code == 302


def test_a_preview_is_confirmed_once(anna: Client, two: DjangoHouse) -> None:
    address, page = _preview(anna, HEAD + "1;Gastvrouw;Balie;1;;Ontvangt.\r\n")
    assert _confirm(anna, address, page).status_code == 302
    assert _confirm(anna, address, page).status_code == 410


def test_a_column_that_is_not_there_changes_nothing(anna: Client, two: DjangoHouse) -> None:
    address, page = _preview(anna, "id;naam\n1;Gids\n")
    _confirm(anna, address, page)
    function = two.local_functions()[0]
    assert (function.name, function.description, function.fte) == ("Gids", "Ontvangt.", Decimal(1))


def test_a_retired_function_comes_back(anna: Client, two: DjangoHouse) -> None:
    function = two.local_functions()[0]
    two.put_local_function(
        LocalFunction(function.id, "1", "Gastheer", "Ontvangt.", function.unit, Decimal(1), retired=True), Happening("lokalefunctie.ingetrokken")
    )
    address, page = _preview(anna, HEAD + "1;Gastheer;Balie;1;;Ontvangt.\r\n")
    assert page.context["plan"].changed[0].differences == {"in gebruik": ("nee", "ja")}
    _confirm(anna, address, page)
    assert [item.number for item in two.local_functions()] == ["1", "2"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_comes_in_again_the_same(anna: Client, house: DjangoHouse, form: str) -> None:
    furnish(house)
    evil = (
        "=1+1",
        "+31 6",
        "-- lijst\n- een",
        "@SUM(A1)",
        "'=al beveiligd",
        '"aanhaling"; en puntkomma',
        "een\nregel\n\nverder",
        "'gewoon",
        "\u00e9\u20ac\U0001f600",
    )
    functions = [LocalFunction(None, f"={at}", " ".join(f"@{text[:50]}".split()), text) for at, text in enumerate(evil)]
    house.put_local_functions(functions, Happening("lokalefunctie.ingelezen"))
    content = anna.get(f"{OUT}.{form}").content
    _, page = _preview(anna, content, f"terug.{form}")
    plan = page.context["plan"]
    assert (plan.new, plan.changed, plan.missing, plan.failed) == ((), (), (), ())
    assert plan.unchanged == len(house.local_functions())


def test_no_cell_of_a_csv_is_a_formula(anna: Client, house: DjangoHouse) -> None:
    house.put_local_function(LocalFunction(None, "1", '=HYPERLINK("kwaad")', "-2+3"), Happening("lokalefunctie.toegevoegd"))
    said = anna.get(f"{OUT}.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK" in said
    assert "'-2+3" in said


def test_a_template_can_be_filled_in_and_read(anna: Client, house: DjangoHouse) -> None:
    head = anna.get("/h/merenland/organisatie/sjabloon.csv").content.decode("utf-8-sig")
    address, page = _preview(anna, head + "9;Negen;;1;;\r\n")
    assert _confirm(anna, address, page).status_code == 302
    assert anna.get("/h/merenland/organisatie/sjabloon.xlsx").status_code == 200
    assert anna.get("/h/merenland/organisatie/sjabloon.exe").status_code == 404


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        ("", "leeg.csv", "leeg"),
        ("zomaar tekst zonder kolommen\n", "brief.csv", "geen rij met kolomnamen"),
        ("roepnaam;fte\nGids;1\n", "lijst.csv", "geen kolom nummer"),
        (HEAD, "kop.csv", "geen rijen onder de kolomnamen"),
        ("%PDF-1.7", "boek.pdf", "niet gelezen"),
        ("PK\x03\x04kapot", "kapot.xlsx", "kapot.xlsx"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(anna: Client, house: DjangoHouse, content: str, name: str, why: str) -> None:
    answer = _upload(anna, content, name)
    assert answer.status_code == 422
    assert why in _said(answer)


def test_no_file_at_all_is_told(anna: Client, house: DjangoHouse) -> None:
    answer = anna.post(IMPORT, {})
    assert answer.status_code == 422
    assert "Kies eerst een bestand" in _said(answer)


def test_a_hostile_file_name_goes_nowhere(anna: Client, two: DjangoHouse) -> None:
    _, page = _preview(anna, HEAD + "1;Gids;Balie;1;;\r\n", "../../etc/<b>x</b>.csv")
    assert "<b>x" not in _said(page)


def test_two_thousand_rows_cost_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: Any) -> None:
    rows = "".join(f"{at};Functie {at};Afdeling {at % 20};1,5;N03.03.06;Doet werk {at}.\r\n" for at in range(2000))
    address, page = _preview(anna, HEAD + rows)
    with django_assert_max_num_queries(12):
        anna.get(address)
    assert _confirm(anna, address, page).status_code == 302
    assert len(house.local_functions()) == 2000


def test_a_preview_is_of_whoever_handed_it_in(anna: Client, gijs: Client, daan: Client, two: DjangoHouse) -> None:
    address, _page = _preview(anna, HEAD + "1;Gids;Balie;1;;\r\n")
    assert gijs.get(address).status_code == 410
    assert daan.get(address).status_code == 404


def test_who_may_not_change_the_house_reads_nothing_in(bas: Client, emre: Client, daan: Client, house: DjangoHouse) -> None:
    assert bas.get(IMPORT).status_code == 403
    assert bas.get(f"{OUT}.csv").status_code == 200
    assert emre.get(f"{OUT}.csv").status_code == 403
    assert daan.get(f"{OUT}.csv").status_code == 404
