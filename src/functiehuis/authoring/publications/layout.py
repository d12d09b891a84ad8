"""The order of a function book on paper: cover, table of contents, colophon, descriptions, modules, conversietabel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.model.book import ContentsEntry, FunctionBook
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText

_TITLE, _SECTION, _FUNCTION, _PART = 1, 2, 3, 4
_LEAD = "De geselecteerde normfuncties zijn:"


def book_document(book: FunctionBook, system: BookSystem) -> Document:
    """The whole book as a Document named after its title."""
    blocks = [block for section in book_sections(book, system) for block in section.blocks]
    return Document(book.title or "functieboek", "boek", tuple(blocks))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the book on paper: its blocks, and the function or module that it describes."""

    blocks: tuple[Block, ...]
    of: StandardFunction | Module | None = None


def book_sections(book: FunctionBook, system: BookSystem) -> tuple[Section, ...]:
    """The parts of the book in order: cover with the table of contents, what comes before the descriptions, each description, each module, conversietabel."""
    sections = [Section((*_cover(book, system), *_contents(book.contents, system)))]
    texts = (Block(BlockKind.PARAGRAPH, text) for text in (*book.colophon, *book.leftovers))
    sections.append(Section((_heading(f"{system.heading(Part.DESCRIPTION)}en", _SECTION), *texts)))
    sections += [Section(tuple(_function(function, book, system)), function) for function in book.functions]
    sections += [Section(tuple(_module(module, book, system)), module) for module in book.modules]
    if book.conversion:
        sections.append(Section(tuple(_conversion(book, system))))
    return tuple(sections)


def _cover(book: FunctionBook, system: BookSystem) -> Iterator[Block]:
    if book.organisation.name:
        yield Block(BlockKind.PARAGRAPH, RichText(book.organisation.name))
    if book.title:
        yield _heading(book.title, _TITLE)
    if book.organisation.abbreviation:
        yield Block(BlockKind.PARAGRAPH, RichText(book.organisation.abbreviation))
    told = [status for status, words in system.status_words.items() if any(word in book.title.casefold() for word in words)]
    if told[:1] != [book.status.value]:
        yield Block(BlockKind.PARAGRAPH, RichText(book.status.value.capitalize()))


def _contents(contents: Iterable[ContentsEntry], system: BookSystem) -> Iterator[Block]:
    entries = list(contents)
    if not entries:
        return
    wanted = ["pagina", "naam", "functiegroep", "schaal"]
    wanted += [
        column for column, used in (("code", any(entry.code for entry in entries)), ("punten", any(entry.points is not None for entry in entries))) if used
    ]
    rows = [_row(system.columns[column][0] for column in wanted)]
    for entry in entries:
        cells = {
            "pagina": str(entry.page) if entry.page is not None else "-",
            "naam": entry.name,
            "functiegroep": entry.group or "-",
            "schaal": entry.scale or "-",
            "code": entry.code or "-",
            "punten": str(entry.points) if entry.points is not None else "-",
        }
        rows.append(_row(cells[column] for column in wanted))
    yield Block(BlockKind.PARAGRAPH, RichText(_LEAD))
    yield Block(BlockKind.TABLE, rows=tuple(rows))


def _row(cells: Iterable[str]) -> tuple[tuple[Block, ...], ...]:
    return tuple((Block(BlockKind.PARAGRAPH, RichText(cell)),) for cell in cells)


