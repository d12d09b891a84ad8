"""Add, rename or move a unit, or retire it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from functiehuis.actions.local_function_rules import clean
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.model.house import Happening, Unit

_LONGEST = 200


def keep_unit(house: House, name: str, parent: int | None, identifier: int | None = None, revision: int = 0) -> Unit:
    """A new unit, or an existing one with another name or place.

    Refuses (RefusedError with fields) a name that is empty, too long or in use, and a place under itself; ConflictError when somebody else was first.
    """
    require(house.actor, Right.EDIT_HOUSE)
    with house.transaction():
        units = {unit.id or 0: unit for unit in house.units()}
        before = _of(units, identifier) if identifier else Unit(None, "")
        wrong = {}
        plain = clean(name)
        if not plain:
            wrong["naam"] = "Vul de naam van de afdeling in."
        elif len(plain) > _LONGEST:
            wrong["naam"] = f"Dit zijn {len(plain)} tekens, en hooguit {_LONGEST} mag. Maak de naam korter."
        elif any(unit.name.casefold() == plain.casefold() and unit.id != identifier for unit in units.values()):
            wrong["naam"] = f"Er is al een afdeling {plain}. Kies een andere naam; bij het inlezen wordt een afdeling aan haar naam herkend."
        if parent is not None and (parent not in units or parent in {identifier, *below(units.values(), identifier)}):
            wrong["onder"] = "Een afdeling kan niet onder zichzelf vallen, of onder een afdeling die er niet meer is. Kies een andere."
        if wrong:
            raise RefusedError("De afdeling is niet opgeslagen.", wrong)
        after = replace(before, name=plain, parent=parent, revision=revision)
        if identifier and (before.name, before.parent) == (after.name, after.parent):
            return before
        return house.put_unit(after, _happening(before, after, units))


def retire_unit(house: House, identifier: int, revision: int) -> Unit:
    """Retire a unit. Refuses one that still has local functions or units under it."""
    require(house.actor, Right.EDIT_HOUSE)
    with house.transaction():
        units = {unit.id or 0: unit for unit in house.units()}
        unit = _of(units, identifier)
        under = [item.name for item in units.values() if item.parent == identifier]
        count = house.local_function_totals().get(identifier, (0,))[0]
        if under:
            raise RefusedError(f"{unit.name} is niet ingetrokken: eronder vallen nog {', '.join(under)}. Verplaats die eerst.")
        if count:
            what = "één lokale functie" if count == 1 else f"{count} lokale functies"
            raise RefusedError(f"{unit.name} is niet ingetrokken: er horen nog {what} bij. Verplaats die eerst, of trek ze in.")
        return house.put_unit(replace(unit, retired=True, revision=revision), Happening("afdeling.ingetrokken", data={"naam": unit.name}))


def below(units: Iterable[Unit], identifier: int | None) -> set[int]:
    """Everything under a unit, however deep."""
    found: set[int] = set()
    todo = [identifier] if identifier else []
    every = list(units)
    while todo:
        at = todo.pop()
        for unit in every:
            if unit.parent == at and unit.id and unit.id not in found:
                found.add(unit.id)
                todo.append(unit.id)
    return found


def as_tree(units: Sequence[Unit]) -> list[tuple[int, Unit]]:
    """The units with how deep each stands, every one right after the one it falls under."""
    known = {unit.id for unit in units}
    children: dict[int | None, list[Unit]] = {}
    for unit in units:
        children.setdefault(unit.parent if unit.parent in known else None, []).append(unit)
    found: list[tuple[int, Unit]] = []

    def add(parent: int | None, depth: int) -> None:
        for unit in children.get(parent, ()):
            found.append((depth, unit))
            add(unit.id, depth + 1)

    add(None, 0)
    return found


def _of(units: Mapping[int, Unit], identifier: int) -> Unit:
    if identifier not in units:
        raise UnknownItemError("Deze afdeling bestaat niet, is ingetrokken, of hoort niet bij uw organisatie. Ga terug en kies opnieuw.")
    return units[identifier]


def _happening(before: Unit, after: Unit, units: Mapping[int, Unit]) -> Happening:
    if before.id is None:
        return Happening("afdeling.toegevoegd", data={"naam": after.name})
    changes = {}
    if before.name != after.name:
        changes["naam"] = [before.name, after.name]
    if before.parent != after.parent:
        changes["onder"] = [units[item].name if item in units else "" for item in (before.parent or 0, after.parent or 0)]
    return Happening("afdeling.gewijzigd", data={"naam": after.name, "velden": changes})
