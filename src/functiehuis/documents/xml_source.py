"""XML from outside: parsed without DTD, entities or network."""

from __future__ import annotations

from lxml import etree

from functiehuis.documents.limits import MEGABYTE, TEXT_BYTES
from functiehuis.model.errors import UnreadableError


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of ``data``; refuses with UnreadableError what is too large, has a DTD or is no well-formed XML."""
    if len(data) > TEXT_BYTES:
        raise UnreadableError(
            f"{name} is te groot: een XML-bestand mag hooguit {TEXT_BYTES // MEGABYTE} MB zijn. Bewaar alleen het deel dat gelezen moet worden."
        )
    # Without zero bytes the declaration shows in UTF-16 and UTF-32 too.
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _doctype(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError, AssertionError) as error:
        line = getattr(error, "lineno", None)
        where = f" (regel {line})" if line else ""
        raise UnreadableError(f"{name} is niet te lezen: de XML is beschadigd of niet volledig{where}. Bewaar of download het bestand opnieuw.") from None
    if _has_doctype(root):
        raise _doctype(name)
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _has_doctype(root: etree._Element) -> bool:
    return bool(getattr(root.getroottree().docinfo, "doctype", ""))


def _doctype(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} wordt niet gelezen: het heeft een DOCTYPE, en daarmee kan een bestand andere bestanden ophalen of het geheugen vullen. "
        "Haal de regel met DOCTYPE weg en probeer het opnieuw."
    )


def source_line(element: etree._Element) -> int | None:
    """The line in the source where the element starts."""
    line: object = getattr(element, "sourceline", None)
    return line if isinstance(line, int) else None
