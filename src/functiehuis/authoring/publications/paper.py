"""Book -> the data of its paper form: cover, contents, matrix, descriptions, modules, glossary, index."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from functiehuis.authoring.publications.layout import as_printed
from functiehuis.model.book import BookStatus, FunctionBook
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText

Data = dict[str, Any]
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
RIGHTS = "De teksten zijn van de rechthebbende van dit functieboek. Gebruik ze zoals uw licentie zegt."
RIGHTS_TOLD = "Zie de tekst hierboven."
NAMELESS = "Functie zonder naam"
_LEFT, _RIGHT = 58, 46  # characters above a page: of the book, and of the function
_SCALE = re.compile(r"(\d+)\s*(\w*)")


def paper_data(
    book: FunctionBook,
    system: BookSystem,
    *,
    on: date,
    version: str = "",
    valid_from: date | None = None,
    licence: str = "",
    glossary: Sequence[tuple[str, str]] = (),
) -> Data:
    """Everything that the paper form says, as plain data.

    ``on`` is the date printed; ``version`` and ``valid_from`` come from the house, where there is one; ``licence`` tells what others may do with the texts;
    ``glossary`` are terms with their explanation.
    """
    marks = {at: f"{at + 1}" for at in range(len(book.functions))}
    status = book.status.value
    employer = book.organisation.name or book.organisation.abbreviation or ""
    stand = status if book.status is not BookStatus.DRAFT else f"{status}, niet vastgesteld"
    named = [(function, marks[at]) for at, function in enumerate(book.functions)]
    edition = [("Status", stand), *([("Versie", version)] if version else []), *([("Geldt vanaf", day(valid_from))] if valid_from else [])]
    edition += [("Gemaakt op", day(on)), ("Rechten van de teksten", licence or (RIGHTS_TOLD if book.colophon else RIGHTS))]
    return {
        "titel": book.title or "Functieboek",
        "organisatie": employer,
        "boven": _above(book),
        "datum": [on.year, on.month, on.day],
        "stand": f"{stand} · {day(on)}",
        "trefwoorden": [word for word in ("functieboek", book.system) if word],
        "afkorting": (book.organisation.abbreviation or "") if book.organisation.name else "",
        "status": status.capitalize(),
        "uitgave": [list(row) for row in edition],
        "toegevoegd": next(iter(system.added), ""),
        "colofon": [runs(text) for text in book.colophon],
        "inhoud": [{"naam": called(item), "groep": _group_name(book, item), "schaal": item.scale or "-", "merk": mark} for item, mark in named],
        "matrix": matrix_data(book, [mark for _, mark in named]),
        "functies": [_function(item, book, system, mark) for item, mark in named],
        "modules": [_module(item, system) for item in book.modules],
        "restanten": [runs(text) for text in book.leftovers],
        "conversie": [[_points(row.points_from), _points(row.points_to), row.scale] for row in book.conversion],
        "woordenlijst": [list(row) for row in glossary],
        "register": [{"code": item.code, "naam": called(item), "merk": mark} for item, mark in sorted(named, key=lambda pair: pair[0].code or "") if item.code],
        "woorden": _words(system),
    }


def matrix_data(book: FunctionBook, marks: Sequence[str]) -> Data | None:
    """The functiematrix: scales from high to low, groups from left to right; None when no function has a scale."""
    groups = list(dict.fromkeys((function.series or "", function.group or "") for function in book.functions))
    scales = sorted({function.scale for function in book.functions if function.scale}, key=scale_weight, reverse=True)
    if not scales:
        return None
    order = {group.code: at for at, group in enumerate(book.groups)}
    first = {code: at for at, code in enumerate(dict.fromkeys([*(item.code for item in book.series), *(pair[0] for pair in groups)]))}
    groups.sort(key=lambda pair: (first[pair[0]], order.get(pair[1], len(order))))
    cells: dict[tuple[str, tuple[str, str]], list[Data]] = {}
    for function, mark in zip(book.functions, marks, strict=True):
        if function.scale:
            cells.setdefault((function.scale, (function.series or "", function.group or "")), []).append(
                {"naam": called(function), "kort": _sign(function), "merk": mark}
            )
    series = [pair[0] for pair in groups]
    edges = [at + 1 for at, code in enumerate(series) if at == 0 or series[at - 1] != code]
    parts: list[Data] = []
    for at, code in enumerate(series):
        if at == 0 or series[at - 1] != code:
            found = book.series_named(code)
            parts.append({"code": code, "naam": found.name if found else "", "breedte": 0})
        parts[-1]["breedte"] += 1
    names = {item.code: item.name for item in book.groups}
    return {
        "reeksen": parts,
        "reeksgrens": edges,
        "kolommen": [{"code": group, "naam": names.get(group, "")} for _, group in groups],
        "rijen": [{"schaal": scale, "cellen": [cells.get((scale, pair), []) for pair in groups]} for scale in scales],
    }


def scale_weight(scale: str) -> tuple[int, str]:
    """What a scale weighs, to sort by: 10 < 10a < 11."""
    found = _SCALE.match(scale.strip())
    return (int(found[1]), found[2].casefold()) if found else (0, scale)


def runs(text: RichText) -> list[list[Any]]:
    """A text as runs: the words, whether bold, whether italic."""
    return [[run.text, run.bold, run.italic] for run in text.runs()]


def day(value: date | None) -> str:
    """A date in words."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else ""


