"""The front door."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from functiehuis.web.storage.house import houses_of
from functiehuis.web.storage.models import User


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """To the house of the reader; a choice when there are several, an explanation when there is none."""
    user = request.user
    houses = houses_of(user) if isinstance(user, User) else ()
    if len(houses) == 1:
        return redirect("home", slug=houses[0][0])
    return render(request, "accounts/choose.html", {"houses": houses})
