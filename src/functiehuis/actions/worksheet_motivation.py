"""The motivering of a worksheet: it grows with what was answered. Every sentence comes from one record; what a person writes himself stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from functiehuis.actions.local_function_rules import clean
from functiehuis.actions.worksheet_levels import NOT_APPLICABLE, OWN, Row
from functiehuis.actions.worksheet_tasks import Task
from functiehuis.model.book import FunctionBook
from functiehuis.model.house import KeptBook

SECTIONS = {"uitgangspunt": "Uitgangspunt", "groep": "Reeks en groep", "niveau": "Niveau", "taken": "Taken", "uitkomst": "Uitkomst"}
DOUBT, NOTHING_FITS = "twijfel", "geen"
_STEPS = ("Waarom niet ", "Het niveau volgt ", "De keuze volgt ")
_ELSEWHERE = (
    *_STEPS,
    "Voorstel: ",
    "Er zijn twee indelingen ",
    "Alleen ",
    "Geen normfunctie ",
    "Per kenmerk ",
    "Over dit kenmerk",
    "Over deze kenmerken",
    "Naast de functie ",
    "Niet gedekt ",
    "Wat de doorslag ",
    "Voor het niveau is na te vragen",
)
"""How paragraphs of the product begin that other parts of this motivering tell from what a person answered; the rest is about the kind of work."""
_STANDING = {"voldoet": "het werk voldoet hieraan", "onder": "het werk gaat minder ver", "boven": "het werk gaat verder"}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the motivering: what was made of the records, what a person wrote instead (or ""), and what is still missing.

    ``stale``: the records changed after the person wrote.
    """

    key: str
    title: str
    step: int
    made: str
    own: str
    missing: tuple[str, ...]
    stale: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return self.own or self.made


def sections_for(
    kept: KeptBook, label: str, result: Mapping[str, Any], choices: Mapping[str, Any], rows: Sequence[Row], tasks: Sequence[Task]
) -> tuple[Section, ...]:
    """The parts of the motivering, in the order of the steps."""
    outcome = choices.get("uitkomst", "")
    levels = () if outcome == NOTHING_FITS else rows
    made = {
        "uitgangspunt": _start(kept.version.title, tasks),
        "groep": _group(result) if outcome else "",
        "niveau": "\n".join([*_levels(levels), *_steps(result, label, levels)]),
        "taken": "\n".join(_tasks(tasks)),
        "uitkomst": _outcome(kept.book, choices),
    }
    missing: dict[str, tuple[str, ...]] = {
        "groep": () if outcome else ("Kies eerst een uitkomst.",),
        "niveau": tuple(f"{row.axis}: komt hier zodra u dit kenmerk hebt beoordeeld." for row in levels if not row.judged),
        "taken": _unanswered(tasks),
        "uitkomst": () if outcome else ("Nog geen uitkomst gekozen.",),
    }
    own = choices.get("motivering", {})
    found = []
    for step, (key, title) in enumerate(SECTIONS.items(), 1):
        said = own.get(key, {})
        written = str(said.get("tekst", ""))
        stale = bool(written) and said.get("basis") != clean(made[key], lines=True)
        found.append(Section(key, title, step, made[key], written, missing.get(key, ()), stale))
    return tuple(found)


def as_text(sections: Sequence[Section]) -> str:
    """The motivering as one text, parts parted by an empty line."""
    return "\n\n".join(f"{section.title}\n{section.text}" for section in sections if section.text)


def _start(title: str, tasks: Sequence[Task]) -> str:
    count = {0: "Daarin staan geen afzonderlijke taken.", 1: "Daarin staat één taak."}.get(len(tasks), f"Daarin staan {len(tasks)} taken.")
    return f"Wij gaan uit van de beschrijving zoals die bij dit werkblad hoort, en van {title}. {count} Hoe iemand het werk doet, telt niet mee."


def _group(result: Mapping[str, Any]) -> str:
    return "\n".join(part for part in str(result.get("motivering", "")).split("\n\n") if not part.startswith(_ELSEWHERE))


def _levels(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        if not row.judged:
            continue
        own = next((rung.text.text for rung in row.rungs if rung.place == OWN and rung.text), None)
        named = f"{row.axis} ({own})" if own else row.axis
        if row.not_applicable:
            said = f"{named}: {NOT_APPLICABLE} op dit werk."
        elif own:
            said = f"{named}: {_STANDING[row.own]}"
            proof = row.proposed.passage if row.proposed and row.proposed.verdict == row.own else None
            said += f"; de beschrijving zegt “{_line(proof)}”." if proof else "."
        else:
            said = f"{named}: komt bij deze functie niet voor."
        said += "".join(f" Tegenover {rung.levels}: {_STANDING[rung.judged]}." for rung in row.rungs if rung.judged and rung.place != OWN)
        yield said + (f" {row.reason}" if row.reason else "")


def _steps(result: Mapping[str, Any], label: str, rows: Sequence[Row]) -> Iterator[str]:
    """Why not a level higher or lower, as the product says it: only for the function that it proposes, and once every kenmerk was judged."""
    if rows and not any(row.open for row in rows) and result.get("verdedigbaar") == [label]:
        yield from (part for part in str(result.get("motivering", "")).split("\n\n") if part.startswith(_STEPS))


def _tasks(tasks: Sequence[Task]) -> Iterator[str]:
    said = {
        "normfunctie": "Gedekt door de normfunctie",
        "module": "Gedekt door een module",
        "gelijkwaardig": "Gelijkwaardig aan een taak van de normfunctie",
        "niet gedekt": "Niet gedekt",
    }
    for answer, words in said.items():
        found = [task for task in tasks if task.answer == answer]
        modules = sorted({task.module for task in found if task.module})
        named = f" ({', '.join(modules)})" if modules else ""
        if found:
            yield f"{words}{named}: {_listed([f'“{_line(task.text)}”' for task in found])}."


def _unanswered(tasks: Sequence[Task]) -> tuple[str, ...]:
    numbers = [str(task.number) for task in tasks if task.open]
    if not numbers:
        return ()
    return (f"{'Taak' if len(numbers) == 1 else 'Taken'} {_listed(numbers)}: nog geen antwoord.",)


def _outcome(book: FunctionBook, choices: Mapping[str, Any]) -> str:
    outcome, reason = choices.get("uitkomst", ""), str(choices.get("reden", "")).strip()
    if not outcome:
        return ""
    if outcome == DOUBT:
        return f"Twijfel: twee functies blijven verdedigbaar. {reason}".strip()
    if outcome == NOTHING_FITS:
        return f"Geen normfunctie van dit boek past. {reason}".strip()
    name = next((item.name for item in book.functions if item.label == outcome), outcome)
    answers = "".join(f" Antwoord op de vraag “{item['vraag']}”: {item['tekst']} (bron: {item['bron']})." for item in choices.get("antwoorden", ()))
    return f"Het werk past bij {name} ({outcome}).{answers}"


def _line(text: str | None) -> str:
    return (text or "").split("\n", 1)[0].rstrip(".;:, ")


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
