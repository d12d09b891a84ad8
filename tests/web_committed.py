"""Tests that need what others see: changes that are committed, from several threads or processes at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoDbBlocker


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database in which everything is really committed; emptied afterwards, for which the guards of the trail step aside."""
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            with _without_guards():
                call_command("flush", verbosity=0, interactive=False)
            connection.close()


@contextmanager
def _without_guards() -> Iterator[None]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, sql in triggers:
            cursor.execute(sql)


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
