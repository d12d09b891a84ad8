"""The public edition: off unless an administrator switches it on, and then only the book in force."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from functiehuis.model.house import Happening, LocalFunction
from functiehuis.web.storage.house import DjangoHouse

OPEN = "/openbaar/merenland/"
PAGES = [OPEN, f"{OPEN}1/", f"{OPEN}1/vergelijken/", f"{OPEN}1/vergelijken/?groep=N03.03", f"{OPEN}1/functies/N03.03.02/", f"{OPEN}woordenlijst/"]


@pytest.fixture
def opened(gijs: Client) -> None:
    gijs.post("/h/merenland/instellingen/", {"name": "Belastingkantoor Merenland", "abbreviation": "BKM", "public": "on"})


@pytest.mark.parametrize("page", PAGES)
def test_it_is_not_there_until_it_is_switched_on(client: Client, cast: object, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 404
    assert "Merenland" not in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_everybody_reads_it_once_it_is_on(client: Client, opened: None, page: str) -> None:
    answer = client.get(page, follow=True)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Belastingkantoor Merenland" in text
    assert "Functieboek 2027" not in text, "a concept is not for everybody"


def test_every_link_stays_in_the_public_edition(client: Client, opened: None, anna: Client) -> None:
    anna.get("/h/merenland/boeken/1/")  # fills what is remembered with addresses of the house
    for page in PAGES:
        links = re.findall(r'(?:href|action|hx-get)="(/[^"]*)"', client.get(page, follow=True).content.decode())
        assert [link for link in links if not re.match(r"/openbaar/merenland/|/static/|/$", link)] == []
    assert "/openbaar/" not in anna.get("/h/merenland/boeken/1/").content.decode()


def test_concepts_work_and_people_stay_inside(client: Client, opened: None, house: DjangoHouse) -> None:
    house.put_local_function(LocalFunction(None, "L1", "Geheime heffer", code="N03.03.02"), Happening("lokalefunctie.toegevoegd"))
    assert client.get(f"{OPEN}2/").status_code == 404
    assert client.get(f"{OPEN}2/functies/N03.03.02/").status_code == 404
    page = client.get(f"{OPEN}1/functies/N03.03.02/").content.decode()
    assert "Geheime heffer" not in page
    assert "Anna" not in page
    for path in ("leden/", "spoor/", "zoeken/", "boeken/2/", "instellingen/"):
        assert client.get(f"{OPEN}{path}").status_code == 404


def test_it_is_read_only(client: Client, opened: None) -> None:
    assert client.post(f"{OPEN}1/").status_code in (403, 405)
    assert Client(enforce_csrf_checks=False).delete(f"{OPEN}1/").status_code == 405


def test_switched_off_it_is_gone_at_once(client: Client, opened: None, gijs: Client) -> None:
    assert client.get(f"{OPEN}1/").status_code == 200
    gijs.post("/h/merenland/instellingen/", {"name": "Belastingkantoor Merenland", "abbreviation": "BKM"})
    assert client.get(f"{OPEN}1/").status_code == 404


def test_an_organisation_without_a_book_in_force_has_no_edition(client: Client, gijs: Client, cast: object) -> None:
    from functiehuis.web.storage.models import Organisation

    Organisation.objects.filter(slug="heuvelrijk").update(public=True)
    assert client.get("/openbaar/heuvelrijk/").status_code == 404


def test_the_house_style_is_open_with_the_book(client: Client, daan: Client, opened: None, house: DjangoHouse, gijs: Client) -> None:
    assert client.get("/h/merenland/huisstijl.css").status_code == 404, "there is none yet"
    from functiehuis.actions.change_settings import change_house_style
    from functiehuis.web.storage.house import house_of
    from functiehuis.web.storage.models import User

    text = ".fh-theme {" + "".join(f"--fh-brand-{step}: {colour};" for step, colour in enumerate(("#fff",) * 4 + ("#777",) * 3 + ("#111",) * 5, 1)) + "}"
    change_house_style(house_of(User.objects.get(email="gijs@merenland.example"), "merenland"), text)
    assert client.get("/h/merenland/huisstijl.css").status_code == 200
    assert daan.get("/h/merenland/huisstijl.css").status_code == 200
    assert "huisstijl.css" in client.get(f"{OPEN}1/").content.decode()


def test_a_public_page_asks_the_database_little(client: Client, opened: None, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for page in PAGES[1:]:
        with django_assert_max_num_queries(12):
            client.get(page)
