"""What every page knows: the house, the reader's role and rights, the appearance."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from functiehuis import __version__


def house(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page. ``request.place`` is set by ``rooms.enter`` for pages of a house."""
    return {
        "place": getattr(request, "place", None),
        "version": __version__,
        "demo": settings.DEMO,
        "appearance": getattr(request.user, "appearance", "") if hasattr(request, "user") else "",
    }
