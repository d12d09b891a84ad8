"""Keep placements in a workbook, one after another: the same as their JSON says, in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from functiehuis.classifying.proposals import motivation
from functiehuis.documents.formats.xlsx import Cell, Column, Sheet, Workbook, write
from functiehuis.documents.rows import BadRow
from functiehuis.library.folders import fresh_file, refuse_existing
from functiehuis.model.errors import WriteError
from functiehuis.model.placement import Placement
from functiehuis.model.wire import placement_to_wire

_WIDTHS = {
    "Plaatsingen": {
        "Id": 14,
        "Titel": 28,
        "Uitkomst": 11,
        "Code": 12,
        "Normfunctie": 30,
        "Groep": 10,
        "Niveau": 9,
        "Ook verdedigbaar": 16,
        "Modules": 14,
        "Motivering": 90,
        "Waarom niet hoger": 50,
        "Waarom niet lager": 50,
        "Niet gedekt": 40,
        "Vragen": 40,
        "Antwoorden": 24,
        "Soort werk": 34,
        "Eerder zo ingedeeld": 34,
        "Kandidaten met score": 40,
        "Reden": 34,
        "Boek": 24,
        "Hash van het boek": 18,
        "Regels": 22,
        "Naam van de groep": 24,
    },
    "Kenmerken": {
        "Id": 14,
        "Kandidaat": 11,
        "Code": 12,
        "Normfunctie": 30,
        "Kenmerk": 60,
        "Oordeel": 18,
        "Passage": 60,
        "Zekerheid": 11,
        "Uit antwoord": 10,
    },
    "Taken": {
        "Id": 14,
        "Kandidaat": 11,
        "Code": 12,
        "Normfunctie": 30,
        "Passage": 60,
        "Gedekt door": 16,
        "Waar": 28,
        "Taak in het boek": 60,
        "Zekerheid": 11,
    },
    "Terzijde": {"Id": 14, "Zin": 70, "Soort": 18, "Reden": 50},
    "Fouten": {"Rij": 8, "Id": 14, "Fout": 90},
}
_SHEETS = tuple(Sheet(name, tuple(Column(*column) for column in columns.items())) for name, columns in _WIDTHS.items())


def refuse_workbook(path: Path, sources: Sequence[Path], *, overwrite: bool = False) -> None:
    """Refuse with WriteError, before any work is done, a name that is not for a workbook, a source of the work itself, and what is there already."""
    if path.suffix.lower() != ".xlsx":
        raise WriteError(f"{path} is geen naam voor een werkmap. Kies een naam die eindigt op .xlsx.")
    for source in sources:
        with suppress(OSError, ValueError):
            if path.samefile(source):
                raise WriteError(f"{path} is het bestand waaruit wordt gelezen, en wordt daarom niet vervangen. Kies een andere naam.")
    refuse_existing(path, overwrite=overwrite)


@contextmanager
def placements_file(path: Path, *, overwrite: bool = False) -> Iterator[Callable[[Placement | BadRow], None]]:
    """Something to give placements and bad rows to; at the end of the block the workbook stands at ``path``, complete, or nothing does.

    Refuses with WriteError a file that is there already (unless ``overwrite``), and a disk that cannot be written.
    """
    with fresh_file(path, overwrite=overwrite) as fresh, write(fresh, _SHEETS, title="Plaatsingen") as workbook:
        yield lambda item: _add(workbook, item)


def _add(workbook: Workbook, item: Placement | BadRow) -> None:
    if isinstance(item, BadRow):
        workbook.add("Fouten", (item.number, item.id, item.reason))
        return
    wire = placement_to_wire(item, motivation(item))
    workbook.add("Plaatsingen", _placement(wire))
    for number, candidate in enumerate(wire["kandidaten"], 1):
        named = (wire["id"], number, candidate["code"], candidate["naam"])
        for reason in candidate["waarom"]:
            if reason["soort"] == "kenmerk":
                answered = "ja" if reason["uit_antwoord"] else None
                workbook.add("Kenmerken", (*named, reason["boek"], reason["oordeel"], reason["passage"], reason["zekerheid"], answered))
            elif number > 1:
                workbook.add("Taken", (*named, reason["passage"], "taak", reason["resultaatgebied"], reason["boek"], reason["zekerheid"]))
        for task in wire["taken"] if number == 1 else ():
            where = task["resultaatgebied"] or task["module"] or task["functie"]
            workbook.add("Taken", (*named, task["passage"], task["dekking"], where, task["boek"], task["zekerheid"]))
    for aside in wire["terzijde"]:
        workbook.add("Terzijde", (wire["id"], aside["tekst"], aside["soort"], aside["reden"]))


def _placement(wire: dict[str, Any]) -> tuple[Cell, ...]:
    candidates = {item["code"]: item for item in wire["kandidaten"]}
    defended = wire["verdedigbaar"]
    chosen = candidates[defended[0]] if defended else {}
    return (
        wire["id"],
        wire["titel"],
        wire["uitkomst"],
        chosen.get("code"),
        chosen.get("naam"),
        wire["groep"],
        chosen.get("niveau"),
        ", ".join(defended[1:]),
        ", ".join(wire["modules"]),
        wire["motivering"],
        _step(wire, "hoger"),
        _step(wire, "lager"),
        "\n".join(wire["niet_gedekt"]),
        "\n".join(item["vraag"] for item in wire["vragen"]),
        "\n".join(f"{item['as']}: antwoord {item['antwoord']} ({item['bron']})" for item in wire["antwoorden"]),
        "\n".join(f"{item['naam']} ({item['aandeel']:.0%}): {', '.join(item['woorden'])}" for item in wire["soorten_werk"]),
        "\n".join(f"{item['titel'] or item['id']} ({item['code']}, {item['bron']})" for item in wire["eerder_zo_ingedeeld"]),
        "\n".join(f"{item['code']} {item['naam']} ({item['score']:.4f})" for item in wire["kandidaten"]),
        wire["reden"],
        wire["boek"]["titel"],
        wire["boek"]["hash"],
        wire["regels"],
        " of ".join(item["groepsnaam"] for item in wire["groepen"] if item["groepsnaam"]),
    )


def _step(wire: dict[str, Any], direction: str) -> str:
    """The step to the neighbour on one side, a line for each thing it says."""
    step = next((item for item in wire["stappen"] if item["richting"] == direction), None)
    if step is None:
        return ""
    lines = [f"{step['naam']} ({step['code']})"]
    lines += [f"{name}: {step[key]}" for name, key in (("Daar", "kenmerk_daar"), ("Hier", "kenmerk")) if step[key]]
    if step["uit_antwoord"]:
        return "\n".join([*lines, "Uit het antwoord op de vraag hierover."])
    contrary = ", wijst juist wel die kant op" if step["pleit_ervoor"] else ""
    said = f"“{step['passage']}” ({step['zekerheid']}{contrary})" if step["passage"] else "De beschrijving zegt hierover niets beslissends."
    return "\n".join([*lines, said])
