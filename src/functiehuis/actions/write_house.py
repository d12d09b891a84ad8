"""Write a unit or a local function as a whole: for programs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.model.house import Happening, LocalFunction, Unit

_LONGEST = {"number": (40, "nummer"), "name": (200, "naam"), "code": (40, "code")}


def write_unit(house: House, unit: Unit) -> Unit:
    """Keep a unit. Refuses a unit without a name, and one that would lie under itself (RefusedError)."""
    require(house.actor, Right.EDIT_HOUSE)
    name = " ".join(unit.name.split())
    if not name or len(name) > 200:
        raise RefusedError("De afdeling is niet bewaard.", {"naam": "Vul een naam in van hoogstens 200 tekens."})
    with house.transaction():
        above = {item.id: item.parent for item in house.units()}
        at, seen = unit.parent, {unit.id}
        while at is not None and unit.id is not None:
            if at in seen:
                raise RefusedError("De afdeling is niet bewaard.", {"valt_onder": "Een afdeling valt niet onder zichzelf. Kies een andere."})
            seen.add(at)
            at = above.get(at)
        event = "afdeling.vervallen" if unit.retired else "afdeling.gewijzigd" if unit.id else "afdeling.gemaakt"
        happening = Happening(event, data={"naam": name})
        return house.put_unit(replace(unit, name=name), happening)


def write_local_function(house: House, function: LocalFunction) -> LocalFunction:
    """Keep a local function. Refuses an empty or too long number or name, negative fte, and a number that another one has (RefusedError, by field)."""
    require(house.actor, Right.EDIT_HOUSE)
    fields = {}
    number, named, code = (" ".join(text.split()) for text in (function.number, function.name, function.code))
    function = replace(function, number=number, name=named, code=code)
    for name, (longest, dutch) in _LONGEST.items():
        text = getattr(function, name)
        if len(text) > longest or (not text and name != "code"):
            fields[dutch] = f"Vul hier iets in van hoogstens {longest} tekens."
    if not Decimal(0) <= function.fte < Decimal(100_000):
        fields["fte"] = "Vul een aantal fte in van 0 of meer."
    if fields:
        raise RefusedError("De lokale functie is niet bewaard.", fields)
    verb = "vervallen" if function.retired else "gewijzigd" if function.id else "gemaakt"
    happening = Happening(f"lokale_functie.{verb}", data={"naam": function.name, "nummer": function.number})
    return house.put_local_function(replace(function, fte=function.fte.quantize(Decimal("0.01"))), happening)


def unit_of(house: House, identifier: int) -> Unit:
    """A unit that is not retired. Refuses one that is not there (UnknownItemError)."""
    require(house.actor, Right.READ_HOUSE)
    found = next((unit for unit in house.units() if unit.id == identifier), None)
    if found is None:
        raise UnknownItemError("Deze afdeling bestaat niet, of hoort niet bij uw organisatie. Ga terug en kies opnieuw.")
    return found
