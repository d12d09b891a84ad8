"""Workbook -> FunctionBook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from functiehuis.documents.formats.xlsx import SheetRow, read
from functiehuis.documents.guard import stream_guarded
from functiehuis.library.workbooks import sheets as s
from functiehuis.library.workbooks.rows import Line, lines_of
from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, Dismissal, FunctionBook, Organisation
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.text import RichText


def read_workbook(data: bytes, name: str) -> FunctionBook:
    """The book in a workbook that ``workbook_bytes`` made, or that somebody edited since.

    Refuses with UnreadableError what cannot be opened, with InvalidBookError what is no book, naming sheet and row.
    """
    return book_of_rows(stream_guarded(read, data, name), name)


def book_of_rows(rows: Iterable[SheetRow], name: str) -> FunctionBook:
    """The book that the rows of its sheets make."""
    found: dict[str, list[SheetRow]] = {}
    for row in rows:
        found.setdefault(row.sheet.strip().casefold(), []).append(row)
    if s.FUNCTIONS.casefold() not in found:
        raise InvalidBookError(
            f"{name} is geen functieboek: het blad {s.FUNCTIONS} ontbreekt. "
            "Functiehuis leest alleen een werkmap die het zelf heeft geschreven, met 'publiceer --xlsx'."
        )
    missing = next((sheet for sheet in s.READ if sheet.casefold() not in found), None)
    if missing is not None:
        raise InvalidBookError(f"{name}: het blad {missing} ontbreekt of is helemaal leeg. Zet het terug, met de namen van de kolommen in de eerste rij.")
    return _Sheets(name, found).book()


class _Sheets:
    def __init__(self, name: str, rows: dict[str, list[SheetRow]]) -> None:
        self._name = name
        self._rows = rows

    def book(self) -> FunctionBook:
        about = list(self._lines(s.BOOK))
        series = tuple(FunctionSeries(self._key(line, "Code"), line.plain("Naam") or "", line.rich("Definitie")) for line in self._lines(s.SERIES))
        groups = tuple(self._groups([item.code for item in series]))
        modules = self._modules()
        return FunctionBook(
            title=_fact(about, s.TITLE) or "",
            system=_fact(about, s.SYSTEM) or "",
            status=_status(about),
            organisation=Organisation(_fact(about, s.ORGANISATION) or "", _fact(about, s.SHORT)),
            contents=tuple(_entry(line) for line in self._lines(s.CONTENTS)),
            series=series,
            groups=groups,
            functions=self._functions([item.code for item in series], [item.code for item in groups]),
            modules=tuple(modules.values()),
            conversion=tuple(
                ConversionRow(line.needed("Schaal").text, line.whole("Punten van"), line.whole("Tot en met"), line.where) for line in self._lines(s.CONVERSION)
            ),
            colophon=tuple(line.needed("Waarde") for line in about if _is(line, s.COLOPHON)),
            leftovers=tuple(line.needed("Waarde") for line in about if _is(line, s.LEFTOVER)),
            dismissals=tuple(
                Dismissal(line.needed("Kenmerk").text, line.needed("Code").text, line.needed("Reden").text, line.plain("Datum"))
                for line in self._lines(s.DISMISSED)
            ),
        )

    def _lines(self, sheet: str) -> Iterator[Line]:
        return lines_of(self._name, sheet, self._rows[sheet.casefold()], s.READ[sheet])

    @staticmethod
    def _key(line: Line, column: str) -> str:
        return line.needed(column).text

    def _groups(self, series: Sequence[str]) -> Iterator[FunctionGroup]:
        for line in self._lines(s.GROUPS):
            belongs = self._reference(line, "Functiereeks", series, s.SERIES) or ""
            yield FunctionGroup(self._key(line, "Code"), belongs, line.plain("Naam") or "", line.rich("Definitie"))

    @staticmethod
    def _reference(line: Line, column: str, known: Sequence[str], sheet: str) -> str | None:
        code = line.plain(column)
        if code is not None and code not in known:
            if not code.endswith(s.UNKNOWN):
                raise line.unknown(column, code, known, sheet)
            code = code.removesuffix(s.UNKNOWN)
        return code

    def _modules(self) -> dict[str, Module]:
        """The modules by their key, with tasks and headings."""
        heads = self._by_key(s.MODULES, "Module")
        tasks: dict[str, list[RichText]] = {key: [] for key in heads}
        for line in self._lines(s.MODULE_TASKS):
            tasks[self._known(line, "Module", heads, s.MODULES)].append(line.needed("Taak"))
        headings = self._headings(s.MODULE, heads, s.MODULES)
        return {key: Module(s.name_of(key, s.NO_NAME), line.plain("Code"), tuple(tasks[key]), tuple(headings[key]), line.where) for key, line in heads.items()}

    def _functions(self, series: Sequence[str], groups: Sequence[str]) -> tuple[StandardFunction, ...]:
        heads = self._by_key(s.FUNCTIONS, "Code")
        traits: dict[str, list[RichText]] = {key: [] for key in heads}
        for line in self._lines(s.TRAITS):
            traits[self._known(line, "Code", heads, s.FUNCTIONS)].append(line.needed("Kenmerk"))
        areas = self._areas(heads)
        headings = self._headings(s.FUNCTION, heads, s.FUNCTIONS)
        return tuple(
            StandardFunction(
                code=s.name_of(key, s.NO_CODE) or None,
                name=line.plain("Naam") or "",
                series=self._reference(line, "Functiereeks", series, s.SERIES),
                group=self._reference(line, "Functiegroep", groups, s.GROUPS),
                level=line.plain("Niveau"),
                scale=line.plain("Schaal"),
                points=line.whole("Punten"),
                characteristics=tuple(traits[key]),
                result_areas=areas[key],
                modules=tuple(part.strip() for part in (line.plain("Modules") or "").split("\n") if part.strip()),
                series_definition=line.rich("Eigen definitie reeks"),
                group_definition=line.rich("Eigen definitie groep"),
                headings=tuple(headings[key]),
                provenance=line.where,
            )
            for key, line in heads.items()
        )

    def _areas(self, heads: dict[str, Line]) -> dict[str, tuple[ResultArea, ...]]:
        """The result areas of each function, in the order of their first row; an area without tasks has one row with an empty task."""
        found: dict[str, dict[tuple[int, str], list[tuple[Line, RichText | None]]]] = {key: {} for key in heads}
        for line in self._lines(s.TASKS):
            key = self._known(line, "Code", heads, s.FUNCTIONS)
            area = (line.whole("Nr") or 0, line.plain("Resultaatgebied") or "")
            found[key].setdefault(area, []).append((line, line.rich("Taak")))
        for areas in found.values():
            for rows in areas.values():
                if len(rows) > 1:
                    for line, _ in rows:
                        line.needed("Taak")
        return {
            key: tuple(
                ResultArea(number, s.name_of(name, s.NO_NAME), tuple(task for _, task in rows if task is not None), rows[0][0].where)
                for (number, name), rows in areas.items()
            )
            for key, areas in found.items()
        }

    def _headings(self, kind: str, heads: dict[str, Line], sheet: str) -> dict[str, list[PrintedHeading]]:
        found: dict[str, list[PrintedHeading]] = {key: [] for key in heads}
        for line in self._lines(s.HEADINGS):
            said = line.needed("Soort").text.casefold()
            if said not in (s.FUNCTION, s.MODULE):
                raise line.refusal(f"in de cel Soort staat '{said[:40]}', maar daar hoort {s.FUNCTION} of {s.MODULE}", "Verbeter de cel")
            if said != kind:
                continue
            part = line.needed("Onderdeel").text
            if part not in list(Part):
                raise line.refusal(f"in de cel Onderdeel staat '{part[:40]}'", f"Kies een van: {', '.join(one.value for one in Part)},")
            found[self._known(line, "Bij", heads, sheet)].append(PrintedHeading(Part(part), line.needed("Kop")))
        return found

    def _by_key(self, sheet: str, column: str) -> dict[str, Line]:
        """The rows of a sheet by their code or name, each of which may be there once."""
        found: dict[str, Line] = {}
        for line in self._lines(sheet):
            key = self._key(line, column)
            if key in found:
                raise line.refusal(f"{column} '{key[:60]}' staat ook in rij {found[key].number}", "Geef elke rij een eigen code of naam")
            found[key] = line
        return found

    def _known(self, line: Line, column: str, heads: dict[str, Line], sheet: str) -> str:
        key = self._key(line, column)
        if key not in heads:
            raise line.unknown(column, key, list(heads), sheet)
        return key


def _is(line: Line, name: str) -> bool:
    return (line.plain("Gegeven") or "").casefold() == name.casefold()


def _fact(about: Sequence[Line], name: str) -> str | None:
    return next((line.plain("Waarde") for line in about if _is(line, name)), None)


def _status(about: Sequence[Line]) -> BookStatus:
    for line in about:
        named = (line.plain("Gegeven") or "").casefold()
        if named not in {name.casefold() for name in (s.TITLE, s.ORGANISATION, s.SHORT, s.STATUS, s.SYSTEM, s.COLOPHON, s.LEFTOVER)}:
            raise line.refusal(f"het gegeven '{named[:40]}' is onbekend", "Verbeter de cel Gegeven, of haal de rij weg")
        if named == s.STATUS.casefold():
            said = line.needed("Waarde").text.casefold()
            if said not in list(BookStatus):
                raise line.refusal(f"de status '{said[:40]}' bestaat niet", f"Kies een van: {', '.join(status.value for status in BookStatus)},")
            return BookStatus(said)
    return BookStatus.DRAFT


def _entry(line: Line) -> ContentsEntry:
    return ContentsEntry(
        name=line.plain("Naam") or "",
        page=line.whole("Pagina"),
        group=line.plain("Functiegroep"),
        scale=line.plain("Schaal"),
        code=line.plain("Code"),
        points=line.whole("Punten"),
        provenance=line.where,
    )
