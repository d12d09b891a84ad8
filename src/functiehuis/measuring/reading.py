"""How completely documents are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from functiehuis.authoring.books import BookReading
from functiehuis.library.sources import open_source
from functiehuis.measuring.items import Item, Share, compare, items, total
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import FunctiehuisError


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """One document held against a truth: a share for each kind of item, and the pieces of text that the reader did not place.

    ``refused`` is the sentence with which the reader gave up; nothing was read then.
    """

    source: str
    kinds: Mapping[str, Share]
    leftovers: int
    refused: str | None = None

    @property
    def total(self) -> Share:
        """All kinds together."""
        return total(self.kinds)


@dataclass(frozen=True, slots=True)
class RealReading:
    """The real book in one format: held against the facts, and (not for the text itself) against the text."""

    facts: ReadingScore
    against_text: ReadingScore | None


def read_demo(paths: Iterable[Path], truth: FunctionBook) -> tuple[ReadingScore, ...]:
    """The demo book in every format, against the demo book itself."""
    expected = items(truth)
    return tuple(_score(path, _read(path), expected) for path in paths)


def read_real(paths: Iterable[Path], facts: Mapping[str, Any]) -> tuple[RealReading, ...]:
    """The real book in every format; the first path is the text, which the others are held against."""
    readings = [(path, _read(path)) for path in paths]
    text = readings[0][1]
    found = []
    for path, reading in readings:
        against = None if reading is text or isinstance(text, str) else _score(path, reading, items(text.book))
        found.append(RealReading(_fact_score(path, reading, facts), against))
    return tuple(found)


def _read(path: Path) -> BookReading | str:
    try:
        return open_source(path)
    except FunctiehuisError as error:
        return str(error)


def _score(path: Path, reading: BookReading | str, expected: Mapping[str, Counter[Item]]) -> ReadingScore:
    if isinstance(reading, str):
        return ReadingScore(path.name, compare({kind: Counter() for kind in expected}, expected), 0, reading)
    return ReadingScore(path.name, compare(items(reading.book), expected), len(reading.book.leftovers))


def _fact_score(path: Path, reading: BookReading | str, facts: Mapping[str, Any]) -> ReadingScore:
    expected = _facts_as_items(facts)
    if isinstance(reading, str):
        return ReadingScore(path.name, compare({kind: Counter() for kind in expected}, expected), 0, reading)
    return ReadingScore(path.name, compare(_book_as_facts(reading.book), expected), len(reading.book.leftovers))


def _facts_as_items(facts: Mapping[str, Any]) -> dict[str, Counter[Item]]:
    return {
        "kaft": Counter([("titel", facts["titel"]), ("systeem", facts["systeem"]), ("status", facts["status"]), ("afkorting", facts["afkorting"])]),
        "reeksen en groepen": Counter((code,) for code in (*facts["reeksen"], *facts["groepen"])),
        "functies": Counter((row["code"], key, value) for row in facts["functies"] for key, value in row.items()),
        "inhoud": Counter(tuple(row) for row in facts["inhoudsopgave"]),
        "modules": Counter((row["naam"], row["code"], row["taken"]) for row in facts["modules"]),
    }


def _book_as_facts(book: FunctionBook) -> dict[str, Counter[Item]]:
    functions: Counter[Item] = Counter()
    for function in book.functions:
        row = {
            "code": function.code,
            "naam": function.name,
            "niveau": function.level,
            "schaal": function.scale,
            "kenmerken": len(function.characteristics),
            "vet": sum(len(text.bold) for text in function.characteristics),
            "gebieden": len(function.result_areas),
            "taken": sum(len(area.tasks) for area in function.result_areas),
            "met_cursief": sum(bool(text.italic) for text in function.characteristics),
        }
        functions.update((function.code, key, value) for key, value in row.items())
    cover = (("titel", book.title), ("systeem", book.system), ("status", book.status.value), ("afkorting", book.organisation.abbreviation))
    return {
        "kaft": Counter(cover),
        "reeksen en groepen": Counter([(part.code,) for part in book.series] + [(part.code,) for part in book.groups]),
        "functies": functions,
        "inhoud": Counter((row.page, row.name, row.group, row.scale) for row in book.contents),
        "modules": Counter((module.name, module.code, len(module.tasks)) for module in book.modules),
    }
