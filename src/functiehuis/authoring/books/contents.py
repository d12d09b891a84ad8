"""Tables and lists about the whole book: the table of contents, a list of functions with scores, the conversietabel.

Columns are known by their header; without a header by what stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from functiehuis.authoring.books.headings import read_code, read_digits, squeezed
from functiehuis.authoring.books.lines import Line, Rows
from functiehuis.documents.document import BlockKind
from functiehuis.model.book import ContentsEntry, ConversionRow
from functiehuis.model.provenance import Provenance
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText

_NOTHING = re.compile(r"[-–—.·/\s\u00ad]*$|n\.?\s?v\.?\s?t\.?$", re.IGNORECASE)
_SCALE = re.compile(r"(?:schaal\s*)?(?P<number>[\dlIO|]{1,2})(?P<letter>\s?[a-cA-C]|\+)?$", re.IGNORECASE)
_LEADER = re.compile(r"(?P<rest>.*?\S)\s*(?:\.{3,}|…+|_{3,}|\t)[\s.…_\t]*(?P<page>\d{1,4})$")
_PAGE_FIRST = re.compile(r"(?P<page>\d{1,4})\s+(?P<rest>[^\W\d].*)")
_PAGE_LAST = re.compile(r"(?P<rest>.*\S)\s+(?:blz\.?\s*|p\.?\s*)?(?P<page>\d{1,4})$")
_TABS = re.compile("\t+")
_LONGEST_HEADER = 60  # characters
_MOST_COLUMNS = 8


@dataclass(slots=True)
class Tables:
    """What the tables of a book said, the cells that fitted no column, and the scales that a scanner misread."""

    contents: list[ContentsEntry] = field(default_factory=list)
    conversion: list[ConversionRow] = field(default_factory=list)
    unread: list[RichText] = field(default_factory=list)
    misread: list[RichText] = field(default_factory=list)


def read_scale(text: str) -> str | None:
    """A scale as printed ("11", "10a"); a scanner's l1 is read as 11. None for a dash or nothing; anything else is kept as printed."""
    plain = " ".join(text.split())
    if _NOTHING.match(plain):
        return None
    found = _SCALE.match(plain)
    return read_digits(found["number"]) + (found["letter"] or "").strip() if found else plain


def is_misread_scale(text: str) -> bool:
    """Was this scale, read as a number, printed with a letter that a scanner takes for a digit?"""
    found = _SCALE.match(" ".join(text.split()))
    return found is not None and not found["number"].isdigit()


def optional(text: str) -> str | None:
    """A cell, or None when it is empty or holds a dash."""
    plain = " ".join(text.split())
    return None if _NOTHING.match(plain) else plain


def read_number(text: str) -> int | None:
    """A whole number such as a page or a score, also "1.000"; None when it is none."""
    plain = read_digits(re.sub(r"[\s.]", "", text))
    return int(plain) if re.fullmatch(r"\d{1,6}", plain) else None


