"""What can be placed, and what is said about what cannot."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from functiehuis.actions.placers import is_ready, placer_of
from functiehuis.model.house import Happening, LocalFunction
from functiehuis.web.placing.warming import warm
from functiehuis.web.storage.house import DjangoHouse

ADD = "/h/merenland/indelen/nieuw/"
ENGLISH = "The officer handles objections against tax assessments, hears the people who object, and writes the decision on behalf of the municipality."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Plak een beschrijving"),
        ("   \n ", "Plak een beschrijving"),
        ("Behandelt bezwaren vlot", ""),
        (ENGLISH, ""),
        ("12 34 56 78 90 " * 40, ""),
        ("werk " * 400_000, "hooguit 200.000 mag"),
    ],
)
def test_what_cannot_be_placed_is_told_and_stays_in_the_form(anna: Client, house: DjangoHouse, text: str, why: str) -> None:
    answer = anna.post(ADD, {"beschrijving": text, "versie": "1"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="v-beschrijving-fout"' in said
    assert why in said
    assert text.strip()[:40] in said
    assert house.worksheets() == ()


def test_a_local_function_is_placed_by_its_description(anna: Client, house: DjangoHouse) -> None:
    text = "Neemt de telefoon op, beantwoordt vragen over aanslagen met de kennisbank en verbindt door als het antwoord er niet staat."
    function = house.put_local_function(LocalFunction(None, "5", "Telefonist", text), Happening("lokalefunctie.toegevoegd"))
    assert anna.get(f"{ADD}?functie={function.id}").status_code == 200
    assert anna.post(ADD, {"functie": function.id, "versie": "1", "beschrijving": ""}).status_code == 302
    [sheet] = house.worksheets(function.id)
    assert sheet.title == "Telefonist"


def test_a_local_function_without_description_leads_to_its_form(anna: Client, house: DjangoHouse) -> None:
    function = house.put_local_function(LocalFunction(None, "5", "Telefonist"), Happening("lokalefunctie.toegevoegd"))
    assert "heeft nog geen beschrijving" in anna.get(f"{ADD}?functie={function.id}").content.decode()
    assert anna.post(ADD, {"functie": function.id, "versie": "1"}).status_code == 422


def test_a_document_is_read_like_everywhere(anna: Client, house: DjangoHouse) -> None:
    text = "Telefonist\n\nNeemt de telefoon op, beantwoordt vragen over aanslagen met de kennisbank en verbindt door als het antwoord er niet staat.\n"
    answer = anna.post(ADD, {"bestand": SimpleUploadedFile("functie.txt", text.encode()), "versie": "1"})
    assert answer.status_code == 302
    assert len(house.worksheets()) == 1


@pytest.mark.parametrize(("content", "name"), [(b"\x00\x01\x02\x03" * 100, "beeld.png"), (b"", "leeg.docx"), (b"PK\x03\x04kapot", "../kapot.docx")])
def test_a_document_that_cannot_be_read_is_told(anna: Client, house: DjangoHouse, content: bytes, name: str) -> None:
    answer = anna.post(ADD, {"bestand": SimpleUploadedFile(name, content), "versie": "1", "titel": "Blijft staan"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Blijft staan" in said
    assert "is-error" in said


def test_a_house_without_a_book_says_what_to_do_first(daan: Client) -> None:
    said = daan.get("/h/heuvelrijk/indelen/nieuw/").content.decode()
    assert "Lees eerst een functieboek in" in said
    assert daan.post("/h/heuvelrijk/indelen/nieuw/", {"beschrijving": "x"}).status_code == 422


def test_a_function_of_another_employer_is_not_there(daan: Client, house: DjangoHouse) -> None:
    function = house.put_local_function(LocalFunction(None, "5", "Geheim", "Doet geheim werk."), Happening("lokalefunctie.toegevoegd"))
    answer = daan.get(f"/h/heuvelrijk/indelen/nieuw/?functie={function.id}")
    assert "Geheim" not in answer.content.decode()


def test_a_version_that_is_not_there_is_refused(anna: Client, house: DjangoHouse) -> None:
    assert anna.post(ADD, {"beschrijving": ENGLISH, "versie": "99"}).status_code == 404


def test_the_book_in_force_is_made_ready_beforehand(house: DjangoHouse) -> None:
    assert warm() == 1
    assert is_ready(house.book(1))
    assert placer_of(house.book(1)) is placer_of(house.book(1))


def test_a_double_click_begins_one_worksheet(anna: Client, house: DjangoHouse) -> None:
    token = anna.get(ADD).content.decode().split('name="formulier" value="')[1].split('"')[0]
    text = "Neemt de telefoon op, beantwoordt vragen over aanslagen met de kennisbank en verbindt door als het antwoord er niet staat."
    answers = [anna.post(ADD, {"beschrijving": text, "versie": "1", "formulier": token}) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(house.worksheets()) == 1


def test_a_session_that_ended_in_the_middle_gives_the_text_back(anna: Client, house: DjangoHouse) -> None:
    token = anna.get(ADD).content.decode().split('name="formulier" value="')[1].split('"')[0]
    anna.logout()
    typed = urlencode({"beschrijving": "Mijn lange tekst over het werk", "versie": "1", "formulier": token})
    assert anna.post(ADD, typed, content_type="application/x-www-form-urlencoded").status_code == 302
    kept = anna.session["bewaard"]
    assert kept["pad"] == ADD
    assert ["beschrijving", "Mijn lange tekst over het werk"] in kept["velden"]
