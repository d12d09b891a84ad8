"""Findings, adopting, retiring, and the book as of a date."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from book_documents import text, token_in
from functiehuis.actions.open_book import in_force
from functiehuis.authoring.editing import form_of
from functiehuis.model.book import BookStatus
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks

BOOKS = "/h/merenland/boeken/"
FINDINGS, ADOPT, RETIRE = f"{BOOKS}2/meldingen/", f"{BOOKS}2/vaststellen/", f"{BOOKS}1/intrekken/"
KEY = "N03.01.06"


def spoil(client: Client, house: DjangoHouse) -> None:
    """Put a word in the concept that is spelled wrong: an error."""
    draft = house.draft(2, KEY)
    form = {**form_of(draft.function), "stand": str(draft.revision)}
    form["kenmerken"] += "\nadviseert de organisatie over de begrotting van het jaar"
    assert client.post(f"{BOOKS}2/bewerken/functie/{KEY}/", form).status_code == 302


def adopted(client: Client, house: DjangoHouse, **fields: str) -> Any:
    given = {"stand": str(house.version(2).revision), "ingangsdatum": "2027-01-01", "besluit": "Besluit dagelijks bestuur nr. 26-114", **fields}
    return client.post(ADOPT, given)


@pytest.mark.parametrize(("who", "reads"), [("bas", 200), ("carla", 200), ("emre", 403), ("fien", 403), ("daan", 404)])
def test_findings_are_read_with_concepts_and_answered_by_editors(who: str, reads: int, request: pytest.FixtureRequest, house: DjangoHouse) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.get(FINDINGS).status_code == reads
    assert client.get(f"{FINDINGS}telling/").status_code == reads
    assert client.post(FINDINGS, {"melding": "x", "reden": "x", "doe": "openen"}).status_code == (404 if who == "daan" else 403)


@pytest.mark.parametrize("who", ["bas", "carla", "emre", "fien", "daan"])
def test_only_who_may_adopt_adopts_and_retires(who: str, request: pytest.FixtureRequest, house: DjangoHouse) -> None:
    client: Client = request.getfixturevalue(who)
    refused = 404 if who == "daan" else 403
    assert client.get(ADOPT).status_code == refused
    assert adopted(client, house).status_code == refused
    assert client.get(RETIRE).status_code == refused
    assert client.post(RETIRE, {"datum": "2026-01-01", "reden": "weg"}).status_code == refused
    assert [item.status for item in house.versions()] == [BookStatus.DRAFT, BookStatus.ADOPTED]


def test_findings_come_after_each_edit_and_are_filtered(anna: Client, house: DjangoHouse) -> None:
    assert "begrotting" not in text(anna.get(FINDINGS))
    spoil(anna, house)
    assert "begrotting" in text(anna.get(FINDINGS))
    assert "begrotting" in text(anna.get(f"{FINDINGS}?ernst=fout&functie={KEY}&code=FB020"))
    assert "Geen meldingen met deze filters" in text(anna.get(f"{FINDINGS}?code=FB027"))
    assert "1 × fout" in text(anna.get(f"{FINDINGS}telling/"))


def test_leaving_a_finding_needs_a_reason_and_opening_brings_it_back(anna: Client, house: DjangoHouse) -> None:
    spoil(anna, house)
    page = anna.get(f"{FINDINGS}?ernst=fout").content.decode()
    named = page.split('name="melding" value="')[1][:10]
    refused = anna.post(FINDINGS, {"melding": named, "reden": ""})
    assert refused.status_code == 422
    assert 'id="reden-fout"' in refused.content.decode()
    assert anna.post(FINDINGS, {"melding": named, "reden": "<b>vakterm</b>"}).status_code == 302
    assert "'begrotting' is verkeerd" not in text(anna.get(FINDINGS))
    aside = anna.get(f"{FINDINGS}?toon=genegeerd").content.decode()
    assert "&lt;b&gt;vakterm" in aside
    anna.post(FINDINGS, {"melding": named, "doe": "openen"})
    assert "'begrotting' is verkeerd" in text(anna.get(FINDINGS))
    assert list(breaks(house.organisation_id)) == []


def test_a_finding_that_is_not_there_is_not_left(anna: Client, house: DjangoHouse) -> None:
    assert anna.post(FINDINGS, {"melding": "0000000000", "reden": "weg"}).status_code == 404


def test_errors_stand_in_the_way_of_adopting_and_are_listed(anna: Client, house: DjangoHouse) -> None:
    spoil(anna, house)
    page = text(anna.get(ADOPT))
    assert "U kunt nog niet vaststellen." in page
    assert "begrotting" in page
    answer = adopted(anna, house)
    assert answer.status_code == 422
    assert house.version(2).status is BookStatus.DRAFT


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"ingangsdatum": ""}, "ingangsdatum"),
        ({"ingangsdatum": "31-2-2027"}, "ingangsdatum"),
        ({"ingangsdatum": "1200-01-01"}, "ingangsdatum"),
        ({"ingangsdatum": "9999-01-01"}, "ingangsdatum"),
        ({"besluit": ""}, "besluit"),
        ({"besluit": "x" * 1001}, "besluit"),
    ],
)
def test_adopting_needs_a_date_and_a_decision(anna: Client, house: DjangoHouse, fields: dict[str, str], wrong: str) -> None:
    answer = adopted(anna, house, **fields)
    assert answer.status_code == 422
    assert f'id="{wrong}-fout"' in answer.content.decode()
    assert house.version(2).status is BookStatus.DRAFT


def test_adopting_freezes_the_book_with_its_fingerprint(anna: Client, house: DjangoHouse) -> None:
    assert adopted(anna, house, ingangsdatum="1-1-2027").status_code == 302
    version = house.version(2)
    assert (version.status, version.valid_from, version.decision) == (BookStatus.ADOPTED, date(2027, 1, 1), "Besluit dagelijks bestuur nr. 26-114")
    assert len(version.fingerprint) == 64
    assert house.book(2).book.status is BookStatus.ADOPTED
    draft = house.draft(2, KEY)
    late = anna.post(f"{BOOKS}2/bewerken/functie/{KEY}/", {**form_of(draft.function), "naam": "Anders", "stand": str(draft.revision)})
    assert late.status_code == 422
    assert house.version(2) == version
    assert list(breaks(house.organisation_id)) == []


def test_adopting_twice_is_once(anna: Client, house: DjangoHouse) -> None:
    seen = str(house.version(2).revision)
    for _ in range(2):
        assert adopted(anna, house, stand=seen).status_code == 302
    assert [item.name for item in house.events("versie")].count("boek.vastgesteld") == 2, "one of 2022, one now"


def test_a_concept_that_changed_meanwhile_is_not_adopted(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    seen = str(house.version(2).revision)
    draft = house.draft(2, KEY)
    gijs.post(f"{BOOKS}2/bewerken/functie/{KEY}/", {**form_of(draft.function), "schaal": "12", "stand": "0"})
    answer = adopted(anna, house, stand=seen)
    assert answer.status_code == 409
    assert house.version(2).status is BookStatus.DRAFT


def test_the_book_on_a_day_and_as_known_on_a_day(anna: Client, house: DjangoHouse) -> None:
    adopted(anna, house, ingangsdatum="2024-01-01")  # retroactive
    today = datetime.now(UTC).date().isoformat()
    assert "gold Functieboek 2022" in text(anna.get(f"{BOOKS}?op=2023-12-31"))
    assert "gold Functieboek 2027" in text(anna.get(f"{BOOKS}?op=2024-01-01"))
    assert "gold Functieboek 2022" in text(anna.get(f"{BOOKS}?op=2024-01-01&bekend=2024-01-01"))
    assert "gold Functieboek 2027" in text(anna.get(f"{BOOKS}?op=2024-01-01&bekend={today}"))
    assert "geen vastgesteld boek" in text(anna.get(f"{BOOKS}?op=2020-01-01"))


@pytest.mark.parametrize("typed", ["gisteren", "2027-13-01", "<script>"])
def test_what_is_no_date_is_told_at_the_field(anna: Client, typed: str) -> None:
    answer = anna.get(BOOKS, {"op": typed})
    assert answer.status_code == 422
    assert 'id="op-fout"' in answer.content.decode()
    assert "<script>a" not in answer.content.decode()


@pytest.mark.parametrize(("fields", "wrong"), [({"datum": ""}, "datum"), ({"datum": "2021-01-01"}, "datum"), ({"reden": ""}, "reden")])
def test_retiring_needs_a_date_after_its_effect_and_a_reason(anna: Client, house: DjangoHouse, fields: dict[str, str], wrong: str) -> None:
    answer = anna.post(RETIRE, {"datum": "2025-01-01", "reden": "Vervangen", **fields})
    assert answer.status_code == 422
    assert f'id="{wrong}-fout"' in answer.content.decode()
    assert house.version(1).retired_on is None


def test_a_retired_version_stays_to_read_and_is_no_longer_in_force(anna: Client, emre: Client, house: DjangoHouse) -> None:
    for _ in range(2):
        assert anna.post(RETIRE, {"datum": "2025-01-01", "reden": "Vervangen"}).status_code == 302
    version = house.version(1)
    assert (version.status, version.retired_on) == (BookStatus.LAPSED, date(2025, 1, 1))
    assert emre.get(f"{BOOKS}1/").status_code == 200
    assert in_force(house.versions(), date(2024, 12, 31)) == version
    assert in_force(house.versions(), date(2025, 1, 1)) is None
    assert in_force(house.versions(), date(2025, 1, 1), datetime(2025, 6, 1, tzinfo=UTC)) == version, "nobody knew it then"
    assert anna.post(RETIRE, {"datum": "2025-02-01", "reden": "Nog eens"}).status_code == 422


def test_a_concept_is_not_retired(anna: Client, house: DjangoHouse) -> None:
    assert anna.post(f"{BOOKS}2/intrekken/", {"datum": "2027-01-01", "reden": "Toch niet"}).status_code == 422


def test_a_new_concept_goes_on_from_an_adopted_version_once(anna: Client, house: DjangoHouse) -> None:
    address = f"{BOOKS}1/nieuw-concept/"
    assert anna.post(address, {"titel": " "}).status_code == 422
    token = token_in(anna.get(address))
    for _ in range(2):
        assert anna.post(address, {"titel": "Functieboek 2030", "formulier": token})["Location"] == f"{BOOKS}3/bewerken/"
    assert (house.version(3).based_on, house.version(3).status) == (1, BookStatus.DRAFT)
    assert house.book(3).book.functions == house.book(1).book.functions
    assert len(house.versions()) == 3


def test_a_reader_sees_adopted_versions_and_no_doors_to_editing(emre: Client, house: DjangoHouse) -> None:
    page = text(emre.get(BOOKS))
    assert "Functieboek 2022" in page
    assert "Functieboek 2027" not in page
    assert "Bewerken" not in page
    assert "Intrekken" not in page
