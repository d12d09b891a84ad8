"""The lines of a source beside what became of them in the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from functiehuis.authoring.editing.spots import Spot, spots
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText
from functiehuis.model.wire import text_to_wire

Wire = dict[str, Any]

_HEADINGS = (
    *(Part.DESCRIPTION, Part.NAME, Part.CODE, Part.SERIES, Part.GROUP, Part.LEVEL, Part.SCALE, Part.POINTS, Part.CHARACTERISTICS, Part.RESULT_AREA),
    *(Part.TASKS, Part.MODULE_TASKS, Part.MODULE_NAME, Part.MODULE_CODE, Part.MODULE, Part.CONTENTS, Part.COLOPHON),
)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A line of the source (``text`` a Tekst of the wire form), what it was recognised as, and the texts of the book that came from it.

    ``number`` is as people say it ("572-573"); ``left`` says that it was not understood.
    """

    number: str
    page: int | None
    section: str
    text: Wire
    kind: str
    said: str
    spots: tuple[Spot, ...]
    left: bool


def source_lines(texts: Sequence[RichText], book: Wire, system: BookSystem) -> list[Wire]:
    """The lines of a document as the intake keeps them: number, page, text, the section they are in, and the heading they are."""
    starts: dict[tuple[Any, Any], str] = {}
    for kind, letter in (("normfuncties", "f"), ("modules", "m")):
        for at, item in enumerate(book.get(kind) or []):
            where = item.get("herkomst") or {}
            starts.setdefault((where.get("pagina"), where.get("regel")), f"{letter}{at}")
    found: list[Wire] = []
    section = "voor"
    for text in texts:
        where = text.provenance
        page, line = (where.page, where.line) if where else (None, None)
        section = starts.get((page, line), section) if line is not None else section
        if not text.text.strip():
            continue
        bare = RichText(text.text, text.bold, text.italic)
        if found and line is not None and (found[-1]["regel"], found[-1]["pagina"]) == (line, page):
            found[-1]["rij"] = [*found[-1].get("rij", [found[-1]["tekst"]]), text_to_wire(bare)]  # cells of one row
            found[-1]["tekst"] = {"tekst": "   ".join(cell["tekst"] for cell in found[-1]["rij"])}
        else:
            heading = _heading(text.text, system)
            found.append({"regel": line, "tot": _last(text, line), "pagina": page, "tekst": text_to_wire(bare), "deel": section, "kop": heading})
    return found or _own_lines(book)


def _own_lines(book: Wire) -> list[Wire]:
    """The lines of a book that was kept before: its own texts."""
    shown = [spot for spot in spots(book) if spot.text and spot.section]
    return [
        {
            "regel": at,
            "tot": None,
            "pagina": None,
            "tekst": {"tekst": spot.text} if isinstance(spot.value, str) else spot.value,
            "deel": spot.section,
            "pad": spot.key,
        }
        for at, spot in enumerate(shown, 1)
    ]


def _last(text: RichText, line: int | None) -> int | None:
    breaks = text.text.count("\n")
    return line + breaks if line is not None and breaks else None


def _heading(text: str, system: BookSystem) -> str:
    small = " ".join(text.casefold().split())
    for part in _HEADINGS:
        for words in sorted(system.headings.get(part, ()), key=len, reverse=True):
            rest = small.removeprefix(words.casefold())
            if rest != small and not rest[:1].isalpha():
                return part.value
    return ""


def rows_of(lines: Sequence[Wire], book: Wire, section: str) -> Iterator[SourceRow]:
    """The lines of a section beside what the book has of them now."""
    by_place: dict[tuple[Any, Any], list[Spot]] = defaultdict(list)
    by_key = {}
    own: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots(book):
        by_key[spot.key] = spot
        where = spot.value.get("herkomst") if isinstance(spot.value, dict) else None
        if where:
            by_place[where.get("pagina"), where.get("regel")].append(spot)
        own[spot.section].append(spot)
    _named_places(book, by_place, by_key)
    above = ""
    for line in lines:
        if line["deel"] != section:
            continue
        here = [by_key[line["pad"]]] if line.get("pad") in by_key else list(by_place.get((line["pagina"], line["regel"]), ()))
        here = [spot for spot in here if spot.section in ("", section)] or _by_heading(line, own[section])
        yield _row(line, here, above, book)
        above = line.get("kop") or next((spot.part.removeprefix("kop ") for spot in here if spot.part.startswith("kop ")), "")


