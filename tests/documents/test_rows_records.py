"""Rows of any table: the columns that are known, and cells that a spreadsheet would take for a formula."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functiehuis.documents.rows import BadRow, Record, guarded, read_records, unguarded
from functiehuis.model.errors import UnreadableError

KNOWN = {"nummer": ("nummer", "id"), "naam": ("naam", "roepnaam")}


def _written(folder: Path, text: str, name: str = "lijst.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@given(st.text())
def test_a_guarded_cell_comes_back_the_same(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))


def test_columns_are_found_by_any_of_their_names_in_any_order(tmp_path: Path) -> None:
    rows = list(read_records(_written(tmp_path, "Roepnaam;onbekend;ID\nGids;x;7\n"), KNOWN))
    assert rows == [Record(2, {"nummer": "7", "naam": "Gids"})]


def test_a_row_that_is_too_wide_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    wide, fine = read_records(_written(tmp_path, "id;naam\n1;a;b;c\n2;d\n"), KNOWN)
    assert isinstance(wide, BadRow)
    assert "4 kolommen" in wide.reason
    assert fine == Record(3, {"nummer": "2", "naam": "d"})


def test_a_short_row_has_empty_cells(tmp_path: Path) -> None:
    assert list(read_records(_written(tmp_path, "id;naam\n1\n"), KNOWN)) == [Record(2, {"nummer": "1", "naam": ""})]


def test_a_quote_that_stays_open_is_told(tmp_path: Path) -> None:
    rows = list(read_records(_written(tmp_path, 'id;naam\n1;"open\n2;dicht\n'), KNOWN))
    assert isinstance(rows[0], BadRow)
    assert rows[-1] == Record(3, {"nummer": "2", "naam": "dicht"})


def test_a_file_without_known_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="geen rij met kolomnamen"):
        list(read_records(_written(tmp_path, "zomaar tekst\nnog een regel\n"), KNOWN))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="geen tabel"):
        list(read_records(_written(tmp_path, "{}", "lijst.jsonl"), KNOWN))
