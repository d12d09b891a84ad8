"""Document -> Word file: real styles, a table of contents that is filled, a running header, one landscape page for the matrix."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

from lxml import etree

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.docx.body import ADDED
from functiehuis.documents.formats.docx.paging import Pages
from functiehuis.documents.formats.docx.template import Base, Template
from functiehuis.documents.formats.docx.wordml import child, number
from functiehuis.documents.formats.docx.wordwriting import (
    bookmarked,
    cell,
    field,
    field_end,
    field_start,
    link,
    paragraph,
    plain,
    row,
    run,
    runs,
    table,
    w,
    within,
)
from functiehuis.documents.xml_signs import sound
from functiehuis.model.text import RichText

LOSSES = (
    "Een Word-bestand heeft geen vaste bladzijden: de paginanummers in de inhoudsopgave kloppen na bijwerken in Word.",
    "Zachte afbreekstreepjes en tekens die XML niet kent, vervallen.",
    "Een alinea die met een opsommingsteken begint, komt terug als lijstpunt.",
)
"""What this format cannot carry."""

_TITLE, _SECTION, _FUNCTION = 1, 2, 3
_SHADE = "E7ECF1"
_MARGIN = 60  # at both sides of a cell, in twentieths of a point


def write(document: Document, paper: Mapping[str, Any], template: Template | None = None) -> bytes:
    """The Word file of a document whose functions are headed by their names, with what ``paper_data`` adds: edition, matrix, glossary.

    Same document, paper and template: same bytes. Refuses a template that cannot be used with UnreadableError.
    """
    base = Base(template)
    _Pouring(base, document, paper).pour()
    _properties(base.document.core_properties, paper)
    out = io.BytesIO()
    base.document.save(out)
    return _settled(out.getvalue())


class _Pouring:
    """Fills the body, and keeps count of headings and pages on the way."""

    def __init__(self, base: Base, document: Document, paper: Mapping[str, Any]) -> None:
        self.base = base
        self.body: etree._Element = base.document.element.body
        self.blocks = document.blocks
        self.paper = paper
        size, margin = child(base.section, "pgSz"), child(base.section, "pgMar")
        wide, high = number(size, "w") or 11906, number(size, "h") or 16838
        self.wide, self.high = min(wide, high), max(wide, high)
        edges = {side: number(margin, side) or 1418 for side in ("top", "right", "bottom", "left")}
        self.width = self.wide - edges["left"] - edges["right"]
        self.across = self.high - edges["left"] - edges["right"]
        self.pages = Pages(self.width / 20, (self.high - edges["top"] - edges["bottom"]) / 20)
        self.entries: list[tuple[int, str, str, int]] = []
        self.functions = 0

    def pour(self) -> None:
        starts = [at for at, block in enumerate(self.blocks) if block.kind is BlockKind.HEADING and block.level >= _SECTION]
        functions = [at for at in starts if self.blocks[at].level == _FUNCTION]
        first = functions[0] if functions else len(self.blocks)
        main = max((at for at in starts if self.blocks[at].level == _SECTION and at < first), default=first)
        front = starts[0] if starts else len(self.blocks)
        back = next((at for at in starts if at > first and self.blocks[at].level == _SECTION), len(self.blocks))
        self._cover(self.blocks[:front])
        contents = len(self.body)
        self._expect_contents(front)
        self._text(self.blocks[front:main])
        self._end_section("front")
        if self.paper["matrix"]:
            self._matrix(self.paper["matrix"])
        self.pages.turn()
        self._text(self.blocks[main:back], fresh=True)
        terms = self.paper["woordenlijst"]
        if back < len(self.blocks) or terms:
            self._end_section("main")
            self.pages.turn()
            self._text(self.blocks[back:], fresh=True)
            self._glossary(terms, fresh=back == len(self.blocks))
        self.body.append(self._section("last"))
        self.body.insert(contents, self._contents())
        self._headers()

    # The parts

    def _cover(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            style = "Title" if block.kind is BlockKind.HEADING else "Subtitle"
            space = [w("spacing", before=2400)] if block is blocks[0] else []
            self._put(paragraph(self.base.style(style), runs(block.text), *space))
        edition = [run(self.paper["woorden"]["uitgave"], bold=True)]
        self._put(paragraph(self.base.style("Functietoelichting"), edition, w("keepNext"), w("spacing", before=2400)))
        self._added()
        for name, said in self.paper["uitgave"]:
            self._put(paragraph(self.base.style("Functiegegevens"), [run(f"{name}\t:\t{said}", size=17)]))

    def _added(self) -> None:
        self._put(paragraph(self.base.style("Functietoelichting"), [run(self.paper["toegevoegd"])], w("keepNext")))

    def _expect_contents(self, front: int) -> None:
        """Keep room for the table of contents, so that the pages behind it are counted right."""
        self.pages.turn()
        self.pages.add(self.paper["woorden"]["inhoud"], 18, 0, 12, spacing=1)
        expected = [block for block in self.blocks[front:] if block.kind is BlockKind.HEADING and block.level in (_SECTION, _FUNCTION)]
        for block in expected:
            self.pages.add(block.text.text, 10, 4 if block.level == _SECTION else 0, 2)
        for _ in range(bool(self.paper["matrix"]) + bool(self.paper["woordenlijst"])):
            self.pages.add("", 10, 4, 2)

    def _contents(self) -> etree._Element:
        """The table of contents: a field with its entries written, in a frame by which Word and our reader know it."""
        heading = paragraph(self.base.style("TOC Heading"), [run(self.paper["woorden"]["inhoud"])], w("pageBreakBefore"))
        lines = [paragraph(self.base.style(f"toc {level}"), [link(name, self._entry(said, name, page))]) for level, said, name, page in self.entries]
        start, end = field_start(r'TOC \o "1-2" \h \z \u'), field_end()
        if lines:
            for at, element in enumerate(start, 1):
                lines[0].insert(at, element)
        else:
            lines = [paragraph(self.base.style("toc 1"), start)]
        lines[-1].append(end)
        kind = within(w("docPartObj"), w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        properties = within(w("sdtPr"), w("alias", val=self.paper["woorden"]["inhoud"]), w("tag", val=ADDED), kind)
        return within(w("sdt"), properties, within(w("sdtContent"), heading, *lines))

    @staticmethod
    def _entry(said: str, name: str, page: int) -> list[etree._Element]:
        return [run(f"{said}\t"), *field(rf"PAGEREF {name} \h", str(page))]

    def _matrix(self, matrix: Mapping[str, Any]) -> None:
        """Scales from high to low, groups from left to right, on one landscape page."""
        self.pages.turn()
        self._heading(plain(self.paper["woorden"]["matrix"]), _SECTION, [])
        self._added()
        columns = matrix["kolommen"]
        style = self.base.style("Functietabel")
        narrow = 800
        wide = (self.across - narrow) // max(1, len(columns))
        said = [column["naam"] for column in columns] + [one["naam"] for line in matrix["rijen"] for functions in line["cellen"] for one in functions]
        longest = max([1.0, *map(Pages.widest, said)])
        size = min(17, max(10, int((wide - 2 * _MARGIN) / 20 * 2000 / longest)))  # in half points: whole words where that can be read

        def inside(said: str, *, bold: bool = False) -> etree._Element:
            return paragraph(style, [run(said, bold=bold, size=size)])

        top = [cell(narrow, [inside("")], shade=_SHADE)]
        top += [
            cell(wide * part["breedte"], [inside(f"{part['naam']} {part['code']}".strip(), bold=True)], span=part["breedte"], shade=_SHADE)
            for part in matrix["reeksen"]
        ]
        names = [cell(narrow, [inside(self.paper["woorden"]["schaal"], bold=True)], shade=_SHADE)]
        names += [cell(wide, [inside(column["naam"], bold=True), inside(column["code"])], shade=_SHADE) for column in columns]
        rows = [row(top, header=True), row(names, header=True)]
        for line in matrix["rijen"]:
            cells = [cell(narrow, [inside(line["schaal"], bold=True)])]
            for functions in line["cellen"]:
                linked = [paragraph(style, [link(f"functie_{one['merk']}", [run(one["naam"], size=size)])]) for one in functions]
                cells.append(cell(wide, linked or [inside("")]))
            rows.append(row(cells))
        self._put(table(self.base.style("Table Grid"), [narrow, *[wide] * len(columns)], rows, self.paper["woorden"]["matrix"]))
        self._end_section("matrix")

    def _glossary(self, terms: Sequence[Sequence[str]], *, fresh: bool) -> None:
        if not terms:
            return
        if not fresh:
            self.pages.turn()
        self._heading(plain(self.paper["woorden"]["woordenlijst"]), _SECTION, [] if fresh else [w("pageBreakBefore")])
        self._added()
        for term, meaning in terms:
            self._put(paragraph(self.base.style("Normal"), [run(term, bold=True), run(f": {meaning}")]))

    # The text of the book

    def _text(self, blocks: Sequence[Block], *, fresh: bool = False) -> None:
        """``fresh``: a new page was begun already. A description begins on a new page, unless only the heading of its chapter stands there."""
        alone = fresh
        for at, block in enumerate(blocks):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            titled = after is not None and after.kind is BlockKind.HEADING and after.level == _FUNCTION
            if block.kind is BlockKind.PARAGRAPH and titled:
                self._paragraph(block, "Functiesoort", self._new_page(alone))
                alone = True
            elif block.kind is BlockKind.HEADING and block.level <= _FUNCTION:
                self._heading(block.text, block.level, self._new_page(alone))
                alone = block.level == _SECTION
            else:
                self._block(block)
                alone = False

    def _new_page(self, alone: bool) -> list[etree._Element]:
        if alone:
            return []
        self.pages.turn()
        return [w("pageBreakBefore")]

    def _block(self, block: Block) -> None:
        if block.kind is BlockKind.TABLE:
            self._table(block)
        elif block.kind is BlockKind.HEADING:
            self.pages.add(block.text.text, 11, 12, 4, spacing=1, bold=True, keep=26)
            self._put(paragraph(self.base.style("heading 3"), runs(block.text)))
        elif block.kind is BlockKind.ITEM:
            self.pages.add(block.text.text, 10, 0, 3, indent=14.2)
            deeper = [w("ind", left=284 * (block.level + 1), hanging=284)] if block.level else []
            self._put(paragraph(self.base.style("List Bullet"), runs(block.text), *deeper))
        else:
            self._paragraph(block, "Functiegegevens" if "\t" in block.text.text else "Normal", [])

    def _paragraph(self, block: Block, style: str, properties: list[etree._Element]) -> None:
        after = {"Functiesoort": 2.0, "Functiegegevens": 2.0}.get(style, 5.0)
        self.pages.add(block.text.text, 9 if style == "Functiesoort" else 10, 0, after)
        self._put(paragraph(self.base.style(style), runs(block.text), *properties))

    def _heading(self, text: RichText, level: int, properties: list[etree._Element]) -> None:
        """A heading that the table of contents lists and that can be linked to."""
        level = min(2, max(1, level - 1))
        page = self.pages.add(text.text, 18 if level == 1 else 16, 0, 12 if level == 1 else 10, spacing=1, bold=True)
        at = len(self.entries) + 1
        name = f"_Toc{at:08d}"
        inside = bookmarked(2 * at, name, runs(text))
        if level == 2:
            self.functions += 1
            inside = bookmarked(2 * at + 1, f"functie_{self.functions}", inside)
        self.entries.append((level, text.text, name, page))
        self._put(paragraph(self.base.style(f"heading {level}"), inside, *properties))

    def _table(self, block: Block) -> None:
        columns = max(len(line) for line in block.rows)
        widest = [max(len(part.text.text) for line in block.rows if at < len(line) for part in line[at]) for at in range(columns)]
        shares = [min(40, max(8, length)) for length in widest]
        widths = [self.width * share // sum(shares) for share in shares]
        style = self.base.style("Functietabel")
        rows = []
        for at, line in enumerate(block.rows):
            head = at == 0
            cells = []
            for width, inside in zip(widths, line, strict=False):
                said = [paragraph(style, [run(part.text.text, bold=True)] if head else runs(part.text)) for part in inside]
                cells.append(cell(width, said, shade=_SHADE if head else ""))
            rows.append(row(cells, header=head))
            self.pages.add("", 10, 0, 3.5, spacing=1)
        before = next(
            (one.text.text for one in self.blocks if one.kind is BlockKind.HEADING and self.blocks.index(one) == self.blocks.index(block) - 1), "Tabel"
        )
        self._put(table(self.base.style("Table Grid"), widths, rows, before))
        self._put(paragraph(self.base.style("Functietabel"), []))

    # Sections, headers and footers

    def _put(self, element: etree._Element) -> None:
        self.body.append(element)

    def _section(self, which: str) -> etree._Element:
        section = deepcopy(self.base.section)
        size = child(section, "pgSz")
        if size is not None:
            wide, high = (self.high, self.wide) if which == "matrix" else (self.wide, self.high)
            size.attrib.clear()
            size.attrib.update(w("pgSz", w=wide, h=high, **({"orient": "landscape"} if which == "matrix" else {})).attrib)
        for name in ("titlePg", "type"):
            found = child(section, name)
            if found is not None:
                section.remove(found)
        if which == "front":
            after = child(section, "docGrid")
            title = w("titlePg")
            section.append(title) if after is None else after.addprevious(title)
        return section

    def _end_section(self, which: str) -> None:
        """The last paragraph of a section carries how its pages look."""
        last = self.body[-1]
        properties = child(last, "pPr")
        if properties is None:
            last = paragraph(self.base.style("Functietabel"), [])
            self._put(last)
            properties = child(last, "pPr")
        if properties is not None:
            properties.append(self._section(which))

    def _headers(self) -> None:
        """What stands at the top and bottom of pages, unless a template says that itself."""
        sections = list(self.base.document.sections)
        sections = list(self.base.document.sections)
        kinds = ["front", *(["matrix"] if self.paper["matrix"] else []), "main", "back"]
        own_header, own_footer = (part.is_linked_to_previous for part in (sections[0].header, sections[0].footer))
        said = " · ".join(part for part in (self.paper["organisatie"], self.paper["titel"]) if part)
        words = self.paper["woorden"]
        for section, kind in zip(sections, kinds, strict=False):
            width = self.across if kind == "matrix" else self.width
            if own_header:
                level = {"main": 2, "back": 1}.get(kind)
                running = field(f"STYLEREF {level}", self._shown(level)) if level else []
                self._fill(section.header, "header", width, [run(f"{said}\t" if level else said), *running])
            if own_footer:
                pages = [*field("PAGE", "1"), run(f" {words['van']} "), *field("NUMPAGES", str(self.pages.page))]
                self._fill(section.footer, "footer", width, [run(f"{self.paper['stand']}\t{words['pagina']} "), *pages])

    def _shown(self, level: int) -> str:
        return next((said for found, said, _, _ in self.entries if found == level), "")

    def _fill(self, part: Any, style: str, width: int, inside: list[etree._Element]) -> None:
        part.is_linked_to_previous = False
        root = part._element
        for element in list(root):
            root.remove(element)
        tabs = within(w("tabs"), w("tab", val="right", pos=width))
        root.append(paragraph(self.base.style(style), inside, tabs))


def _properties(properties: Any, paper: Mapping[str, Any]) -> None:
    year, month, day = paper["datum"]
    properties.title = sound(paper["titel"])[:255]
    properties.author = sound(paper["organisatie"])[:255]
    properties.last_modified_by = sound(paper["organisatie"])[:255]
    properties.created = properties.modified = datetime(year, month, day)
    properties.language = "nl-NL"
    properties.keywords = sound(", ".join(paper["trefwoorden"]))[:255]
    properties.revision = 1


def _settled(data: bytes) -> bytes:
    """The same package without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in _ordered(source.namelist()):
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _ordered(names: Sequence[str]) -> Iterator[str]:
    """The list of parts comes first."""
    yield from sorted(names, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name))