def _named_places(book: Wire, by_place: dict[tuple[Any, Any], list[Spot]], by_key: dict[str, Spot]) -> None:
    """Result areas and rows of the contents know where they stood; their texts do not."""
    for at, function in enumerate(book.get("normfuncties") or []):
        for count, area in enumerate(function.get("resultaatgebieden") or []):
            where = area.get("herkomst") or {}
            by_place[where.get("pagina"), where.get("regel")].append(by_key[f"normfuncties/{at}/resultaatgebieden/{count}/naam"])
    for at, entry in enumerate(book.get("inhoudsopgave") or []):
        where = entry.get("herkomst") or {}
        keys = [f"inhoudsopgave/{at}/{name}" for name in ("naam", "functiegroep", "schaal", "code") if entry.get(name)]
        by_place[where.get("pagina"), where.get("regel")] += [by_key[key] for key in keys]


def _by_heading(line: Wire, own: list[Spot]) -> list[Spot]:
    """The value behind a heading such as ``Code : N05.02.02``."""
    said = " ".join(str(line["tekst"]["tekst"]).split())
    wanted = {"naam": "naam", "code": "code", "schaal": "schaal", "functiereeks": "reeks", "functiegroep": "groep", "niveau": "niveau"}.get(
        line.get("kop") or ""
    )
    found = [spot for spot in own if spot.part == wanted]
    if not found and line.get("kop") in ("modulenaam", "module", "modulecode"):
        found = [spot for spot in own if spot.key.endswith("/code" if line["kop"] == "modulecode" else "/naam")]
    return [spot for spot in found if spot.text and (spot.text in said or wanted in ("reeks", "groep"))]


def _row(line: Wire, here: list[Spot], above: str, book: Wire) -> SourceRow:
    number = "" if line["regel"] is None else str(line["regel"]) + (f"–{line['tot']}" if line.get("tot") else "")
    kind, said = _recognised(line, here) if here or line.get("kop") or line.get("rij") else _by_words(line, above, book)
    left = any(spot.part == "restant" for spot in here)
    return SourceRow(number, line["pagina"], line["deel"], line["tekst"], kind, said, tuple(here), left)


def _by_words(line: Wire, above: str, book: Wire) -> tuple[str, str]:
    """What a line without a place in the book is, by its words and by the heading above it."""
    said = " ".join(str(line["tekst"]["tekst"]).split())
    employer = book.get("organisatie") or {}
    if above in ("functiereeks", "functiegroep"):
        return "definitie", f"van de {above.removeprefix('functie')}"
    known = {
        book.get("titel"): "titel",
        employer.get("naam"): "werkgever",
        employer.get("afkorting"): "afkorting",
        str(book.get("status")).capitalize(): "status",
    }
    kind = known.get(said, "") if said else ""
    return (kind, said) if kind else ("", "hoort nergens bij" if line["deel"] != "voor" else "kaft of inleiding")


def _recognised(line: Wire, here: list[Spot]) -> tuple[str, str]:
    if not here and line.get("rij"):
        return "kop", "kolommen van een tabel"
    if not here:
        return {"functiebeschrijving": ("begin", "nieuwe beschrijving"), "": ("", "")}.get(line.get("kop") or "", ("kop", line.get("kop") or ""))
    spot = here[0]
    if spot.part == "restant":
        return "niet begrepen", ""
    if spot.part.startswith("kop "):
        return "kop", spot.part.removeprefix("kop ")
    if spot.key.startswith("inhoudsopgave/"):
        return "inhoud", " · ".join(other.text for other in here if other.key.startswith("inhoudsopgave/"))
    if isinstance(spot.value, str):
        return spot.part.removeprefix("naam van ").replace("resultaatgebied", "gebied"), spot.text
    return _short_part(spot.part), _about(spot, line)


def _short_part(part: str) -> str:
    for long, short in (("resultaatgebied ", ""), (", taak ", "."), ("definitie van de ", "definitie ")):
        part = part.replace(long, short)
    return f"taak {part}" if part[:1].isdigit() else part.partition(", ")[0] if part.startswith("module") else part


def _about(spot: Spot, line: Wire) -> str:
    value = spot.value if isinstance(spot.value, dict) else {}
    told = []
    bold = len(value.get("vet") or ())
    if bold:
        told.append(f"{bold} niveauwoord{'en' if bold > 1 else ''}")
    if " ".join(str(line["tekst"]["tekst"]).split()) != " ".join(spot.text.split()):
        told.append(f"“{spot.text}”")
    elif line.get("tot"):
        told.append("regels samengevoegd")
    return " · ".join(told)
