"""Who has which role, as an administrator keeps it."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from functiehuis.actions.manage_members import add_member, change_role, end_member
from functiehuis.model.errors import NotAllowedError, RefusedError, UnknownItemError
from functiehuis.model.house import Role
from functiehuis.web.storage.house import DjangoHouse, house_of
from functiehuis.web.storage.models import Membership, User
from functiehuis.web.storage.trail import breaks

NEW = {"email": "Hanna@merenland.example", "name": "Hanna Smit", "role": "lezer"}
LEDEN = "/h/merenland/leden/"


def member_id(cast: dict[str, User], name: str) -> int:
    return Membership.objects.get(user=cast[name]).pk


def test_somebody_new_gets_a_message_chooses_a_password_and_comes_in(gijs: Client, settings: Settings) -> None:
    cache.clear()
    settings.HAS_MAIL = True
    assert gijs.post(f"{LEDEN}toevoegen/", NEW)["Location"] == LEDEN
    assert mail.outbox[0].to == ["hanna@merenland.example"]
    assert "Gijs Prins gaf u de rol lezer bij Belastingkantoor Merenland" in str(mail.outbox[0].body)
    link = re.search(r"http://testserver(/account/\S+)", str(mail.outbox[0].body))
    assert link is not None
    hanna = Client()
    there = hanna.get(link[1], follow=True).redirect_chain[-1][0]
    hanna.post(there, {"password1": "een lang woord van mij", "password2": "een lang woord van mij"})
    assert hanna.post("/account/inloggen/", {"login": "hanna@merenland.example", "password": "een lang woord van mij"}).status_code == 302
    assert hanna.get("/h/merenland/").status_code == 200
    assert hanna.get(LEDEN).status_code == 403


def test_without_a_mail_server_the_administrator_gets_the_link_and_the_trail_says_so(gijs: Client, house: DjangoHouse) -> None:
    page = gijs.post(f"{LEDEN}toevoegen/", NEW).content.decode()
    assert re.search(r"http://testserver/account/wachtwoord/nieuw/\w+-[\w-]+/", page)
    assert house.events(most=1)[0].name == "lid.link_getoond"
    assert mail.outbox == []


def test_nobody_gets_a_link_to_an_account_of_another_employer(gijs: Client, cast: dict[str, User]) -> None:
    page = gijs.post(f"{LEDEN}toevoegen/", {"email": "daan@heuvelrijk.example", "name": "Daan", "role": "lezer"}, follow=True).content.decode()
    assert "wachtwoord/nieuw" not in page
    assert gijs.post(f"{LEDEN}{Membership.objects.get(user=cast['daan'], organisation__slug='merenland').pk}/link/").status_code == 422


def test_nobody_gets_a_link_to_an_account_that_has_a_password(gijs: Client, cast: dict[str, User]) -> None:
    cast["anna"].set_password("iets van haarzelf")
    cast["anna"].save()
    assert gijs.post(f"{LEDEN}{member_id(cast, 'anna')}/link/").status_code == 422


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"email": "geen adres"}, "geen e-mailadres"),
        ({"name": ""}, "Vul een naam in"),
        ({"role": "keizer"}, "bestaat niet"),
        ({"email": "anna@merenland.example"}, "al een rol"),
    ],
)
def test_what_is_wrong_stands_at_the_field(gijs: Client, change: dict[str, str], text: str) -> None:
    answer = gijs.post(f"{LEDEN}toevoegen/", {**NEW, **change})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert text in page
    assert "aria-describedby" in page


def test_a_role_changes_at_once_and_with_the_reason(gijs: Client, bas: Client, house: DjangoHouse, cast: dict[str, User]) -> None:
    assert bas.get("/h/merenland/spoor/").status_code == 403
    gijs.post(f"{LEDEN}{member_id(cast, 'bas')}/", {"role": "HR-adviseur", "reason": "Nieuwe taak"})
    assert bas.get("/h/merenland/spoor/").status_code == 200
    event = house.events(most=1)[0]
    assert (event.name, event.reason, event.data["naar"]) == ("lid.rol_gewijzigd", "Nieuwe taak", "HR-adviseur")


def test_whose_role_ended_is_out_at_once(gijs: Client, bas: Client, cast: dict[str, User]) -> None:
    gijs.post(f"{LEDEN}{member_id(cast, 'bas')}/beeindigen/", {"einde-reason": "Uit dienst"})
    assert bas.get("/h/merenland/").status_code == 404
    gijs.post(f"{LEDEN}{member_id(cast, 'bas')}/", {"role": "lezer"})
    assert bas.get("/h/merenland/").status_code == 200


def test_keys_end_with_the_role_and_do_not_come_back(gijs: Client, bas: Client, client: Client, cast: dict[str, User]) -> None:
    page = bas.post("/account/sleutels/", {"sleutel-organisation": "merenland", "sleutel-name": "Rapport"}).content.decode()
    found = re.search(r"fh_[\w-]{20,}", page)
    assert found is not None
    secret = {"Authorization": f"Bearer {found[0]}"}
    gijs.post(f"{LEDEN}{member_id(cast, 'bas')}/beeindigen/", {})
    assert client.get("/api/v1/organisaties", headers=secret).status_code == 401
    gijs.post(f"{LEDEN}{member_id(cast, 'bas')}/", {"role": "lezer"})
    assert client.get("/api/v1/organisaties", headers=secret).status_code == 401


def test_the_last_administrator_stays(gijs: Client, cast: dict[str, User]) -> None:
    number = member_id(cast, "gijs")
    assert gijs.post(f"{LEDEN}{number}/beeindigen/", {}).status_code == 422
    answer = gijs.post(f"{LEDEN}{number}/", {"role": "lezer"})
    assert answer.status_code == 422
    assert "enige beheerder" in answer.content.decode()
    gijs.post(f"{LEDEN}{member_id(cast, 'anna')}/", {"role": "beheerder"})
    assert gijs.post(f"{LEDEN}{number}/beeindigen/", {}).status_code == 302
    assert gijs.get(LEDEN).status_code == 404


def test_somebody_of_another_organisation_is_not_there(gijs: Client, cast: dict[str, User]) -> None:
    assert gijs.get(f"{LEDEN}{member_id(cast, 'daan')}/").status_code == 404
    assert gijs.post(f"{LEDEN}{member_id(cast, 'daan')}/", {"role": "lezer"}).status_code == 404


def test_the_rules_hold_without_pages(house: DjangoHouse, cast: dict[str, User]) -> None:
    with pytest.raises(NotAllowedError):
        add_member(house, "iemand@merenland.example", "Iemand", Role.READER)
    with pytest.raises(NotAllowedError):
        change_role(house, member_id(cast, "bas"), Role.READER)
    with pytest.raises(NotAllowedError):
        end_member(house, member_id(cast, "bas"))
    administrator = house_of(cast["gijs"], "merenland")
    with pytest.raises(RefusedError, match="niet toegevoegd"):
        add_member(administrator, "x", "", Role.READER)
    with pytest.raises(RefusedError):
        add_member(administrator, "lang@merenland.example", "n" * 151, Role.READER)
    with pytest.raises(UnknownItemError):
        change_role(administrator, member_id(cast, "daan"), Role.READER)
    end_member(administrator, member_id(cast, "bas"))
    assert end_member(administrator, member_id(cast, "bas")).ended, "twice is once"
    assert change_role(administrator, member_id(cast, "anna"), Role.ADVISER).role is Role.ADVISER
    assert list(breaks(house.organisation_id)) == []


def test_markup_in_a_name_of_a_person_stays_text(gijs: Client) -> None:
    gijs.post(f"{LEDEN}toevoegen/", {**NEW, "name": "<b>Hanna</b>"})
    assert "<b>Hanna" not in gijs.get(LEDEN).content.decode()
