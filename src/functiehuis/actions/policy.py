"""Who may do what: one table, used by the screens, the API and the commands alike.

A right is what an action asks; a role has rights. Nothing else decides, and a refusal is always NotAllowedError.
"""

from __future__ import annotations

from enum import StrEnum

from functiehuis.model.errors import NotAllowedError
from functiehuis.model.house import Actor, Role


class Right(StrEnum):
    """What an action asks of whoever does it; the value completes "U mag geen ..."."""

    READ_BOOK = "vastgesteld functieboek lezen"
    READ_DRAFT = "concept van een functieboek lezen"
    EDIT_BOOK = "functieboek inlezen of wijzigen"
    ADOPT_BOOK = "functieboek vaststellen of intrekken"
    READ_HOUSE = "afdelingen en lokale functies lezen"
    EDIT_HOUSE = "afdelingen en lokale functies wijzigen"
    READ_WORKSHEET = "werkbladen lezen"
    PLACE = "werk indelen"
    READ_TRAIL = "spoor van de wijzigingen lezen"
    MANAGE_PEOPLE = "accounts en rollen beheren"
    SETTINGS = "instellingen van de organisatie wijzigen"


_READ = frozenset({Right.READ_BOOK})
_INSIDE = _READ | {Right.READ_DRAFT, Right.READ_HOUSE}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.ADVISER: frozenset(Right) - {Right.MANAGE_PEOPLE, Right.SETTINGS},
    Role.MANAGER: _INSIDE,
    Role.COMMITTEE_MEMBER: _INSIDE | {Right.READ_WORKSHEET, Right.READ_TRAIL},
    Role.EMPLOYEE: _READ,
    Role.READER: _READ,
}


def may(actor: Actor, right: Right) -> bool:
    """Whether somebody's role has a right."""
    return right in RIGHTS[actor.role]


def require(actor: Actor, right: Right) -> None:
    """Refuse with NotAllowedError when somebody's role lacks a right."""
    if not may(actor, right):
        having = " of ".join(role.value for role, rights in RIGHTS.items() if right in rights)
        raise NotAllowedError(
            f"U mag dit niet: {right.value}. Uw rol is {actor.role.value}; dit kan een {having}. Vraag het aan de beheerder van uw organisatie."
        )
