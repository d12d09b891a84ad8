"""WordprocessingML on its way out: paragraphs, runs, fields, tables, as elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from functiehuis.documents.xml_signs import sound
from functiehuis.model.text import RichText, Run

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, /, **attributes: str | int) -> etree._Element:
    """An element with attributes, all of WordprocessingML. A name that Python knows is given with a line behind it (``type_``)."""
    element = etree.Element(f"{{{_NS}}}{tag}", nsmap={"w": _NS})
    for key, value in attributes.items():
        element.set(f"{{{_NS}}}{key.rstrip('_')}", str(value))
    return element


def within(parent: etree._Element, *children: etree._Element) -> etree._Element:
    """The parent, with the children at its end."""
    parent.extend(children)
    return parent


def run(text: str, *, bold: bool = False, italic: bool = False, size: int | None = None) -> etree._Element:
    """A run of text; tabs and line ends are elements of their own. ``size`` in half points."""
    element = w("r")
    if bold or italic or size:
        properties = within(element, w("rPr"))[0]
        for name, on in (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic)):
            if on:
                properties.append(w(name))
        if size:
            within(properties, w("sz", val=size), w("szCs", val=size))
    for at, line in enumerate(sound(text).replace("\r", "\n").split("\n")):
        if at:
            element.append(w("br"))
        for number, piece in enumerate(line.split("\t")):
            if number:
                element.append(w("tab"))
            if piece:
                said = w("t")
                said.text = piece
                said.set(_SPACE, "preserve")
                element.append(said)
    return element


def runs(text: RichText, *, size: int | None = None) -> list[etree._Element]:
    """The runs of a text with their emphasis."""
    return [run(part.text, bold=part.bold, italic=part.italic, size=size) for part in text.runs()]


def paragraph(style: str, inside: Iterable[etree._Element], *properties: etree._Element) -> etree._Element:
    """A paragraph in a style (by its id), with properties that differ from the style, in the order of the schema."""
    element = w("p")
    within(element, within(w("pPr"), w("pStyle", val=style), *properties))
    return within(element, *inside)


def field(code: str, shown: str) -> list[etree._Element]:
    """A field with the result that is shown until it is brought up to date."""
    return [*field_start(code), run(shown), field_end()]


def field_start(code: str) -> list[etree._Element]:
    """The beginning of a field whose result follows."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(_SPACE, "preserve")
    return [within(w("r"), w("fldChar", fldCharType="begin")), within(w("r"), instruction), within(w("r"), w("fldChar", fldCharType="separate"))]


def field_end() -> etree._Element:
    """The end of a field."""
    return within(w("r"), w("fldChar", fldCharType="end"))


def link(anchor: str, inside: Iterable[etree._Element]) -> etree._Element:
    """A link to a bookmark of the same file."""
    return within(w("hyperlink", anchor=anchor, history=1), *inside)


def bookmarked(number: int, name: str, inside: Sequence[etree._Element]) -> list[etree._Element]:
    """The elements with a bookmark around them."""
    return [w("bookmarkStart", id=number, name=name), *inside, w("bookmarkEnd", id=number)]


def table(style: str, widths: Sequence[int], rows: Iterable[etree._Element], title: str) -> etree._Element:
    """A table with fixed columns (in twentieths of a point) and a title for who does not see it."""
    properties = within(
        w("tblPr"),
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type_="dxa"),
        w("tblLayout", type_="fixed"),
        within(w("tblCellMar"), w("left", w=60, type_="dxa"), w("right", w=60, type_="dxa")),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=sound(title)),
    )
    return within(w("tbl"), properties, within(w("tblGrid"), *(w("gridCol", w=width) for width in widths)), *rows)


def row(cells: Iterable[etree._Element], *, header: bool = False) -> etree._Element:
    """A row that is not cut by the end of a page; a header comes back on the next one."""
    properties = within(w("trPr"), w("cantSplit"), *([w("tblHeader")] if header else []))
    return within(w("tr"), properties, *cells)


def cell(width: int, paragraphs: Sequence[etree._Element], *, span: int = 1, shade: str = "") -> etree._Element:
    """A cell; one without paragraphs gets an empty one, as Word demands."""
    properties = within(w("tcPr"), w("tcW", w=width, type_="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if shade:
        properties.append(w("shd", val="clear", color="auto", fill=shade))
    return within(w("tc"), properties, *(paragraphs or [w("p")]))


def plain(text: str) -> RichText:
    """A text without emphasis."""
    return RichText.from_runs([Run(text)])
