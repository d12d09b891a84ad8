"""What holds for every address of the API: the size and kind of what is sent, refusals in one form, the version, and answers that need not be sent twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from functiehuis.web.api.problems import problem

VERSION = "1.0.0"
_ROOT = "/api/"


class ApiMiddleware:
    """Stands around the API only; the pages pass through untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request."""
        if not request.path.startswith(_ROOT):
            return self.get_response(request)
        response = _refused(request) or _in_one_form(self.get_response(request))
        response.headers["API-Version"] = VERSION
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.headers["Vary"] = "Authorization"
        if request.path.endswith("/openapi.json"):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return _not_twice(request, response)


def _refused(request: HttpRequest) -> HttpResponse | None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit():
        return problem(400)
    if int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return problem(413)
    if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
        return problem(400)
    if request.method in {"POST", "PUT", "PATCH"} and int(length) and request.content_type != "application/json":
        return problem(415)
    return None


def _in_one_form(response: HttpResponse) -> HttpResponse:
    if response.status_code >= 400 and response.headers.get("Content-Type") != "application/problem+json":
        kept = {name: response.headers[name] for name in ("Allow", "WWW-Authenticate") if name in response.headers}
        return problem(response.status_code, headers=kept)
    return response


def _not_twice(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if request.method not in {"GET", "HEAD"} or response.status_code != 200:
        return response
    if "ETag" not in response.headers:
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    # If-Match is about what is written; a reader who sends it gets what there is.
    given = get_conditional_response(request, etag=response.headers["ETag"], response=response) if "If-None-Match" in request.headers else response
    return given if isinstance(given, HttpResponse) else response
