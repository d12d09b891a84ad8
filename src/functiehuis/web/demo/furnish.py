"""The units, local functions and worksheets of the demo organisations, from the YAML files beside this module."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from functiehuis.model.house import Happening, LocalFunction, Unit, Worksheet
from functiehuis.web.storage.house import DjangoHouse

_FOLDER = Path(__file__).parent


def furnish(house: DjangoHouse) -> None:
    """Give a house the units, local functions and worksheets of the file with its name."""
    told = yaml.safe_load((_FOLDER / f"{house.actor.organisation}.yaml").read_text("utf-8"))
    with house.transaction():
        units = _units(house, told["afdelingen"])
        functions = [_function(item, units) for item in told["functies"]]
        house.put_local_functions(functions, Happening("lokalefunctie.ingelezen", data={"bron": "demohuis", "aantal": len(functions)}))
        kept = {item.number: item for item in house.local_functions()}
        for item in told.get("werkbladen", ()):
            house.put_worksheet(_worksheet(item, kept[item["functie"]]), Happening("werkblad.begonnen", data={"naam": kept[item["functie"]].name}))


def _units(house: DjangoHouse, told: list[dict[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in told:
        parent = found[item["onder"]] if "onder" in item else None
        unit = house.put_unit(Unit(None, item["naam"], parent), Happening("afdeling.toegevoegd", data={"naam": item["naam"]}))
        found[unit.name] = unit.id or 0
    return found


def _function(item: dict[str, Any], units: dict[str, int]) -> LocalFunction:
    fte = Decimal(str(item["fte"])).quantize(Decimal("0.01"))
    return LocalFunction(None, item["nummer"], item["naam"], item.get("beschrijving", ""), units[item["afdeling"]], fte, item.get("code", ""))


def _worksheet(item: dict[str, Any], function: LocalFunction) -> Worksheet:
    return Worksheet(None, function.name, function.description, item["versie"], function.id, choices=item["keuzes"])
