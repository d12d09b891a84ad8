"""An empty installation: whoever has the link of the terminal sets it up."""

from __future__ import annotations

import pytest
from django.core import signing
from django.test import Client

from functiehuis.web.accounts.begin import first_link
from functiehuis.web.commands.serve import first_visit
from functiehuis.web.storage.house import house_of
from functiehuis.web.storage.models import Organisation, User
from functiehuis.web.storage.trail import breaks

ACCOUNT = {"email": "Ilse@meer.example", "name": "Ilse Meer", "password1": "een zin van vier woorden", "password2": "een zin van vier woorden"}
ORGANISATION = {"name": "Gemeente Meer", "abbreviation": "GM", "slug": "meer"}


def test_the_terminal_shows_the_link_only_while_the_house_is_empty(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    first_visit("http://127.0.0.1:8000")
    assert "http://127.0.0.1:8000/begin/" in capsys.readouterr().out
    Organisation.objects.create(slug="x", name="X")
    first_visit("http://127.0.0.1:8000")
    assert capsys.readouterr().out == ""


def test_account_organisation_and_then_the_start_page(client: Client, db: None) -> None:
    link = first_link()
    assert client.get(link).status_code == 200
    there = client.post(link, ACCOUNT)["Location"]
    assert client.get(there).status_code == 200
    assert client.post(there, ORGANISATION)["Location"] == "/h/meer/"
    assert client.get("/h/meer/").status_code == 200
    assert client.get("/h/meer/leden/").status_code == 200
    house = house_of(User.objects.get(), "meer")
    assert [event.actor for event in house.events()] == ["Ilse Meer", "Ilse Meer"]
    assert list(breaks(house.organisation_id)) == []


def test_the_link_works_no_more_once_there_is_an_organisation(client: Client, db: None) -> None:
    link = first_link()
    client.post(client.post(link, ACCOUNT)["Location"], ORGANISATION)
    assert Client().get(link).status_code == 404
    assert Client().post(link, ACCOUNT).status_code == 404


def test_without_the_link_nobody_begins(client: Client, db: None) -> None:
    for token in ("x", signing.dumps("begin"), signing.dumps("iets", salt="anders")):
        assert client.get(f"/begin/{token}/").status_code == 404
    assert not User.objects.exists()


def test_who_stopped_half_way_goes_on(db: None) -> None:
    link = first_link()
    Client().post(link, ACCOUNT)
    again = Client()
    there = again.post(link, ACCOUNT)["Location"]
    assert again.post(there, ORGANISATION).status_code == 302
    assert User.objects.count() == 1


@pytest.mark.parametrize("change", [{"email": "x"}, {"name": ""}, {"password1": "kort", "password2": "kort"}, {"password2": "iets heel anders nu"}])
def test_a_wrong_account_is_refused(client: Client, db: None, change: dict[str, str]) -> None:
    answer = client.post(first_link(), {**ACCOUNT, **change})
    assert answer.status_code == 422
    assert "aria-invalid" in answer.content.decode()
    assert not User.objects.exists()


@pytest.mark.parametrize("change", [{"name": ""}, {"slug": "Met Spaties"}, {"slug": "../x"}, {"abbreviation": "x" * 21}])
def test_a_wrong_organisation_is_refused(client: Client, db: None, change: dict[str, str]) -> None:
    there = client.post(first_link(), ACCOUNT)["Location"]
    assert client.post(there, {**ORGANISATION, **change}).status_code == 422
    assert not Organisation.objects.exists()


def test_a_double_click_makes_one_organisation(client: Client, db: None) -> None:
    there = client.post(first_link(), ACCOUNT)["Location"]
    client.post(there, ORGANISATION)
    client.post(there, ORGANISATION)
    assert Organisation.objects.count() == 1
