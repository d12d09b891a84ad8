"""Find the normfunctie for a description, or for a file full of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from functiehuis.classifying.descriptions import text_of_document
from functiehuis.classifying.proposals import Placer
from functiehuis.documents import read_document
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.documents.reading import FORMATS
from functiehuis.documents.rows import BadRow, Row, read_rows
from functiehuis.library.placing import placer_for
from functiehuis.library.sources import open_source
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import DOUBT, NO_FUNCTION, Precedent, PrecedentSource
from functiehuis.model.errors import UnknownItemError, UnreadableError
from functiehuis.model.placement import Answer, Placement
from functiehuis.model.system import BookSystem

_SPACE = re.compile(r"\s")
_ROWS = frozenset((".csv", ".tsv", ".xlsx", ".jsonl", ".ndjson"))


def open_placer(path: Path, systems: Sequence[BookSystem], progress: Progress = no_progress, *, earlier: Path | None = None) -> Placer:
    """What places descriptions in the book at a path; ``earlier`` is a file of earlier placements (id, titel, tekst, code).

    Refuses what ``open_source`` and ``read_rows`` refuse, a book without functions, and an earlier placement in a function that the book does not have.
    """
    book = open_source(path, systems, progress).book
    return placer_for(book, tuple(_earlier(earlier, book)) if earlier else ())


def read_description(given: str) -> tuple[str, str]:
    """The title and text of a description: of a file (.txt, .docx, .pdf ...), or the words themselves.

    Refuses with UnreadableError a file that cannot be read, and a name of a file that does not exist.
    """
    if not given.strip():
        return "", given
    path = Path(given)
    if path.suffix.lower() in _ROWS and not _SPACE.search(given):
        raise UnreadableError(f"{path.name} is een bestand met rijen, geen beschrijving van één functie. Geef het bestand mee met --invoer.")
    looks_like_file = len(given) < 300 and (path.suffix.lower() in FORMATS or not _SPACE.search(given.strip()))
    if looks_like_file and (path.suffix or "/" in given or path.exists()):
        return text_of_document(read_document(path))
    return "", given


def place_rows(placer: Placer, rows: Iterable[Row | BadRow]) -> Iterator[Placement | BadRow]:
    """Each row placed, in the order of the rows; a bad row goes through as it is."""
    for row in rows:
        yield row if isinstance(row, BadRow) else placer.place(row.text, title=row.title, identifier=row.id)


def answer_of(placer: Placer, written: str) -> Answer:
    """An answer written as ``as=graad`` ("beslisruimte=groot"). Refuses with UnknownItemError an axis or degree that does not exist."""
    key, _, name = (part.strip() for part in written.partition("="))
    axis = placer.cues.axis(key)
    if axis is None:
        known = ", ".join(item.key for item in placer.cues.axes)
        raise UnknownItemError(f"'{key}' is geen as. Schrijf een antwoord als as=graad, met een van deze assen: {known}.")
    ranks = {degree.name: rank for rank, degree in enumerate(axis.degrees)}
    if name not in ranks:
        raise UnknownItemError(f"'{name}' is geen graad van {key}. Kies uit: {', '.join(ranks)}.")
    return Answer(key, ranks[name])


def _earlier(path: Path, book: FunctionBook) -> Iterator[Precedent]:
    names = {function.label: function.name for function in book.functions}
    for row in read_rows(path):
        if isinstance(row, BadRow):
            raise UnreadableError(f"{path.name}: {row.reason}")
        code = row.code.strip()
        if code not in names and code not in (NO_FUNCTION, DOUBT):
            known = f"'{code}' staat niet in dit boek" if code else "er staat geen code bij"
            raise UnknownItemError(f"{path.name}, rij {row.number}: {known}. Geef in de kolom code de code van een normfunctie van dit boek, of geen.")
        if code != DOUBT:
            yield Precedent(row.id, row.title, row.text, code, (), names.get(code, ""), source=PrecedentSource.CONFIRMED)
