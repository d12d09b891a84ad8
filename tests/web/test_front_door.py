"""Who comes in, and where they land."""

from __future__ import annotations

from django.test import Client

from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks


def test_who_is_not_signed_in_goes_to_the_door(db: None) -> None:
    answer = Client().get("/h/merenland/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/inloggen/")


def test_the_reader_of_one_organisation_lands_in_its_house(anna: Client) -> None:
    assert anna.get("/")["Location"] == "/h/merenland/"
    assert "Belastingkantoor Merenland" in anna.get("/h/merenland/").content.decode()


def test_somebody_of_another_employer_sees_nothing(daan: Client) -> None:
    answer = daan.get("/h/merenland/boeken/1/")
    assert answer.status_code == 404
    assert "Merenland" not in answer.content.decode()


def test_an_employee_reads_what_was_adopted_and_no_concept(emre: Client) -> None:
    assert emre.get("/h/merenland/boeken/1/").status_code == 200
    assert emre.get("/h/merenland/boeken/2/").status_code == 403


def test_the_trail_of_a_new_house_is_whole(house: DjangoHouse) -> None:
    assert list(breaks(house.organisation_id)) == []
