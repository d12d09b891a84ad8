"""Whether this process can work: it lives (``/gezond``), and it is ready for visitors (``/gereed``)."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from functiehuis.web.storage import queue


def healthy(request: HttpRequest) -> JsonResponse:
    """200 with ``{"gezond": true}``; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"gezond": False, "waarom": "de database antwoordt niet"}, status=503)
    return JsonResponse({"gezond": True})


def prepared(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and its tables are those of this version; 503 with the reason otherwise.

    ``werkers`` says how many processes for long work live, ``wachtrij`` how many jobs wait. A house without a worker is ready: pages work, reading waits.
    """
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if behind:
            return JsonResponse({"gereed": False, "waarom": "de tabellen zijn niet bijgewerkt; start 'functiehuis serve' of 'functiehuis werk'"}, status=503)
        return JsonResponse({"gereed": True, "werkers": queue.living(), "wachtrij": queue.waiting()})
    except DatabaseError:
        return JsonResponse({"gereed": False, "waarom": "de database antwoordt niet"}, status=503)
