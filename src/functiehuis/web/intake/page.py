"""What the side-by-side page shows: sections, rows of the source, and the findings at their place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from functiehuis.authoring.checks import all_checks
from functiehuis.authoring.editing import Edit, Remedy, SourceRow, Spot, remedies, rows_of, spots, spots_of
from functiehuis.model.house import Intake

Wire = dict[str, Any]

_READING = {
    "FB040": "Regel past nergens",
    "FB041": "Kop anders gespeld",
    "FB042": "Door ruis heen gelezen",
    "FB043": "Dit formaat bewaart niet alles",
    "FB044": "Beschrijving lijkt afgebroken",
    "FB045": "Kop- en voetregels weggelaten",
}
_SEVERITIES = {"fout": ("error", "Fout"), "waarschuwing": ("warning", "Waarschuwing"), "info": ("info", "Informatie")}


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, str]:
    return {**_READING, **{check.code: check.texts.title for check in all_checks()}}


def title_of(code: str) -> str:
    """What a kind of finding is called."""
    return _titles().get(code, "Melding")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was done with a finding."""

    kind: str
    by: str
    at: datetime
    said: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding on the page, with the ways to answer it, or what was done with it."""

    fingerprint: str
    code: str
    title: str
    text: str
    tone: str
    severity: str
    proposal: str | None
    ways: tuple[Remedy, ...]
    texts: tuple[Spot, ...]
    elsewhere: tuple[tuple[str, str], ...]
    decision: Decision | None
    leftover: Spot | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document in the list beside the page."""

    id: str
    name: str
    open: int
    tone: str


