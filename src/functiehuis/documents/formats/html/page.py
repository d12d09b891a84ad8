"""Walks the elements of a page and lets its text flow into blocks."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.html.looks import Looks, applied, hides
from functiehuis.documents.inline_flow import Flow, Setting
from functiehuis.documents.limits import Progress
from functiehuis.documents.typed_bullets import bullet_sign
from functiehuis.documents.xml_source import local_name, source_line
from functiehuis.model.text import RichText

_SKIPPED = frozenset({"head", "script", "style", "template", "noscript", "svg", "iframe", "object", "datalist", "title"})
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "input", "ins", "kbd",
        "label", "mark", "math", "nobr", "o", "output", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"
    }
)  # fmt: skip
_LIST_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
_LIST_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)


class Page:
    """One page; ``set_aside`` has the texts of its menus, page header and footer, ``hidden`` counts what is not shown."""

    def __init__(self, name: str, looks: Looks, progress: Progress) -> None:
        """Take the file name and the style sheet."""
        self._name = name
        self._looks = looks
        self._progress = progress
        self._seen = 0
        self.set_aside: list[RichText] = []
        self.hidden = 0

    def read(self, root: etree._Element) -> list[Block]:
        """The blocks of the page."""
        flow = Flow(self._name)
        self._element(root, Setting(), flow)
        flow.close()
        return flow.blocks

    def _element(self, element: etree._Element, around: Setting, flow: Flow) -> None:
        tag = local_name(element).lower()
        self._seen += 1
        if self._seen % 5000 == 0:
            self._progress(self._seen, 0)
        if not tag or tag in _SKIPPED:
            return
        style = self._looks.style(element, tag)
        if hides(element, style):
            self.hidden += 1
            return
        setting = applied(_of_tag(tag, around), style)
        inline = tag.rpartition(":")[2] in _INLINE
        if tag == "br":
            flow.line_break()
        elif tag == "table":
            self._table(element, setting, flow)
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(element, tag, setting, flow)
        elif tag in ("nav", "header", "footer") and not _has_heading(element):
            aside = flow.nested()
            self._content(element, setting, aside)
            aside.close()
            self.set_aside.extend(Document("", "html", tuple(aside.blocks)).texts())
        elif inline:
            self._content(element, setting, flow)
        else:
            self._block(element, setting, style, flow)

    def _block(self, element: etree._Element, setting: Setting, style: str, flow: Flow) -> None:
        flow.close()
        level = _LIST_LEVEL.search(style)
        mark = next((part for part in element.iter() if _LIST_MARK.search(str(part.get("style") or ""))), None) if level else None
        if level and mark is not None:
            sign = " ".join("".join(str(part) for part in mark.itertext()).split())
            tail = mark.tail
            mark.clear()
            mark.tail = tail
            flow.item(bullet_sign(sign) if len(sign) == 1 else sign or "•", int(level[1]) - 1)
        elif level and local_name(element).lower() == "p":
            flow.item("•", int(level[1]) - 1)
        self._content(element, setting, flow)
        flow.close()

    def _content(self, element: etree._Element, setting: Setting, flow: Flow) -> None:
        flow.text(element.text, setting, source_line(element))
        for part in element:
            self._element(part, setting, flow)
            flow.text(part.tail, setting, source_line(part))

    def _list(self, element: etree._Element, tag: str, setting: Setting, flow: Flow) -> None:
        flow.close()
        setting = replace(setting, list_depth=setting.list_depth + 1)
        count = _whole(element.get("start"), 1)
        form = element.get("type") or "1"
        flow.text(element.text, setting, source_line(element))
        for part in element:
            if local_name(part).lower() == "li":
                count = _whole(part.get("value"), count)
                flow.item(_ordinal(count, form) if tag == "ol" else "•", setting.list_depth)
                self._element(part, setting, flow)
                flow.drop_item()
                count += 1
            else:
                self._element(part, setting, flow)
            flow.text(part.tail, setting, source_line(part))
        flow.close()

    def _table(self, table: etree._Element, setting: Setting, flow: Flow) -> None:
        flow.close()
        rows = []
        for row in _inner(table, ("tr",)):
            cells = []
            for cell in _inner(row, ("td", "th")):
                inside = flow.nested()
                self._element(cell, replace(setting, list_depth=-1), inside)
                inside.close()
                cells.append(tuple(inside.blocks))
            rows.append(tuple(cells))
        for part in table:
            if local_name(part).lower() not in ("tr", "thead", "tbody", "tfoot", "form", "colgroup", "col"):
                self._element(part, setting, flow)  # a caption, or what a broken page left outside the rows
        if len(rows) == 1 and len(rows[0]) == 1:
            flow.add(list(rows[0][0]))  # a frame around text, not a table
        elif any(cell for row in rows for cell in row):
            flow.add([Block(BlockKind.TABLE, rows=tuple(rows))])


def _of_tag(tag: str, around: Setting) -> Setting:
    if tag in ("b", "strong"):
        return replace(around, bold=True)
    if tag in ("i", "em", "cite", "dfn", "var"):
        return replace(around, italic=True)
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return replace(around, heading=int(tag[1]))
    return replace(around, kept=True) if tag in ("pre", "textarea") else around


def _has_heading(element: etree._Element) -> bool:
    return local_name(element) != "nav" and next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None


def _inner(element: etree._Element, names: tuple[str, ...]) -> list[etree._Element]:
    """The rows of a table or the cells of a row; not those of a table inside."""
    found: list[etree._Element] = []
    for part in element:
        tag = local_name(part).lower()
        if tag in names:
            found.append(part)
        elif tag in ("thead", "tbody", "tfoot", "form"):
            found.extend(_inner(part, names))
    return found


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text.strip()) else otherwise


def _ordinal(count: int, form: str) -> str:
    if form in ("a", "A") and 0 < count <= 26:
        return f"{chr(ord(form) + count - 1)}."
    if form in ("i", "I") and 0 < count < 40:
        roman = "x" * (count // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[count % 10]
        return f"{roman.upper() if form == 'I' else roman}."
    return f"{count}."
