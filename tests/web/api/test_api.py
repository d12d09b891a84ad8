"""The API, as a program sees it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from functiehuis.actions.access_keys import make_key
from functiehuis.model.house import Happening, LocalFunction, Unit, Worksheet
from functiehuis.web.storage.house import DjangoHouse, house_of
from functiehuis.web.storage.models import User
from functiehuis.web.storage.trail import breaks

Call = Callable[..., Any]
ROOT = "/api/v1/organisaties/merenland"
FUNCTION = f"{ROOT}/versies/2/functies/N03.03.02"


def caller(user: User, organisation: str = "merenland") -> Call:
    """A program with a key of somebody."""
    secret = make_key(house_of(user, organisation), "proef")[1]

    def call(path: str, method: str = "get", body: object = None, **headers: str) -> Any:
        given = {"Authorization": f"Bearer {secret}", **{name.replace("_", "-"): value for name, value in headers.items()}}
        where = path if path.startswith("/api") else f"{ROOT}{path}"
        text = "" if body is None else json.dumps(body)
        return Client().generic(method.upper(), where, text, content_type="application/json", headers=given)

    return call


@pytest.fixture
def call(cast: dict[str, User]) -> Call:
    return caller(cast["anna"])


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert {"type", "title", "status", "detail"} <= body.keys() <= {"type", "title", "status", "detail", "fouten"}
    assert answer["API-Version"]
    return body


# --- coming in


def test_without_a_key_nothing_is_told(cast: dict[str, User], anna: Client) -> None:
    for client in (Client(), anna):
        answer = client.get(f"{ROOT}/versies")
        problem(answer, 401)
        assert answer["WWW-Authenticate"].startswith("Bearer")
    for wrong in ("Bearer x", "Bearer fh_" + "x" * 43, "Basic abc", "Bearer"):
        problem(Client().get(f"{ROOT}/versies", headers={"Authorization": wrong}), 401)


def test_a_key_opens_one_organisation(call: Call, cast: dict[str, User]) -> None:
    told = call("/api/v1/organisaties").json()
    assert told["resultaten"] == [{"naam_in_adres": "merenland", "naam": "Belastingkantoor Merenland", "afkorting": "BKM", "rol": "HR-adviseur"}]
    problem(call("/api/v1/organisaties/heuvelrijk/versies"), 404)
    daan = caller(cast["daan"], "heuvelrijk")
    assert daan("/api/v1/organisaties/heuvelrijk/versies").json()["totaal"] == 0
    problem(daan(f"{ROOT}/versies"), 404)
    problem(daan(FUNCTION), 404)


def test_a_key_may_what_its_owner_may(cast: dict[str, User]) -> None:
    emre = caller(cast["emre"])
    assert [item["nummer"] for item in emre("/versies").json()["resultaten"]] == [1]
    assert emre("/versies/1/boek").status_code == 200
    problem(emre("/versies/2/boek"), 403)
    problem(emre("/afdelingen"), 403)
    problem(emre("/versies/1/kandidaten", "post", {"tekst": "Je int aanslagen."}), 403)
    problem(caller(cast["bas"])("/afdelingen", "post", {"naam": "Heffen"}), 403)


# --- reading


def test_the_book_is_the_one_that_is_published(call: Call) -> None:
    book = call("/versies/1/boek").json()
    assert book["titel"]
    assert len(book["normfuncties"]) == call("/versies/1/functies").json()["totaal"]
    assert call("/versies").json()["resultaten"][1]["in_werking"] is True


def test_matrix_and_functions_name_the_same(call: Call) -> None:
    cells = call("/versies/2/matrix").json()["functies"]
    assert [cell["sleutel"] for cell in cells] == [item["sleutel"] for item in call("/versies/2/functies").json()["resultaten"]]
    assert call(f"/versies/2/functies/{cells[0]['sleutel']}").json()["normfunctie"]["naam"] == cells[0]["naam"]
    problem(call("/versies/2/functies/N99"), 404)


def test_levels_side_by_side(call: Call) -> None:
    assert call("/versies/1/vergelijking?groep=N03.03").status_code == 200
    assert call("/versies/1/vergelijking?code=N03.03.02&code=N03.03.04").status_code == 200
    problem(call("/versies/1/vergelijking"), 422)
    problem(call("/versies/1/vergelijking?code=N99"), 404)


def test_changes_and_findings(call: Call) -> None:
    assert call("/versies/2/wijzigingen?vanaf=1").status_code == 200
    assert call("/versies/2/meldingen").json()["pagina"] == 1
    problem(call("/versies/2/wijzigingen"), 422)


def test_a_description_comes_to_candidates(call: Call) -> None:
    text = (
        "Je int openstaande aanslagen van inwoners, treft betalingsregelingen en stuurt dwangbevelen. Je legt boze mensen rustig uit waarom zij moeten betalen."
    )
    told = call("/versies/1/kandidaten", "post", {"tekst": text, "titel": "Invorderaar"}).json()
    assert told["kandidaten"]
    assert told["motivering"]
    problem(call("/versies/1/kandidaten", "post", {"tekst": ""}), 422)
    problem(call("/versies/1/kandidaten", "post", {"tekst": "x", "geheim": 1}), 422)


def test_worksheets_are_read(call: Call, house: DjangoHouse) -> None:
    kept = house.put_worksheet(Worksheet(None, "Invorderaar", "Je int.", 1, result={"uitkomst": "twijfel"}), Happening("werkblad.begonnen"))
    assert call("/werkbladen").json()["resultaten"][0]["resultaat"] is None
    assert call(f"/werkbladen/{kept.id}").json()["resultaat"] == {"uitkomst": "twijfel"}
    problem(call("/werkbladen/9999"), 404)


def test_words_are_found(call: Call, cast: dict[str, User], house: DjangoHouse) -> None:
    house.put_local_function(LocalFunction(None, "L1", "Beleidsheffer"), Happening("lokalefunctie.toegevoegd"))
    assert call("/versies/1/zoeken?q=beleid").json()["totaal"] > 0
    assert [hit["soort"] for hit in call("/versies/1/zoeken?q=Beleidsheffer").json()["resultaten"]] == ["lokale functie"]
    assert caller(cast["emre"])("/versies/1/zoeken?q=Beleidsheffer").json()["totaal"] == 0
    problem(call("/versies/1/zoeken"), 422)


# --- pages, and what need not be sent twice


def test_a_list_comes_in_pages_with_links(call: Call) -> None:
    answer = call("/versies/1/functies?pagina=2&per_pagina=5")
    told = answer.json()
    assert (len(told["resultaten"]), told["pagina"], told["per_pagina"]) == (5, 2, 5)
    links = {part.split('rel="')[1].rstrip('"'): part.split(">")[0].strip(" <") for part in answer["Link"].split(",")}
    assert links.keys() == {"first", "prev", "next", "last"}
    assert call(links["next"]).json()["pagina"] == 3
    assert call(links["first"]).json()["resultaten"] != told["resultaten"]
    assert call("/versies/1/functies?pagina=999").json()["resultaten"] == []
    for wrong in ("pagina=0", "per_pagina=201", "pagina=x"):
        assert problem(call(f"/versies/1/functies?{wrong}"), 422)["fouten"]


def test_what_did_not_change_is_not_sent_again(call: Call) -> None:
    answer = call("/versies/1/boek")
    again = call("/versies/1/boek", If_None_Match=answer["ETag"])
    assert again.status_code == 304
    assert again.content == b""
    assert call("/versies/1/boek", If_None_Match='"anders"').status_code == 200


def test_the_description_is_for_everybody(db: None) -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert answer.json()["openapi"].startswith("3.1")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["API-Version"] == answer.json()["info"]["version"]


# --- writing


def test_two_programs_with_the_same_function_the_second_is_told(call: Call, house: DjangoHouse) -> None:
    seen = call(FUNCTION)
    function = seen.json()["normfunctie"]
    changed = call(FUNCTION, "put", {"normfunctie": {**function, "naam": "Medewerker X"}, "reden": "Nieuwe naam"}, If_Match=seen["ETag"])
    assert changed.status_code == 200
    assert changed["ETag"] != seen["ETag"]
    assert call(FUNCTION).json()["normfunctie"]["naam"] == "Medewerker X"
    problem(call(FUNCTION, "put", {"normfunctie": function}, If_Match=seen["ETag"]), 412)
    problem(call(FUNCTION, "put", {"normfunctie": function}), 428)
    event = house.events(most=1)[0]
    assert (event.name, event.actor, event.reason) == ("functie.gewijzigd", "Anna Visser", "Nieuwe naam")
    assert list(breaks(house.organisation_id)) == []


def test_an_adopted_version_does_not_change(call: Call) -> None:
    there = f"{ROOT}/versies/1/functies/N03.03.02"
    seen = call(there)
    problem(call(there, "put", {"normfunctie": seen.json()["normfunctie"]}, If_Match=seen["ETag"]), 422)


@pytest.mark.parametrize("function", [{}, {"naam": ""}, {"naam": 3}, {"naam": "x", "kenmerken": "geen lijst"}, {"naam": "\ud800"}, {"naam": "x", "schaal": []}])
def test_a_function_of_another_form_is_refused(call: Call, function: dict[str, Any]) -> None:
    problem(call(FUNCTION, "put", {"normfunctie": function}, If_Match=call(FUNCTION)["ETag"]), 422)


def test_units_and_local_functions_are_made_and_changed(call: Call, house: DjangoHouse) -> None:
    unit = call("/afdelingen", "post", {"naam": "Heffen"})
    assert unit.status_code == 201
    assert call(unit["Location"]).json() == unit.json()
    number = unit.json()["id"]
    made = call("/lokale-functies", "post", {"nummer": "L1", "roepnaam": "Heffer", "afdeling": number, "fte": 1.5})
    assert made.status_code == 201
    there = made["Location"]
    assert made.json()["fte"] in (1.5, "1.5", "1.50")
    kept = call(there, "put", {"nummer": "L1", "roepnaam": "Senior heffer", "fte": 2}, If_Match=made["ETag"])
    assert kept.json()["roepnaam"] == "Senior heffer"
    problem(call(there, "put", {"nummer": "L1", "roepnaam": "Te laat"}, If_Match=made["ETag"]), 412)
    problem(call("/lokale-functies", "post", {"nummer": "L1", "roepnaam": "Dubbel"}), 422)
    problem(call("/lokale-functies", "post", {"nummer": "L2", "roepnaam": "X", "afdeling": 9999}), 422)
    problem(call(unit["Location"], "put", {"naam": "Heffen", "onder": number}, If_Match=unit["ETag"]), 422)
    assert call(unit["Location"], "put", {"naam": "Heffen en innen"}, If_Match=unit["ETag"]).json()["naam"] == "Heffen en innen"
    assert list(breaks(house.organisation_id)) == []


def test_what_is_of_another_employer_is_not_there(cast: dict[str, User], house: DjangoHouse) -> None:
    unit = house.put_unit(Unit(None, "Heffen"), Happening("afdeling.toegevoegd"))
    local = house.put_local_function(LocalFunction(None, "L1", "Heffer"), Happening("lokalefunctie.toegevoegd"))
    daan = caller(cast["daan"], "heuvelrijk")
    there = "/api/v1/organisaties/heuvelrijk"
    problem(daan(f"{there}/afdelingen/{unit.id}"), 404)
    problem(daan(f"{there}/lokale-functies/{local.id}"), 404)
    problem(daan(f"{there}/lokale-functies", "post", {"nummer": "L1", "roepnaam": "X", "afdeling": unit.id}), 422)
    assert daan(f"{there}/lokale-functies", "post", {"nummer": "L1", "roepnaam": "X"}).status_code == 201


# --- refusals in one form


def test_every_refusal_has_one_form(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    problem(call("/bestaat-niet"), 404)
    problem(call("/versies/"), 404)
    problem(call("/versies/abc"), 404)
    problem(call("/versies/99999999999999999999"), 404)
    answer = call("/versies", "delete")
    problem(answer, 405)
    assert "GET" in answer["Allow"]
    problem(Client().post(f"{ROOT}/afdelingen", "naam=x", content_type="application/x-www-form-urlencoded"), 415)
    problem(Client().post(f"{ROOT}/afdelingen", "x" * (5 * 1024 * 1024 + 1), content_type="application/json"), 413)


def test_json_that_is_none_is_refused(cast: dict[str, User]) -> None:
    secret = make_key(house_of(cast["anna"], "merenland"), "proef")[1]
    for text in ("{", "[1]", '"x"', "null", '{"naam": "\\u0000"}', "\ufffe"):
        answer = Client().post(f"{ROOT}/afdelingen", text, content_type="application/json", headers={"Authorization": f"Bearer {secret}"})
        assert answer.status_code in (400, 422)
        problem(answer, answer.status_code)


def test_a_mistake_of_ours_tells_nothing_of_the_inside(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*words: object) -> None:
        raise ZeroDivisionError("geheim pad /etc")

    monkeypatch.setattr("functiehuis.web.api.organisation.keep_unit", broken)
    assert "geheim" not in str(problem(call("/afdelingen", "post", {"naam": "Heffen"}), 500))


def test_nul_in_an_address_is_refused(call: Call) -> None:
    problem(call("/versies/2/functies/N%00"), 400)
    problem(call("/versies/1/vergelijking?code=%00"), 400)
