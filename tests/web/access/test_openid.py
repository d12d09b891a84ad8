"""Signing in through the service of an organisation (OpenID Connect), with a service inside the test."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from functiehuis.web.accounts.adapters import SocialAccountAdapter
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.models import Membership, User

SERVICE = "https://inloggen.merenland.example"
BEGIN = "/account/dienst/organisatie/"


class Service:
    """A service that vouches for whoever the test says."""

    def __init__(self) -> None:
        self.person: dict[str, object] = {"sub": "abc-1", "email": "anna@merenland.example", "email_verified": True, "name": "Anna V."}
        self.works = True
        self.asked: list[str] = []

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *words: object) -> None:
        return None

    def get(self, address: str, **given: Any) -> requests.Response:
        return self.request("GET", address, **given)

    def request(self, method: str, address: str, **given: Any) -> requests.Response:
        self.asked.append(f"{method} {address}")
        answers: dict[str, object] = {
            f"{SERVICE}/.well-known/openid-configuration": {
                "issuer": SERVICE,
                "authorization_endpoint": f"{SERVICE}/auth",
                "token_endpoint": f"{SERVICE}/token",
                "userinfo_endpoint": f"{SERVICE}/wie",
                "jwks_uri": f"{SERVICE}/sleutels",
            },
            f"{SERVICE}/token": {"access_token": "een-bewijs", "token_type": "Bearer"},
            f"{SERVICE}/wie": self.person,
        }
        answer = requests.Response()
        answer.status_code = 200 if self.works else 500
        answer.headers["content-type"] = "application/json"
        answer._content = json.dumps(answers[address]).encode()
        return answer


@pytest.fixture
def service(settings: Settings, monkeypatch: pytest.MonkeyPatch, cast: dict[str, User]) -> Service:
    cache.clear()
    made = Service()
    app = {"provider_id": "organisatie", "name": "Merenland", "client_id": "functiehuis", "secret": "geheim", "settings": {"server_url": SERVICE}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    monkeypatch.setattr(SocialAccountAdapter, "get_requests_session", lambda self: made)
    return made


def come_back(client: Client, **changes: str) -> Any:
    sent = client.post(BEGIN)
    assert sent.status_code == 302
    asked = parse_qs(urlsplit(sent["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/account/dienst/organisatie/terug/"]
    return client.get("/account/dienst/organisatie/terug/", {"code": "een-code", "state": asked["state"][0], **changes})


def test_the_login_page_has_a_button_for_the_service(service: Service, client: Client) -> None:
    assert "Inloggen met Merenland" in client.get("/account/inloggen/").content.decode()


def test_without_settings_there_is_no_button(client: Client, db: None) -> None:
    assert "Inloggen met" not in client.get("/account/inloggen/").content.decode()
    assert client.post(BEGIN).status_code == 404


def test_who_has_a_role_comes_in_and_the_trail_says_how(service: Service, client: Client, house: DjangoHouse) -> None:
    assert come_back(client).status_code == 302
    assert client.get("/h/merenland/").status_code == 200
    assert house.events(most=1)[0].name == "account.gekoppeld"
    assert User.objects.count() == 7, "no account is made"


def test_the_password_of_somebody_stays(service: Service, client: Client, cast: dict[str, User]) -> None:
    cast["anna"].set_password("vier woorden en een zin")
    cast["anna"].save()
    come_back(client)
    assert User.objects.get(pk=cast["anna"].pk).check_password("vier woorden en een zin")


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "x", "email": "vreemd@elders.example", "email_verified": True},
        {"sub": "x", "email": "anna@merenland.example", "email_verified": False},
        {"sub": "x", "email": "anna@merenland.example"},
        {"sub": "x"},
    ],
)
def test_who_has_no_role_or_no_address_that_is_vouched_for_stays_out(service: Service, client: Client, person: dict[str, object]) -> None:
    service.person = person
    answer = come_back(client)
    assert answer.status_code == 403
    assert "geen rol" in answer.content.decode()
    assert client.get("/h/merenland/").status_code == 302


def test_whose_role_ended_stays_out(service: Service, client: Client, cast: dict[str, User]) -> None:
    come_back(client)
    Membership.objects.filter(user=cast["anna"]).update(ended="2026-01-01T00:00:00Z")
    assert come_back(Client()).status_code == 403


def test_an_answer_that_nobody_asked_for_is_refused(service: Service, client: Client) -> None:
    answer = client.get("/account/dienst/organisatie/terug/", {"code": "een-code", "state": "verzonnen"})
    assert "niet gelukt" in answer.content.decode()
    assert client.get("/h/merenland/").status_code == 302


def test_a_service_that_fails_is_told(service: Service, client: Client) -> None:
    sent = client.post(BEGIN)
    state = parse_qs(urlsplit(sent["Location"]).query)["state"][0]
    service.works = False
    answer = client.get("/account/dienst/organisatie/terug/", {"code": "een-code", "state": state})
    assert "niet gelukt" in answer.content.decode()


def test_stopping_half_way_is_no_mistake(service: Service, client: Client) -> None:
    answer = come_back(client, code="", error="access_denied")
    assert "gestopt" in client.get(answer["Location"]).content.decode() if answer.status_code == 302 else "gestopt" in answer.content.decode()