class TableReader:
    """Reads tables about the whole book, for one system."""

    def __init__(self, system: BookSystem) -> None:
        self.system = system
        self.words = {squeezed(word): column for column, words in system.columns.items() for word in words}
        self._before: dict[int, str] = {}
        self._column = lru_cache(maxsize=4096)(self._named)

    def is_table(self, rows: Rows) -> bool:
        """Is this a table of contents, list of functions or conversietabel (and not a layout table)?"""
        return self._columns(rows) is not None

    def read(self, rows: Rows, into: Tables) -> None:
        """Add what a table says."""
        columns, header = self._columns(rows) or ({}, 0)
        into.unread += [cell for row in rows[: max(header - 1, 0)] for cell in row if cell]
        conversion = "naam" not in columns.values() and "code" not in columns.values()
        for row in rows[header:]:
            cells = {columns[at]: cell for at, cell in enumerate(row) if at in columns}
            extra = [cell for at, cell in enumerate(row) if at not in columns and cell and not _NOTHING.match(cell.text)]
            where = next((cell.provenance for cell in row if cell), None)
            if not any(cell for cell in row) or all(self._column(cell.text) for cell in row):
                continue  # nothing, or the header once more on a next page
            plain = {column: cell.text for column, cell in cells.items()}
            into.misread += [cell for column, cell in cells.items() if column == "schaal" and is_misread_scale(cell.text)]
            read = self._conversion(plain, where, into) if conversion else self._entry(plain, where, into)
            into.unread += extra if read else [cell for cell in row if cell]

    def _conversion(self, plain: dict[str, str], where: Provenance | None, into: Tables) -> bool:
        scale = read_scale(plain.get("schaal", ""))
        low, high = read_number(plain.get("van", "")), read_number(plain.get("tot", ""))
        if "punten" in plain:
            numbers = [read_number(part) for part in re.findall(r"\d+(?:\.\d{3})*", plain["punten"])]
            low, high = [*numbers, None, None][:2]
            if len(numbers) == 1 and re.match(r"\s*(?:tot|t/m|≤|<)", plain["punten"]):
                low, high = None, numbers[0]
        if scale is None or (low is None and high is None):
            return False
        into.conversion.append(ConversionRow(scale, low, high, where))
        return True

    def _entry(self, plain: dict[str, str], where: Provenance | None, into: Tables) -> bool:
        code, name = None, optional(plain.get("naam", ""))
        if "code" in plain:
            code = read_code(plain["code"], self.system.code)[0] or optional(plain["code"])
        if not name and not code:
            # A cell that was wrapped over two rows: the second row holds the rest of the group.
            return False
        if name and code is None:
            found = self.system.code.search(name)
            if found:
                code = found.group()
                name = name.replace(code, "").strip(" -–—()\t:") or None
        into.contents.append(
            ContentsEntry(
                name=name or "",
                page=read_number(plain.get("pagina", "")),
                group=optional(plain.get("functiegroep", "")),
                scale=read_scale(plain.get("schaal", "")),
                code=code,
                points=read_number(plain.get("punten", "")),
                provenance=where,
            )
        )
        return True

    def _columns(self, rows: Rows) -> tuple[dict[int, str], int] | None:
        """Which column is which, and how many rows the header takes; None when this is no table about the book."""
        for header, row in enumerate(rows[:3], 1):
            named: dict[int, str] = {}
            for at, cell in enumerate(row):
                column = self._column(cell.text)
                if column and column not in named.values():
                    named[at] = column
            columns = set(named.values())
            scaled = "schaal" in columns and columns & {"van", "tot", "punten", "naam", "code"}
            if scaled or ("naam" in columns and columns & {"pagina", "functiegroep", "punten", "code"}):
                self._before = named
                return named, header
        return self._goes_on(rows) or self._guessed(rows)

    def _goes_on(self, rows: Rows) -> tuple[dict[int, str], int] | None:
        """A table without header with the columns of the one before it: cut in two by a page."""
        named = self._before
        if not named or any(len(row) != max(named) + 1 for row in rows):
            return None
        numeric = [at for at, column in named.items() if column in ("pagina", "punten", "van", "tot")]
        fits = all(read_number(row[at].text) is not None or _NOTHING.match(row[at].text) for row in rows for at in numeric)
        return (named, 0) if numeric and fits else None

    def _named(self, text: str) -> str | None:
        """The column that a cell of a header names."""
        if len(text) > _LONGEST_HEADER:
            return None
        key = squeezed(text)
        if key in self.words:
            return self.words[key]
        return next((column for word, column in self.words.items() if len(word) > 5 and Levenshtein.distance(word, key, score_cutoff=1) <= 1), None)

    def _guessed(self, rows: Rows) -> tuple[dict[int, str], int] | None:
        """Columns of a table without header: codes, names, pages that rise, scales."""
        wide = max((len(row) for row in rows), default=0)
        if len(rows) < 3 or wide < 3:
            return None
        named: dict[int, str] = {}
        for at in range(wide):
            cells = [row[at].text for row in rows if at < len(row) and not _NOTHING.match(row[at].text)]
            column = self._guess(cells, len(rows), named)
            if column:
                named[at] = column
        columns = set(named.values())
        return (named, 0) if "naam" in columns and columns & {"pagina", "schaal", "code"} and len(columns) >= 3 else None

    def _guess(self, cells: Sequence[str], count: int, named: dict[int, str]) -> str | None:
        if len(cells) * 2 < count:
            return None
        numbers = [read_number(cell) for cell in cells]
        if all(read_code(cell, self.system.code)[0] for cell in cells):
            return "code"
        if all(number is not None for number in numbers):
            values = [number for number in numbers if number is not None]
            rising = values == sorted(values) and len(set(values)) == len(values)
            if rising and "pagina" not in named.values():
                return "pagina"
            return "schaal" if max(values) <= 19 else "punten"
        if all(_SCALE.match(cell.strip()) for cell in cells):
            return "schaal"
        if all(len(cell) > 2 for cell in cells):
            return "naam" if "naam" not in named.values() else "functiegroep" if "functiegroep" not in named.values() else None
        return None

    def gathered(self, lines: list[Line]) -> list[Line]:
        """The lines, with tables that were flattened put together again: one cell a line, or two cells with a tab between."""
        found: list[Line] = []
        at = 0
        while at < len(lines):
            rows, end = self._flattened(lines, at)
            if rows:
                found.append(Line(RichText("", provenance=lines[at].provenance), BlockKind.TABLE, rows=rows))
                at = end
            else:
                found.append(lines[at])
                at += 1
        return found

    def _flattened(self, lines: list[Line], start: int) -> tuple[Rows, int]:
        pair = tuple(cell.stripped() for cell in _tab_cells(lines[start].text))
        if len(pair) == 2 and all(self._column(cell.text) for cell in pair) and self.is_table((pair,)):
            rows, end = list[tuple[RichText, ...]]([pair]), start + 1
            while end < len(lines) and len(cells := _tab_cells(lines[end].text)) == 2:
                rows.append(tuple(cells))
                end += 1
            return (tuple(rows), end) if len(rows) > 1 else ((), start)
        width = 0
        while (
            width < _MOST_COLUMNS
            and start + width < len(lines)
            and lines[start + width].kind is BlockKind.PARAGRAPH
            and self._column(lines[start + width].plain)
        ):
            width += 1
        header = tuple(line.text for line in lines[start : start + width])
        if width < 3 or not self.is_table((header,)):
            return (), start
        rows, end = [header], start + width
        while len(cells := [line.text for line in lines[end : end + width] if line.kind is not BlockKind.TABLE]) == width and self._is_row(rows[0], cells):
            rows.append(tuple(cells))
            end += width
        return (tuple(rows), end) if len(rows) > 1 else ((), start)

    def _is_row(self, header: tuple[RichText, ...], cells: Sequence[RichText]) -> bool:
        numeric = [at for at, cell in enumerate(header) if self._column(cell.text) in ("pagina", "punten", "van", "tot")]
        return all(read_number(cells[at].text) is not None or _NOTHING.match(cells[at].text) for at in numeric) and all(len(cell.text) < 80 for cell in cells)


