"""Settings of an organisation: its name, whether anybody may read its book, and its house style."""

from __future__ import annotations

from dataclasses import replace

from functiehuis.actions.house_style import read_house_style
from functiehuis.actions.policy import Right, require
from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Happening, HouseOrganisation


def change_organisation(house: House, name: str, abbreviation: str, *, public: bool) -> HouseOrganisation:
    """Keep the name and whether the book in force can be read by everybody. Refuses an empty name (RefusedError, by field)."""
    require(house.actor, Right.SETTINGS)
    name, abbreviation = " ".join(name.split()), " ".join(abbreviation.split())
    fields = {}
    if not name or len(name) > 200:
        fields["name"] = "Vul de naam van de organisatie in, hoogstens 200 tekens."
    if len(abbreviation) > 20:
        fields["abbreviation"] = "Deze afkorting is langer dan 20 tekens. Maak hem korter."
    if fields:
        raise RefusedError("De instellingen zijn niet bewaard.", fields)
    with house.transaction():
        before = house.organisation()
        after = replace(before, name=name, abbreviation=abbreviation, public=public)
        if after == before:
            return before
        if before.public != public:
            happening = Happening("organisatie.openbaar" if public else "organisatie.besloten", data={"naam": name})
        else:
            happening = Happening("organisatie.gewijzigd", data={"van": before.name, "naam": name})
        return house.put_organisation(after, happening)


def change_house_style(house: House, text: str) -> HouseOrganisation:
    """Keep a house style; an empty text goes back to the one of the product. Refuses what cannot be read, or not by people (RefusedError)."""
    require(house.actor, Right.SETTINGS)
    style = read_house_style(text) if text.strip() else ""
    with house.transaction():
        before = house.organisation()
        if before.house_style == style:
            return before
        return house.put_organisation(replace(before, house_style=style), Happening("organisatie.huisstijl" if style else "organisatie.huisstijl_weg"))
