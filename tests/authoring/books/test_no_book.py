"""What is no function book: one clear Dutch sentence, soon, and nothing else."""

from __future__ import annotations

import random
import string
import time
from collections.abc import Callable

import pytest

from functiehuis.authoring.books import build_book
from functiehuis.documents import read_bytes
from functiehuis.library.systems import bundled_systems
from functiehuis.model.errors import NotABookError, UnreadableError

MEGABYTES = 5 * 1024 * 1024
SECONDS = 25  # of the processor, on a slow and busy machine; work that grows with the square of the size takes minutes


def noise(letters: str, count: int) -> bytes:
    return "".join(random.Random(7).choices(letters, k=count)).encode()


def many(line: str, count: int = 25_000) -> bytes:
    return (line + "\n").encode() * count


SOURCES: dict[str, Callable[[], bytes]] = {
    "an empty file": lambda: b"",
    "white space only": lambda: b" \n\t\r\n  \x0c ",
    "zeroes": lambda: bytes(1000),
    "binary junk": lambda: random.Random(7).randbytes(300_000),
    "UTF-16 noise": lambda: b"\xff\xfe" + random.Random(7).randbytes(400_000),
    "5 MB of letters": lambda: noise(string.ascii_letters + "  \n", MEGABYTES),
    "5 MB of words at a fixed width": lambda: many("woord zonder zin dat maar doorgaat tot het eind van deze regel hier en dan nog wat", 58_000),
    "5 MB on one line": lambda: noise(string.ascii_lowercase + "  ", MEGABYTES),
    "5 MB of stars on one line": lambda: b"*a " * (MEGABYTES // 3),
    "5 MB of tabs on one line": lambda: b"a\t" * (MEGABYTES // 2),
    "5 MB of dots on one line": lambda: b"." * MEGABYTES,
    "5 MB of comments that never end": lambda: b"<!--" * (MEGABYTES // 4),
    "5 MB of blank lines": lambda: b"\n" * MEGABYTES + b"x",
    "5 MB of form feeds": lambda: b"\x0c" * MEGABYTES + b"x",
    "5 MB of bullets": lambda: many("- x", MEGABYTES // 4),
    "5 MB of labels": lambda: many("Code:", MEGABYTES // 6),
    "many labels": lambda: many("Code:"),
    "many names": lambda: many("Naam functie: x"),
    "many descriptions": lambda: many("Functiebeschrijving"),
    "many result areas": lambda: many("Resultaatgebied 1: x"),
    "many headers of tables": lambda: many("Punten\tSchaal"),
    "many rows": lambda: many("a\tb\tc"),
    "English text": lambda: many("It was the best of times, it was the worst of times.\n", 2000),
    "a novel": lambda: many("Het was een donkere nacht. De wind joeg om het huis en niemand durfde naar buiten te gaan.\n", 20_000),
    "a CSV file": lambda: b"naam;leeftijd;plaats\n" + many("Jan;34;Utrecht", 20_000),
    "JSON": lambda: b'{"rijen": [' + many('{"naam": "x", "code": 1},', 5000) + b"]}",
    "source code": lambda: many("def functie(code: str) -> None:\n    return naam[code]", 2000),
    "2,000 pages": ("Regel een van de pagina.\nRegel twee van de pagina.\n\f" * 2000).encode,
    "a letter that mentions a function book": lambda: b"Beste collega,\n\nHet Functieboek is af. Achter Naam functie staat straks de naam.\n\nGroet",
    "a form that nobody filled in": lambda: b"Functieboek\n\nNaam functie\n\nDit vullen we nog in.\n",
}


@pytest.mark.parametrize("what", SOURCES)
def test_it_is_refused_soon_with_one_clear_dutch_text(what: str) -> None:
    data = SOURCES[what]()
    start = time.process_time()
    with pytest.raises((UnreadableError, NotABookError)) as refused:
        build_book(read_bytes(data, "bron.txt"), bundled_systems())
    assert time.process_time() - start < SECONDS
    text = str(refused.value)
    assert "bron.txt" in text
    assert "\n" not in text
    assert len(text) < 400
    assert any(word in text for word in ("Kies", "Controleer", "Bewaar"))
