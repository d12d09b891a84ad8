"""What search engines and other programs read from a page: schema.org as JSON-LD.

In: the book and what is on the page. Out: plain data. Refuses nothing; a word without a value is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction

Data = dict[str, Any]


def _about(book: FunctionBook, *, on: date, version: str, valid_from: date | None, licence: str) -> Data:
    employer = _known({"@type": "GovernmentOrganization", "name": book.organisation.name, "alternateName": book.organisation.abbreviation})
    return _known(
        {
            "name": book.title or "Functieboek",
            "inLanguage": "nl",
            "dateModified": on.isoformat(),
            "version": version,
            "temporalCoverage": f"{valid_from.isoformat()}/.." if valid_from else "",
            "license": licence if licence.startswith(("https://", "http://")) else "",
            "usageInfo": "" if licence.startswith(("https://", "http://")) else licence,
            "creativeWorkStatus": book.status.value,
            "publisher": employer if len(employer) > 1 else "",
        }
    )


def dataset(book: FunctionBook, files: Sequence[tuple[str, str]], **edition: Any) -> Data:
    """The book as data that can be downloaded: ``files`` are addresses with their media type."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        **_about(book, **edition),
        "description": f"De normfuncties van {book.organisation.name or 'deze organisatie'}, met hun kenmerken en taken.",
        "isAccessibleForFree": True,
        "distribution": [{"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind} for address, kind in files],
    }


def occupation(book: FunctionBook, function: StandardFunction, root: str, **edition: Any) -> Data:
    """A function as an occupation, on its page."""
    group = book.group_named(function.group)
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": function.name,
        "inLanguage": "nl",
        "isPartOf": {"@type": "CreativeWork", "url": f"{root}index.html", **_about(book, **edition)},
        "mainEntity": _known(
            {
                "@type": "Occupation",
                "name": function.name,
                "identifier": function.code,
                "occupationalCategory": " ".join(filter(None, (function.group, group.name if group else ""))),
                "description": " ".join(_sentence(text.text) for text in function.characteristics),
                "responsibilities": [task.text for area in function.result_areas for task in area.tasks],
            }
        ),
    }


def terms(glossary: Sequence[Any]) -> Data:
    """The glossary as a set of terms."""
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "Woordenlijst",
        "inLanguage": "nl",
        "hasDefinedTerm": [{"@type": "DefinedTerm", "name": item.word, "description": item.meaning} for item in glossary],
    }


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.;')}."


def _known(data: Mapping[str, Any]) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