def _tab_cells(text: RichText) -> list[RichText]:
    """The two cells of a line with a tab in it; any other line is one cell."""
    if len(text.text) > _MOST_COLUMNS * _LONGEST_HEADER or len(_TABS.findall(text.text)) != 1:
        return [text]
    edges = [0, *(found.end() for found in _TABS.finditer(text.text)), len(text.text) + 1]
    return [text.slice(start, end - 1).stripped() for start, end in pairwise(edges)]


def entry_of_line(line: Line, system: BookSystem) -> ContentsEntry | None:
    """A line of a table of contents that is no table: name and page with leaders, a code with a name, or a page with a name."""
    text = line.plain
    if len(text) > 140:
        return None
    found = _LEADER.match(text) or _PAGE_FIRST.match(text) or _PAGE_LAST.match(text)
    rest, page = (found["rest"], int(found["page"])) if found else (text, None)
    rest = " ".join(rest.split())
    code = system.code.search(rest)
    if not found and not code:
        return None
    name = rest.replace(code.group(), "").strip(" -–—()\t:.") if code else rest.strip(" .")
    scale = re.search(r"[,;(]?\s*schaal\s+(?P<scale>\d{1,2}[a-cA-C]?)\)?$", name, re.IGNORECASE)
    if scale:
        name = name[: scale.start()].strip()
    if not name or (not code and len(name.split()) > 10):
        return None
    return ContentsEntry(name, page, None, scale["scale"] if scale else None, code.group() if code else None, None, line.provenance)
