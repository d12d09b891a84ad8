"""Going through what was read: accept, correct, leave with a reason, take back; and only then a concept."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client

from book_documents import INTAKES, demo_markdown, handed_in, text
from functiehuis.model.house import Intake, IntakeStatus
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks


@pytest.fixture
def intake(anna: Client, house: DjangoHouse) -> Intake:
    return handed_in(anna, house)


def finding(intake: Intake, code: str) -> dict[str, Any]:
    return next(item for item in intake.findings if item["code"] == code)


def answered(client: Client, intake: Intake, **fields: str) -> Any:
    return client.post(f"{INTAKES}{intake.id}/antwoord/", fields)


def fresh(house: DjangoHouse, intake: Intake) -> Intake:
    return house.intake(intake.id or 0)


def trait(intake: Intake, function: int = 0, at: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = intake.book["normfuncties"][function]["kenmerken"][at]
    return found


def section_with(intake: Intake, words: str) -> str:
    return next(f"f{at}" for at, item in enumerate(intake.book["normfuncties"]) if words in str(item))


def test_a_finding_stands_below_its_line_with_what_it_becomes(anna: Client, intake: Intake) -> None:
    page = anna.get(f"{INTAKES}{intake.id}/?deel={section_with(intake, 'met met')}").content.decode()
    line = page.index("verwijst mensen met met schulden")
    below = page.index("FB021")
    assert line < below < page.index('class="fh-line"', line + 1)
    assert "<ins>verwijst mensen met schulden" in page


def test_accepting_changes_the_text_and_undo_brings_it_back(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    named = finding(intake, "FB021")["kenmerk"]
    section = section_with(intake, "met met")
    answer = answered(anna, intake, doe="overnemen", melding=named, deel=section)
    assert answer["Location"].endswith(f"?deel={section}#melding-{named}")
    assert "met met" not in str(fresh(house, intake).book)
    assert "Voorstel overgenomen door Anna Visser" in text(anna.get(f"{INTAKES}{intake.id}/?deel={section}"))
    answered(anna, intake, doe="ongedaan", melding=named)
    assert fresh(house, intake).book == intake.book
    assert fresh(house, intake).decisions == {}


def test_a_spelling_is_mended_at_every_place_with_its_capital(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    answered(anna, intake, doe="overnemen", melding=finding(intake, "FB020")["kenmerk"])
    after = str(fresh(house, intake).book)
    assert "unciereeks" not in after
    assert "Functiereeks Beleid" in after


def test_accepting_twice_is_accepting_once(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    named = finding(intake, "FB021")["kenmerk"]
    for _ in range(2):
        assert answered(anna, intake, doe="overnemen", melding=named).status_code == 302
    assert len(house.events("inlezing", str(intake.id))) == 2


def test_a_text_is_corrected_by_hand_and_keeps_bold(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    page = anna.get(f"{INTAKES}{intake.id}/?deel=f0&verbeter=normfuncties/0/kenmerken/0").content.decode()
    seen = html.unescape(page.split('name="gezien" hidden>')[1].split("</textarea>")[0])
    fields = {"doe": "verbeter", "pad": "normfuncties/0/kenmerken/0", "gezien": seen, "tekst": "kiest **zelf** de koers"}
    assert answered(anna, intake, **fields).status_code == 302
    now = trait(fresh(house, intake))
    assert (now["tekst"], now["vet"]) == ("kiest zelf de koers", [[6, 10]])
    assert now["herkomst"] == trait(intake)["herkomst"]
    assert "Kenmerk 1 verbeterd door Anna Visser" in text(anna.get(f"{INTAKES}{intake.id}/?deel=f0"))
    answered(anna, intake, doe="ongedaan", melding="zelf:normfuncties/0/kenmerken/0")
    assert fresh(house, intake).book == intake.book


def test_correcting_what_somebody_else_corrected_tells_both_texts(anna: Client, gijs: Client, house: DjangoHouse, intake: Intake) -> None:
    fields = {"doe": "verbeter", "pad": "normfuncties/0/naam", "gezien": "Algemeen directeur"}
    answered(gijs, intake, **fields, tekst="Directeur")
    answer = answered(anna, intake, **fields, tekst="Secretaris")
    assert answer.status_code == 409
    assert "Directeur" in text(answer)
    assert "Secretaris" in text(answer)
    assert fresh(house, intake).book["normfuncties"][0]["naam"] == "Directeur"


def test_an_empty_correction_is_refused_and_what_was_typed_stays(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    answer = answered(anna, intake, doe="verbeter", pad="normfuncties/0/naam", gezien="Algemeen directeur", tekst="  ", deel="f0")
    assert answer.status_code == 422
    assert 'id="tekst-fout"' in answer.content.decode()


def test_leaving_a_finding_needs_a_reason_and_can_be_opened_again(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    named = finding(intake, "FB001")["kenmerk"]
    refused = answered(anna, intake, doe="negeer", melding=named, reden=" ", deel="m0")
    assert refused.status_code == 422
    assert "Zonder reden kunt u een melding niet negeren." in text(refused)
    answered(anna, intake, doe="negeer", melding=named, reden="Modules hebben bij ons <b>geen</b> code")
    page = anna.get(f"{INTAKES}{intake.id}/?deel=m0").content.decode()
    assert "&lt;b&gt;geen&lt;/b&gt;" in page
    answered(anna, intake, doe="ongedaan", melding=named)
    assert fresh(house, intake).decisions == {}


def test_a_line_that_fits_nowhere_becomes_a_task_and_goes_back(anna: Client, house: DjangoHouse) -> None:
    content = demo_markdown(("Resultaatgebied 2: Koers van de organisatie", "Zie ook bijlage 4 bij dit boek\n\nResultaatgebied 2: Koers van de organisatie"))
    intake = handed_in(anna, house, content=content)
    if not intake.book["restanten"]:
        pytest.skip("the reader found a place for the line")
    left = finding(intake, "FB040")
    answered(anna, intake, doe="plaats", pad="restanten/0", functie="f0", als="taak", melding=left["kenmerk"])
    now = fresh(house, intake)
    assert now.book["restanten"] == []
    assert now.book["normfuncties"][0]["resultaatgebieden"][-1]["taken"][-1]["tekst"] == "Zie ook bijlage 4 bij dit boek"
    answered(anna, intake, doe="ongedaan", melding=left["kenmerk"])
    assert fresh(house, intake).book == intake.book


def test_two_scales_are_a_choice(anna: Client, house: DjangoHouse) -> None:
    content = demo_markdown(("\tStrategisch II\t14", "\tStrategisch II\t13"))
    intake = handed_in(anna, house, content=content)
    found = [item for item in intake.findings if item["code"] == "FB004"]
    if not found:
        pytest.skip("the document does not print the scale in the description")
    answered(anna, intake, doe="overnemen", keuze="1", melding=found[0]["kenmerk"])
    assert fresh(house, intake).book["normfuncties"][1]["schaal"] == "13"


@pytest.mark.parametrize(
    "fields",
    [
        {"doe": "overnemen", "melding": "0000000000"},
        {"doe": "verbeter", "pad": "normfuncties/99/naam", "tekst": "x", "gezien": ""},
        {"doe": "verbeter", "pad": "__class__", "tekst": "x", "gezien": ""},
        {"doe": "plaats", "pad": "normfuncties/0/naam", "functie": "f0", "als": "taak"},
        {"doe": "iets"},
        {},
    ],
)
def test_what_is_not_there_is_refused(anna: Client, house: DjangoHouse, intake: Intake, fields: dict[str, str]) -> None:
    assert answered(anna, intake, **fields).status_code in (404, 422)
    assert fresh(house, intake).book == intake.book


def test_checking_again_forgets_what_is_solved_and_keeps_decisions(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    named = finding(intake, "FB020")["kenmerk"]
    aside = finding(intake, "FB001")["kenmerk"]
    answered(anna, intake, doe="negeer", melding=aside, reden="bewust leeg")
    answered(anna, intake, doe="verbeter", pad="normfuncties/0/kenmerken/0", tekst="adviseert het besuur", gezien=html.unescape(_encoded(intake)))
    answered(anna, intake, doe="nakijken")
    codes = {item["kenmerk"]: item["tekst"] for item in fresh(house, intake).findings}
    assert any("besuur" in said for said in codes.values())
    assert {named, aside} <= set(codes)


def _encoded(intake: Intake) -> str:
    from functiehuis.model.emphasis import encode
    from functiehuis.model.text import RichText

    value = trait(intake)
    return encode(RichText(value["tekst"], tuple(map(tuple, value.get("vet", [])))))


def test_nothing_is_a_book_until_it_is_confirmed(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    assert len(house.versions()) == 2
    answered(anna, intake, doe="negeer", melding=finding(intake, "FB001")["kenmerk"], reden="bewust leeg")
    answer = anna.post(f"{INTAKES}{intake.id}/overnemen/", {"titel": "Functieboek 2028"})
    assert answer["Location"] == "/h/merenland/boeken/3/bewerken/"
    kept = house.book(3)
    assert (kept.version.title, kept.version.status.value, kept.version.source) == ("Functieboek 2028", "concept", "functieboek.md")
    assert [item.reason for item in kept.book.dismissals] == ["bewust leeg"]
    assert list(breaks(house.organisation_id)) == []


def test_confirming_twice_is_one_concept(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    places = {anna.post(f"{INTAKES}{intake.id}/overnemen/", {"titel": "Functieboek 2028"})["Location"] for _ in range(2)}
    assert places == {"/h/merenland/boeken/3/bewerken/"}
    assert len(house.versions()) == 3
    assert anna.get(f"{INTAKES}{intake.id}/")["Location"] == "/h/merenland/boeken/3/bewerken/"


def test_a_concept_needs_a_name(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    answer = anna.post(f"{INTAKES}{intake.id}/overnemen/", {"titel": ""})
    assert answer.status_code == 422
    assert 'id="titel-fout"' in answer.content.decode()
    assert len(house.versions()) == 2


def test_throwing_away_leaves_no_concept_and_is_told(anna: Client, house: DjangoHouse, intake: Intake) -> None:
    anna.post(f"{INTAKES}{intake.id}/overnemen/", {"doe": "weggooien"})
    assert fresh(house, intake).status is IntakeStatus.DISCARDED
    assert len(house.versions()) == 2
    assert house.events("inlezing")[0].name == "inlezing.weggegooid"
    assert anna.post(f"{INTAKES}{intake.id}/overnemen/", {"titel": "Toch"}).status_code == 422


@pytest.mark.parametrize("who", ["bas", "carla", "emre", "fien", "daan"])
def test_nobody_else_answers_or_confirms(who: str, request: pytest.FixtureRequest, house: DjangoHouse, intake: Intake) -> None:
    client: Client = request.getfixturevalue(who)
    refused = 404 if who == "daan" else 403
    assert answered(client, intake, doe="overnemen", melding=finding(intake, "FB021")["kenmerk"]).status_code == refused
    assert client.post(f"{INTAKES}{intake.id}/overnemen/", {"titel": "x"}).status_code == refused
    assert fresh(house, intake) == intake
