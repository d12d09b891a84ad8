"""What a book says, as plain values: to see that two books say the same, and that nothing of a source is lost."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from functiehuis.authoring.books import BookReading
from functiehuis.authoring.books.headings import Recogniser, read_digits
from functiehuis.model.book import FunctionBook
from functiehuis.model.emphasis import decode
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText


def said(text: RichText | None) -> tuple[Any, ...] | None:
    return None if text is None else (text.text, text.bold, text.italic)


def facts(book: FunctionBook, ignore: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Everything the book says, under a readable name; without the names in ``ignore``."""
    found: dict[str, Any] = {
        "titel": book.title,
        "organisatie": (book.organisation.name, book.organisation.abbreviation),
        "status": book.status.value,
        "systeem": book.system,
        "inhoudsopgave": [(entry.page, entry.name, entry.group, entry.scale, entry.code, entry.points) for entry in book.contents],
        "conversie": [(row.points_from, row.points_to, row.scale) for row in book.conversion],
        "colofon": [said(text) for text in book.colophon],
        "restanten": [said(text) for text in book.leftovers],
        "reeksen": [(item.code, item.name, said(item.definition)) for item in book.series],
        "groepen": [(item.code, item.series, item.name, said(item.definition)) for item in book.groups],
        "functies": [(function.code, function.name, function.level) for function in book.functions],
        "modules": [(module.name, module.code, [said(task) for task in module.tasks]) for module in book.modules],
    }
    for at, function in enumerate(book.functions):
        found |= {f"functie {at} {what}": value for what, value in _function(function).items()}
    return {what: value for what, value in found.items() if not any(re.search(rf"\b{word}\b", what) for word in ignore)}


def _function(function: StandardFunction) -> dict[str, Any]:
    return {
        "reeks": function.series,
        "groep": function.group,
        "schaal": function.scale,
        "punten": function.points,
        "kenmerken": [said(text) for text in function.characteristics],
        "taken": [(area.number, area.name, [said(task) for task in area.tasks]) for area in function.result_areas],
        "modulenamen": function.modules,
        "definities": (said(function.series_definition), said(function.group_definition)),
    }


def differences(expected: FunctionBook, got: FunctionBook, ignore: frozenset[str] = frozenset()) -> list[str]:
    """One line for each fact that differs."""
    left, right = facts(expected, ignore), facts(got, ignore)
    found = []
    for what in [*left, *(name for name in right if name not in left)]:
        if left.get(what) != right.get(what):
            found.append(f"{what}: {_first(left.get(what), right.get(what))}")
    return found


def _first(left: Any, right: Any) -> str:
    if isinstance(left, list) and isinstance(right, list):
        for at, (one, other) in enumerate(zip(left, right, strict=False)):
            if one != other:
                return f"[{at}] {_first(one, other)}"
        return f"{len(left)} > {len(right)}: {(left[len(right) :] or right[len(left) :])[:1]!r:.300}"
    if isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
        return next(f"({at}) {_first(one, other)}" for at, (one, other) in enumerate(zip(left, right, strict=True)) if one != other)
    return f"{left!r:.160} > {right!r:.160}"


def unaccounted(source: str, reading: BookReading) -> list[str]:
    """The lines of a source that are nowhere: not in the book, its leftovers, or reported as page furniture; and that are not headings either."""
    book, system = reading.book, reading.system
    recogniser = Recogniser(system)
    words = {squeezed(word) for words in (*system.headings.values(), *system.columns.values(), *system.status_words.values()) for word in words}
    everything = "|".join(squeezed(text) for text in (*_texts(book), *_furniture(reading)))
    lost = []
    for line in re.split("[\n\f\r]", source.replace("\u200b", "")):
        plain = " ".join(decode(line.strip(" \t\xa0").lstrip(">#* ").rstrip("# ")).text.replace("\t", "    ").split(" ")).replace("\xa0", " ")
        for cell in re.split(r"\t|\||\s{2,}|\s*\.{3,}\s*", plain):
            forms = {squeezed(cell), squeezed(re.sub(r"^\s*\(?(?:o|[a-z\d]{1,2}(?:\.\d)?)[.)]?\s+", "", cell)), squeezed(read_digits(cell))}
            if not any(form in everything or form in words for form in forms) and not recogniser.is_heading(plain) and not _leads(plain, system.contents_leads):
                lost.append(line)
    return lost


def _leads(plain: str, leads: tuple[str, ...]) -> bool:
    return any(lead in " ".join(plain.split()) for lead in leads)


def _furniture(reading: BookReading) -> list[str]:
    return [place.quote or "" for finding in reading.findings if finding.code == "FB045" for place in finding.places]


def _texts(book: FunctionBook) -> list[str]:
    texts = [book.title, book.organisation.name, book.organisation.abbreviation or "", *(text.text for text in (*book.colophon, *book.leftovers))]
    texts += [f"{entry.page} {entry.name} {entry.group} {entry.scale} {entry.code} {entry.points}" for entry in book.contents]
    texts += [f"{row.points_from} {row.points_to} {row.scale}" for row in book.conversion]
    named = [(item.name, item.definition) for item in book.series] + [(item.name, item.definition) for item in book.groups]
    for name, definition in named:
        texts += [name, definition.text if definition else ""]
    for function in book.functions:
        texts += [f"{function.name} {function.code}", f"{function.code} {function.name}"]
        texts += [function.name, function.code or "", function.scale or "", str(function.points), *function.modules]
        texts += [text.text for text in (*function.characteristics, function.series_definition, function.group_definition) if text]
        texts += [heading.text.text for heading in function.headings]
        for area in function.result_areas:
            texts += [area.name, *(task.text for task in area.tasks)]
    for module in book.modules:
        texts += [module.name, module.code or "", *(task.text for task in module.tasks), *(heading.text.text for heading in module.headings)]
    return texts


def squeezed(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text).casefold() if char.isalnum())
