"""Find the normfunctie for a description, or for a file full of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from functiehuis.classifying.descriptions import Describer, text_of_document, title_in
from functiehuis.classifying.proposals import Placer
from functiehuis.documents import bytes_of, plain_text, read_bytes
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.documents.reading import FORMATS
from functiehuis.documents.rows import BadRow, Row, read_rows
from functiehuis.library.cues import load_cues
from functiehuis.library.placing import placer_for
from functiehuis.library.sources import open_source
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import DOUBT, NO_FUNCTION, Precedent, PrecedentSource
from functiehuis.model.errors import UnknownItemError, UnreadableError
from functiehuis.model.placement import Answer, Placement
from functiehuis.model.system import BookSystem

_ROWS = frozenset((".csv", ".tsv", ".xlsx", ".xlsm", ".jsonl", ".ndjson"))
_OTHER_FILES = frozenset((".text", ".markdown", ".doc", ".docm", ".dotx", ".odt", ".rtf", ".xls", ".ods", ".pptx", ".json", ".zip", ".png", ".jpg", ".jpeg"))
"""Endings of files that people give although no reader takes them: they are told so, or that the file is not there."""
_PATH = re.compile(r"(?:~|\.{1,2})?/|(?:\.{1,2}|[A-Za-z]:)?\\")
_LONGEST_NAME = 1000
_FEWEST_WORDS = 12  # fewer are no description of work, so a name of a file may have them


def open_placer(
    path: Path, systems: Sequence[BookSystem], progress: Progress = no_progress, *, earlier: Path | None = None, tell: Callable[[str], None] | None = None
) -> Placer:
    """What places descriptions in the book at a path; ``earlier`` is a file of earlier placements (id, titel, tekst, code).

    ``tell`` is called with a sentence when rows of that file do not count, with how many and why.
    Refuses what ``open_source`` and ``read_rows`` refuse, a book without functions, and an earlier placement in a function that the book does not have.
    """
    book = open_source(path, systems, progress).book
    if earlier is None:
        return placer_for(book)
    confirmed, skipped = _earlier(earlier, book)
    if skipped and tell is not None:
        tell(_skipped_sentence(earlier.name, skipped, len(confirmed)))
    return placer_for(book, confirmed)


@dataclass(frozen=True, slots=True)
class Described:
    """A description as it was given: an identifier (the name of its file, or ""), its title where it has one, and its text."""

    identifier: str
    title: str
    text: str


def read_description(given: str) -> Described:
    """The description in a file (.txt, .docx, .pdf ...), or in the words themselves.

    Refuses with UnreadableError a file that cannot be read, one with rows, and what looks like the name of a file but is not there.
    """
    path = Path(given)
    if not _names_a_file(given, path):
        text = given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a terminal may hand over half characters
        return Described("", "", text)
    if path.suffix.lower() in _ROWS:
        raise UnreadableError(f"{path.name} is een bestand met rijen, geen beschrijving van één functie. Geef het bestand mee met --invoer.")
    return description_in(bytes_of(path), path.name)


def description_in(data: bytes, name: str) -> Described:
    """The description in the bytes of a file or pipe. Plain text stays as it is, so that quotations are literally in it."""
    text = plain_text(data, name)
    if text is not None:
        return Described(name, title_in(text), text)
    return Described(name, *text_of_document(read_bytes(data, name)))


def _names_a_file(given: str, path: Path) -> bool:
    """Whether a text is the name of a file: it is there, it is a few words with the ending of a file, or one word that starts like a path."""
    if not given.strip() or "\n" in given or len(given) > _LONGEST_NAME:
        return False
    with suppress(OSError, ValueError):
        if path.exists():
            return True
        if len(given.split()) == 1 and (_PATH.match(given) or (len(path.parts) > 1 and path.parent.is_dir())):
            return True
    return path.suffix.lower() in {*FORMATS, *_ROWS, *_OTHER_FILES} and len(given.split()) < _FEWEST_WORDS


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


def _earlier(path: Path, book: FunctionBook) -> tuple[tuple[Precedent, ...], Counter[str]]:
    """The placements of a file that count, and why others do not, with how many."""
    names = {function.label: function.name for function in book.functions}
    describer = Describer(load_cues().sentence_rules)
    confirmed: list[Precedent] = []
    skipped: Counter[str] = Counter()
    for item in read_rows(path):
        row, code = _usable(item, path, names)
        if code == DOUBT:
            skipped["uitkomst twijfel"] += 1
        elif describer.describe(row.text).unfit:
            skipped["de tekst zegt te weinig over werk"] += 1
        else:
            # A row without an id of its own has its number: that says nothing of a row with that number in another file.
            own = f"{path.name}, rij {row.number}" if row.id == str(row.number) else row.id
            confirmed.append(Precedent(own, row.title, row.text, code, (), names.get(code, ""), source=PrecedentSource.CONFIRMED))
    return tuple(confirmed), skipped


def _usable(row: Row | BadRow, path: Path, names: Mapping[str, str]) -> tuple[Row, str]:
    """The row and its code; refuses one that says nothing that can be used, for the file is not what the user thinks it is."""
    if isinstance(row, BadRow):
        raise UnreadableError(f"{path.name}: {row.reason}")
    code = row.code.strip()
    if code not in names and code not in (NO_FUNCTION, DOUBT):
        known = f"'{code}' staat niet in dit boek" if code else "er staat geen code bij"
        raise UnknownItemError(f"{path.name}, rij {row.number}: {known}. Geef in de kolom code de code van een normfunctie van dit boek, of geen.")
    if not row.text:
        raise UnreadableError(f"{path.name}, rij {row.number}: er staat geen tekst. Zet de beschrijving erbij, of haal de rij weg.")
    return row, code


def _skipped_sentence(name: str, skipped: Counter[str], counted: int) -> str:
    why = ", ".join(f"{count} keer {reason}" for reason, count in sorted(skipped.items()))
    rows = "1 rij telt" if skipped.total() == 1 else f"{skipped.total()} rijen tellen"
    return f"{name}: {rows} niet mee ({why}). {counted} {'telt' if counted == 1 else 'tellen'} wel mee."
