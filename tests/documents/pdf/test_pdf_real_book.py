"""The real book, where it is at hand: every item, every bold run, every heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from functiehuis.documents.document import BlockKind, Document
from functiehuis.documents.formats.pdf import read
from functiehuis.model.emphasis import decode

BOOK = Path(__file__).parents[4] / "shared" / "functieboek"

pytestmark = pytest.mark.skipif(not (BOOK / "bghu.pdf").is_file(), reason="the licensed book is not in this repository")


@pytest.fixture(scope="module")
def document() -> Document:
    return read((BOOK / "bghu.pdf").read_bytes(), "bghu.pdf")


@pytest.fixture(scope="module")
def source() -> list[str]:
    return [line for line in (BOOK / "bghu.txt").read_text(encoding="utf-8").splitlines() if line.strip()]


def test_items_with_their_emphasis(document: Document, source: list[str]) -> None:
    wanted = [decode(line[2:]).collapsed().plain() for line in source if line.startswith("- ")]
    found = [block.text.collapsed().plain() for block in document.blocks if block.kind is BlockKind.ITEM and block.marker == "•"]
    assert len(wanted) == 262
    assert found == wanted
    assert sum(len(text.bold) for text in found) == 69


def test_table_of_contents(document: Document) -> None:
    tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert [[len(row) for row in table.rows] for table in tables] == [[4] * 17]


def test_everything_else_is_a_block_of_its_own(document: Document, source: list[str]) -> None:
    found = [" ".join(block.text.text.split()) for block in document.blocks if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)]
    plain = [" ".join(decode(line).text.split()) for line in source if not line.startswith("- ") and line.count("\t") != 3]
    assert found == [text for text in plain if not text.startswith("1. ")]


def test_the_footer_is_set_aside(document: Document) -> None:
    assert len(document.set_aside) == 25
    assert len({"".join(char for char in text.text if not char.isdigit()) for text in document.set_aside}) == 1
    assert not any(text.text.startswith("Functieboek BghU") for text in document.texts())
