"""Keys with which programs act for somebody."""

from __future__ import annotations

import secrets

from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.model.house import ApiKey, Happening

MOST = 20


def make_key(house: House, name: str) -> tuple[ApiKey, str]:
    """A new key of the actor, and its secret, which is never shown again. A key may what its owner may, so it needs no right of its own."""
    name = " ".join(name.split())
    owner = _owner(house)
    if not name or len(name) > 100:
        text = "Geef de sleutel een naam van hoogstens 100 tekens, zodat u later weet waarvoor hij is."
        raise RefusedError(text, {"name": text})
    if sum(not key.ended for key in house.keys(owner)) >= MOST:
        text = f"U hebt al {MOST} sleutels. Beëindig er eerst een."
        raise RefusedError(text, {"name": text})
    secret = f"fh_{secrets.token_urlsafe(32)}"
    return house.add_key(name, secret, Happening("sleutel.gemaakt", data={"naam": name})), secret


def end_own_key(house: House, identifier: int) -> None:
    """A key of the actor works no more. Refuses a key of somebody else as if it were not there (UnknownItemError)."""
    key = next((key for key in house.keys(_owner(house)) if key.id == identifier), None)
    if key is None:
        raise UnknownItemError("Deze sleutel bestaat niet, of is niet van u. Ga terug en kies opnieuw.")
    house.end_key(key.id, Happening("sleutel.beeindigd", data={"naam": key.name}))


def _owner(house: House) -> int:
    if house.actor.id is None:
        raise UnknownItemError("Alleen iemand met een account heeft sleutels.")
    return house.actor.id
