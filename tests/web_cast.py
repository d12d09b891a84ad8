"""The fixed cast: a house with the demo book, and everybody signed in.

Anna HR-adviser, Bas manager, Carla committee, Emre employee, Fien reader, Gijs administrator; Daan is HR-adviser of another employer.
"""

from __future__ import annotations

import pytest
from django.test import Client

from functiehuis.model.house import Happening, Member
from functiehuis.web.demo.seed import CAST, add_book
from functiehuis.web.storage.house import DjangoHouse, found_house, house_of
from functiehuis.web.storage.models import User


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    """The people by first name, in their two organisations; Merenland has the demo book, adopted (1) and as a concept (2)."""
    houses = {"merenland": found_house("merenland", "Belastingkantoor Merenland", "BKM"), "heuvelrijk": found_house("heuvelrijk", "Gemeente Heuvelrijk", "GH")}
    people = {}
    for person in CAST:
        houses[person.organisation].put_member(Member(None, None, person.email, person.name, person.role), Happening("lid.toegevoegd"))
        people[person.name.split()[0].casefold()] = User.objects.get(email=person.email)
    add_book(houses["merenland"])
    return people


@pytest.fixture
def house(cast: dict[str, User]) -> DjangoHouse:
    """The house of Merenland, as Anna sees it."""
    return house_of(cast["anna"], "merenland")


def _signed_in(cast: dict[str, User], name: str) -> Client:
    client = Client()
    client.force_login(cast[name])
    return client


@pytest.fixture
def anna(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "anna")


@pytest.fixture
def bas(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "bas")


@pytest.fixture
def carla(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "carla")


@pytest.fixture
def emre(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "emre")


@pytest.fixture
def fien(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "fien")


@pytest.fixture
def gijs(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "gijs")


@pytest.fixture
def daan(cast: dict[str, User]) -> Client:
    return _signed_in(cast, "daan")
