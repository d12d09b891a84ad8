"""Read a table of local functions from a file, as it stands there: what it would change comes after."""

from __future__ import annotations

import tempfile
from pathlib import Path

from functiehuis.actions.local_function_rules import clean
from functiehuis.documents.rows import BadRow, Record, read_records
from functiehuis.model.errors import UnreadableError

COLUMNS: dict[str, tuple[str, ...]] = {
    "nummer": ("nummer", "functienummer", "id"),
    "roepnaam": ("roepnaam", "naam", "titel", "functienaam", "functietitel", "functie"),
    "afdeling": ("afdeling", "team", "eenheid", "organisatieonderdeel"),
    "fte": ("fte", "formatie"),
    "code": ("code", "normfunctie", "functiecode"),
    "beschrijving": ("beschrijving", "omschrijving", "functiebeschrijving", "tekst", "taken", "werkzaamheden"),
}
MOST_ROWS = 10_000


def read_table(data: bytes, name: str) -> tuple[Record | BadRow, ...]:
    """The rows of a .csv or .xlsx. Refuses with UnreadableError what cannot be read, has no column "nummer", or has too many rows."""
    with tempfile.TemporaryDirectory(prefix="functiehuis-") as folder:
        path = Path(folder) / (clean(Path(name.replace("\\", "/")).name)[-80:].lstrip(".") or "bestand.csv")
        path.write_bytes(data)
        rows: list[Record | BadRow] = []
        for row in read_records(path, COLUMNS):
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise UnreadableError(f"{path.name} heeft meer dan {MOST_ROWS} rijen. Verdeel het over meer bestanden.")
    records = [row for row in rows if isinstance(row, Record)]
    if records and "nummer" not in records[0].values:
        raise UnreadableError(f"In {path.name} staat geen kolom nummer. Aan het nummer wordt een functie herkend. Voeg die kolom toe.")
    if not rows:
        raise UnreadableError(f"In {path.name} staan geen rijen onder de kolomnamen. Zet er per lokale functie een rij in.")
    return tuple(rows)
