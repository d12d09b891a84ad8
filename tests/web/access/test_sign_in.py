"""Signing in, and everything around it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.models import User
from functiehuis.web.storage.trail import breaks

PASSWORD = "vier woorden en een zin"
LOGIN = "/account/inloggen/"


@pytest.fixture(autouse=True)
def _empty_memory(db: None) -> None:
    cache.clear()


@pytest.fixture
def gijs_himself(cast: dict[str, User]) -> User:
    cast["gijs"].set_password(PASSWORD)
    cast["gijs"].save()
    return cast["gijs"]


def sign_in(client: Client, password: str = PASSWORD, email: str = "gijs@merenland.example", **extra: str) -> object:
    return client.post(LOGIN, {"login": email, "password": password, **extra})


def names(house: DjangoHouse) -> list[str]:
    return [event.name for event in house.events(most=500)]


def test_the_right_password_opens_the_house(gijs_himself: User, client: Client) -> None:
    answer = client.post(LOGIN, {"login": "GIJS@merenland.example", "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get("/h/merenland/").status_code == 200


def test_a_wrong_password_is_refused_with_what_was_typed(gijs_himself: User, client: Client) -> None:
    answer = client.post(LOGIN, {"login": "gijs@merenland.example", "password": "fout"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "horen niet bij elkaar" in page
    assert 'value="gijs@merenland.example"' in page


def test_after_signing_in_the_page_that_was_asked_for_comes(gijs_himself: User, client: Client) -> None:
    there = client.get("/h/merenland/leden/")["Location"]
    assert client.post(there, {"login": "gijs@merenland.example", "password": PASSWORD, "next": "/h/merenland/leden/"})["Location"] == "/h/merenland/leden/"


def test_nobody_is_sent_to_another_site(gijs_himself: User, client: Client) -> None:
    answer = client.post(LOGIN, {"login": "gijs@merenland.example", "password": PASSWORD, "next": "https://elders.example/"})
    assert "elders" not in answer["Location"]


def test_five_wrong_passwords_lock_the_address_and_say_until_when(gijs_himself: User, house: DjangoHouse) -> None:
    for _ in range(5):
        Client().post(LOGIN, {"login": "gijs@merenland.example", "password": "fout"})
    answer = Client().post(LOGIN, {"login": "gijs@merenland.example", "password": PASSWORD})
    assert answer.status_code == 422
    assert re.search(r"op slot\. Probeer het over 1[45] minuten opnieuw, om \d\d:\d\d uur", answer.content.decode())
    assert names(house).count("account.geblokkeerd") == 1
    assert Client().post(LOGIN, {"login": "anna@merenland.example", "password": "fout"}).status_code == 422


def test_the_lock_is_in_the_database_where_every_server_sees_it(gijs_himself: User, settings: Settings) -> None:
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_an_address_without_account_looks_the_same(gijs_himself: User, client: Client) -> None:
    known = client.post(LOGIN, {"login": "gijs@merenland.example", "password": "fout"}).content.decode()
    unknown = client.post(LOGIN, {"login": "niemand@merenland.example", "password": "fout"}).content.decode()
    error = re.compile(r'<div class="fh-error.*?</div>', re.DOTALL)
    assert error.findall(known) == error.findall(unknown) != []


def test_a_session_lasts_eight_hours_and_ends_with_the_browser(settings: Settings) -> None:
    assert timedelta(hours=8).total_seconds() == settings.SESSION_COOKIE_AGE
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE


def test_signing_out_asks_first(gijs: Client) -> None:
    assert gijs.get("/account/uitloggen/").status_code == 200
    assert gijs.get("/h/merenland/").status_code == 200
    gijs.post("/account/uitloggen/")
    assert gijs.get("/h/merenland/").status_code == 302


@pytest.mark.parametrize("path", ["signup/", "email/", "social/connections/", "login/code/", "password/set/"])
def test_nobody_makes_an_account_by_himself(client: Client, db: None, path: str) -> None:
    assert client.get(f"/account/{path}").status_code == 404


def test_who_tries_to_is_told_who_makes_accounts(client: Client, db: None) -> None:
    assert "maakt de beheerder" in client.get("/account/aanmelden/").content.decode()
    client.post("/account/aanmelden/", {"email": "ik@merenland.example", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()


def test_only_the_demo_shows_accounts(client: Client, db: None, settings: Settings) -> None:
    assert "anna@merenland.example" not in client.get(LOGIN).content.decode()
    settings.DEMO = True
    page = client.get(LOGIN).content.decode()
    assert "anna@merenland.example" in page
    assert "functiehuis-demo" in page


def test_a_forgotten_password_is_chosen_anew_with_a_link_that_works_once(gijs_himself: User, client: Client, house: DjangoHouse) -> None:
    client.post("/account/wachtwoord/vergeten/", {"email": "gijs@merenland.example"})
    link = re.search(r"http://testserver(/account/wachtwoord/nieuw/\S+)", str(mail.outbox[0].body))
    assert link is not None
    assert mail.outbox[0].subject == "Functiehuis: Kies een nieuw wachtwoord"
    form = client.get(link[1], follow=True)
    there = form.redirect_chain[-1][0]
    weak = client.post(there, {"password1": "kort", "password2": "kort"})
    assert weak.status_code == 422
    client.post(there, {"password1": "een heel ander lang woord", "password2": "een heel ander lang woord"})
    assert client.post(LOGIN, {"login": "gijs@merenland.example", "password": "een heel ander lang woord"}).status_code == 302
    assert "werkt niet meer" in Client().get(link[1], follow=True).content.decode()
    assert "account.wachtwoord_hersteld" in names(house)


def test_a_forgotten_password_tells_nobody_who_has_an_account(cast: dict[str, User], client: Client) -> None:
    known = client.post("/account/wachtwoord/vergeten/", {"email": "gijs@merenland.example"})
    unknown = client.post("/account/wachtwoord/vergeten/", {"email": "niemand@merenland.example"})
    assert known["Location"] == unknown["Location"]


def test_a_password_is_changed_with_the_old_one(gijs_himself: User, client: Client, house: DjangoHouse) -> None:
    sign_in(client)
    typed = {"oldpassword": "fout", "password1": "weer een nieuw lang woord", "password2": "weer een nieuw lang woord"}
    assert client.post("/account/wachtwoord/", typed).status_code == 422
    assert client.post("/account/wachtwoord/", {**typed, "oldpassword": PASSWORD}).status_code == 302
    assert client.get("/h/merenland/").status_code == 200
    assert "account.wachtwoord_gewijzigd" in names(house)
    assert list(breaks(house.organisation_id)) == []


def _second_step(client: Client) -> str:
    client.post("/account/bevestigen/?next=/account/", {"password": PASSWORD})
    page = client.get("/account/tweede-stap/aan/").content.decode()
    secret = re.search(r'id="sleutel">([A-Z2-7]+)<', page)
    assert secret is not None
    assert "<svg" in page
    assert "data:image" not in page
    counter = next(totp.yield_hotp_counters_from_time())
    code = totp.format_hotp_value(totp.hotp_value(secret[1], counter))
    assert client.post("/account/tweede-stap/aan/", {"code": "000000x"}).status_code == 422
    assert client.post("/account/tweede-stap/aan/", {"code": code}).status_code == 302
    return secret[1]


def test_a_second_step_is_asked_for_once_it_is_on(gijs_himself: User, client: Client) -> None:
    sign_in(client)
    _second_step(client)
    codes = re.findall(r"<li>([0-9a-z]{8,})</li>", client.get("/account/tweede-stap/herstelcodes/").content.decode())
    assert len(codes) == 10
    other = Client()
    sent = other.post(LOGIN, {"login": "gijs@merenland.example", "password": PASSWORD})
    assert sent["Location"].startswith("/account/tweede-stap/code/")
    assert other.get("/h/merenland/").status_code == 302
    assert other.post("/account/tweede-stap/code/", {"code": "123"}).status_code == 422
    assert other.post("/account/tweede-stap/code/", {"code": codes[0]}).status_code == 302
    assert other.get("/h/merenland/").status_code == 200
    again = Client()
    again.post(LOGIN, {"login": "gijs@merenland.example", "password": PASSWORD})
    assert again.post("/account/tweede-stap/code/", {"code": codes[0]}).status_code == 422, "a recovery code works once"


def test_switching_the_second_step_on_is_told(gijs_himself: User, client: Client, house: DjangoHouse) -> None:
    sign_in(client)
    _second_step(client)
    # The library tells it when the transaction is over, which a test never sees.
    signals.authenticator_added.send(Authenticator, request=None, user=gijs_himself, authenticator=Authenticator.objects.get(type="totp"))
    assert house.events(most=1)[0].name == "account.tweede_stap_aan"


def test_what_is_delicate_asks_for_the_password_again(cast: dict[str, User], gijs_himself: User) -> None:
    client = Client()
    client.force_login(gijs_himself, "allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get("/account/tweede-stap/aan/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/bevestigen/")
    assert client.post(answer["Location"], {"password": "fout"}).status_code == 422
    assert client.post(answer["Location"], {"password": PASSWORD}).status_code == 302


def test_the_second_step_can_be_switched_off(gijs_himself: User, client: Client, house: DjangoHouse) -> None:
    sign_in(client)
    _second_step(client)
    assert client.post("/account/tweede-stap/uit/").status_code == 302
    assert sign_in(Client()) is not None
    assert "account.tweede_stap_uit" in names(house)


def test_pages_of_signing_in_are_dutch_and_strict(client: Client, db: None) -> None:
    answer = client.get(LOGIN)
    page = answer.content.decode()
    assert "style=" not in page
    assert "<script>" not in page
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert not re.search(r"\b(Sign|Login|Password|Email)\b", re.sub(r"<[^>]+>", " ", page))
