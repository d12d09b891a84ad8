"""What happened: on screen, as sentences, and whole or visibly broken."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from command_line import ROOT, Run
from functiehuis.library.happenings import names, sentence
from functiehuis.model.house import Event, Happening, Unit
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.models import EventRow
from functiehuis.web.storage.trail import breaks

SPOOR = "/h/merenland/spoor/"
SOURCE = ROOT / "src/functiehuis"


@pytest.fixture(autouse=True)
def _empty_memory(db: None) -> None:
    cache.clear()


@pytest.fixture
def unguarded(house: DjangoHouse) -> Iterator[Any]:
    """A cursor past the guard of the database, as somebody with the keys of the server has."""
    with connection.cursor() as cursor:
        for name in ("trail_no_update", "trail_no_delete", "trail_no_change", "trail_no_truncate"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (" ON storage_eventrow" if connection.vendor == "postgresql" else ""))
        yield cursor


# --- on screen


def test_the_newest_event_stands_on_top_with_who_and_what(gijs: Client, house: DjangoHouse) -> None:
    house.put_unit(Unit(None, "Heffen"), Happening("afdeling.toegevoegd", "Nieuwe indeling", {"naam": "Heffen"}))
    page = gijs.get(SPOOR).content.decode()
    assert "<strong>Anna Visser</strong> maakte de afdeling Heffen" in page
    assert "Nieuwe indeling" in page
    assert page.index("maakte de afdeling") < page.index("begon een nieuw concept")


def test_a_date_is_told_as_people_write_it(gijs: Client, cast: object) -> None:
    assert "vanaf 1 januari 2022" in gijs.get(f"{SPOOR}?soort=versie").content.decode()


def test_filters_by_kind_person_and_day(gijs: Client, house: DjangoHouse) -> None:
    house.put_unit(Unit(None, "Heffen"), Happening("afdeling.toegevoegd", data={"naam": "Heffen"}))
    assert "Heffen" in gijs.get(f"{SPOOR}?soort=afdeling").content.decode()
    assert "begon een nieuw concept" not in gijs.get(f"{SPOOR}?soort=afdeling").content.decode()
    assert "begon een nieuw concept" not in gijs.get(f"{SPOOR}?wie=Anna+Visser").content.decode()
    today = timezone.localdate()
    assert "Heffen" in gijs.get(f"{SPOOR}?van={today}&tot={today}").content.decode()
    assert "Wis de filters" in gijs.get(f"{SPOOR}?tot={today - timedelta(days=1)}").content.decode()


@pytest.mark.parametrize("query", ["van=gisteren", "tot=9999-12-31", "van=0001-01-01", "voor=abc", "voor=" + "9" * 30, "wie=<script>"])
def test_a_wrong_filter_breaks_nothing(gijs: Client, query: str) -> None:
    answer = gijs.get(f"{SPOOR}?{query}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_pages_go_back_to_the_first_event(gijs: Client, house: DjangoHouse) -> None:
    for at in range(60):
        house.put_unit(Unit(None, f"Team {at}"), Happening("afdeling.toegevoegd", data={"naam": f"Team {at}"}))
    seen: list[int] = []
    there = SPOOR
    while there:
        page = gijs.get(there).content.decode()
        seen += [int(number) for number in re.findall(r'id="g(\d+)"', page)]
        found = re.search(r'href="(\?voor=\d+)"', page)
        there = SPOOR + found[1] if found else ""
    assert seen == list(range(seen[0], 0, -1))


def test_a_thing_has_a_page_of_its_own(gijs: Client, house: DjangoHouse) -> None:
    unit = house.put_unit(Unit(None, "Heffen"), Happening("afdeling.toegevoegd", data={"naam": "Heffen"}))
    page = gijs.get(f"{SPOOR}afdeling/{unit.id}/").content.decode()
    assert re.findall(r'id="g(\d+)"', page) == [str(house.events(most=1)[0].number)]
    version = house.version(2).id
    assert "over in het concept" in gijs.get(f"{SPOOR}normfunctie/{version}/N03.03.02/").content.decode()
    assert "Geen gebeurtenissen" in gijs.get(f"{SPOOR}afdeling/999/").content.decode()


def test_who_may_not_read_the_trail_is_refused(bas: Client, emre: Client, fien: Client, daan: Client) -> None:
    assert [client.get(SPOOR).status_code for client in (bas, emre, fien, daan)] == [403, 403, 403, 404]
    assert daan.get(f"{SPOOR}versie/1/").status_code == 404


def test_a_page_asks_the_database_little(gijs: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(12):
        gijs.get(SPOOR)
    with django_assert_max_num_queries(12):
        gijs.get(f"{SPOOR}versie/1/")


# --- sentences


def _named() -> dict[str, Path]:
    """Every name of an event in the source, with where it stands; a name that is put together counts by each of its words."""
    found: dict[str, Path] = {}
    kinds = "|".join(sorted({name.split(".")[0] for name in names()}))
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Happening" and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value.strip("."):
                        found[part.value] = path
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(rf"(?:{kinds})\.[a-z_]+", node.value):
                found[node.value] = path
    found.pop("boek.yaml", None)  # the name of a file
    return found


def test_every_event_has_a_sentence() -> None:
    assert {name: str(path) for name, path in _named().items() if name not in names()} == {}


def test_a_sentence_needs_no_facts_and_follows_a_name() -> None:
    for name in names():
        event = Event(1, timezone.now(), "Anna", 1, name, "lid", "1", "", {}, "", "", "")
        said = sentence(event)
        assert said, name
        assert "{" not in said, name
        assert said[0].islower(), name
        assert not said.endswith("."), name


def test_an_event_of_a_later_version_is_told_by_its_name() -> None:
    event = Event(1, timezone.now(), "Anna", 1, "dossier.gesloten", "dossier", "7", "", {}, "", "", "")
    assert sentence(event) == "deed dossier.gesloten bij dossier 7"


def test_braces_in_a_fact_stay_text() -> None:
    event = Event(1, timezone.now(), "Anna", 1, "organisatie.gemaakt", "organisatie", "7", "", {"naam": "{x} {0}"}, "", "", "")
    assert sentence(event) == "maakte de organisatie {x} {0}"


# --- whole or broken


def test_the_database_itself_refuses_to_change_an_event(house: DjangoHouse) -> None:
    with pytest.raises(DatabaseError):
        EventRow.objects.filter(number=1).update(actor="iemand anders")


def tamper(cursor: Any, how: str, house: DjangoHouse) -> None:
    statements = {
        "words": "UPDATE storage_eventrow SET actor = 'iemand anders' WHERE number = 3 AND organisation_id = %s",
        "removed": "DELETE FROM storage_eventrow WHERE number = 5 AND organisation_id = %s",
        "end": "DELETE FROM storage_eventrow WHERE number > 10 AND organisation_id = %s",
        "role": "UPDATE storage_membership SET role = 'beheerder' WHERE role = 'lezer' AND organisation_id = %s",
        "book": "UPDATE storage_bookversion SET snapshot = '{}' WHERE number = 1 AND organisation_id = %s",
        "function": "UPDATE storage_functionrow SET wire = '{}' WHERE key = 'N03.03.02' AND version_id IN "
        "(SELECT id FROM storage_bookversion WHERE organisation_id = %s)",
        "made": "INSERT INTO storage_unit (organisation_id, name, revision, retired) VALUES (%s, 'Stiekem', 0, %s)",
    }
    cursor.execute(statements[how], [house.organisation_id, False] if how == "made" else [house.organisation_id])


HOW = ["words", "removed", "end", "role", "book", "function", "made"]


@pytest.mark.parametrize("how", HOW)
def test_whatever_is_changed_around_the_trail_is_found(unguarded: Any, house: DjangoHouse, gijs: Client, how: str) -> None:
    assert list(breaks(house.organisation_id)) == []
    tamper(unguarded, how, house)
    assert list(breaks(house.organisation_id)) != []
    gijs.post(f"{SPOOR}controle/")
    assert "Het spoor is gebroken" in gijs.get(SPOOR).content.decode()


def test_a_changed_event_shows_on_the_page_without_asking(unguarded: Any, house: DjangoHouse, gijs: Client) -> None:
    tamper(unguarded, "words", house)
    page = gijs.get(SPOOR).content.decode()
    assert "Gebeurtenis 3 is veranderd nadat zij was opgeschreven" in page
    assert "gebroken" in page


def test_a_whole_trail_says_so_and_when(gijs: Client, anna: Client) -> None:
    assert "Het spoor is heel" in gijs.post(f"{SPOOR}controle/", follow=True).content.decode()
    assert "Heel bij de laatste controle" in anna.get(SPOOR).content.decode()


def test_one_employer_does_not_see_the_break_of_another(unguarded: Any, house: DjangoHouse, daan: Client) -> None:
    tamper(unguarded, "words", house)
    daan.post("/h/heuvelrijk/spoor/controle/")
    assert "Het spoor is gebroken" not in daan.get("/h/heuvelrijk/spoor/").content.decode()


# --- the command


def test_the_command_says_that_it_is_whole(house: DjangoHouse, run: Run) -> None:
    outcome = run("trail", "controleer")
    assert outcome.code == 0
    assert "merenland: het spoor is heel" in outcome.out
    assert "heuvelrijk: het spoor is heel" in outcome.out


def test_the_command_lists_what_is_broken_and_ends_with_1(unguarded: Any, house: DjangoHouse, run: Run) -> None:
    tamper(unguarded, "words", house)
    outcome = run("trail", "controleer")
    assert outcome.code == 1
    assert "merenland: het spoor is gebroken op 1 plaats." in outcome.out
    assert "  Gebeurtenis 3 is veranderd" in outcome.out
    assert run("trail", "controleer", "--organisatie", "heuvelrijk").code == 0
    assert run("trail", "controleer", "--organisatie", "merenland").code == 1


def test_the_command_refuses_an_organisation_that_is_not_there(house: DjangoHouse, run: Run) -> None:
    assert run("trail", "controleer", "--organisatie", "nergens").code == 1


# --- nothing goes around it

_WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}


def test_nothing_outside_storage_writes_a_table() -> None:
    found = []
    for path in (SOURCE / "web").rglob("*.py"):
        if "storage" in path.relative_to(SOURCE).parts or path.name == "testing.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                writes = node.func.attr in _WRITES or (node.func.attr == "update" and "objects" in ast.unparse(node.func))
                writes = writes and not ast.unparse(node.func).startswith("cache.")
                raw = node.func.attr in {"execute", "executemany", "raw"} and path.name != "health.py"
                if writes or raw:
                    found.append(f"{path.relative_to(SOURCE)}:{node.lineno} {ast.unparse(node.func)}")
    allowed = {"web/demo/seed.py", "web/commands/setup.py"}  # the demo gives its made-up people their one password; migrating takes a lock
    assert [place for place in found if place.split(":")[0] not in allowed] == []


def test_what_storage_writes_is_told() -> None:
    """In storage, a function that saves, makes or removes rows tells the trail, or is one of the few that may do without."""
    silent = {"create_user", "first_account", "append_all", "actor_of_key", "put_intake", "found_house", "keep_preferences", "once"}
    silent |= {
        "_put_rows",
        "begin",
        "beat",
        "end",
        "take_up",
    }  # a back-up brings its own trail, which is checked; signs of life of workers are of no organisation
    for path in set((SOURCE / "web/storage").glob("*.py")) - {SOURCE / "web/storage/search.py"}:  # made of what was told, for finding it
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name not in silent:
                calls = {call.func.attr for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)}
                if calls & (_WRITES - {"create"}):
                    assert calls & {"tell", "tell_all"}, f"{path.name}: {node.name} writes and does not tell"
