"""The book is read the same however people, word processors and scanners changed its text; and nothing of a line is lost."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from book_facts import differences, unaccounted
from perturbations import ALL, Perturbation

from functiehuis.authoring.books import BookReading, build_book
from functiehuis.authoring.publications import book_document
from functiehuis.documents import read_bytes
from functiehuis.documents.formats.markdown import write
from functiehuis.language.spelling import Speller
from functiehuis.library.books import demo_book
from functiehuis.library.systems import bundled_systems

REAL = Path(__file__).parents[4] / "shared" / "functieboek" / "bghu.txt"


def read(source: str | bytes) -> BookReading:
    data = source if isinstance(source, bytes) else source.encode()
    return build_book(read_bytes(data, "boek.md"), bundled_systems(), Speller().listed)


@lru_cache(maxsize=2)
def sound(which: str) -> tuple[str, BookReading]:
    text = write(book_document(demo_book(), bundled_systems()[1])) if which == "voorbeeldboek" else REAL.read_text("utf-8")
    return text, read(text)


def check(which: str, damage: Perturbation) -> None:
    text, expected = sound(which)
    changed = damage.apply(text)
    reading = read(changed)
    assert differences(expected.book, reading.book, damage.ignore) == []
    if isinstance(changed, str):
        assert unaccounted(changed, reading) == []


@pytest.mark.parametrize("damage", ALL, ids=lambda damage: damage.name)
def test_the_demo_book_is_read_the_same_with(damage: Perturbation) -> None:
    check("voorbeeldboek", damage)


@pytest.mark.skipif(not REAL.is_file(), reason="het echte functieboek is hier niet aanwezig (../shared/functieboek)")
@pytest.mark.parametrize("damage", ALL, ids=lambda damage: damage.name)
def test_the_real_book_is_read_the_same_with(damage: Perturbation) -> None:
    check("echt boek", damage)


def test_a_description_cut_off_anywhere_leaves_the_others_whole() -> None:
    text, expected = sound("voorbeeldboek")
    lines = text.splitlines()
    last = max(at for at, line in enumerate(lines) if line == "Functiebeschrijving")
    for end in range(last + 1, len(lines), 3):
        book = read("\n".join(lines[:end])).book
        assert [function.code for function in book.functions[:14]] == [function.code for function in expected.book.functions[:14]]
        assert [function.characteristics == other.characteristics for function, other in zip(book.functions[:14], expected.book.functions, strict=False)] == [
            True
        ] * 14
