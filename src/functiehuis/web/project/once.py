"""A form does one thing, however often it is sent: it carries a token that names it, signed for who asked for it."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest

from functiehuis.web.project.rooms import HouseRequest

FIELD = "formulier"
_SALT = "functiehuis.formulier"
_DAY = 24 * 60 * 60


def fresh_token(request: HttpRequest) -> str:
    """A token for a form of this reader."""
    return signing.dumps([getattr(request.user, "pk", None), secrets.token_urlsafe(16)], salt=_SALT)


def read_token(token: str) -> tuple[int | None, str]:
    """For whom a token was made, and the name of the form; nobody and nothing when it is not ours or older than a day."""
    try:
        who, name = signing.loads(token, salt=_SALT, max_age=_DAY)
    except (signing.BadSignature, ValueError, TypeError):
        return None, ""
    return (who if isinstance(who, int) else None), str(name)


def once(request: HouseRequest, work: Callable[[], str]) -> str:
    """Do the work of a posted form once, and give its answer (an address); a second click gives the same address and does nothing."""
    name = read_token(request.POST.get(FIELD, ""))[1]
    return request.place.house.once(name, work) if name else work()
