"""Pages of the public edition: those of the book, in a place where one only reads and only the version in force exists."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, ClassVar, cast

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import get_urlconf, set_urlconf
from django.views.decorators.http import require_safe

from functiehuis.model.errors import UnknownItemError
from functiehuis.model.house import BookVersion
from functiehuis.web.books import comparing, functions
from functiehuis.web.books import views as books
from functiehuis.web.glossary import views as glossary_pages
from functiehuis.web.project.rooms import HouseRequest, Place
from functiehuis.web.storage.house import public_house

_NAMES = "functiehuis.web.public.names"


class PublicPlace(Place):
    """A place for everybody: nothing but the version in force."""

    public: ClassVar[bool] = True

    @cached_property
    def versions(self) -> tuple[BookVersion, ...]:
        """The version in force, and no other."""
        now = Place(self.house).in_force
        return (now,) if now else ()


@require_safe
def start(request: HttpRequest, slug: str) -> HttpResponseBase:
    """To the matrix of the version in force."""
    with _here():
        return redirect("matrix", slug=slug, number=_open(slug).versions[0].number)


@require_safe
def matrix(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The functiematrix."""
    return _shown(books.matrix, request, slug, number=number)


@require_safe
def function(request: HttpRequest, slug: str, number: int, code: str) -> HttpResponseBase:
    """One normfunctie."""
    return _shown(functions.function, request, slug, number=number, code=code)


@require_safe
def compare(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Levels side by side."""
    return _shown(comparing.compare, request, slug, number=number)


@require_safe
def glossary(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The words of the field."""
    return _shown(glossary_pages.glossary, request, slug)


def _open(slug: str) -> PublicPlace:
    place = PublicPlace(public_house(slug))
    if not place.versions:
        raise UnknownItemError("Er is geen openbaar functieboek op dit adres.")
    return place


def _shown(view: Callable[..., HttpResponseBase], request: HttpRequest, slug: str, **given: Any) -> HttpResponseBase:
    place = _open(slug)
    if given.get("number", place.versions[0].number) != place.versions[0].number:
        raise UnknownItemError("Er is geen openbaar functieboek op dit adres.")
    entered = cast("HouseRequest", request)
    entered.place = place
    # The page itself, without the door in front of it that asks who comes in.
    page: Callable[..., HttpResponseBase] = inspect.unwrap(view)
    with _here():
        return page(entered, **given)


@contextmanager
def _here() -> Iterator[None]:
    """Within, the names of pages of the book lead to the public edition."""
    before = get_urlconf()
    set_urlconf(_NAMES)
    try:
        yield
    finally:
        set_urlconf(before)
