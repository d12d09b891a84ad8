"""Tests that need what others see: changes that are committed, from several threads or processes at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker


@pytest.fixture
def _guards(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """The statements that put the guards of the trail back, after the database is emptied; filled by who took them away."""
    statements: list[str] = []
    yield statements
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    connection.close()


@pytest.fixture
def committed(_guards: list[str], transactional_db: None) -> Iterator[None]:
    """A database in which everything is really committed; emptied afterwards, for which the guards of the trail step aside."""
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE storage_eventrow DISABLE TRIGGER USER")
            _guards.append("ALTER TABLE storage_eventrow ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for name, statement in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
            _guards.append(statement)


def at_once(*works: Callable[[], object]) -> list[object]:
    """Do works at the same moment, each in a thread with a connection of its own; what each gave, or the error it raised."""
    gate = threading.Barrier(len(works), timeout=30)

    def run(work: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            gate.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as people:
        doing = [people.submit(run, work) for work in works]
        return [item.exception(60) or item.result() for item in doing]
