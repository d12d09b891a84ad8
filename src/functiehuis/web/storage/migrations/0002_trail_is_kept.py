"""The database itself refuses to change or remove an event, and makes the table of the shared memory."""

from django.core.management import call_command
from django.db import migrations

_SQLITE = (
    "CREATE TRIGGER trail_no_update BEFORE UPDATE ON storage_eventrow BEGIN SELECT RAISE(ABORT, 'het spoor verandert niet'); END",
    "CREATE TRIGGER trail_no_delete BEFORE DELETE ON storage_eventrow BEGIN SELECT RAISE(ABORT, 'het spoor verandert niet'); END",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION trail_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'het spoor verandert niet'; END $$",
    "CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE ON storage_eventrow FOR EACH ROW EXECUTE FUNCTION trail_is_kept()",
    "CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON storage_eventrow FOR EACH STATEMENT EXECUTE FUNCTION trail_is_kept()",
)


def _guard(apps: object, editor: object) -> None:
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


def _shared_memory(apps: object, editor: object) -> None:
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """After the tables: what guards them."""

    dependencies = [("storage", "0001_initial")]
    operations = [migrations.RunPython(_guard, migrations.RunPython.noop), migrations.RunPython(_shared_memory, migrations.RunPython.noop)]
