"""Fill an empty installation with the demo house."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from functiehuis.library.books import demo_book
from functiehuis.model.book import BookStatus
from functiehuis.model.house import BookVersion, Happening, Member, Role
from functiehuis.web.demo.furnish import furnish
from functiehuis.web.storage.house import DjangoHouse, found_house, house_of
from functiehuis.web.storage.models import Organisation, User

PASSWORD = "functiehuis-demo"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast: made up, and the same in the demo and in the tests."""

    email: str
    name: str
    role: Role
    organisation: str = "merenland"


CAST = (
    Person("anna@merenland.example", "Anna Visser", Role.ADVISER),
    Person("bas@merenland.example", "Bas de Groot", Role.MANAGER),
    Person("carla@merenland.example", "Carla Mensah", Role.COMMITTEE_MEMBER),
    Person("emre@merenland.example", "Emre Kaya", Role.EMPLOYEE),
    Person("fien@merenland.example", "Fien Wouda", Role.READER),
    Person("gijs@merenland.example", "Gijs Prins", Role.ADMINISTRATOR),
    Person("daan@heuvelrijk.example", "Daan Peters", Role.ADVISER, "heuvelrijk"),
)


def seed() -> None:
    """Make the demo house, once: an installation that has organisations is left as it is."""
    if Organisation.objects.exists():
        return
    merenland = found_house("merenland", "Belastingkantoor Merenland", "BKM")
    heuvelrijk = found_house("heuvelrijk", "Gemeente Heuvelrijk", "GH")
    houses = {"merenland": merenland, "heuvelrijk": heuvelrijk}
    password = make_password(PASSWORD)  # one hash for all: it takes half a second, and the password is no secret here
    for person in CAST:
        houses[person.organisation].put_member(
            Member(None, None, person.email, person.name, person.role), Happening("lid.toegevoegd", data={"naam": person.name, "rol": person.role.value})
        )
        User.objects.filter(email=person.email).update(password=password)
    add_book(merenland)
    for slug, email in (("merenland", "anna@merenland.example"), ("heuvelrijk", "daan@heuvelrijk.example")):
        furnish(house_of(User.objects.get(email=email), slug))


def add_book(house: DjangoHouse) -> None:
    """The demo book as adopted in 2022, and a concept for 2027 that goes on from it."""
    book = demo_book()
    adopted = house.add_version(BookVersion(None, 0, "Functieboek 2022", source="demoboek"), book, Happening("boek.overgenomen", data={"bron": "demoboek"}))
    since = datetime(2021, 12, 14, 10, 0, tzinfo=UTC)

    frozen = replace(
        adopted, status=BookStatus.ADOPTED, valid_from=date(2022, 1, 1), known_since=since, decision="Besluit dagelijks bestuur 14 december 2021, nr. 21-118"
    )
    house.freeze(frozen, book, Happening("boek.vastgesteld", data={"besluit": frozen.decision, "datum": "2022-01-01"}))
    house.add_version(BookVersion(None, 0, "Functieboek 2027", valid_from=date(2027, 1, 1), based_on=adopted.number), book, Happening("boek.begonnen"))


def welcome(address: str) -> str:
    """What the terminal says: where the house is, and one account per role."""
    rows = "\n".join(f"  {person.role.value:<15} {person.email:<26} {person.name}" for person in CAST if person.organisation == "merenland")
    return f"\nFunctiehuis staat op {address}\n\n{rows}\n\n  wachtwoord van iedereen: {PASSWORD}\n\nStoppen: Ctrl+C.\n"
