"""A change report -> DOCX: real headings, struck and underlined words between brackets, so that it reads without colour.

In: the data of ``authoring.changes.report_data``. Out: the bytes of a Word file. Refuses nothing.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from functiehuis.documents.xml_signs import sound


def write_changes(data: Mapping[str, Any]) -> bytes:
    """The report as a Word file. Same data, same text and styles."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = data["titel"], data["organisatie"], "nl-NL"
    properties.created = properties.modified = datetime(*data["datum"])
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    document.add_heading(sound(data["titel"]), 0)
    for name, value in data["vergeleken"]:
        document.add_paragraph(sound(f"{name}: {value}"))
    document.add_paragraph(sound(data["samenvatting"]))
    if data["uitleg"]:
        document.add_paragraph(data["uitleg"])
    for part in data["delen"]:
        document.add_heading(sound(part["kop"]), 1)
        for change in part["wijzigingen"]:
            told = document.add_paragraph(sound(change["tekst"]))
            told.paragraph_format.keep_with_next = bool(change["stukken"] or change["onderdelen"])
            if change["stukken"]:
                shown = document.add_paragraph()
                shown.paragraph_format.left_indent = Cm(0.8)
                _pieces(shown, change["stukken"])
            for piece in change["onderdelen"]:
                _pieces(document.add_paragraph(style="List Bullet"), [piece])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pieces(paragraph: Paragraph, pieces: Sequence[Sequence[str]]) -> None:
    for at, (kind, words) in enumerate(pieces):
        if at:
            paragraph.add_run(" ")
        said = sound(words)
        if kind == "weg":
            paragraph.add_run(f"[{said}]").font.strike = True
        elif kind == "nieuw":
            run = paragraph.add_run(f"{{{said}}}")
            run.font.underline = run.font.bold = True
        else:
            paragraph.add_run(said)
