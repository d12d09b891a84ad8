"""The local functions of an organisation, as somebody wants to see them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from functiehuis.actions.keep_unit import as_tree, below
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House, LocalFunctionPage, LocalFunctionQuery
from functiehuis.model.house import LocalFunction, Unit

PAGE = 50
SORTS = ("nummer", "naam", "afdeling", "fte", "code")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked for, as it stands in the address: everything may be empty."""

    words: str = ""
    unit: int | None = None
    code: str = ""
    description: str = ""
    retired: bool = False
    sort: str = "nummer"
    descending: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in the tree: how deep, and what falls under it (its own units included)."""

    unit: Unit
    depth: int
    count: int
    fte: Decimal


def list_local_functions(house: House, wish: Wish) -> LocalFunctionPage:
    """A page of local functions; a page past the end is the last one, an unknown sort is by number."""
    require(house.actor, Right.READ_HOUSE)
    units = None
    if wish.unit is not None:
        units = frozenset({wish.unit, *below(house.units(), wish.unit)})
    query = LocalFunctionQuery(
        words=tuple(wish.words.split()[:8]),
        units=units,
        code=wish.code,
        described={"met": True, "zonder": False}.get(wish.description),
        retired=wish.retired,
        sort=wish.sort if wish.sort in SORTS else "nummer",
        descending=wish.descending,
        first=(max(1, wish.page) - 1) * PAGE,
        most=PAGE,
    )
    return house.find_local_functions(query)


def unit_lines(house: House) -> tuple[UnitLine, ...]:
    """The units as a tree, with how many local functions and fte each has, those of the units under it included."""
    require(house.actor, Right.READ_HOUSE)
    units = house.units()
    totals = house.local_function_totals()
    lines = []
    for depth, unit in as_tree(units):
        parts = [totals.get(key, (0, Decimal(0))) for key in (unit.id, *below(units, unit.id))]
        lines.append(UnitLine(unit, depth, sum(part[0] for part in parts), sum((part[1] for part in parts), Decimal(0))))
    return tuple(lines)


def open_local_function(house: House, identifier: int) -> LocalFunction:
    """One local function; a retired one too."""
    require(house.actor, Right.READ_HOUSE)
    return house.local_function(identifier)
