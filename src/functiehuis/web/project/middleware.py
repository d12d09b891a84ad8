"""A refusal of an action becomes a page, whatever view it was raised in; what is too large is refused before it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from functiehuis.actions.hand_in_document import too_large
from functiehuis.model.errors import ConflictError, FunctiehuisError, NotAllowedError, UnknownItemError
from functiehuis.web.storage.clean import clean

_STATUS: tuple[tuple[type[FunctiehuisError], int, str], ...] = (
    (NotAllowedError, 403, "Dit mag u niet"),
    (UnknownItemError, 404, "Niet gevonden"),
    (ConflictError, 409, "Iemand anders was eerder"),
    (FunctiehuisError, 422, "Dit kan zo niet"),
)


class RefusalMiddleware:
    """Turns every FunctiehuisError that a view did not handle into a page with its sentence, and keeps pages of a house out of shared caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request. A NUL sign, which no form of ours sends and no database keeps, is refused in an address and replaced in a field."""
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            text = "In dit adres staat een teken dat niet kan (NUL). Ga terug en kies opnieuw."
            return render(request, "refused.html", {"title": "Dit adres kan niet", "text": text, "status": 400}, status=400)
        if request.method == "POST" and any("\0" in value for values in request.POST.lists() for value in values[1]):
            fields = request.POST.copy()
            for name, values in request.POST.lists():
                fields.setlist(name, [clean(value) for value in values])
            cast("Any", request).POST = fields
        response = self.get_response(request)
        if "Cache-Control" not in response.headers and not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "private, no-store" if request.user.is_authenticated else "private, no-cache"
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for a refusal; other errors go on to Django."""
        for kind, status, title in _STATUS:
            if isinstance(error, kind):
                return render(request, "refused.html", {"title": title, "text": str(error), "status": status}, status=status)
        return None


_AROUND = 64 * 1024  # what a form says around its file
_DRAINED = 512 * 1024 * 1024
_PIECE = 256 * 1024


class UploadLimitMiddleware:
    """Refuses a request that says it is larger than a document may be, without keeping any of it.

    It must come last: what follows (the check of the form's token) reads the body. The body is read past in small pieces, because a browser that is cut off
    while it sends shows its own error instead of our sentence.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request."""
        size = str(request.META.get("CONTENT_LENGTH") or "0")
        if not size.isdigit() or int(size) <= settings.UPLOAD_LIMIT + _AROUND:
            return self.get_response(request)
        left = min(int(size), _DRAINED)
        while left > 0 and (piece := request.read(min(_PIECE, left))):
            left -= len(piece)
        context = {"title": "Dit bestand is te groot", "text": too_large(settings.UPLOAD_LIMIT), "status": 413}
        answer = render(request, "refused.html", context, status=413)
        answer.headers["Connection"] = "close"
        return answer
