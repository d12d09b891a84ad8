"""Web page -> Document, as a browser shows it: white space collapsed, hidden parts left out."""

from __future__ import annotations

import re

from lxml import etree, html

from functiehuis.documents.document import Document
from functiehuis.documents.formats.html.decoding import decoded
from functiehuis.documents.formats.html.looks import Looks
from functiehuis.documents.formats.html.page import Page
from functiehuis.documents.limits import MEGABYTE, TEXT_BYTES, Progress, no_progress
from functiehuis.model.errors import UnreadableError

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")


def read(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """The Document in a web page.

    Refuses with UnreadableError: too large, nested too deep, or without text.
    """
    if len(data) > TEXT_BYTES:
        raise UnreadableError(
            f"{name} is te groot: een webpagina mag hooguit {TEXT_BYTES // MEGABYTE} MB zijn. Bewaar alleen het deel dat gelezen moet worden."
        )
    if re.search(rb"<!ENTITY", data.replace(b"\0", b""), re.IGNORECASE):
        raise UnreadableError(f"{name} wordt niet gelezen: het legt eigen tekens vast (ENTITY), en die zijn niet veilig. Bewaar de pagina opnieuw.")
    text = _DECLARATION.sub("", decoded(data))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser) if text.strip() else None
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    if root is None:
        raise _no_text(name)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise _too_deep(name)
    page = Page(name, Looks([sheet.text or "" for sheet in root.iter("style")]), progress)
    try:
        blocks = page.read(root)
    except RecursionError:
        raise _too_deep(name) from None
    if not blocks and not page.set_aside:
        raise _no_text(name)
    losses = ["Een webpagina heeft geen bladzijden: bij elke tekst staat de regel in het bestand."]
    if page.hidden:
        losses.append(f"Verborgen delen van de pagina zijn niet gelezen ({page.hidden} keer).")
    return Document(name, "html", tuple(blocks), tuple(losses), tuple(page.set_aside))


def _no_text(name: str) -> UnreadableError:
    return UnreadableError(f"{name} heeft geen leesbare tekst: de webpagina is leeg of toont alleen plaatjes. Kies het bestand met de tekst.")


def _too_deep(name: str) -> UnreadableError:
    return UnreadableError(f"{name} is niet te lezen: de onderdelen van de pagina zitten te diep in elkaar. Bewaar de pagina opnieuw.")
