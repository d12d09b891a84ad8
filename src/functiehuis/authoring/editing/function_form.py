"""A standard function as a form: flat, with Dutch names, one item of a list a line; and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from functiehuis.authoring.editing.cleaning import cleaned
from functiehuis.authoring.editing.text_lines import lines_of, texts_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import RefusedError
from functiehuis.model.function import ResultArea, StandardFunction

FunctionForm = dict[str, str]
"""Field -> what stands in it: code, naam, reeks, groep, niveau, schaal, punten, kenmerken, modules, and gebied-<n>-nummer, -naam and -taken."""

_LEVEL = re.compile(r"[IVX]{1,5}")
_MOST_ITEMS, _LONGEST_ITEM, _MOST_AREAS = 200, 4000, 40
_LENGTHS = {"code": 40, "naam": 200, "schaal": 20}


def form_of(function: StandardFunction) -> FunctionForm:
    """The form of a function."""
    form = {
        "code": function.code or "",
        "naam": function.name,
        "reeks": function.series or "",
        "groep": function.group or "",
        "niveau": function.level or "",
        "schaal": function.scale or "",
        "punten": "" if function.points is None else str(function.points),
        "kenmerken": lines_of(function.characteristics),
        "modules": "\n".join(function.modules),
    }
    for at, area in enumerate(function.result_areas, 1):
        form |= {f"gebied-{at}-nummer": str(area.number or ""), f"gebied-{at}-naam": area.name, f"gebied-{at}-taken": lines_of(area.tasks)}
    return form


def function_of(form: Mapping[str, str], before: StandardFunction | None, book: FunctionBook) -> StandardFunction:
    """The function that a form says; what the form does not show stays as it was ``before``.

    Refuses with RefusedError, per field: no name, what is too long, a level that is no Roman numeral, a series or group that the book does not have.
    """
    old = before or StandardFunction(None, "")
    wrong: dict[str, str] = {}
    said = {name: " ".join(cleaned(form.get(name, "")).split()) for name in ("code", "naam", "reeks", "groep", "niveau", "schaal", "punten")}
    if not said["naam"]:
        wrong["naam"] = "Vul de naam van de functie in."
    for name, most in _LENGTHS.items():
        if len(said[name]) > most:
            wrong[name] = f"Dit is te lang: {len(said[name])} tekens, hooguit {most} kan."
    if said["niveau"] and not _LEVEL.fullmatch(said["niveau"].upper()):
        wrong["niveau"] = f"'{said['niveau'][:20]}' is geen niveau. Schrijf een Romeins cijfer, zoals II, of laat het leeg."
    if said["punten"] and not (said["punten"].isascii() and said["punten"].isdigit() and len(said["punten"]) < 6):
        wrong["punten"] = f"'{said['punten'][:20]}' is geen aantal punten. Schrijf een heel getal, of laat het leeg."
    for name, kept, known in (("reeks", old.series, book.series), ("groep", old.group, book.groups)):
        if said[name] and said[name] != kept and said[name] not in {item.code for item in known}:
            wrong[name] = f"Dit boek heeft geen {name} '{said[name][:20]}'. Kies een {name} uit de lijst."
    traits = texts_of(form.get("kenmerken", ""), old.characteristics)
    _refuse_long("kenmerken", form.get("kenmerken", ""), wrong)
    areas = _areas(form, old, wrong)
    if wrong:
        count = f"is {len(wrong)} ding" if len(wrong) == 1 else f"zijn {len(wrong)} dingen"
        raise RefusedError(f"Er {count} die u moet aanpassen. Er is nog niets opgeslagen.", wrong)
    series, group = said["reeks"] or None, said["groep"] or None
    return replace(
        old,
        code=said["code"] or None,
        name=said["naam"],
        series=series,
        group=group,
        level=said["niveau"].upper() or None,
        scale=said["schaal"] or None,
        points=int(said["punten"]) if said["punten"] else None,
        characteristics=traits,
        result_areas=areas,
        modules=tuple(dict.fromkeys(line for line in (" ".join(part.split()) for part in cleaned(form.get("modules", "")).split("\n")) if line)),
        series_definition=old.series_definition if series == old.series else None,
        group_definition=old.group_definition if group == old.group else None,
    )


def areas_in(form: Mapping[str, str]) -> list[int]:
    """The numbers of the result areas in a form, in order."""
    found = {int(match[1]) for match in (re.fullmatch(r"gebied-(\d{1,3})-(?:nummer|naam|taken)", name) for name in form) if match}
    return sorted(found)


def _areas(form: Mapping[str, str], old: StandardFunction, wrong: dict[str, str]) -> tuple[ResultArea, ...]:
    found: list[ResultArea] = []
    for at in areas_in(form)[:_MOST_AREAS]:
        before = old.result_areas[at - 1] if 0 < at <= len(old.result_areas) else ResultArea(0, "")
        name = " ".join(cleaned(form.get(f"gebied-{at}-naam", "")).split())
        number = form.get(f"gebied-{at}-nummer", "").strip()
        tasks = texts_of(form.get(f"gebied-{at}-taken", ""), before.tasks)
        _refuse_long(f"gebied-{at}-taken", form.get(f"gebied-{at}-taken", ""), wrong)
        if not name and not tasks:
            continue
        if len(name) > 200:
            wrong[f"gebied-{at}-naam"] = f"Deze naam is te lang: {len(name)} tekens, hooguit 200 kan."
        if number and not (number.isascii() and number.isdigit() and len(number) < 4):
            wrong[f"gebied-{at}-nummer"] = f"'{number[:20]}' is geen nummer. Schrijf een heel getal, zoals 2."
            number = ""
        found.append(ResultArea(int(number) if number else (before.number if before.name else len(found) + 1), name, tasks, before.provenance))
    return tuple(found)


def _refuse_long(name: str, typed: str, wrong: dict[str, str]) -> None:
    lines = [line for line in typed.split("\n") if line.strip()]
    if len(lines) > _MOST_ITEMS:
        wrong[name] = f"Dit zijn {len(lines)} regels; hooguit {_MOST_ITEMS} kan. Haal regels weg of verdeel ze."
    for at, line in enumerate(lines, 1):
        if len(line) > _LONGEST_ITEM:
            wrong[name] = f"Regel {at} is te lang: {len(line)} tekens, hooguit {_LONGEST_ITEM} kan. Maak er meer punten van."
            return
