"""The forms in which a book is published: a book with its edition -> bytes, or a folder of files.

In: a Publication. Out: bytes for a file, a mapping of names to bytes for a folder; nothing is written to disk here, so that the command line and the web
application make the same. Refuses with WriteError what a writer cannot make.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from functiehuis.authoring.publications import book_document, paper_data
from functiehuis.authoring.publications.website import Edition
from functiehuis.documents.formats import markdown, pdf
from functiehuis.library.explanations import explanations
from functiehuis.library.website import MARK, made_by, make_website
from functiehuis.model.book import FunctionBook
from functiehuis.model.system import BookSystem
from functiehuis.model.wire import book_to_wire

PRINTED_TERMS = (
    *("concept", "conversietabel", "functieboek", "functiegroep", "functiekenmerk", "functiematrix", "functiereeks", "functiewaardering", "HR21"),
    *("indelen", "ingangsdatum", "lokale functie", "module", "niveau", "niveauwoord", "normfunctie", "punten", "resultaatgebied", "schaal", "taak"),
    *("vastgesteld", "versie", "vervallen"),
)
"""The words that a printed book explains: those that a reader of the book meets in it."""

Files = bytes | Mapping[str, bytes]
"""What a form is: the bytes of a file, or the files of a folder by their path in it."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A book as it is published.

    ``on`` is the date printed: the same book, version and date give the same result. ``version``, ``valid_from`` and ``licence`` (of the texts) are printed
    where they are known; ``before`` is the previous version, to tell what changed; ``template`` is the path of an own template, for forms that take one;
    ``made`` are the files that were made in the same go, by name, for the forms that offer them to download.
    """

    book: FunctionBook
    system: BookSystem
    on: date
    version: str = ""
    valid_from: date | None = None
    licence: str = ""
    before: FunctionBook | None = None
    template: Path | None = None
    made: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a book: the option that asks for it, what the option says in Dutch, and how it is made.

    ``mark``: the name of a file by which a folder of this form is known, so that it may be replaced; empty when the form is one file.
    """

    option: str
    help: str
    make: Callable[[Publication], Files]
    mark: str = ""


def _pdf(of: Publication) -> bytes:
    terms = [(item.word, item.meaning) for item in explanations().values() if item.word in PRINTED_TERMS]
    return pdf.write(
        paper_data(of.book, of.system, on=of.on, version=of.version, valid_from=of.valid_from, licence=of.licence, glossary=terms),
    )


def _website(of: Publication) -> Mapping[str, bytes]:
    edition = Edition(of.on, of.version, of.valid_from, of.licence, made_by())
    return make_website(of.book, of.system, edition, before=of.before, downloads=of.made, words=PRINTED_TERMS)


def _markdown(of: Publication) -> bytes:
    return markdown.write(book_document(of.book, of.system)).encode()


def _json(of: Publication) -> bytes:
    return (json.dumps(book_to_wire(of.book), ensure_ascii=False, indent=1) + "\n").encode()


FORMS: tuple[Form, ...] = (
    Form("--pdf", "Om te printen en te delen: toegankelijk, voor het archief.", _pdf),
    Form("--html", "Website: een map die vanaf schijf en op elke webserver werkt.", _website, MARK),
    Form("--markdown", "Tekst met **vet** en *cursief*.", _markdown),
    Form("--json-uit", "Het boek als JSON.", _json),
)
"""Every form, in the order of the help page."""


_DOWNLOADS = {"--pdf": "pdf", "--docx": "docx", "--xlsx": "xlsx", "--markdown": "md", "--cvdr": "xml"}


def download_name(option: str) -> str | None:
    """What a form is called among the downloads of a website; None for what a website offers already, or cannot offer."""
    return f"functieboek.{_DOWNLOADS[option]}" if option in _DOWNLOADS else None


def form_of(option: str) -> Form:
    """The form that an option asks for."""
    return next(form for form in FORMS if form.option == option)
