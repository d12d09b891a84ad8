"""Every role, every right, every address: who comes in where. An address without a row here is a door that nobody thought about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from functiehuis.actions.access_keys import make_key
from functiehuis.actions.policy import RIGHTS, Right, may, require
from functiehuis.model.errors import NotAllowedError
from functiehuis.model.house import Actor, Happening, LocalFunction, Role, Unit, Worksheet
from functiehuis.web.api.api import api
from functiehuis.web.storage.house import DjangoHouse, house_of
from functiehuis.web.storage.models import User

ROLES = {
    "anna": Role.ADVISER,
    "bas": Role.MANAGER,
    "carla": Role.COMMITTEE_MEMBER,
    "emre": Role.EMPLOYEE,
    "fien": Role.READER,
    "gijs": Role.ADMINISTRATOR,
}
R = Right
DOORS: dict[str, Right | None] = {
    # Books
    "home": R.READ_BOOK,
    "versions": R.READ_BOOK,
    "matrix": R.READ_BOOK,
    "compare": R.READ_BOOK,
    "changes": R.READ_BOOK,
    "function": R.READ_BOOK,
    "search": R.READ_BOOK,
    "glossary": None,
    "findings": R.READ_DRAFT,
    "finding-counts": R.READ_DRAFT,
    "begin-concept": R.EDIT_BOOK,
    "concept": R.EDIT_BOOK,
    "frame": R.EDIT_BOOK,
    "function-add": R.EDIT_BOOK,
    "function-check-new": R.EDIT_BOOK,
    "function-edit": R.EDIT_BOOK,
    "function-check": R.EDIT_BOOK,
    "function-history": R.EDIT_BOOK,
    "function-act": R.EDIT_BOOK,
    "intakes": R.EDIT_BOOK,
    "intake": R.EDIT_BOOK,
    "intake-answer": R.EDIT_BOOK,
    "intake-confirm": R.EDIT_BOOK,
    "adopt": R.ADOPT_BOOK,
    "retire": R.ADOPT_BOOK,
    # Organisation
    "local-functions": R.READ_HOUSE,
    "local-function": R.READ_HOUSE,
    "local-function-history": R.READ_HOUSE,
    "units": R.READ_HOUSE,
    "export": R.READ_HOUSE,
    "import-template": R.READ_HOUSE,
    "local-function-add": R.EDIT_HOUSE,
    "local-function-change": R.EDIT_HOUSE,
    "local-function-retire": R.EDIT_HOUSE,
    "unit-add": R.EDIT_HOUSE,
    "unit-change": R.EDIT_HOUSE,
    "unit-retire": R.EDIT_HOUSE,
    "import": R.EDIT_HOUSE,
    "import-preview": R.EDIT_HOUSE,
    # Placing
    "worksheets": R.READ_WORKSHEET,
    "worksheet": R.READ_WORKSHEET,
    "worksheet-add": R.PLACE,
    # Access and trail
    "members": R.MANAGE_PEOPLE,
    "add-member": R.MANAGE_PEOPLE,
    "member": R.MANAGE_PEOPLE,
    "end-member": R.MANAGE_PEOPLE,
    "member-link": R.MANAGE_PEOPLE,
    "settings": R.SETTINGS,
    "style": R.SETTINGS,
    "house-style": None,
    "trail": R.READ_TRAIL,
    "trail-thing": R.READ_TRAIL,
    "check-trail": R.READ_TRAIL,
}
"""Per name of an address in an organisation the right that it asks; None: any role will do."""
POSTING = {"worksheet": R.PLACE}
"""Where sending something asks another right than looking."""
OUTSIDE = {"start", "account", "new-key", "end-key", "begin", "begin-organisation", "healthy", "prepared", "kept-form"}
"""Addresses outside an organisation, apart from those of signing in, the API and the public edition, which have tests of their own."""
API_DOORS = {
    "organisaties": None,
    "versies": R.READ_BOOK,
    "versie": R.READ_BOOK,
    "boek": R.READ_BOOK,
    "functiematrix": R.READ_BOOK,
    "normfuncties": R.READ_BOOK,
    "normfunctie": R.READ_BOOK,
    "wijzig_normfunctie": R.EDIT_BOOK,
    "vergelijking": R.READ_BOOK,
    "wijzigingen": R.READ_BOOK,
    "meldingen": R.READ_DRAFT,
    "kandidaten": R.PLACE,
    "zoeken": R.READ_BOOK,
    "afdelingen": R.READ_HOUSE,
    "nieuwe_afdeling": R.EDIT_HOUSE,
    "afdeling": R.READ_HOUSE,
    "wijzig_afdeling": R.EDIT_HOUSE,
    "lokale_functies": R.READ_HOUSE,
    "nieuwe_lokale_functie": R.EDIT_HOUSE,
    "lokale_functie": R.READ_HOUSE,
    "wijzig_lokale_functie": R.EDIT_HOUSE,
    "werkbladen": R.READ_WORKSHEET,
    "werkblad": R.READ_WORKSHEET,
}
VALUES: dict[str, object] = {"slug": "merenland", "number": 1, "code": "N03.03.02", "key": "N03.03.02", "kind": "lid", "form": "csv", "ticket": "x"}


def addresses(resolver: URLResolver | None = None, path: str = "/") -> Iterator[tuple[str, str]]:
    """Every address with its name, as a pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = path + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or "", route


