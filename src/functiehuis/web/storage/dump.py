"""All of a house as one file: a zip with a JSON line per row, a file per table, and the hash of each. The same for SQLite and PostgreSQL.

In: a database that may be in use. Out: the file, of one moment. Back: into a database that is empty, or emptied in the same transaction; nothing is kept
when anything is wrong. Refuses with RefusedError a file that is damaged, of another version of the tables, or with a broken trail.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from functiehuis import __version__
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Actor, Happening, Role
from functiehuis.web.storage.models import Organisation
from functiehuis.web.storage.trail import append, breaks

FORM = "functiehuis/back-up/1"
_INDEX = "inhoud.json"
_LEFT_OUT = {"sessions.session", "contenttypes.contenttype", "auth.permission", "storage.workerbeat"}


def _tables() -> list[type[models.Model]]:
    found = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy]
    return [model for model in found if model._meta.label_lower not in _LEFT_OUT]


def write(path: Path) -> dict[str, int]:
    """Write the file; how many rows of each table it holds."""
    counts, hashes = {}, {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, _moment():
        for model in _tables():
            name = f"{model._meta.label_lower}.jsonl"
            seen, count = hashlib.sha256(), 0
            with archive.open(name, "w", force_zip64=True) as file:
                for row in model._base_manager.order_by("pk").iterator(chunk_size=200):
                    line = serializers.serialize("jsonl", [row], ensure_ascii=False).encode()
                    seen.update(line)
                    file.write(line)
                    count += 1
            counts[model._meta.label_lower], hashes[name] = count, seen.hexdigest()
        told = {"vorm": FORM, "versie": __version__, "gemaakt": datetime.now(UTC).isoformat(timespec="seconds")}
        index = {**told, "tabellen": _migrations(), "regels": counts, "sha256": hashes}
        archive.writestr(_INDEX, json.dumps(index, ensure_ascii=False, indent=1))
    return counts


@contextmanager
def _moment() -> Iterator[None]:
    """Inside, the database is seen as it is now, whatever others write meanwhile, and nobody is hindered."""
    connection = cast("Any", connections["default"])
    connection.ensure_connection()
    mode = getattr(connection, "transaction_mode", None)
    connection.transaction_mode = None  # in SQLite: a transaction that reads, not one that keeps writers out
    try:
        with transaction.atomic(durable=True):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            Organisation.objects.count()  # in SQLite the moment is that of the first look
            yield
    finally:
        connection.transaction_mode = mode


def _migrations() -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connections["default"]).applied_migrations())


def read_index(path: Path) -> dict[str, Any]:
    """What a file says it holds. Refuses what is no back-up, or is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            index: dict[str, Any] = json.loads(archive.read(_INDEX))
            if index.get("vorm") != FORM:
                raise RefusedError(f"{path} is een back-up in de vorm {index.get('vorm')}; deze versie kent alleen {FORM}. Gebruik de versie die hem maakte.")
            for name, wanted in index["sha256"].items():
                seen = hashlib.sha256()
                with archive.open(name) as file:
                    for piece in iter(lambda: file.read(1 << 20), b""):
                        seen.update(piece)
                if seen.hexdigest() != wanted:
                    raise RefusedError(f"{path} is beschadigd: {name} is niet meer wat werd bewaard. Gebruik een andere back-up.")
    except FileNotFoundError as error:
        raise RefusedError(f"{path} bestaat niet. Controleer de naam.") from error
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise RefusedError(f"{path} is geen back-up van een huis, of is beschadigd. Gebruik een andere back-up.") from error
    return index


def restore(path: Path, *, overwrite: bool = False) -> dict[str, int]:
    """Put a file back; how many rows of each table. Refuses a house that has an organisation or account, unless it may be overwritten."""
    index = read_index(path)
    if index["tabellen"] != _migrations():
        raise RefusedError(
            f"{path} is van een andere versie van de tabellen (Functiehuis {index['versie']}; hier {__version__}). Herstel met die versie en werk daarna bij."
        )
    with transaction.atomic():
        with _without_guards():
            _make_empty(overwrite=overwrite)
            with zipfile.ZipFile(path) as archive:
                for name in index["sha256"]:
                    _put_rows(archive, name)
        _refuse_broken(path, index)
        _reset_numbers()
        for organisation in Organisation.objects.order_by("pk"):
            happening = Happening("organisatie.hersteld", f"Back-up van {index['gemaakt']} teruggezet.", {"gemaakt": index["gemaakt"]})
            append(organisation.pk, Actor(None, "Functiehuis", organisation.slug, Role.ADMINISTRATOR), happening, organisation)
    return cast("dict[str, int]", index["regels"])


def _put_rows(archive: zipfile.ZipFile, name: str) -> None:
    with archive.open(name) as file:
        for item in serializers.deserialize("jsonl", io.TextIOWrapper(file, "utf-8", newline="\n")):
            item.save(force_insert=True)


def _make_empty(*, overwrite: bool) -> None:
    held = [model for model in _tables() if model._base_manager.exists()]
    if not held:
        return
    if not overwrite:
        raise RefusedError("Dit huis is niet leeg. Herstel in een leeg huis, of geef --overschrijf om alles wat er staat te vervangen.")
    from django.contrib.sessions.models import Session

    Session.objects.all().delete()
    for model in held:
        rows = model._base_manager.all()
        cast("Any", rows)._raw_delete(rows.db)  # without looking what hangs on it: everything goes


def _refuse_broken(path: Path, index: dict[str, Any]) -> None:
    for model in _tables():
        there, told = model._base_manager.count(), index["regels"].get(model._meta.label_lower, 0)
        if there != told:
            raise RefusedError(f"{path} gaf {there} regels van {model._meta.label_lower}, en dat hadden er {told} moeten zijn. Er is niets veranderd.")
    for organisation in Organisation.objects.order_by("pk"):
        for item in breaks(organisation.pk):
            raise RefusedError(f"Het spoor van {organisation.slug} in {path} is niet heel: {item.text} Er is niets veranderd.")


@contextmanager
def _without_guards() -> Iterator[None]:
    """The trail can be emptied inside this block, and nowhere else; a failure takes everything back, the guards included."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE storage_eventrow DISABLE TRIGGER USER")
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE storage_eventrow ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'storage_eventrow'")
        guards = cursor.fetchall()
        for name, _ in guards:
            cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
        yield
        for _, statement in guards:
            cursor.execute(statement)


def _reset_numbers() -> None:
    connection = connections["default"]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _tables()):
            cursor.execute(statement)
