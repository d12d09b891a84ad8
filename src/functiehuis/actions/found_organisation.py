"""The first organisation of an empty installation."""

from __future__ import annotations

import re
from collections.abc import Callable

from functiehuis.actions.ports import House
from functiehuis.model.errors import RefusedError

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?")


def found_organisation(found: Callable[[str, str, str], House], name: str, abbreviation: str, slug: str) -> House:
    """Make an organisation with ``found(slug, name, abbreviation)``. Refuses an empty name and a short name that cannot stand in an address (RefusedError)."""
    name, abbreviation, slug = " ".join(name.split()), " ".join(abbreviation.split()), slug.strip().casefold()
    fields = {}
    if not name or len(name) > 200:
        fields["name"] = "Vul de naam van de organisatie in, hoogstens 200 tekens."
    if len(abbreviation) > 20:
        fields["abbreviation"] = "Deze afkorting is langer dan 20 tekens. Maak hem korter."
    if not _SLUG.fullmatch(slug):
        fields["slug"] = "De korte naam staat in het adres. Gebruik hoogstens 50 kleine letters, cijfers en streepjes, zoals merenland."
    if fields:
        raise RefusedError("De organisatie is niet gemaakt.", fields)
    return found(slug, name, abbreviation)
