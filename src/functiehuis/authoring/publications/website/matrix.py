"""The functiematrix as a page needs it: scales down, groups across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from functiehuis.authoring.publications.paper import matrix_data
from functiehuis.model.book import FunctionBook

Data = dict[str, Any]


def matrix_of(book: FunctionBook, lines: Sequence[Mapping[str, Any]]) -> Data | None:
    """The grid of ``matrix_data`` with places in the book for marks, and per column its pages with levels; None without scales.

    A row knows which of its cells open a series.
    """
    found = matrix_data(book, [str(at) for at in range(len(book.functions))])
    if found is None:
        return None
    edges = set(found["reeksgrens"])
    for at, column in enumerate(found["kolommen"], 1):
        column["grens"] = at in edges
        column["lijnen"] = [line for line in lines if line["groep"] == column["code"]]
        column["namen"] = [column["naam"], *(cell["naam"] for row in found["rijen"] for cell in row["cellen"][at - 1])]
    without = [at for at, function in enumerate(book.functions) if not function.scale]
    return {**found, "zonder_schaal": without}
