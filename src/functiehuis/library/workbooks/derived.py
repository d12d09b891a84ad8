"""Sheets that are made from a book: matrix, ladders and findings. They are there to read and to filter, and are not read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from functiehuis.authoring.changes import compare_levels
from functiehuis.authoring.checks import examine_book
from functiehuis.authoring.publications import matrix_data
from functiehuis.documents.formats.xlsx import Cell, Column, Sheet
from functiehuis.library.checking import check_context
from functiehuis.library.ladders import load_degrees
from functiehuis.library.workbooks import sheets as s
from functiehuis.library.workbooks.writing import as_number
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.finding import Finding
from functiehuis.model.system import BookSystem

Made = tuple[Sheet, Sequence[Sequence[Cell]]]

_MOST_PLACES = 20


def derived_sheets(book: FunctionBook, system: BookSystem) -> list[Made]:
    """The matrix, the ladders of each group with more than one level, and the findings of all checks."""
    return [_matrix(book), _ladders(book), _findings(examine_book(book, check_context(system)).findings)]


def _matrix(book: FunctionBook) -> Made:
    data = matrix_data(book, [""] * len(book.functions))
    columns = [] if data is None else [f"{column['naam']} ({column['code']})" for column in data["kolommen"]]
    sheet = Sheet(s.MATRIX, (Column("Schaal", 9), *(Column(name, 24) for name in columns)))
    rows = [] if data is None else data["rijen"]
    return sheet, [(as_number(row["schaal"]), *("\n".join(one["naam"] for one in cell) for cell in row["cellen"])) for row in rows]


def _ladders(book: FunctionBook) -> Made:
    columns = (("Groep", 12), ("Ladder", 30), ("Volgorde", 44), ("Klopt", 12), ("Code", 14), ("Functie", 34), ("Graad", 18), ("Kenmerk", 90))
    return Sheet(s.LADDERS, tuple(Column(*column) for column in columns)), list(_rungs(book))


def _rungs(book: FunctionBook) -> Iterator[tuple[Cell, ...]]:
    degrees = load_degrees()
    for group in dict.fromkeys(function.group for function in book.functions if function.group):
        labels = [function.label for function in book.functions if function.group == group]
        try:
            found = compare_levels(book, labels, degrees)
        except UnknownItemError:  # functions without code and name
            continue
        if len(found.levels) < 2:
            continue
        for ladder in found.ladders:
            for rung in ladder.rungs:
                function = found.levels[rung.level]
                said = rung.characteristic if rung.characteristic is not None else "(niet genoemd)"
                yield group, ladder.axis, ladder.order, ladder.verdict.value, function.code, function.name, rung.degree, said


def _findings(findings: Iterable[Finding]) -> Made:
    columns = (("Code", 9), ("Ernst", 14), ("Melding", 70), ("Waar", 50), ("Citaat", 50), ("Voorstel", 50), ("Plaatsen", 10))
    rows = []
    for finding in findings:
        told = [f"{place.function or 'boek'}: {place.part}" for place in finding.places]
        more = [f"en nog {len(told) - _MOST_PLACES}"] if len(told) > _MOST_PLACES else []
        where = "\n".join([*told[:_MOST_PLACES], *more])
        rows.append((finding.code, finding.severity.value, finding.text, where, finding.places[0].quote, finding.proposal, len(told)))
    return Sheet(s.FINDINGS, tuple(Column(*column) for column in columns)), rows
