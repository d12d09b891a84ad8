"""What is written down about the API is true: a machine tries it out, always with the same cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from functiehuis.actions.access_keys import make_key
from functiehuis.model.house import Happening, LocalFunction, Unit
from functiehuis.web.storage.house import DjangoHouse

SCHEMA = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """A request does not close the connection that the test is in the middle of; the client of Django does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def key(house: DjangoHouse) -> str:
    """A key of Anna, in a house with a unit and a local function."""
    unit = house.put_unit(Unit(None, "Heffen"), Happening("afdeling.toegevoegd"))
    house.put_local_function(LocalFunction(None, "L001", "Heffer", unit=unit.id), Happening("lokalefunctie.toegevoegd"))
    return make_key(house, "proef")[1]


@SCHEMA.parametrize()
@settings(max_examples=3, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_does_what_its_description_says(case: schemathesis.Case[Any], key: str) -> None:
    # Some rules are about more than the form (a code that the book has, a name that is free), so a request of the right form may be refused.
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, excluded_checks=[positive_data_acceptance])


@SCHEMA.parametrize()
@settings(max_examples=3, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_does_so_with_things_that_are_there(case: schemathesis.Case[Any], key: str, house: DjangoHouse) -> None:
    there = {"organisatie": "merenland", "versie": 2, "sleutel": "N03.03.02", "vanaf": 1}
    there["id"] = (house.units()[0].id if "afdelingen" in case.path else house.local_functions()[0].id) or 0
    case.path_parameters.update({name: there[name] for name in case.path_parameters if name in there})
    if "vanaf" in case.query:
        case.query["vanaf"] = there["vanaf"]
    # Wrong names and numbers in the address were put right above, so such a request is no longer wrong.
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, excluded_checks=[positive_data_acceptance, negative_data_rejection])
