"""A workbook -> the rows of its sheets. Own walk over the XML: emphasis inside a cell and of a whole cell are both emphasis, and nothing is calculated."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from functiehuis.documents.archive import Archive
from functiehuis.documents.xml_source import local_name, parse_xml
from functiehuis.model.errors import UnreadableError
from functiehuis.model.text import RichText, Run

_OLE2 = b"\xd0\xcf\x11\xe0"
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_DATE_SIGNS = re.compile(r"[dmyhs]", re.IGNORECASE)
_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_MOST_COLUMNS = 200
_MOST_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class OddCell:
    """A cell that holds no text and no number: ``what`` says in Dutch what it does hold."""

    what: str


Value = RichText | int | float | OddCell | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its sheet, its number as Excel shows it, and its cells from column A."""

    sheet: str
    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    date: bool = False


_Piece = tuple[str, bool | None, bool | None]


def read(data: bytes, name: str) -> Iterator[SheetRow]:
    """The rows of all sheets, in their order; hidden and filtered rows too.

    Refuses with UnreadableError: an old, encrypted, broken or unsafe workbook, and what is no workbook.
    """
    if data.startswith(_OLE2):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        why = "is met een wachtwoord beveiligd" if locked else "is een oud Excel-bestand (.xls) of is met een wachtwoord beveiligd"
        raise UnreadableError(f"{name} {why}. Open het in Excel en bewaar het zonder wachtwoord als .xlsx.")
    try:
        yield from _Package(data, name).rows()
    except (ValueError, LookupError, ArithmeticError, RecursionError):
        raise UnreadableError(f"{name} is beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx.") from None


class _Package:
    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._archive = Archive(data, name, program="Excel")
        self._main = next(iter(self._targets("", "officeDocument").values()), "xl/workbook.xml")
        book = self._part(self._main)
        if book is None or local_name(book) != "workbook":
            raise UnreadableError(f"{name} is geen Excel-bestand. Kies een bestand dat in Excel is bewaard als .xlsx.")
        self._book = book
        self._strings = self._shared(next(iter(self._targets(self._main, "sharedStrings").values()), ""))
        self._looks = self._styles(next(iter(self._targets(self._main, "styles").values()), ""))
        self._cells = 0

    def rows(self) -> Iterator[SheetRow]:
        places = self._targets(self._main, "worksheet")
        for sheet in _all(self._book, "sheet"):
            key = next((str(found) for attribute, found in sheet.attrib.items() if str(attribute).endswith("}id")), "")
            root = self._part(places.get(key, ""))
            if root is not None:
                yield from self._sheet(str(sheet.get("name") or ""), root)

    def _sheet(self, name: str, root: etree._Element) -> Iterator[SheetRow]:
        number = 0
        for row in _all(root, "row"):
            number = int(row.get("r") or number + 1)
            cells: list[Value] = []
            for cell in row:
                place = _PLACE.fullmatch(cell.get("r") or "")
                at = _column(place[1]) if place else len(cells)
                self._cells += 1
                if at >= _MOST_COLUMNS or local_name(cell) != "c":
                    continue
                if self._cells > _MOST_CELLS:
                    raise UnreadableError(f"{self._name} is te groot: er zijn meer dan {_MOST_CELLS} cellen. Bewaar alleen het functieboek zelf.")
                cells += [None] * (at - len(cells))
                cells[at:] = [self._value(cell)]
            if any(cell is not None for cell in cells):
                yield SheetRow(name, number, tuple(cells))

    def _value(self, cell: etree._Element) -> Value:
        kind = cell.get("t") or "n"
        look = self._look(cell.get("s"))
        if kind == "inlineStr":
            inside = next((part for part in cell if local_name(part) == "is"), None)
            return _rich(_pieces(inside), look) if inside is not None else None
        said = next((part.text or "" for part in cell if local_name(part) == "v"), "")
        if not said:
            return None
        if kind == "s":
            return _rich(self._strings[int(said)], look)
        if kind == "str":
            return _rich([(_decoded(said), None, None)], look)
        if kind == "b":
            return OddCell("WAAR of ONWAAR")
        if kind == "e":
            return OddCell(f"een foutwaarde van Excel ({said})")
        if kind == "d" or look.date:
            return OddCell("een datum of tijd")
        number = float(said)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _look(self, style: str | None) -> _Look:
        at = int(style) if style and style.isdecimal() else 0
        return self._looks[at] if at < len(self._looks) else _Look()

    def _shared(self, member: str) -> list[list[_Piece]]:
        root = self._part(member)
        return [] if root is None else [_pieces(item) for item in root if local_name(item) == "si"]

    def _styles(self, member: str) -> list[_Look]:
        root = self._part(member)
        if root is None:
            return []
        parts = {local_name(part): part for part in root}
        fonts = [(_on(font, "b") or False, _on(font, "i") or False) for font in parts.get("fonts", ())]
        own = {int(found.get("numFmtId") or 0): found.get("formatCode") or "" for found in parts.get("numFmts", ())}
        looks = []
        for form in parts.get("cellXfs", ()):
            font, number = int(form.get("fontId") or 0), int(form.get("numFmtId") or 0)
            bold, italic = fonts[font] if font < len(fonts) else (False, False)
            date = number in _DATES or bool(_DATE_SIGNS.search(_LITERAL.sub("", own.get(number, ""))))
            looks.append(_Look(bold, italic, date))
        return looks

    def _part(self, member: str) -> etree._Element | None:
        data = self._archive.read(member) if member else None
        return parse_xml(data, self._name) if data else None

    def _targets(self, part: str, kind: str) -> dict[str, str]:
        """The members of one kind that a part points at, by the key of the relation."""
        folder, file = posixpath.split(part)
        root = self._part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in () if root is None else root:
            if (relation.get("Type") or "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
                found[relation.get("Id") or ""] = target
        return found


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (found for found in element.iter() if local_name(found) == name)


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - 64
    return at - 1


def _pieces(item: etree._Element) -> list[_Piece]:
    """The pieces of a text with what each says of its own emphasis; None where it follows the cell."""
    found: list[_Piece] = []
    for part in item:
        if local_name(part) == "t":
            found.append((_decoded(part.text or ""), None, None))
        elif local_name(part) == "r":
            look = next((inside for inside in part if local_name(inside) == "rPr"), None)
            text = "".join(inside.text or "" for inside in part if local_name(inside) == "t")
            # A piece with a look of its own does not follow the cell in what it leaves out.
            emphasis = (None, None) if look is None else (_on(look, "b") or False, _on(look, "i") or False)
            found.append((_decoded(text), *emphasis))
    return found


def _rich(pieces: list[_Piece], look: _Look) -> RichText | None:
    runs = [Run(text, look.bold if bold is None else bold, look.italic if italic is None else italic) for text, bold, italic in pieces]
    return RichText.from_runs(runs) or None


def _on(element: etree._Element, name: str) -> bool | None:
    found = next((part for part in element if local_name(part) == name), None)
    return None if found is None else (found.get("val") or "1").lower() not in ("0", "false")


def _decoded(text: str) -> str:
    """The text with the characters that Excel writes as a code, and with one kind of line end."""
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