def filled(route: str, there: dict[str, object]) -> str:
    """An address with values for its parts; an identifier that is not there unless one is given, so that trying changes nothing."""
    for part in route.split("<")[1:]:
        given = part.split(">")[0]
        route = route.replace(f"<{given}>", str(there.get(given.split(":")[-1], 999999)))
    return route


def inside() -> list[tuple[str, str]]:
    return [(name, route) for name, route in addresses() if route.startswith("/h/")]


def test_every_address_has_a_row_here() -> None:
    assert {name for name, _ in inside()} - DOORS.keys() == set(), "which right does it ask? Add a row to DOORS"
    ours = ("/h/", "/api/", "/openbaar/", "/account/")
    assert {name for name, route in addresses() if not route.startswith(ours)} <= OUTSIDE


def test_every_role_at_every_address(cast: dict[str, User]) -> None:
    wrong = []
    for who, role in ROLES.items():
        client = Client()
        client.force_login(cast[who])
        for name, route in inside():
            for method in ("get", "post"):
                right = POSTING.get(name, DOORS[name]) if method == "post" else DOORS[name]
                status = getattr(client, method)(filled(route, VALUES)).status_code
                refused = right is not None and right not in RIGHTS[role]
                if status != 405 and ((status == 403) != refused or status >= 500):
                    wrong.append(f"{who} {method} {route}: {status}")
    assert wrong == []


def test_who_is_not_signed_in_comes_in_nowhere(cast: object) -> None:
    for name, route in inside():
        for method in ("get", "post"):
            answer = getattr(Client(), method)(filled(route, VALUES))
            assert answer.status_code in (302, 404, 405), f"{method} {route}"
            if answer.status_code == 302:
                assert answer["Location"].startswith("/account/inloggen/"), name


@pytest.fixture
def things(house: DjangoHouse) -> list[dict[str, object]]:
    """What is in Merenland, as parts of addresses that somebody might guess."""
    unit = house.put_unit(Unit(None, "Merenlandse heffers"), Happening("afdeling.toegevoegd"))
    local = house.put_local_function(LocalFunction(None, "L1", "Merenlandse heffer", unit=unit.id), Happening("lokalefunctie.toegevoegd"))
    sheet = house.put_worksheet(Worksheet(None, "Merenlands werkblad", "Je int in Merenland.", 1), Happening("werkblad.begonnen"))
    intake = house.add_intake("Merenland.docx", b"x", Happening("inlezing.begonnen"))
    return [{"identifier": item} for item in (unit.id, local.id, sheet.id, intake.id, house.members()[0].id)]