def _group_name(book: FunctionBook, function: StandardFunction) -> str:
    group = book.group_named(function.group)
    return group.name if group else "-"


def _function(function: StandardFunction, book: FunctionBook, system: BookSystem, mark: str) -> Data:
    facts = [(system.heading(Part.NAME), function.name)]
    facts += [(system.heading(Part.CODE), function.code)] if function.code else []
    facts += [(system.heading(Part.LEVEL), function.level)] if function.level and function.level != system.level_of(function.name) else []
    facts += [(system.heading(Part.SCALE), function.scale)] if function.scale else []
    facts += [(system.heading(Part.POINTS), str(function.points))] if function.points is not None else []
    printed = list(function.headings)
    definitions = [
        *_definition(Part.SERIES, book.series_named(function.series), function.series_definition, printed, system),
        *_definition(Part.GROUP, book.group_named(function.group), function.group_definition, printed, system),
    ]
    return {
        "merk": mark,
        "kop": called(function),
        "kort": shortened(called(function)),
        "feiten": [list(row) for row in facts],
        "definities": definitions,
        "kenmerken": [runs(text) for text in function.characteristics],
        "kenmerkenkop": as_printed(printed, Part.CHARACTERISTICS, f"{system.heading(Part.CHARACTERISTICS)}:"),
        "takenkop": as_printed(printed, Part.TASKS, system.heading(Part.TASKS)),
        "modulekop": as_printed(printed, Part.MODULE, system.heading(Part.MODULE)),
        "gebieden": [{"kop": _area(area, printed, system), "taken": [runs(task) for task in area.tasks]} for area in function.result_areas],
        "modules": list(function.modules),
    }


def _module(module: Module, system: BookSystem) -> Data:
    heading = f"{system.heading(Part.MODULE)} {module.name}".strip()
    facts = [[system.heading(Part.MODULE_CODE), module.code]] if module.code else []
    tasks = as_printed(list(module.headings), Part.MODULE_TASKS, system.heading(Part.MODULE_TASKS))
    return {"kop": heading, "kort": shortened(heading), "feiten": facts, "takenkop": tasks, "taken": [runs(task) for task in module.tasks]}


def called(function: StandardFunction) -> str:
    """What a function is called on paper: its name, or its code when it has none."""
    return function.name or function.code or NAMELESS


def shortened(text: str, most: int = _RIGHT) -> str:
    """A title or name that fits above a page."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _above(book: FunctionBook) -> str:
    """The employer, in short when there is no room, and the title."""
    title = book.title or "Functieboek"
    employers = (book.organisation.name, book.organisation.abbreviation or "")
    said = (f"{employer} · {title}" for employer in employers if employer)
    return next((text for text in said if len(text) <= _LEFT), shortened(title, _LEFT))


def _sign(function: StandardFunction) -> str:
    """What tells a function apart inside its group, in a few characters: its level, or the end of its code."""
    return function.level or (function.code or "").rsplit(".", 1)[-1] or "•"


def _definition(
    part: Part, shared: FunctionSeries | FunctionGroup | None, own: RichText | None, printed: list[PrintedHeading], system: BookSystem
) -> list[Data]:
    if shared is None:
        return []
    text = own or shared.definition
    return [{"kop": as_printed(printed, part, f"{system.heading(part)} {shared.name}:"), "tekst": runs(text) if text else []}]


def _area(area: ResultArea, printed: list[PrintedHeading], system: BookSystem) -> str:
    if not (area.number or area.name):
        return ""
    usual = f"{system.heading(Part.RESULT_AREA)}{f' {area.number}' if area.number else ''}: {area.name}"
    return as_printed(printed, Part.RESULT_AREA, usual, area.name)


def _points(points: int | None) -> str:
    return "-" if points is None else str(points)


def _words(system: BookSystem) -> Mapping[str, Any]:
    return {
        "uitgave": "Over deze uitgave",
        "inhoud": system.heading(Part.CONTENTS),
        "inhoudskoppen": [system.columns[column][0] for column in ("naam", "functiegroep", "schaal", "pagina")],
        "matrix": "Functiematrix",
        "matrixuitleg": "In elk vak staat het niveau van de functie (of het einde van haar code). Klik erop om naar de beschrijving te gaan.",
        "schaal": "Schaal",
        "restanten": "Overige tekst van het boek",
        "conversietabel": system.heading(Part.CONVERSION),
        "conversiekoppen": [system.columns[column][0] for column in ("van", "tot", "schaal")],
        "woordenlijst": "Woordenlijst",
        "register": "Register op code",
        "registerkoppen": [system.columns[column][0] for column in ("code", "naam", "pagina")],
        "pagina": "pagina",
        "van": "van",
    }
