"""The Word file that a document is poured into: ours, or the template of an organisation with its own styles, header and footer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from functiehuis.documents.archive import Archive
from functiehuis.documents.formats.docx.wordml import child, children, value
from functiehuis.documents.formats.docx.wordwriting import w
from functiehuis.documents.xml_source import local_name, parse_xml
from functiehuis.model.errors import UnreadableError

NEEDED = {"heading 1": "Kop 1", "heading 2": "Kop 2", "heading 3": "Kop 3", "List Bullet": "Lijst opsom.teken"}
"""Styles that a template must have itself: they are its looks. Names as in the file, and as Word shows them in Dutch."""

_BASIS = Path(__file__).parent / "basis"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARTS = ("document", "styles", "numbering", "settings")
_TEMPLATE_TYPES = (b"wordprocessingml.template.main+xml",)
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_AGAIN = "Bewaar het sjabloon opnieuw vanuit Word als .docx of .dotx."


@dataclass(frozen=True, slots=True)
class Template:
    """The bytes of a Word file with the styles of an organisation, and its name for messages."""

    data: bytes
    name: str


class Base:
    """An opened file without text: ``document`` of python-docx, ``styles`` the id of each style by its name, ``own`` whether it is somebody's template."""

    def __init__(self, template: Template | None) -> None:
        """Open it. Refuses with UnreadableError what is no Word file, is not safe, or misses a style of ``NEEDED``."""
        self.own = template is not None
        self.document = _opened(_basis(), "") if template is None else _opened(_checked(template), template.name)
        root: etree._Element = self.document.styles.element
        self.styles = {(value(child(style, "name")) or ""): value(style, "styleId") or "" for style in children(root, "style")}
        lower = {name.lower(): key for name, key in self.styles.items()}
        if template is not None:
            missing = [shown for name, shown in NEEDED.items() if name.lower() not in lower]
            if missing:
                raise UnreadableError(_missing(template.name, missing))
            self._complete(root, lower)
            _let_go(self.document)
        _in_dutch(root)
        self.section = _emptied(self.document.element.body)

    def style(self, name: str) -> str:
        """The id of a style."""
        return self.styles.get(name) or next(key for known, key in self.styles.items() if known.lower() == name.lower())

    def _complete(self, root: etree._Element, lower: dict[str, str]) -> None:
        """Give a template those of our styles that it does not have."""
        ours = list(children(etree.fromstring((_BASIS / "styles.xml").read_bytes()), "style"))
        names = {value(style, "styleId"): (value(child(style, "name")) or "") for style in ours}
        for style in ours:
            name = names[value(style, "styleId")]
            if name.lower() in lower or value(style, "type") == "numbering":
                continue
            copy = deepcopy(style)
            copy.attrib.pop(str(w("style", default=0).keys()[0]), "")
            for link in ("basedOn", "next"):
                found = child(copy, link)
                if found is not None:
                    key = names.get(value(found), "").lower()
                    found.set(found.keys()[0], lower.get(key) or value(found) or "")
            root.append(copy)
            lower[name.lower()] = self.styles[name] = value(style, "styleId") or ""


def _missing(name: str, missing: list[str]) -> str:
    one = len(missing) == 1
    named = missing[0] if one else f"{', '.join(missing[:-1])} en {missing[-1]}"
    return (
        f"In het sjabloon {name} {'ontbreekt de stijl' if one else 'ontbreken de stijlen'} {named}. "
        "Word bewaart een stijl pas als u haar gebruikt: open het sjabloon, gebruik elke stijl één keer, bewaar het en probeer het opnieuw."
    )


