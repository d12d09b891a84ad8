"""Document -> BookReading: the chain from blocks to a book."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from functiehuis.authoring.books.added import says_added, without_added
from functiehuis.authoring.books.assembling import assemble, module, numbers_in_figures, read_level
from functiehuis.authoring.books.contents import TableReader, Tables
from functiehuis.authoring.books.descriptions import DescriptionReader, as_module
from functiehuis.authoring.books.doubts import (
    cut_off_findings,
    document_findings,
    heading_findings,
    leftover_findings,
    repair_findings,
    scale_findings,
)
from functiehuis.authoring.books.drafts import FunctionDraft, ModuleDraft
from functiehuis.authoring.books.front import read_front
from functiehuis.authoring.books.furniture import without_furniture
from functiehuis.authoring.books.headings import Heading, Recogniser
from functiehuis.authoring.books.lines import Line, Looks, labels_apart, logical_lines, no_words, physical_lines
from functiehuis.authoring.books.segments import Segment, SegmentKind, segments
from functiehuis.documents.document import BlockKind, Document
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import NotABookError
from functiehuis.model.finding import Finding
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText, Run


@dataclass(frozen=True, slots=True)
class BookReading:
    """A book as read, with everything the reading has to say about it."""

    book: FunctionBook
    findings: tuple[Finding, ...]
    system: BookSystem
    source: str


def build_book(document: Document, systems: Sequence[BookSystem], knows: Callable[[str], bool] | None = None) -> BookReading:
    """Turn a document of any format into a book of the system whose signs it shows.

    ``knows`` says whether a Dutch word exists; it helps to decide on hyphens at the ends of lines. Refuses a document without a description with NotABookError.
    """
    system = choose_system(document, systems)
    recogniser, table_reader, tables = Recogniser(system), TableReader(system), Tables()
    printed = table_reader.gathered(list(physical_lines(document, Looks(recogniser.is_heading, table_reader.is_table, recogniser.area_label))))

    def means(text: str) -> bool:
        return says_added(text, system) or recogniser.is_heading(text)

    kept, furniture = without_furniture(list(labels_apart(printed, recogniser.is_label)), means, system.title_words)
    lines = logical_lines(kept, recogniser.is_heading, knows or no_words)
    lines, headings = without_added(lines, [recogniser.heading(line) for line in lines], system)
    for line in lines:
        if line.kind is BlockKind.TABLE:
            table_reader.read(line.rows, tables)
    parts = segments(lines, headings, system)
    front = read_front(lines[: parts[0].end], headings[: parts[0].end], system, tables)
    functions, modules, unread = _described(parts[1:], lines, headings, system)
    if not functions:
        raise NotABookError(_no_book(document, system))
    leftovers = [*(Line(cell) for cell in tables.unread), *front.leftovers, *unread]
    series, groups, built = assemble(functions, front, tables.contents, system)
    leftovers += [Line(text) for named in (*front.series, *front.groups) if not named.used for text in (named.printed, *named.parts) if text]
    leftovers = _without_names(leftovers, functions)
    book = FunctionBook(
        title=front.title,
        system=system.name,
        status=front.status,
        organisation=front.organisation,
        contents=tuple(tables.contents),
        series=series,
        groups=groups,
        functions=built,
        modules=tuple(module(draft) for draft in modules),
        conversion=tuple(tables.conversion),
        colophon=tuple(front.colophon),
        leftovers=tuple(_as_printed(line) for line in _in_order(leftovers, lines)),
    )
    findings = (
        *document_findings(document, furniture),
        *heading_findings(built, modules, system),
        *repair_findings(functions, [read_level(draft.name, system, figures=numbers_in_figures(functions))[1] for draft in functions], system),
        *scale_findings([(text, None) for text in tables.misread] + [(draft.scale_text, draft.code) for draft in functions if draft.scale_text]),
        *cut_off_findings(built, system),
        *leftover_findings(leftovers, document.name, lines),
    )
    return BookReading(book, findings, system, document.name)


def _described(
    parts: Sequence[Segment], lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem
) -> tuple[list[FunctionDraft], list[ModuleDraft], list[Line]]:
    """The functions and modules of the segments, and the lines in them that fitted nowhere."""
    functions: list[FunctionDraft] = []
    modules: list[ModuleDraft] = []
    leftovers: list[Line] = []
    below: list[tuple[FunctionDraft, ModuleDraft]] = []
    for segment in parts:
        reader = DescriptionReader(system, lines[segment.start : segment.end], headings[segment.start : segment.end])
        if segment.kind is SegmentKind.FUNCTION:
            draft = reader.function(None if segment.title is None else segment.title - segment.start)
            described = as_module(draft, system)
            if described is None:
                functions.append(draft)
            else:
                modules.append(described)
        else:
            modules.append(reader.module())
            below += [(functions[-1], modules[-1])] if functions else []
        leftovers += reader.leftovers
    return functions, _distinct(modules, below), leftovers


def _distinct(modules: Sequence[ModuleDraft], below: Sequence[tuple[FunctionDraft, ModuleDraft]]) -> list[ModuleDraft]:
    """Each module once. One that is printed below several functions belongs to each of them; one printed once stands by itself."""
    times = Counter(name for _, name in {(id(function), draft.name.casefold()) for function, draft in below})
    for function, draft in below:
        if times[draft.name.casefold()] > 1 and draft.name not in function.modules:
            function.modules.append(draft.name)
    found: dict[tuple[str, tuple[str, ...]], ModuleDraft] = {}
    for draft in modules:
        found.setdefault((draft.name.casefold(), tuple(task.text for area in draft.areas for task in area.tasks)), draft)
    return list(found.values())


def choose_system(document: Document, systems: Sequence[BookSystem]) -> BookSystem:
    """The system whose signs the document prints, the last such of the list; else the one whose codes it uses most; else the first."""
    text = " ".join(text.text for text in document.texts())
    small = text.casefold()
    signed = [system for system in systems if any(re.search(rf"(?<!\w){re.escape(sign.casefold())}(?!\w)", small) for sign in system.signs)]
    if signed:
        return signed[-1]
    counts = [len(re.findall(system.code.pattern, text)) for system in systems]
    return systems[counts.index(max(counts))]


def _without_names(leftovers: Sequence[Line], functions: Sequence[FunctionDraft]) -> list[Line]:
    """The leftovers but for those that only say the name of a function once more."""
    known = {" ".join(draft.name.casefold().split()) for draft in functions}
    return [line for line in leftovers if " ".join(line.plain.casefold().split()) not in known]


def _as_printed(line: Line) -> RichText:
    """The text of a leftover, with the number or letter of a list in front of it; a bullet sign says nothing."""
    text = RichText.from_runs([Run(f"{line.marker} "), *line.text.runs()], line.provenance) if line.numbered else line.text
    return text.collapsed()


def _in_order(leftovers: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    position = {id(line): at for at, line in enumerate(lines)}
    return sorted(leftovers, key=lambda line: position.get(id(line), -1))


def _no_book(document: Document, system: BookSystem) -> str:
    name, traits = system.heading(Part.NAME), system.heading(Part.CHARACTERISTICS)
    return (
        f"In {document.name} staat geen functieboek: er is geen enkele functiebeschrijving gevonden. "
        f"Er is gezocht naar koppen zoals '{name}' en '{traits}'. Controleer of dit het goede bestand is."
    )
