"""Who has which role in an organisation."""

from __future__ import annotations

import re
from dataclasses import replace

from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Happening, Member, Role

_ADDRESS = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,180}\.[^@\s,;<>\".]{2,}")


def add_member(house: House, email: str, name: str, role: Role) -> Member:
    """Give an address a role. Refuses a wrong address, an empty name, and an address that has a role here (RefusedError, by field)."""
    require(house.actor, Right.MANAGE_PEOPLE)
    email, name = email.strip().casefold(), " ".join(name.split())
    fields = {}
    if not _ADDRESS.fullmatch(email):
        fields["email"] = "Dit is geen e-mailadres. Schrijf het zoals naam@organisatie.nl."
    if not name:
        fields["name"] = "Vul een naam in. De naam staat bij alles wat deze persoon wijzigt."
    elif len(name) > 150:
        fields["name"] = "Deze naam is langer dan 150 tekens. Maak hem korter."
    if fields:
        raise RefusedError("De persoon is niet toegevoegd.", fields)
    return house.put_member(Member(None, None, email, name, role), Happening("lid.toegevoegd", data={"naam": name, "rol": role.value}))


def change_role(house: House, identifier: int, role: Role, reason: str = "") -> Member:
    """Give somebody another role, or a role again. Refuses to take the last administrator away (RefusedError)."""
    require(house.actor, Right.MANAGE_PEOPLE)
    with house.transaction():
        member = house.member(identifier)
        if member.role is role and not member.ended:
            return member
        if role is not Role.ADMINISTRATOR:
            _keep_an_administrator(house, member)
        data = {"naam": member.name, "van": "geen rol" if member.ended else member.role.value, "naar": role.value}
        return house.put_member(replace(member, role=role, ended=False), Happening("lid.rol_gewijzigd", reason.strip(), data))


def end_member(house: House, identifier: int, reason: str = "") -> Member:
    """Take somebody's role away; keys for programs end with it. Refuses to take the last administrator away (RefusedError)."""
    require(house.actor, Right.MANAGE_PEOPLE)
    with house.transaction():
        member = house.member(identifier)
        if member.ended:
            return member
        _keep_an_administrator(house, member)
        for key in house.keys(member.user_id or 0):
            if not key.ended:
                house.end_key(key.id, Happening("sleutel.beeindigd", data={"naam": key.name, "van": member.name}))
        return house.put_member(replace(member, ended=True), Happening("lid.beeindigd", reason.strip(), {"naam": member.name, "rol": member.role.value}))


def _keep_an_administrator(house: House, leaving: Member) -> None:
    if leaving.role is not Role.ADMINISTRATOR or leaving.ended:
        return
    left = [member for member in house.members() if member.role is Role.ADMINISTRATOR and not member.ended and member.id != leaving.id]
    if not left:
        text = f"{leaving.name} is de enige beheerder. Maak eerst iemand anders beheerder."
        raise RefusedError(text, {"role": text})