def _basis() -> bytes:
    """Our own file, put together from its parts."""
    out = io.BytesIO()
    kinds = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}{"document.main" if part == "document" else part}+xml"/>' for part in _PARTS)
    rels = "".join(f'<Relationship Id="rId{at}" Type="{_OFFICE}{part}" Target="{part}.xml"/>' for at, part in enumerate(_PARTS[1:], 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    space = "http://schemas.openxmlformats.org/package/2006"
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    main = f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f'{head}<Types xmlns="{space}/content-types">{default}{kinds}</Types>')
        archive.writestr("_rels/.rels", f'{head}<Relationships xmlns="{space}/relationships">{main}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'{head}<Relationships xmlns="{space}/relationships">{rels}</Relationships>')
        for part in _PARTS:
            archive.writestr(f"word/{part}.xml", (_BASIS / f"{part}.xml").read_bytes())
    return out.getvalue()


def _opened(data: bytes, name: str) -> Any:
    # The library takes a while to load: only for who writes a Word file.
    open_document = import_module("docx").Document
    try:
        found = open_document(io.BytesIO(data))
        broken = found.styles.element is None or found.settings.element is None or found.element.body is None
    except (KeyError, ValueError, AttributeError, TypeError, LookupError, etree.LxmlError, zipfile.BadZipFile, RecursionError):
        raise UnreadableError(f"{name} is geen Word-sjabloon, of het is beschadigd. {_AGAIN}") from None
    if broken:
        raise UnreadableError(f"{name} is geen Word-sjabloon, of het is beschadigd. {_AGAIN}")
    return found


def _checked(template: Template) -> bytes:
    """The bytes of a template, safe to open; a .dotx becomes a .docx."""
    data, name = template.data, template.name
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(
            f"{name} is een oud Word-bestand (.doc, .dot) of is met een wachtwoord beveiligd. Open het in Word en bewaar het als .docx of .dotx."
        )
    if not data.startswith(b"PK"):
        raise UnreadableError(f"{name} is geen Word-bestand. Kies een sjabloon dat eindigt op .docx of .dotx.")
    archive = Archive(data, name)
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        members = source.namelist()
    if "word/document.xml" not in members:
        raise UnreadableError(f"{name} is geen Word-bestand. Kies een sjabloon dat eindigt op .docx of .dotx.")
    if any("vbaproject" in member.lower() or "activex" in member.lower() for member in members):
        raise UnreadableError(f"{name} bevat macro's, en wordt daarom niet gebruikt. Bewaar het in Word als .docx of .dotx zonder macro's.")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for member in dict.fromkeys(members):
            inside = archive.read(member) or b""
            if member.endswith((".xml", ".rels")):
                root = parse_xml(inside, name)
                if member.endswith(".rels"):
                    inside = _inside_only(root, name)
            if member == "[Content_Types].xml":
                for kind in _TEMPLATE_TYPES:
                    inside = inside.replace(kind, _DOCUMENT_TYPE)
            copy.writestr(member, inside)
    return out.getvalue()


def _inside_only(relations: etree._Element, name: str) -> bytes:
    """The relations without the tie to the template that this one was made from: it would be opened with every copy."""
    for found in list(relations):
        kind = (found.get("Type") or "").rpartition("/")[2]
        if kind == "attachedTemplate":
            relations.remove(found)
        elif found.get("TargetMode") == "External" and kind != "hyperlink":
            raise UnreadableError(
                f"{name} haalt iets op van buiten het bestand ({kind}: {(found.get('Target') or '')[:80]}), en wordt daarom niet gebruikt. "
                "Zet plaatjes in het sjabloon zelf en bewaar het opnieuw."
            )
    said: bytes = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)
    return said


def _let_go(document: Any) -> None:
    """Without what ties a template to other files, or locks it."""
    settings: etree._Element = document.settings.element
    for element in [found for found in settings if local_name(found) in ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection")]:
        settings.remove(element)


def _in_dutch(styles: etree._Element) -> None:
    defaults = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = child(defaults, name)
        if found is None:
            found = w(name)
            defaults.insert(0, found) if name == "docDefaults" else defaults.append(found)
        defaults = found
    defaults.set(next(iter(w("lang", val="").attrib)), "nl-NL")


def _emptied(body: etree._Element) -> etree._Element:
    """Take everything out of the body; gives back the last section, which says how large the pages are."""
    last = child(body, "sectPr")
    parts: Iterator[etree._Element] = iter(list(body))
    for part in parts:
        body.remove(part)
    if last is None:
        last = child(etree.fromstring((_BASIS / "document.xml").read_bytes()), "body", "sectPr")
    if last is None:  # our own file has one
        raise ValueError("a document without a section")
    for sizes, name in ((("w", "h"), "pgSz"), (("top", "right", "bottom", "left"), "pgMar")):
        if child(last, name) is None:
            ours = {"w": 11906, "h": 16838, "top": 1531, "right": 1418, "bottom": 1304, "left": 1418}
            last.append(w(name, **{size: ours[size] for size in sizes}))
    return last