def test_somebody_of_another_employer_sees_nothing_at_any_address(cast: dict[str, User], things: list[dict[str, object]], house: DjangoHouse) -> None:
    daan = Client()
    daan.force_login(cast["daan"])
    before = house.events(most=1)[0].number
    for _, route in inside():
        for thing in things if "identifier" in route else things[:1]:
            for method in ("get", "post"):
                answer = getattr(daan, method)(filled(route, {**VALUES, **thing}))
                assert answer.status_code in (404, 405), f"{method} {route}"
                assert b"Merenland" not in answer.content
    assert house.events(most=1)[0].number == before


def test_guessing_in_his_own_house_brings_him_nothing_of_another(cast: dict[str, User], things: list[dict[str, object]], house: DjangoHouse) -> None:
    daan = Client()
    daan.force_login(cast["daan"])
    before = house.events(most=1)[0].number
    for name, route in inside():
        for thing in things if "identifier" in route else things[:1]:
            for method in ("get", "post"):
                answer = getattr(daan, method)(filled(route, {**VALUES, **thing, "slug": "heuvelrijk"}))
                content = b"".join(answer.streaming_content) if answer.streaming else answer.content
                assert b"erenland" not in content, f"{name}: {method} {route}"
    assert daan.get("/h/heuvelrijk/zoeken/?q=Merenlandse").content.count(b"heffer") == 0
    assert house.events(most=1)[0].number == before


def operations() -> Iterator[tuple[str, str, str]]:
    schema: Any = api.get_openapi_schema()
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield operation["operationId"], method, path


def test_every_address_of_the_api_has_a_row_here() -> None:
    assert {name for name, _, _ in operations()} == API_DOORS.keys()


def test_every_role_at_every_address_of_the_api(cast: dict[str, User]) -> None:
    bodies = {
        "wijzig_normfunctie": '{"normfunctie": {"naam": "x"}}',
        "kandidaten": '{"tekst": "Je int."}',
        "wijzig_afdeling": '{"naam": "x"}',
        "nieuwe_afdeling": '{"naam": ""}',
        "wijzig_lokale_functie": '{"nummer": "1", "roepnaam": "x"}',
        "nieuwe_lokale_functie": '{"nummer": "", "roepnaam": "x"}',
    }
    values = {"organisatie": "merenland", "versie": 1, "sleutel": "N03.03.02", "id": 999999}
    query = {"zoeken": "?q=beleid", "vergelijking": "?groep=N03.03", "wijzigingen": "?vanaf=1"}
    wrong = []
    for who, role in [*ROLES.items(), ("daan", Role.ADVISER)]:
        organisation = "heuvelrijk" if who == "daan" else "merenland"
        secret = make_key(house_of(cast[who], organisation), "proef")[1]
        for name, method, path in operations():
            there = path.format(**values) + query.get(name, "")
            body = bodies.get(name, "")
            # A body that is wrong is told before the right is, so those two are refused in another way.
            status = Client().generic(method.upper(), there, body, content_type="application/json", headers={"Authorization": f"Bearer {secret}"}).status_code
            right = API_DOORS[name]
            if who == "daan":
                fine = status == (200 if name == "organisaties" else 422 if name.startswith("nieuwe") else 404)
            elif right is not None and right not in RIGHTS[role]:
                fine = status == (422 if name.startswith("nieuwe") else 403)
            else:
                fine = status not in (401, 403) and status < 500
            if not fine:
                wrong.append(f"{who} {name}: {status}")
    assert wrong == []


def test_the_table_of_rights_is_the_one_that_was_agreed() -> None:
    letters = {
        Role.ADMINISTRATOR: "x x x x x x x x x x x",
        Role.ADVISER: "x x x x x x x x x - -",
        Role.MANAGER: "x x - - x - - - - - -",
        Role.COMMITTEE_MEMBER: "x x - - x - x - x - -",
        Role.EMPLOYEE: "x - - - - - - - - - -",
        Role.READER: "x - - - - - - - - - -",
    }
    for role, row in letters.items():
        actor = Actor(1, "Iemand", "merenland", role)
        for right, letter in zip(Right, row.split(), strict=True):
            assert may(actor, right) == (letter == "x"), f"{role.value}: {right.value}"
            if letter == "-":
                with pytest.raises(NotAllowedError, match=role.value):
                    require(actor, right)
            else:
                require(actor, right)
