"""How a program comes in: with a key, in one organisation, with the right that the address asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query
from ninja.security import HttpBearer

from functiehuis.actions.policy import Right, require
from functiehuis.model.errors import UnknownItemError
from functiehuis.web.api.problems import ApiProblemError
from functiehuis.web.api.shapes import LARGEST
from functiehuis.web.storage.house import DjangoHouse, house_of_key

Item = TypeVar("Item")
Slug = Annotated[str, Path(..., alias="organisatie", max_length=50, pattern=r"^[a-z0-9-]+$", description="De naam van de organisatie in het adres.")]
VersionNumber = Annotated[int, Path(..., alias="versie", ge=1, le=LARGEST, description="Het nummer van de versie.")]
Identifier = Annotated[int, Path(..., alias="id", ge=1, le=LARGEST)]
Key = Annotated[str, Path(..., alias="sleutel", max_length=200, description="Hoe de normfunctie in deze versie heet, zoals in de functiematrix staat.")]
PageNumber = Annotated[int, Query(1, alias="pagina", ge=1, le=100_000, description="Welke bladzijde.")]
PerPage = Annotated[int, Query(50, alias="per_pagina", ge=1, le=200, description="Hoeveel op een bladzijde.")]


class KeyAuth(HttpBearer):
    """A key that was made on the page of an account."""

    openapi_description = "Een sleutel (fh_…) van uw account. U maakt en beëindigt hem op de pagina van uw account."

    def authenticate(self, request: HttpRequest, token: str) -> DjangoHouse | None:
        """The house of the key; None when it does not work (any more)."""
        return house_of_key(token) if token.startswith("fh_") and len(token) <= 100 else None


class KeyRequest(HttpRequest):
    """A request that came in with a key."""

    auth: DjangoHouse


def caller(request: HttpRequest) -> DjangoHouse:
    """The house of the key that a request came in with."""
    return cast("KeyRequest", request).auth


def enter(request: HttpRequest, slug: str, right: Right) -> DjangoHouse:
    """The house of the caller. Another organisation looks as if it were not there; a missing right is refused."""
    house = caller(request)
    if slug != house.actor.organisation:
        raise UnknownItemError("Deze organisatie bestaat niet, of uw sleutel hoort er niet bij.")
    require(house.actor, right)
    return house


def page(request: HttpRequest, response: HttpResponse, found: Sequence[Item], number: int, size: int, shape: Callable[[Item], Any]) -> dict[str, Any]:
    """A page of a list, with links to the others in the head."""
    last = max(1, -(-len(found) // size))
    wanted = {"first": 1, "prev": number - 1, "next": number + 1, "last": last}
    links = [f'<{_address(request, at, size)}>; rel="{name}"' for name, at in wanted.items() if 1 <= at <= last]
    response.headers["Link"] = ", ".join(links)
    shown = [shape(item) for item in found[(number - 1) * size : number * size]]
    return {"resultaten": shown, "pagina": number, "per_pagina": size, "totaal": len(found)}


def mark(*parts: object) -> str:
    """The ETag of a thing: of what it is and of its revision."""
    return f'"{sha256("/".join(map(str, parts)).encode()).hexdigest()[:32]}"'


def check_match(given: str | None, now: str) -> None:
    """Refuse a change without If-Match, or with one of an older state."""
    if given is None:
        raise ApiProblemError(428)
    if given.strip() != "*" and now not in [part.strip() for part in given.split(",")]:
        raise ApiProblemError(412)


def _address(request: HttpRequest, number: int, size: int) -> str:
    query = request.GET.copy()
    query["pagina"], query["per_pagina"] = str(number), str(size)
    return f"{request.path}?{urlencode(sorted(query.items()))}"
