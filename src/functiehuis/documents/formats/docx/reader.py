"""Word -> Document: own walk over the XML, for python-docx passes over content controls, tracked insertions and inherited emphasis.

The line in the provenance is the number of the paragraph: every paragraph counts, empty ones and those in tables too, in reading order.
"""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from functiehuis.documents.archive import Archive
from functiehuis.documents.document import Block, Document
from functiehuis.documents.formats.docx.body import Body
from functiehuis.documents.formats.docx.numbering import Numbering
from functiehuis.documents.formats.docx.paragraphs import Paragraphs
from functiehuis.documents.formats.docx.styles import Styles
from functiehuis.documents.formats.docx.wordml import child, children, parse_part, value
from functiehuis.documents.limits import PARAGRAPHS, Progress, no_progress
from functiehuis.documents.xml_source import local_name
from functiehuis.model.errors import UnreadableError
from functiehuis.model.text import RichText

_OLE2 = b"\xd0\xcf\x11\xe0"
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[ >/]")
_NO_PAGES = "Een Word-bestand heeft geen vaste bladzijden: bij elke tekst staat het nummer van de alinea in plaats van de bladzijde."


def read(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """The Document in a Word file.

    Refuses with UnreadableError: an old, encrypted, broken, unsafe or too large file, and one without text.
    """
    if data.startswith(_OLE2):
        raise UnreadableError(_old_or_locked(data, name))
    try:
        return _Package(data, name).document(progress)
    except RecursionError:
        raise UnreadableError(f"{name} is niet te lezen: de onderdelen zitten te diep in elkaar. Bewaar het opnieuw vanuit Word.") from None


def _old_or_locked(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{name} is met een wachtwoord beveiligd. Open het in Word, haal het wachtwoord eraf en bewaar het opnieuw als .docx."
    return f"{name} is een oud Word-bestand (.doc) of is met een wachtwoord beveiligd. Open het in Word en bewaar het zonder wachtwoord als .docx."


class _Package:
    """The parts of one Word file."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._archive = Archive(data, name)
        self._main = next((target for kind, target in self._targets("") if kind == "officeDocument"), "word/document.xml")

    def document(self, progress: Progress) -> Document:
        source = self._archive.read(self._main)
        if source is None:
            raise UnreadableError(f"{self._name} is geen Word-document: het deel met de tekst ({self._main}) ontbreekt. Bewaar het opnieuw vanuit Word.")
        if sum(1 for _ in _PARAGRAPH.finditer(source)) > PARAGRAPHS:
            raise UnreadableError(f"{self._name} is te groot: er zijn meer dan {PARAGRAPHS} alinea's. Bewaar alleen het deel dat gelezen moet worden.")
        root = parse_part(source, self._name)
        content = child(root, "body")
        if content is None:
            raise UnreadableError(f"{self._name} is geen Word-document: het deel met de tekst is leeg of van een andere soort. Bewaar het opnieuw vanuit Word.")
        styles = Styles(next(iter(self._parts("styles")), None))
        paragraphs = Paragraphs(styles)
        body = Body(self._name, styles, Numbering(next(iter(self._parts("numbering")), None), styles), paragraphs, progress)
        blocks = [*body.blocks(content), *self._notes(body)]
        if not blocks:
            pictures = paragraphs.left_out["pictures"]
            why = "het bevat alleen plaatjes" if pictures else "er staat geen tekst in"
            raise UnreadableError(f"{self._name} heeft geen leesbare tekst: {why}. Vraag het bestand met de tekst op.")
        return Document(self._name, "docx", tuple(blocks), self._losses(paragraphs), self._set_aside(body))

    def _notes(self, body: Body) -> list[Block]:
        found: list[Block] = []
        for kind in ("footnotes", "endnotes"):
            for root in self._parts(kind):
                for note in children(root, kind[:-1]):
                    if value(note, "type") in (None, "normal"):
                        found.extend(body.blocks(note))
        return found

    def _set_aside(self, body: Body) -> tuple[RichText, ...]:
        found: dict[str, RichText] = {}
        for kind in ("header", "footer"):
            for root in self._parts(kind):
                for text in Document("", "docx", tuple(body.blocks(root))).texts():
                    found.setdefault(text.text, text)
        return tuple(found.values())

    def _losses(self, paragraphs: Paragraphs) -> tuple[str, ...]:
        comments = sum(1 for root in self._parts("comments") for _ in children(root, "comment"))
        counts = (
            (comments, "Opmerkingen in de kantlijn zijn niet gelezen"),
            (paragraphs.left_out["removed"], "Verwijderde tekst uit bijgehouden wijzigingen is niet gelezen"),
            (paragraphs.left_out["hidden"], "Verborgen tekst is niet gelezen"),
            (paragraphs.left_out["pictures"], "Plaatjes zijn niet gelezen, ook niet als er letters op staan"),
        )
        return (_NO_PAGES, *(f"{what} ({count} keer)." for count, what in counts if count))

    def _parts(self, kind: str) -> list[etree._Element]:
        sources = [self._archive.read(target) for found, target in self._targets(self._main) if found == kind]
        return [parse_part(source, self._name) for source in sources if source]

    def _targets(self, part: str) -> list[tuple[str, str]]:
        """The kind and member name of every part that ``part`` points at."""
        folder, file = posixpath.split(part)
        source = self._archive.read(posixpath.join(folder, "_rels", f"{file}.rels"))
        if not source:
            return []
        relations = [found for found in parse_part(source, self._name) if local_name(found) == "Relationship" and found.get("TargetMode") != "External"]
        return [
            ((found.get("Type") or "").rpartition("/")[2], posixpath.normpath(posixpath.join("/", folder, found.get("Target") or "")).lstrip("/"))
            for found in relations
        ]
