"""The functiematrix as a page needs it: scales down, groups across, and what a stair skips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from functiehuis.authoring.publications.paper import matrix_data, scale_weight
from functiehuis.model.book import FunctionBook

Data = dict[str, Any]


def matrix_of(book: FunctionBook, lines: Sequence[Mapping[str, Any]], missing: Mapping[int, Sequence[str]]) -> Data | None:
    """The grid of ``matrix_data`` with the places of functions in its cells; None without scales.

    A column knows whether it opens a series, and the pages with its levels. A whole scale between others that nothing stands at is a low row. Where a stair
    skips levels (``missing``, by place) a thread runs through its column, and one cell says which.
    """
    found = matrix_data(book, [str(at) for at in range(len(book.functions))])
    if found is None:
        return None
    edges = set(found["reeksgrens"])
    rows = [{"schaal": row["schaal"], "vakken": [_cell(int(item["merk"]) for item in cell) for cell in row["cellen"]]} for row in found["rijen"]]
    rows += [{"schaal": scale, "vakken": [_cell(()) for _ in found["kolommen"]]} for scale in _between([row["schaal"] for row in rows])]
    rows.sort(key=lambda row: scale_weight(row["schaal"]), reverse=True)
    for row in rows:
        row["leeg"] = not any(cell["functies"] for cell in row["vakken"])
    for at, column in enumerate(found["kolommen"]):
        column["grens"] = at + 1 in edges
        column["lijnen"] = [line for line in lines if line["groep"] == column["code"]]
        column["namen"] = [column["naam"], *(book.functions[place].name for row in rows for place in row["vakken"][at]["functies"])]
        _thread([row["vakken"][at] for row in rows], missing)
    without = [at for at, function in enumerate(book.functions) if not function.scale]
    return {"reeksen": found["reeksen"], "kolommen": found["kolommen"], "rijen": rows, "zonder_schaal": without}


def _cell(places: Any) -> Data:
    return {"functies": list(places), "draad": False, "mist": ()}


def _between(scales: Sequence[str]) -> list[str]:
    """The whole scales between others that nothing stands at."""
    whole = {scale_weight(scale)[0] for scale in scales if scale_weight(scale)[0]}
    return [str(number) for number in range(min(whole, default=0), max(whole, default=0)) if number not in whole]


def _thread(cells: Sequence[Data], missing: Mapping[int, Sequence[str]]) -> None:
    for end, cell in enumerate(cells):
        skipped = [level for place in cell["functies"] for level in missing.get(place, ())]
        start = next((at for at in range(end - 1, -1, -1) if cells[at]["functies"]), None)
        if not skipped or start is None:
            continue
        for at in range(start + 1, end):
            cells[at]["draad"] = True
        cells[(start + end) // 2 if end - start > 1 else end]["mist"] = tuple(skipped)