def _function(function: StandardFunction, book: FunctionBook, system: BookSystem) -> Iterator[Block]:
    printed = list(function.headings)
    yield _heading(as_printed(printed, Part.DESCRIPTION, system.heading(Part.DESCRIPTION)), _FUNCTION)
    yield _label(as_printed(printed, Part.NAME, f"{system.heading(Part.NAME)}\t:\t{function.name}"))
    if function.code:
        yield _label(as_printed(printed, Part.CODE, f"{system.heading(Part.CODE)}\t:\t{function.code}"))
    if function.level and function.level != system.level_of(function.name):
        yield _label(f"{system.heading(Part.LEVEL)}\t:\t{function.level}")
    listed = [entry for entry in book.contents if (entry.code or entry.name) in (function.code, function.name)]
    if function.scale and function.scale not in [entry.scale for entry in listed] and not _listed_elsewhere(function, book):
        yield _label(f"{system.heading(Part.SCALE)}\t:\t{function.scale}")
    if function.points is not None and function.points not in [entry.points for entry in listed]:
        yield _label(f"{system.heading(Part.POINTS)}\t:\t{function.points}")
    yield from _definition(Part.SERIES, book.series_named(function.series), function.series_definition, printed, system)
    yield from _definition(Part.GROUP, book.group_named(function.group), function.group_definition, printed, system)
    if function.characteristics:
        yield _heading(as_printed(printed, Part.CHARACTERISTICS, f"{system.heading(Part.CHARACTERISTICS)}:"), _PART)
        yield from _items(function.characteristics)
    if function.result_areas:
        yield _heading(as_printed(printed, Part.TASKS, system.heading(Part.TASKS)), _PART)
    for area in function.result_areas:
        yield from _area(area, printed, system)
    yield _heading(as_printed(printed, Part.MODULE, system.heading(Part.MODULE)), _PART)
    yield from _items(RichText(name) for name in function.modules)


def _listed_elsewhere(function: StandardFunction, book: FunctionBook) -> bool:
    """Does the contents give this scale under a name that differs a little? Then printing it twice would say more than the book did."""
    names = {other.name for other in book.functions}
    spare = [entry for entry in book.contents if entry.name not in names]
    return any(entry.scale == function.scale for entry in spare)


def _definition(
    part: Part, shared: FunctionSeries | FunctionGroup | None, own: RichText | None, printed: list[PrintedHeading], system: BookSystem
) -> Iterator[Block]:
    if shared is None:
        return
    yield _heading(as_printed(printed, part, f"{system.heading(part)} {shared.name}:"), _PART)
    definition = own or shared.definition
    if definition:
        yield Block(BlockKind.PARAGRAPH, definition)


def _area(area: ResultArea, printed: list[PrintedHeading], system: BookSystem) -> Iterator[Block]:
    if area.number or area.name:
        number = f" {area.number}" if area.number else ""
        usual = f"{system.heading(Part.RESULT_AREA)}{number}: {area.name}"
        yield _heading(as_printed(printed, Part.RESULT_AREA, usual, area.name), _PART)
    yield from _items(area.tasks)


def _module(module: Module, book: FunctionBook, system: BookSystem) -> Iterator[Block]:
    printed = list(module.headings)
    sign = next((sign for sign in system.signs if sign in book.title), "")
    yield _heading(as_printed(printed, Part.MODULE, f"{system.heading(Part.MODULE)} {sign}".strip()), _FUNCTION)
    yield _label(as_printed(printed, Part.MODULE_NAME, f"{system.heading(Part.MODULE_NAME)}\t{module.name}"))
    yield _label(as_printed(printed, Part.MODULE_CODE, f"{system.heading(Part.MODULE_CODE)}\t{module.code or '-'}"))
    yield _heading(as_printed(printed, Part.MODULE_TASKS, system.heading(Part.MODULE_TASKS)), _PART)
    yield from _items(module.tasks)


def _conversion(book: FunctionBook, system: BookSystem) -> Iterator[Block]:
    yield _heading(system.heading(Part.CONVERSION), _SECTION)
    rows = [_row(system.columns[column][0] for column in ("van", "tot", "schaal"))]
    for row in book.conversion:
        rows.append(_row((_points(row.points_from), _points(row.points_to), row.scale)))
    yield Block(BlockKind.TABLE, rows=tuple(rows))


def _points(points: int | None) -> str:
    return "-" if points is None else str(points)


def as_printed(printed: list[PrintedHeading], part: Part, usual: str, name: str = "") -> str:
    """The heading as this book printed it, where it differs from the usual one."""
    for heading in printed:
        if heading.part is part and heading.text.text.endswith(name):
            printed.remove(heading)
            return heading.text.text
    return usual


def _items(texts: Iterable[RichText]) -> Iterator[Block]:
    for text in texts:
        yield Block(BlockKind.ITEM, text, marker="-")


def _heading(text: str, level: int) -> Block:
    return Block(BlockKind.HEADING, RichText(text), level)


def _label(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, RichText(text))
