"""The woordenlijst, on screen and on paper."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpResponseBase
from django.shortcuts import render

from functiehuis.library.explanations import explanations
from functiehuis.web.project.rooms import HouseRequest, room


@room()
def glossary(request: HouseRequest) -> HttpResponseBase:
    """Every word with its meaning, by first letter."""
    letters = [(letter, list(items)) for letter, items in groupby(explanations().values(), key=lambda item: item.word[0].upper())]
    return render(request, "glossary/glossary.html", {"page": "glossary", "letters": letters})
