"""The page of an account: preferences, and keys for programs."""

from __future__ import annotations

import re

from django.test import Client

from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.models import ApiToken, User


def key_of(client: Client, organisation: str = "merenland", name: str = "Rapport") -> str:
    page = client.post("/account/sleutels/", {"sleutel-organisation": organisation, "sleutel-name": name}).content.decode()
    found = re.search(r"fh_[\w-]{20,}", page)
    assert found is not None
    return found[0]


def test_somebody_chooses_dark_and_sees_dark(anna: Client) -> None:
    anna.post("/account/", {"name": "Anna Visser", "appearance": "donker", "shortcuts": "on"})
    page = anna.get("/h/merenland/").content.decode()
    assert 'theme-dark.css" media="all"' in page
    assert "data-shortcuts" in page


def test_shortcuts_can_be_switched_off(anna: Client) -> None:
    anna.post("/account/", {"name": "Anna Visser", "appearance": ""})
    assert "data-shortcuts" not in anna.get("/h/merenland/").content.decode()


def test_an_empty_name_is_refused_with_the_reason_at_the_field(anna: Client, cast: dict[str, User]) -> None:
    answer = anna.post("/account/", {"name": " ", "appearance": "licht"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert User.objects.get(pk=cast["anna"].pk).appearance == ""


def test_another_name_is_told_in_the_trail(anna: Client, house: DjangoHouse) -> None:
    anna.post("/account/", {"name": "Anna Bakker", "appearance": ""})
    assert house.events(most=1)[0].data == {"account": "Anna Bakker", "van": "Anna Visser", "naar": "Anna Bakker"}


def test_a_key_is_shown_once_and_kept_as_a_hash(anna: Client, house: DjangoHouse) -> None:
    secret = key_of(anna)
    assert secret not in anna.get("/account/").content.decode()
    row = ApiToken.objects.get()
    assert secret not in f"{row.name}{row.start}{row.hash}"
    event = house.events(most=1)[0]
    assert (event.name, event.data) == ("sleutel.gemaakt", {"naam": "Rapport"})


def test_a_key_that_ended_works_no_more(anna: Client, client: Client) -> None:
    secret = key_of(anna)
    assert client.get("/api/v1/organisaties", headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    anna.post(f"/account/sleutels/merenland/{ApiToken.objects.get().pk}/beeindigen/")
    assert client.get("/api/v1/organisaties", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_nobody_ends_a_key_of_somebody_else(anna: Client, gijs: Client, daan: Client, client: Client) -> None:
    secret = key_of(anna)
    number = ApiToken.objects.get().pk
    assert gijs.post(f"/account/sleutels/merenland/{number}/beeindigen/").status_code == 404
    assert daan.post(f"/account/sleutels/merenland/{number}/beeindigen/").status_code == 404
    assert client.get("/api/v1/organisaties", headers={"Authorization": f"Bearer {secret}"}).status_code == 200


def test_nobody_makes_a_key_for_another_organisation(daan: Client) -> None:
    answer = daan.post("/account/sleutels/", {"sleutel-organisation": "merenland", "sleutel-name": "Stiekem"})
    assert answer.status_code == 422
    assert not ApiToken.objects.exists()


def test_a_key_needs_a_name(anna: Client) -> None:
    assert anna.post("/account/sleutels/", {"sleutel-organisation": "merenland", "sleutel-name": ""}).status_code == 422


def test_there_is_an_end_to_the_number_of_keys(anna: Client) -> None:
    for at in range(20):
        key_of(anna, name=f"Nummer {at}")
    answer = anna.post("/account/sleutels/", {"sleutel-organisation": "merenland", "sleutel-name": "Nog een"})
    assert answer.status_code == 422
    assert "al 20 sleutels" in answer.content.decode()


def test_markup_in_a_name_stays_text(anna: Client) -> None:
    key_of(anna, name="<script>alert(1)</script>")
    page = anna.get("/account/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
