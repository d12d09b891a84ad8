"""Add or change a local function, retire it, or bring it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from functiehuis.actions.local_function_rules import advice_on, differences, filled
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Happening, LocalFunction


@dataclass(frozen=True, slots=True)
class Kept:
    """A local function as it was kept, and what to think of."""

    function: LocalFunction
    advice: tuple[str, ...] = ()


def keep_local_function(house: House, given: Mapping[str, str], unit: int | None, identifier: int | None = None, revision: int = 0) -> Kept:
    """A new local function, or an existing one changed; ``given`` has its fields as typed (nummer, roepnaam, beschrijving, fte, code).

    Refuses with RefusedError (per field) what ``local_function_rules`` does not allow, a unit that is not there and a number that is in use; with ConflictError
    when somebody else was first.
    """
    require(house.actor, Right.EDIT_HOUSE)
    with house.transaction():
        before = house.local_function(identifier) if identifier else LocalFunction(None, "", "")
        function, wrong = filled(before, given)
        units = {item.id or 0: item.name for item in house.units()}
        if unit is not None and unit not in units and unit != before.unit:
            wrong["afdeling"] = "Deze afdeling is er niet (meer). Kies een andere."
        if wrong:
            raise RefusedError("De lokale functie is niet opgeslagen.", wrong)
        function = replace(function, unit=unit, revision=revision)
        changes = differences(before, function, units)
        if identifier and not changes:
            return Kept(before)
        name = "lokalefunctie.gewijzigd" if identifier else "lokalefunctie.toegevoegd"
        data = {"naam": function.name, "velden": {key: list(pair) for key, pair in changes.items()}} if identifier else {"naam": function.name}
        try:
            kept = house.put_local_function(function, Happening(name, data=data))
        except RefusedError as error:
            if "number" in error.fields:
                raise RefusedError("De lokale functie is niet opgeslagen.", {"nummer": error.fields["number"]}) from None
            raise
    return Kept(kept, advice_on(kept.description))


def retire_local_function(house: House, identifier: int, revision: int, reason: str) -> LocalFunction:
    """Take a local function out of use; it stays in the trail, with its worksheets. Refuses without a reason."""
    require(house.actor, Right.EDIT_HOUSE)
    function = house.local_function(identifier)
    if function.retired:
        raise RefusedError(f"{function.name} is al ingetrokken.")
    if not reason.strip():
        text = "Vul in waarom deze functie vervalt. De reden komt in de geschiedenis."
        raise RefusedError(text, {"reden": text})
    happening = Happening("lokalefunctie.ingetrokken", reason.strip(), {"naam": function.name})
    return house.put_local_function(replace(function, retired=True, revision=revision), happening)


def restore_local_function(house: House, identifier: int, revision: int) -> LocalFunction:
    """Take a retired local function into use again."""
    require(house.actor, Right.EDIT_HOUSE)
    function = house.local_function(identifier)
    happening = Happening("lokalefunctie.teruggehaald", data={"naam": function.name})
    return house.put_local_function(replace(function, retired=False, revision=revision), happening)
