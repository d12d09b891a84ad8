"""Read local functions from a table: first see what would change, then keep all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from functiehuis.actions.local_function_rules import advice_on, clean, differences, filled
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.documents.rows import BadRow, Record
from functiehuis.model.errors import ConflictError, RefusedError
from functiehuis.model.house import Happening, LocalFunction, Unit

_LONGEST_UNIT = 200


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that would be kept: the function as it becomes, the name of its unit, what differs (field: before, after), and what to think of."""

    row: int
    function: LocalFunction
    unit: str
    differences: Mapping[str, tuple[str, str]]
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that cannot be kept: which, in which field ("" for the whole row), and why."""

    row: int
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. ``fingerprint`` names exactly this plan, so that nothing else is confirmed than what was seen."""

    new: tuple[Planned, ...]
    changed: tuple[Planned, ...]
    unchanged: int
    missing: tuple[LocalFunction, ...]
    failed: tuple[FailedRow, ...]
    units: tuple[str, ...]
    fingerprint: str


class _Here:
    """What is in the house, by what the rows call it, and what the rows add to it."""

    def __init__(self, house: House) -> None:
        units = house.units()
        self.named = {unit.name.casefold(): unit for unit in units}
        self.names = {unit.id or 0: unit.name for unit in units}
        self.functions = {item.number: item for item in house.local_functions(retired=True)}
        self.seen: dict[str, int] = {}
        self.added: dict[str, str] = {}

    def planned(self, row: Record) -> Planned | list[FailedRow]:
        """What a row would do, or everything that is wrong with it."""
        before = self.functions.get(clean(row.values.get("nummer", "")), LocalFunction(None, "", ""))
        function, wrong = filled(before, row.values)
        was = self.names.get(before.unit or 0, "")
        unit = clean(row.values["afdeling"]) if "afdeling" in row.values else was
        if len(unit) > _LONGEST_UNIT:
            wrong["afdeling"] = f"De naam van de afdeling heeft {len(unit)} tekens, en hooguit {_LONGEST_UNIT} mag. Maak de naam korter."
        first = self.seen.setdefault(function.number, row.number)
        if first != row.number and function.number:
            wrong["nummer"] = f"Nummer {function.number} staat ook in rij {first}. Elk nummer mag één keer voorkomen."
        if wrong:
            return [FailedRow(row.number, field, why) for field, why in wrong.items()]
        known = self.named.get(unit.casefold())
        unit = known.name if known else self.added.setdefault(unit.casefold(), unit) if unit else ""
        function = replace(function, unit=known.id if known else None, retired=False)
        changes = differences(replace(before, unit=None), replace(function, unit=None), {}) if before.id else {}
        if before.id and was != unit:
            changes["afdeling"] = (was, unit)
        if before.retired:
            changes["in gebruik"] = ("nee", "ja")
        return Planned(row.number, function, unit, changes, advice_on(function.description))


def plan_import(house: House, rows: Iterable[Record | BadRow]) -> ImportPlan:
    """What keeping these rows would do. Changes nothing."""
    require(house.actor, Right.EDIT_HOUSE)
    here = _Here(house)
    planned: list[Planned] = []
    failed: list[FailedRow] = []
    for row in rows:
        found = [FailedRow(row.number, "", row.reason)] if isinstance(row, BadRow) else here.planned(row)
        if isinstance(found, Planned):
            planned.append(found)
        else:
            failed += found
    new = tuple(item for item in planned if item.function.id is None)
    changed = tuple(item for item in planned if item.function.id and item.differences)
    missing = tuple(item for item in here.functions.values() if item.number not in here.seen and not item.retired)
    used = {item.unit.casefold() for item in (*new, *changed)}
    units = tuple(name for key, name in here.added.items() if key in used)
    return ImportPlan(new, changed, len(planned) - len(new) - len(changed), missing, tuple(failed), units, _fingerprint((*new, *changed), units))


def confirm_import(house: House, rows: Sequence[Record | BadRow], fingerprint: str, source: str) -> ImportPlan:
    """Keep everything that the plan with this fingerprint says, as one change.

    Refuses a plan with rows that fail (RefusedError), and one that is no longer what was seen because the house changed meanwhile (ConflictError).
    """
    require(house.actor, Right.EDIT_HOUSE)
    with house.transaction():
        plan = plan_import(house, rows)
        if plan.failed:
            raise RefusedError("Er is niets opgeslagen: er zijn nog rijen met een fout. Verbeter het bestand en lees het opnieuw in.")
        if plan.fingerprint != fingerprint:
            raise ConflictError(
                "Er is niets opgeslagen: intussen is er iets gewijzigd. Hieronder staat wat er nu zou veranderen. Kijk het na en bevestig opnieuw."
            )
        units = {unit.name.casefold(): unit.id for unit in house.units()}
        for name in plan.units:
            units[name.casefold()] = house.put_unit(Unit(None, name), Happening("afdeling.toegevoegd", data={"naam": name, "bron": source})).id
        kept = [replace(item.function, unit=units[item.unit.casefold()] if item.unit else None) for item in (*plan.new, *plan.changed)]
        if kept:
            data = {"bron": source, "aantal": len(kept), "nieuw": len(plan.new), "gewijzigd": len(plan.changed)}
            house.put_local_functions(kept, Happening("lokalefunctie.ingelezen", data=data))
    return plan


def _fingerprint(kept: Iterable[Planned], units: Sequence[str]) -> str:
    told = [f"{item.function.id}/{item.function.revision}/{item.function!r}/{item.unit}" for item in kept]
    return hashlib.sha256("\n".join([*told, *units]).encode()).hexdigest()[:32]
