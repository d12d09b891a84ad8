"""Whether this process can work: it answers, and the database does."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse


def healthy(request: HttpRequest) -> JsonResponse:
    """200 with ``{"gezond": true}``; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"gezond": False, "waarom": "de database antwoordt niet"}, status=503)
    return JsonResponse({"gezond": True})
