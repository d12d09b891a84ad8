"""Every text and value of a book in wire form by its address, so that one of them can be corrected without touching the rest."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from functiehuis.model.errors import UnknownItemError

Wire = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """A text or value: ``key`` is its address in the wire form, ``part`` what a finding calls it, ``section`` the function or module it is in.

    ``function`` is the label of the function. ``value`` is a Tekst of the wire form, or a plain string (a name, a code, a scale).
    """

    key: str
    part: str
    section: str
    function: str | None
    value: Wire | str

    @property
    def text(self) -> str:
        """The characters."""
        return self.value if isinstance(self.value, str) else str(self.value["tekst"])

    @property
    def rich(self) -> bool:
        """Whether it may have bold and italics."""
        return not isinstance(self.value, str)


def spots(book: Wire) -> Iterator[Spot]:
    """Everything that can be corrected, in the order of the book."""
    yield Spot("titel", "titel", "voor", None, book.get("titel") or "")
    for at, entry in enumerate(book.get("inhoudsopgave") or []):
        for name, part in (("naam", ""), ("functiegroep", ", groep"), ("schaal", ", schaal"), ("code", ", code")):
            yield Spot(f"inhoudsopgave/{at}/{name}", f"inhoudsopgave, regel {at + 1}{part}", "voor", None, entry.get(name) or "")
    for kind, what in (("functiereeksen", "reeks"), ("functiegroepen", "groep")):
        for at, item in enumerate(book.get(kind) or []):
            yield Spot(f"{kind}/{at}/naam", f"naam van de {what} {item['code']}", "voor", None, item.get("naam") or "")
            if item.get("definitie"):
                yield Spot(f"{kind}/{at}/definitie", f"definitie van de {what} {item.get('naam')}", "voor", None, item["definitie"])
    for at, text in enumerate(book.get("colofon") or []):
        yield Spot(f"colofon/{at}", "colofon", "voor", None, text)
    for at, function in enumerate(book.get("normfuncties") or []):
        yield from _function(function, at)
    for at, module in enumerate(book.get("modules") or []):
        yield from _module(module, at)
    for at, text in enumerate(book.get("restanten") or []):
        yield Spot(f"restanten/{at}", "restant", "", None, text)


def _function(function: Wire, at: int) -> Iterator[Spot]:
    base, section = f"normfuncties/{at}", f"f{at}"
    label = function.get("code") or function.get("naam")
    for name in ("naam", "code", "niveau", "schaal", "reeks", "groep"):
        yield Spot(f"{base}/{name}", name, section, label, function.get(name) or "")
    for count, heading in enumerate(function.get("koppen") or []):
        yield Spot(f"{base}/koppen/{count}/kop", f"kop {heading['onderdeel']}", section, label, heading["kop"])
    for name, part in (("definitie_reeks", "definitie van de reeks"), ("definitie_groep", "definitie van de groep")):
        if function.get(name):
            yield Spot(f"{base}/{name}", part, section, label, function[name])
    for count, text in enumerate(function.get("kenmerken") or []):
        yield Spot(f"{base}/kenmerken/{count}", f"kenmerk {count + 1}", section, label, text)
    for count, area in enumerate(function.get("resultaatgebieden") or []):
        unit = f"resultaatgebied {area.get('nummer') or count + 1}"
        yield Spot(f"{base}/resultaatgebieden/{count}/naam", f"naam van {unit}", section, label, area.get("naam") or "")
        for number, task in enumerate(area.get("taken") or []):
            yield Spot(f"{base}/resultaatgebieden/{count}/taken/{number}", f"{unit}, taak {number + 1}", section, label, task)


def _module(module: Wire, at: int) -> Iterator[Spot]:
    unit = f"module {module.get('naam') or ''}"
    for name, part in (("naam", f"naam van {unit}"), ("code", f"code van {unit}")):
        yield Spot(f"modules/{at}/{name}", part, f"m{at}", None, module.get(name) or "")
    for number, task in enumerate(module.get("taken") or []):
        yield Spot(f"modules/{at}/taken/{number}", f"{unit}, taak {number + 1}", f"m{at}", None, task)


def value_of(book: Wire, key: str) -> Any:
    """What stands at an address; a list or a block too. Refuses with UnknownItemError an address that the book does not have."""
    found: Any = book
    try:
        for step in key.split("/"):
            found = found[int(step)] if isinstance(found, list) else found.get(step)
    except (IndexError, ValueError, AttributeError):
        raise UnknownItemError("Deze plaats is er niet meer in het boek. Ververs de pagina en probeer het opnieuw.") from None
    return found


def put_spot(book: Wire, key: str, value: Any) -> Wire:
    """The book with another value at an address; everything else stays. A Tekst keeps its place in the source."""
    fresh = copy.deepcopy(book)
    *way, last = key.split("/")
    parent = value_of(fresh, "/".join(way)) if way else fresh
    old = value_of(fresh, key)
    if isinstance(value, dict) and isinstance(old, dict) and old.get("herkomst") and "herkomst" not in value:
        value = {**value, "herkomst": old["herkomst"]}
    if value == "" and last in ("code", "niveau", "schaal", "reeks", "groep", "functiegroep"):
        value = None
    if isinstance(parent, list):
        parent[int(last)] = value
    else:
        parent[last] = value
    return fresh
