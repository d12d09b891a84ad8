"""The inside of a Word paragraph: runs of text with the emphasis that Word shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from functiehuis.documents.formats.docx.styles import Styles
from functiehuis.documents.formats.docx.wordml import child, switch, value
from functiehuis.documents.typed_bullets import bullet_sign
from functiehuis.documents.xml_source import local_name
from functiehuis.model.text import Run

SKIPPED = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "delText", "fldChar", "tblPr", "tblGrid", "trPr", "tcPr", "rt", "ffData"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = ("drawing", "pict", "object")


@dataclass(slots=True)
class Inside:
    """What a paragraph holds: its runs, and the text boxes that hang on it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class Paragraphs:
    """Reads paragraphs and counts what was left out (``left_out``: removed, hidden, pictures)."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles that the emphasis is resolved with."""
        self._styles = styles
        self.left_out: Counter[str] = Counter()

    def read(self, paragraph: etree._Element) -> Inside:
        """The runs and text boxes of a w:p."""
        inside = Inside()
        style = value(child(paragraph, "pPr", "pStyle"))
        # That a heading is bold says that it is a heading: only what its runs say themselves is emphasis.
        style = None if self._styles.heading_level(style, child(paragraph, "pPr")) is not None else style
        self._walk(paragraph, style, inside)
        return inside

    def _walk(self, element: etree._Element, style: str | None, inside: Inside) -> None:
        for part in flow(element):
            name = local_name(part)
            if name in ("del", "moveFrom"):
                self.left_out["removed"] += 1
            elif name == "txbxContent":
                inside.boxes.append(part)
            elif name == "r":
                self._run(part, style, inside)
            elif name == "t":
                inside.runs.append(Run(part.text or ""))  # a formula keeps its text in runs of its own kind
            else:
                self._other(part, name, style, inside)

    def _other(self, part: etree._Element, name: str, style: str | None, inside: Inside) -> None:
        if name not in SKIPPED:
            self.left_out["pictures"] += name in _PICTURES and not any(local_name(deeper) == "txbxContent" for deeper in part.iter())
            self._walk(part, style, inside)

    def _run(self, run: etree._Element, style: str | None, inside: Inside) -> None:
        properties = child(run, "rPr")
        bold, italic, hidden = (self._state(name, properties, style) for name in ("b", "i", "vanish"))
        for part in flow(run):
            name = local_name(part)
            text = _text(part, name)
            if name == "txbxContent":
                inside.boxes.append(part)
            elif text is None:
                self._other(part, name, style, inside)
            elif hidden:
                self.left_out["hidden"] += bool(text.strip())
            else:
                inside.runs.append(Run(text, bold, italic))

    def _state(self, name: str, properties: etree._Element | None, style: str | None) -> bool:
        direct = switch(properties, name)
        return self._styles.toggle(name, style, value(child(properties, "rStyle"))) if direct is None else direct


def flow(element: etree._Element) -> Iterator[etree._Element]:
    """The children, with one branch only of what Word stores twice for older versions."""
    for part in element:
        if local_name(part) == "AlternateContent":
            branches = [branch for branch in part if local_name(branch) in ("Choice", "Fallback")]
            if branches:
                yield from flow(branches[0])
        else:
            yield part


def _text(part: etree._Element, name: str) -> str | None:
    if name == "t":
        return (part.text or "").replace("\n", " ").replace("\xad", "")
    if name == "br":
        return "" if value(part, "type") in ("page", "column") else "\n"
    if name == "softHyphen":
        return ""
    if name == "sym":
        return _symbol(value(part, "char") or "")
    return _SIGNS.get(name)


def _symbol(code: str) -> str:
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= sign <= "\udfff" else bullet_sign(sign)
