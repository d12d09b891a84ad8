"""Document -> CVDR XML: the form in which regulations are delivered for official publication.

What a clerk still has to decide (the type of regulation, who adopts it, when it takes effect) has its element, empty where nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lxml import etree

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.xml_signs import sound
from functiehuis.model.text import RichText

LOSSES = (
    "Van witruimte blijft één spatie over.",
    "Zachte afbreekstreepjes en tekens die XML niet kent, vervallen.",
    "Een alinea die met een opsommingsteken begint, komt terug als lijstpunt.",
)
"""What this format cannot carry."""

_TERMS = "http://standaarden.overheid.nl/cvdr/terms/"
_DC = "http://purl.org/dc/terms/"
_ROOT = f'<cvdr xmlns="{_TERMS}" xmlns:dcterms="{_DC}" xmlns:overheid="http://standaarden.overheid.nl/owms/terms/"/>'
_TEXTS = frozenset({"al", "titel", "tussenkop", "intitule"})
_ANNEX = 3  # a heading of this level (a description, a module) begins an annex


@dataclass(frozen=True, slots=True)
class Publisher:
    """What the metadata say: who made it, when, from when it holds and what may be done with the texts."""

    creator: str
    on: date
    valid_from: date | None = None
    rights: str = ""


def write(document: Document, publisher: Publisher) -> bytes:
    """The regulation in UTF-8; the same document and publisher give the same bytes. Refuses nothing."""
    root = etree.fromstring(_ROOT)
    _metadata(etree.SubElement(root, _tag("meta")), document.name, publisher)
    body = _add(root, "body")
    title = next((block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1), None)
    _runs(_add(body, "intitule"), title.text if title is not None else RichText(document.name))
    regulation = _add(body, "regeling")
    text = _add(regulation, "regeling-tekst")
    parts = list(_parts([block for block in document.blocks if block is not title]))
    _part(_add(text, "tekst"), parts[0])
    for part in parts[1:]:
        annex = _add(regulation, "bijlage")
        heading = _add(annex, "kop")
        _runs(_add(heading, "titel"), part[0].text)
        _part(annex, part[1:])
    _lines(root)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data + b"\n"


def _metadata(meta: etree._Element, title: str, publisher: Publisher) -> None:
    core = _add(meta, "owmskern")
    _term(core, "identifier", "")
    _term(core, "title", title)
    _term(core, "language", "nl")
    _term(core, "type", "regeling").set("scheme", "overheid:Informatietype")
    _term(core, "creator", publisher.creator)
    _term(core, "modified", publisher.on.isoformat())
    mantle = _add(meta, "owmsmantel")
    _term(mantle, "alternative", title)
    _term(mantle, "isRatifiedBy", "")
    _term(mantle, "subject", "bestuur en recht")
    _term(mantle, "issued", publisher.on.isoformat())
    _term(mantle, "rights", publisher.rights)
    own = _add(meta, "cvdripm")
    _add(own, "inwerkingtredingDatum", publisher.valid_from.isoformat() if publisher.valid_from else "")
    _add(own, "uitwerkingtredingDatum")
    _add(own, "betreft", "nieuwe regeling")
    _add(own, "kenmerk")
    _add(own, "onderwerp", "personeel en organisatie")


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks up to the first annex, then those of each annex."""
    part: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == _ANNEX:
            yield part
            part = []
        part.append(block)
    yield part


def _part(holder: etree._Element, blocks: Sequence[Block]) -> None:
    for listed, group in groupby(blocks, lambda block: block.kind is BlockKind.ITEM):
        if listed:
            _list(holder, list(group))
            continue
        for block in group:
            if block.kind is BlockKind.TABLE:
                _table(holder, block)
            else:
                _runs(_add(holder, "tussenkop" if block.kind is BlockKind.HEADING else "al"), block.text)


def _list(holder: etree._Element, items: Sequence[Block]) -> None:
    """Items, those of a deeper level in a list inside the item above them."""
    lists = [_add(holder, "lijst")]
    for item in items:
        while len(lists) > 1 and item.level < len(lists) - 1:
            lists.pop()
        while item.level > len(lists) - 1 and len(lists[-1]):
            lists.append(_add(lists[-1][-1], "lijst"))
        entry = _add(lists[-1], "li")
        _add(entry, "li.nr", item.marker or "-")
        _runs(_add(entry, "al"), item.text)


def _table(holder: etree._Element, table: Block) -> None:
    columns = max(len(row) for row in table.rows)
    group = _add(_add(holder, "table"), "tgroup")
    group.set("cols", str(columns))
    for at in range(columns):
        _add(group, "colspec").set("colname", f"kolom{at + 1}")
    for part, rows in (("thead", table.rows[:1]), ("tbody", table.rows[1:])):
        if rows:
            inside = _add(group, part)
            for row in rows:
                line = _add(inside, "row")
                for cell in row:
                    entry = _add(line, "entry")
                    for block in cell:
                        _runs(_add(entry, "al"), block.text)


def _runs(element: etree._Element, text: RichText) -> None:
    """The text with its emphasis; bold italic is one inside the other."""
    last: etree._Element | None = None
    for run in text.runs():
        said = sound(run.text)
        if not (run.bold or run.italic):
            if last is None:
                element.text = (element.text or "") + said
            else:
                last.tail = (last.tail or "") + said
            continue
        last = _add(element, "nadruk")
        last.set("type", "vet" if run.bold else "cur")
        inside = last
        if run.bold and run.italic:
            inside = _add(last, "nadruk")
            inside.set("type", "cur")
        inside.text = said


def _lines(element: etree._Element) -> None:
    """A line for each element that holds others, so that people and differences can read it; inside a text nothing is added."""
    if len(element) and etree.QName(element).localname not in _TEXTS:
        element.text = "\n"
        for part in element:
            part.tail = "\n"
            _lines(part)


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, _tag(name))
    if text:
        element.text = sound(text)
    return element


def _term(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_DC}}}{name}")
    if text:
        element.text = sound(text)
    return element


def _tag(name: str) -> str:
    return f"{{{_TERMS}}}{name}"
