"""WordprocessingML in short: names and attributes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from functiehuis.documents.xml_source import parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parse_part(data: bytes, name: str) -> etree._Element:
    """The root of a part; the strict dialect is read as the ordinary one."""
    return parse_xml(data.replace(_STRICT, _TRANSITIONAL), name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element along a path of names."""
    for step in path:
        if element is None:
            return None
        element = element.find(_W + step)
    return element


def children(element: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    """The child elements with this name."""
    return iter(() if element is None else element.findall(_W + tag))


def value(element: etree._Element | None, key: str = "val") -> str | None:
    """An attribute, None where it or the element is absent."""
    found = None if element is None else element.get(_W + key)
    return None if found is None else str(found)


def number(element: etree._Element | None, key: str = "val") -> int | None:
    """An attribute as a small whole number, None where it is none."""
    text = value(element, key)
    return int(text) if text and len(text) < 9 and text.isascii() and text.isdecimal() else None


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not mentioned."""
    found = child(properties, name)
    if found is None:
        return None
    return (value(found) or "true").lower() not in ("0", "false", "off", "none")
