"""CVDR XML -> Document. Names are compared without their namespace, so that the related formats of officielebekendmakingen.nl are read too."""

from __future__ import annotations

from lxml import etree

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.cvdr.regulation import Regulation
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.documents.xml_source import local_name, parse_xml, source_line
from functiehuis.model.errors import UnreadableError
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText

_SIGNS = frozenset({"cvdr", "regeling", "regeling-tekst", "al", "officiele-publicatie", "gemeenteblad", "zakelijke-mededeling"})
_NO_PAGES = "Een XML-bestand heeft geen bladzijden: bij elke tekst staat de regel in het bestand."


def read(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """The Document in a regulation.

    Refuses with UnreadableError: too large, broken, with a DTD, of another kind, or without text.
    """
    root = parse_xml(data, name)
    if not any(local_name(element) in _SIGNS for element in root.iter()):
        raise UnreadableError(
            f"{name} is geen regeling in CVDR-vorm: het begint met <{local_name(root)}> en heeft geen tekst van een regeling. "
            "Kies de XML van lokaleregelgeving.overheid.nl."
        )
    regulation = Regulation(name, progress)
    try:
        blocks = regulation.read(root)
    except RecursionError:
        raise UnreadableError(f"{name} is niet te lezen: de onderdelen zitten te diep in elkaar. Download het bestand opnieuw.") from None
    if not blocks:
        raise UnreadableError(f"{name} heeft geen leesbare tekst: de regeling is leeg. Kies het bestand met de tekst.")
    title = _meta(root, name, "title")
    said = {" ".join(block.text.text.split()).casefold() for block in blocks[:20]}
    if title is not None and title.text.casefold() not in said:
        blocks = [Block(BlockKind.HEADING, title, 1), *blocks]
    creator = _meta(root, name, "creator")
    if creator is not None and creator.text.casefold() not in said:
        blocks = [Block(BlockKind.PARAGRAPH, creator), *blocks]
    losses = [_NO_PAGES]
    if regulation.pictures:
        losses.append(f"Plaatjes zijn niet gelezen ({regulation.pictures} keer).")
    return Document(name, "cvdr", tuple(blocks), tuple(losses))


def _meta(root: etree._Element, name: str, what: str) -> RichText | None:
    """What the regulation says of itself: its title, or who made it."""
    for meta in root.iter():
        if local_name(meta) != "meta":
            continue
        for element in meta.iter():
            text = " ".join((element.text or "").split())
            if local_name(element) == what and text:
                return RichText(text, provenance=Provenance(name, source_line(element), None))
    return None