@dataclass(frozen=True, slots=True)
class Echo:
    """A line where a finding shows too that stands at its first place, in (perhaps) another section."""

    fingerprint: str
    code: str
    title: str
    section: Section


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the source with the findings below it."""

    row: SourceRow
    cards: tuple[Card, ...]
    echoes: tuple[Echo, ...]


class IntakePage:
    """A document that was read, as a page about one of its sections."""

    def __init__(self, intake: Intake, section: str = "") -> None:
        self.intake = intake
        self.book = intake.book
        self.known = list(spots(intake.book))
        names = {section.id for section in self.sections}
        first = next((item.id for item in self.sections if item.open), "voor")
        self.section = section if section in names else first

    @cached_property
    def placed(self) -> dict[str, list[Wire]]:
        """Per section the findings whose first place is in it."""
        labels: dict[str, str] = {}
        for at, function in enumerate(self.book.get("normfuncties") or []):
            labels.setdefault(function.get("code") or function.get("naam"), f"f{at}")
        modules = {f"module {item.get('naam')}": f"m{at}" for at, item in enumerate(self.book.get("modules") or [])}
        lines = {(line["pagina"], line["regel"]): line["deel"] for line in reversed(self.intake.lines)}
        found: dict[str, list[Wire]] = defaultdict(list)
        for finding in self.intake.findings:
            found[self._section_of(finding["plaatsen"][0], labels, modules, lines)].append(finding)
        return found

    @staticmethod
    def _section_of(place: Wire, labels: Mapping[str, str], modules: Mapping[str, str], lines: Mapping[tuple[Any, Any], str]) -> str:
        part = str(place.get("onderdeel") or "")
        if place.get("functie") in labels:
            return labels[place["functie"]]
        module = next((section for name, section in modules.items() if part.removeprefix("naam van ").startswith(name)), None)
        return module or lines.get((place.get("pagina"), place.get("regel")), "voor")

    @cached_property
    def sections(self) -> list[Section]:
        """The list beside the page: what comes first, the functions, the modules."""
        names = [("voor", "Begin en inhoudsopgave")]
        names += [(f"f{at}", item.get("naam") or item.get("code") or "zonder naam") for at, item in enumerate(self.book.get("normfuncties") or [])]
        names += [(f"m{at}", f"Module {item.get('naam') or ''}") for at, item in enumerate(self.book.get("modules") or [])]
        return [self._section(key, name) for key, name in names]

    def _section(self, key: str, name: str) -> Section:
        waiting = [item for item in self.placed.get(key, ()) if item["kenmerk"] not in self.intake.decisions]
        worst = next((tone for severity, (tone, _) in _SEVERITIES.items() if any(item["ernst"] == severity for item in waiting)), "")
        return Section(key, name, len(waiting), worst)

    @property
    def name(self) -> str:
        """The name of the section on the page."""
        return next(item.name for item in self.sections if item.id == self.section)

    @cached_property
    def _rows(self) -> list[SourceRow]:
        return list(rows_of(self.intake.lines, self.book, self.section))

    @property
    def where(self) -> str:
        """From which line to which line the section goes."""
        numbers = [row.number for row in self._rows if row.number]
        pages = sorted({row.page for row in self._rows if row.page is not None})
        page = f"pagina {pages[0]}{f' tot en met {pages[-1]}' if len(pages) > 1 else ''}, " if pages else ""
        return f"{page}regel {numbers[0].split('–')[0]} tot en met {numbers[-1].split('–')[-1]}" if numbers else ""

    @cached_property
    def cards(self) -> list[Card]:
        """The findings of the section."""
        return [self._card(item) for item in self.placed.get(self.section, ())]

    def _card(self, finding: Wire) -> Card:
        fingerprint, done = finding["kenmerk"], self.intake.decisions.get(finding["kenmerk"])
        at = [spot for _, spot in spots_of(finding, self.book, self.known)]
        texts = tuple({spot.key: spot for spot in at if spot.part != "restant"}.values())
        tone, word = _SEVERITIES[finding["ernst"]]
        ways = () if done else remedies(finding, self.book, self.known)
        leftover = next((spot for spot in at if spot.part == "restant"), None)
        fixed = _decision(done) if done else None
        said = (finding["code"], title_of(finding["code"]), finding["tekst"], tone, word, finding.get("voorstel"))
        return Card(fingerprint, *said, ways, texts, self._elsewhere(finding), fixed, leftover)

    @staticmethod
    def _elsewhere(finding: Wire) -> tuple[tuple[str, str], ...]:
        others = [(place.get("functie") or "", str(place.get("onderdeel") or "")) for place in finding["plaatsen"][1:]]
        return tuple(dict.fromkeys(others))[:8]

    def rows(self, *, only_findings: bool = False) -> list[ShownRow]:
        """The rows of the section, each with its findings; a finding whose line is not here stands in ``loose``."""
        below, echoes = self._below, self._echoes
        shown = [(at, row) for at, row in enumerate(self._rows) if not only_findings or below.get(at) or echoes.get(at)]
        return [ShownRow(row, tuple(below.get(at, ())), tuple(echoes.get(at, ()))) for at, row in shown]

    @cached_property
    def _echoes(self) -> dict[int, list[Echo]]:
        """Per row the findings that are told at another line."""
        at_line = {(row.page, row.number.split("–")[0]): at for at, row in reversed(list(enumerate(self._rows)))}
        sections = {item.id: item for item in self.sections}
        found: dict[int, list[Echo]] = defaultdict(list)
        for section, findings in self.placed.items():
            for finding in findings:
                if finding["kenmerk"] in self.intake.decisions:
                    continue
                first, *others = [(place.get("pagina"), str(place.get("regel"))) for place in finding["plaatsen"]]
                for line in dict.fromkeys(others):
                    if line in at_line and line != first:
                        found[at_line[line]].append(Echo(finding["kenmerk"], finding["code"], title_of(finding["code"]), sections[section]))
        return found

    @cached_property
    def _below(self) -> dict[int, list[Card]]:
        at_line = {(row.page, row.number.split("–")[0]): at for at, row in reversed(list(enumerate(self._rows)))}
        at_spot = {spot.key: at for at, row in reversed(list(enumerate(self._rows))) for spot in row.spots}
        found: dict[int, list[Card]] = defaultdict(list)
        for card, finding in zip(self.cards, self.placed.get(self.section, ()), strict=True):
            place = finding["plaatsen"][0]
            line = at_line.get((place.get("pagina"), str(place.get("regel"))))
            at = at_spot.get(card.texts[0].key) if card.texts else None
            found[-1 if at is None and line is None else at if at is not None else line or 0].append(card)
        return found

    @property
    def loose(self) -> list[Card]:
        """Findings about the section as a whole."""
        return self._below.get(-1, [])

    def spot(self, key: str) -> Spot | None:
        """The text at an address."""
        return next((item for item in self.known if item.key == key), None)

    @property
    def own(self) -> list[tuple[str, Decision]]:
        """What was corrected without a finding, in this section."""
        prefix = {"f": "normfuncties/", "m": "modules/"}.get(self.section[:1], "")
        here = f"{prefix}{self.section[1:]}/" if prefix else ""
        told = {item["kenmerk"] for item in self.intake.findings}
        found = [(key, item) for key, item in self.intake.decisions.items() if key not in told]
        mine = [(key, item) for key, item in found if here and any(edit["pad"].startswith(here) for edit in item["wijzigingen"])]
        rest = [
            (key, item)
            for key, item in found
            if self.section == "voor" and not any(e["pad"].startswith(("normfuncties/", "modules/")) for e in item["wijzigingen"])
        ]
        return [(key, _decision(item)) for key, item in mine + rest]

    @property
    def next_open(self) -> Section | None:
        """The next section with an open finding, after this one and then from the start."""
        at = next(index for index, item in enumerate(self.sections) if item.id == self.section)
        return next((item for item in (*self.sections[at + 1 :], *self.sections[:at]) if item.open), None)

    @property
    def previous(self) -> Section | None:
        """The section before this one."""
        at = next(index for index, item in enumerate(self.sections) if item.id == self.section)
        return self.sections[at - 1] if at else None

    @property
    def total(self) -> int:
        """How many findings there are."""
        return len(self.intake.findings)

    @property
    def answered(self) -> int:
        """How many of them were answered."""
        return sum(1 for item in self.intake.findings if item["kenmerk"] in self.intake.decisions)

    @property
    def waiting(self) -> list[tuple[str, str, int]]:
        """Per severity how many are open: tone, what it is called, number."""
        counted = Counter(item["ernst"] for item in self.intake.findings if item["kenmerk"] not in self.intake.decisions)
        named = {"fout": ("fout", "fouten"), "waarschuwing": ("waarschuwing", "waarschuwingen"), "info": ("informatie", "informatie")}
        return [(_SEVERITIES[key][0], named[key][counted[key] != 1], counted[key]) for key in _SEVERITIES if counted[key]]

    @property
    def totals(self) -> list[tuple[str, int]]:
        """What was read, in numbers."""
        functions, modules = self.book.get("normfuncties") or [], self.book.get("modules") or []
        traits = [text for item in functions for text in item.get("kenmerken") or []]
        tasks = [text for item in functions for area in item.get("resultaatgebieden") or [] for text in area.get("taken") or []]
        tasks += [text for item in modules for text in item.get("taken") or []]
        bold = sum(len(text.get("vet") or ()) for text in (*traits, *tasks))
        names = ("Normfuncties", "Modules", "Kenmerken", "Niveauwoorden (vet)", "Taken", "Losse regels, niet begrepen")
        return list(zip(names, (len(functions), len(modules), len(traits), bold, len(tasks), len(self.book.get("restanten") or [])), strict=True))


def _decision(item: Wire) -> Decision:
    edits = tuple(Edit(edit["pad"], edit["voor"], edit["na"]) for edit in item["wijzigingen"])
    return Decision(item["soort"], item["door"], datetime.fromisoformat(item["om"]), item["tekst"], edits)
