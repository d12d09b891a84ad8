"""Pages of a version: the matrix and a function."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right
from functiehuis.model.errors import UnknownItemError
from functiehuis.web.project.rooms import HouseRequest, room


@room(Right.READ_BOOK)
def matrix(request: HouseRequest, number: int) -> HttpResponseBase:
    """The functiematrix of a version."""
    request.place.kept = open_book(request.place.house, number)
    return render(request, "books/matrix.html", {"page": "book", "book": request.place.kept.book})


@room(Right.READ_BOOK)
def function(request: HouseRequest, number: int, code: str) -> HttpResponseBase:
    """One normfunctie."""
    kept = request.place.kept = open_book(request.place.house, number)
    found = next((item for item in kept.book.functions if item.label == code), None)
    if found is None:
        raise UnknownItemError(f"Normfunctie {code} staat niet in versie {number} van dit boek. Kies haar in de functiematrix.")
    return render(request, "books/function.html", {"page": "book", "book": kept.book, "function": found})
