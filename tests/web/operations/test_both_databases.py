"""Everything of the web holds on SQLite and on PostgreSQL: ``script/test`` runs these tests a second time on PostgreSQL."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from command_line import ROOT
from functiehuis.library.books import demo_book
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.house import BookVersion, Happening, Unit, Worksheet
from functiehuis.web.demo.seed import add_book
from functiehuis.web.storage.house import DjangoHouse, found_house, system_house
from functiehuis.web.storage.models import EventRow, Organisation, User
from functiehuis.web.storage.trail import breaks
from web_committed import at_once


def test_postgresql_is_here_for_the_second_run() -> None:
    if subprocess.run([ROOT / "script/postgres", "--is-er"], capture_output=True, check=False).returncode:
        pytest.skip("PostgreSQL is not installed here: the tests of tests/web ran on SQLite only")


def test_the_database_is_the_one_that_was_asked_for() -> None:
    from django.conf import settings

    assert connection.vendor == ("postgresql" if "postgresql" in str(settings.DATABASES["default"]["ENGINE"]) else "sqlite")


@pytest.fixture
def merenland(committed: None) -> DjangoHouse:
    house = found_house("merenland", "Belastingkantoor Merenland", "BKM")
    add_book(house)
    return house


@pytest.mark.parametrize("change", ["UPDATE storage_eventrow SET reason = 'anders'", "DELETE FROM storage_eventrow"])
def test_the_database_refuses_to_change_the_trail(house: DjangoHouse, change: str) -> None:
    with pytest.raises(DatabaseError, match="het spoor verandert niet"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    assert list(breaks(house.organisation_id)) == []


def test_of_two_editors_of_one_function_the_second_is_told(merenland: DjangoHouse) -> None:
    draft = merenland.drafts(2)[0]
    done = at_once(*(lambda: system_house("merenland").put_draft(2, draft, Happening("functie.gewijzigd")) for _ in range(2)))
    assert sorted(type(item).__name__ for item in done) == ["ConflictError", "FunctionDraft"]
    assert any(isinstance(item, ConflictError) and "intussen gewijzigd" in str(item) for item in done)
    assert merenland.draft(2, draft.key).revision == draft.revision + 1
    assert len(merenland.draft_history(2, draft.key)) == 1
    assert list(breaks(merenland.organisation_id)) == []


def test_editors_of_different_functions_do_not_stand_in_each_others_way(merenland: DjangoHouse) -> None:
    drafts = merenland.drafts(2)[:6]

    def edit(at: int) -> object:
        return system_house("merenland").put_draft(2, drafts[at], Happening("functie.gewijzigd"))

    done = at_once(*(partial(edit, at) for at in range(6)))
    assert [item for item in done if isinstance(item, Exception)] == []
    assert list(breaks(merenland.organisation_id)) == []


def test_of_two_who_adopt_a_concept_one_does(merenland: DjangoHouse) -> None:
    version = merenland.version(2)
    adopted = replace(version, status=BookStatus.ADOPTED, known_since=datetime(2026, 12, 1, tzinfo=UTC), decision="Besluit 1")
    done = at_once(*(lambda: system_house("merenland").freeze(adopted, demo_book(), Happening("boek.vastgesteld")) for _ in range(2)))
    assert sum(isinstance(item, BookVersion) for item in done) == 1
    assert sum(isinstance(item, ConflictError | RefusedError) for item in done) == 1
    assert list(breaks(merenland.organisation_id)) == []


def test_many_writers_at_once_leave_one_chain(merenland: DjangoHouse) -> None:
    before = merenland.events(most=1)[0].number

    def write(writer: int) -> None:
        house = system_house("merenland")
        for at in range(10):
            house.put_unit(Unit(None, f"Afdeling {writer}.{at}"), Happening("afdeling.gemaakt"))

    done = at_once(*(partial(write, writer) for writer in range(6)))
    assert done == [None] * 6
    numbers = list(EventRow.objects.filter(organisation_id=merenland.organisation_id, number__gt=before).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(before + 1, before + 61))
    assert Organisation.objects.get(pk=merenland.organisation_id).events == before + 60
    assert list(breaks(merenland.organisation_id)) == []


def test_two_versions_begun_at_once_get_two_numbers(merenland: DjangoHouse) -> None:
    book = demo_book()
    done = at_once(*(lambda: system_house("merenland").add_version(BookVersion(None, 0, "Nieuw"), book, Happening("boek.begonnen")).number for _ in range(2)))
    assert sorted(str(item) for item in done) == ["3", "4"]


def test_two_organisations_founded_with_one_name_at_once_are_one(committed: None) -> None:
    done = at_once(*(lambda: found_house("duinstad", "Gemeente Duinstad") for _ in range(2)))
    assert sorted(type(item).__name__ for item in done) == ["DjangoHouse", "UnknownItemError"]
    assert Organisation.objects.filter(slug="duinstad").count() == 1


NUL = "\0"


def test_a_nul_sign_in_a_text_is_kept_as_an_unknown_sign(house: DjangoHouse) -> None:
    unit = house.put_unit(Unit(None, f"Team{NUL}A"), Happening("afdeling.gemaakt", f"om{NUL}dat", {"was": f"B{NUL}"}))
    assert house.units()[0].name == unit.name == "Team\ufffdA"
    sheet = house.put_worksheet(Worksheet(None, f"T{NUL}", f"Int{NUL}", 1, result={"a": [f"x{NUL}"]}), Happening("werkblad.begonnen"))
    assert house.worksheet(sheet.id or 0).result == {"a": ["x\ufffd"]}
    assert list(breaks(house.organisation_id)) == []


@pytest.mark.parametrize("address", ["/h/merenland/boeken/1/functies/%00/", "/h/merenland/boeken/1/?q=%00", "/account/inloggen/?next=%00"])
def test_a_nul_sign_in_an_address_is_refused(anna: Client, address: str) -> None:
    assert anna.get(address).status_code == 400


def test_a_nul_sign_in_a_form_does_no_harm(cast: dict[str, User]) -> None:
    assert Client().post("/account/inloggen/", {"login": f"anna@merenland.example{NUL}", "password": f"x{NUL}"}).status_code in {200, 422}
