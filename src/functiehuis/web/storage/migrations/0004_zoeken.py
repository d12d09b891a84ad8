"""What can be found, and its index: FTS5 kept by triggers in SQLite, a ``simple`` tsvector in PostgreSQL."""

import django.db.models.deletion
from django.db import migrations, models

_SQLITE = (
    "CREATE VIRTUAL TABLE storage_search USING fts5(tokens, content='storage_searchrow', content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_insert AFTER INSERT ON storage_searchrow BEGIN INSERT INTO storage_search(rowid, tokens) VALUES (new.id, new.tokens); END",
    "CREATE TRIGGER search_delete AFTER DELETE ON storage_searchrow BEGIN INSERT INTO storage_search(storage_search, rowid, tokens) VALUES ('delete', old.id, old.tokens); END",
    "CREATE TRIGGER search_update AFTER UPDATE ON storage_searchrow BEGIN INSERT INTO storage_search(storage_search, rowid, tokens) VALUES ('delete', old.id, old.tokens); INSERT INTO storage_search(rowid, tokens) VALUES (new.id, new.tokens); END",
)
_POSTGRESQL = ("CREATE INDEX search_tokens ON storage_searchrow USING gin (to_tsvector('simple', tokens))",)


def _index(apps: object, editor: object) -> None:
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    """The table, then its index."""

    dependencies = [("storage", "0003_books_change")]
    operations = [
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("origin", models.CharField(max_length=30)),
                ("kind", models.CharField(max_length=20)),
                ("label", models.CharField(max_length=300)),
                ("title", models.CharField(max_length=300)),
                ("part", models.CharField(blank=True, default="", max_length=300)),
                ("text", models.TextField(blank=True, default="")),
                ("position", models.PositiveIntegerField(default=0)),
                ("tokens", models.TextField()),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="storage.organisation")),
                ("version", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="storage.bookversion")),
            ],
            options={"indexes": [models.Index(fields=["organisation", "origin"], name="search_origin")]},
        ),
        migrations.RunPython(_index, migrations.RunPython.noop),
    ]
