"""A generated function book of any size: plain text, the same for the same size, with sentences put together from a few word lists."""

from __future__ import annotations

import random

_VERBS = [
    "adviseert",
    "bewaakt",
    "controleert",
    "beheert",
    "maakt",
    "verbetert",
    "onderzoekt",
    "regelt",
    "toetst",
    "verdeelt",
    "volgt",
    "leidt",
    "meldt",
    "plant",
    "stuurt",
    "ontwerpt",
]
_OBJECTS = [
    "afspraken",
    "begroting",
    "planning",
    "werkwijze",
    "dossiers",
    "aanvragen",
    "vergunningen",
    "gegevens",
    "systemen",
    "verslagen",
    "projecten",
    "voorstellen",
    "risico's",
    "contracten",
    "bezwaren",
    "aanslagen",
    "taken",
    "termijnen",
    "vragen",
    "rapportages",
    "metingen",
    "onderhoud",
    "roosters",
    "opdrachten",
]
_PLACES = [
    "team",
    "onderdeel",
    "bestuur",
    "inwoners",
    "bedrijven",
    "leveranciers",
    "deelnemers",
    "directie",
    "collega's",
    "scholen",
    "wijken",
    "vakgroep",
    "klanten",
    "gemeenten",
    "partners",
]
_WHENS = [
    "elke week",
    "na afloop",
    "op tijd",
    "volgens de regels",
    "in overleg",
    "binnen de begroting",
    "met een vaste lijst",
    "bij drukte",
    "in het hele gebied",
    "zonder hulp",
    "samen met anderen",
    "per kwartaal",
    "voor het eerst",
    "als dat nodig is",
]
_DEGREES = ("grote", "zekere", "bepaalde", "beperkte")
_LEVELS = ("I", "II", "III", "IV")
_GROUP_SIZE = len(_LEVELS)


def book_text(functions: int) -> str:
    """A book of so many functions, four levels to a group and eight groups to a series."""
    chance = random.Random(functions)
    names = [_place(at) for at in range(functions)]
    lines = [
        "Gemeente Meetdorp",
        "",
        "CONCEPT FUNCTIEBOEK HR21",
        "",
        "De geselecteerde normfuncties zijn:",
        "",
        "Pagina\tNaam functie\tFunctiegroep\tIndicatieve schaal",
    ]
    lines += [f"{2 * at + 4}\t{name}\t{group}\t{13 - at % _GROUP_SIZE}" for at, (_, _, group, name) in enumerate(names)]
    lines += ["", "Functiebeschrijvingen", ""]
    for at, (code, series, group, name) in enumerate(names):
        lines += ["Functiebeschrijving", "", f"Naam functie\t:\t{name}", f"Code\t:\t{code}", "", f"Functiereeks {series}:", ""]
        lines += [f"Het werk in de reeks {series} draait om het geheel.", "", f"Functiegroep {group}:", ""]
        lines += [f"Het werk in de groep {group} draait om een deel van het geheel.", "", "Overwegende functiekenmerken:", ""]
        lines += [f"- {_task(chance)} met een **{_DEGREES[at % _GROUP_SIZE]}** mate van vrijheid" for _ in range(3)]
        lines += ["", "Generieke taken", ""]
        for area in range(1, 5):
            lines += [f"Resultaatgebied {area}: {chance.choice(_OBJECTS).capitalize()}", "", *(f"- {_task(chance)}" for _ in range(4)), ""]
        lines += ["Module", ""]
    return "\n".join(lines)


def _place(at: int) -> tuple[str, str, str, str]:
    """Code, series, group and name of the function with this number."""
    group = at // _GROUP_SIZE
    series = group // 8 + 1
    code = f"N{series:02}.{group % 8 + 1:02}.{2 * (at % _GROUP_SIZE) + 2:02}"
    letter = "ABCDEFGH"[group % 8]
    return code, f"Proces {series}", f"Vak {letter}{series}", f"Medewerker vak {letter}{series} {_LEVELS[at % _GROUP_SIZE]}"


def _task(chance: random.Random) -> str:
    verb, first, second = chance.choice(_VERBS), *chance.sample(_OBJECTS, 2)
    return f"{verb} {first} en {second} voor {chance.choice(_PLACES)} en {chance.choice(_PLACES)} {chance.choice(_WHENS)}"
