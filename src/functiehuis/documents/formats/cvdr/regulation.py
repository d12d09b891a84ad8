"""Walks the elements of a regulation and lets its text flow into blocks."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from functiehuis.documents.document import Block, BlockKind
from functiehuis.documents.inline_flow import Flow, Setting
from functiehuis.documents.limits import Progress
from functiehuis.documents.xml_source import local_name, source_line

_INLINE = frozenset({"nadruk", "extref", "intref", "sup", "inf", "sub", "unl", "ovl", "b", "i", "strong", "em", "noot.nr", "noot.lijst", "ins", "abbr"})
_SKIPPED = frozenset({"meta", "metadata", "colspec", "spanspec", "del"})
_PICTURES = frozenset({"plaatje", "illustratie", "img"})


class Regulation:
    """One regulation; ``pictures`` counts what holds no text."""

    def __init__(self, name: str, progress: Progress) -> None:
        """Take the file name for the provenance."""
        self._name = name
        self._progress = progress
        self._depth = 0
        self._seen = 0
        self._notes: list[Block] = []
        self.pictures = 0

    def read(self, root: etree._Element) -> list[Block]:
        """The blocks in reading order, notes at the end."""
        flow = Flow(self._name)
        self._element(root, Setting(), flow)
        flow.close()
        return [*flow.blocks, *self._notes]

    def _element(self, element: etree._Element, around: Setting, flow: Flow) -> None:
        name = local_name(element)
        self._seen += 1
        if self._seen % 5000 == 0:
            self._progress(self._seen, 0)
        if not name or name in _SKIPPED:
            return
        self.pictures += name in _PICTURES
        if name in _INLINE:
            self._content(element, _emphasised(element, name, around), flow)
        elif name in ("noot", "voetnoot"):
            note = Flow(self._name)
            self._content(element, Setting(), note)
            note.close()
            self._notes.extend(note.blocks)
        elif name == "br":
            flow.line_break()
        elif name == "kop":
            self._heading(element, around, flow)
        elif name in ("tussenkop", "intitule"):
            self._block(element, replace(around, heading=1 if name == "intitule" else self._depth + 1), flow)
        elif name == "lijst":
            self._block(element, replace(around, list_depth=around.list_depth + 1), flow)
        elif name in ("li", "lid"):
            self._item(element, around, flow)
        elif name in ("table", "informaltable"):
            self._table(element, around, flow)
        else:
            self._block(element, around, flow)

    def _block(self, element: etree._Element, setting: Setting, flow: Flow) -> None:
        flow.close()
        deeper = any(local_name(part) == "kop" for part in element)
        self._depth += deeper
        self._content(element, setting, flow)
        self._depth -= deeper
        flow.close()

    def _content(self, element: etree._Element, setting: Setting, flow: Flow) -> None:
        flow.text(element.text, setting, source_line(element))
        for part in element:
            self._element(part, setting, flow)
            flow.text(part.tail, setting, source_line(part))

    def _heading(self, element: etree._Element, around: Setting, flow: Flow) -> None:
        """Label, number and title are one heading, with a space between."""
        flow.close()
        setting = replace(around, heading=max(1, self._depth))
        flow.text(element.text, setting, source_line(element))
        for part in element:
            flow.text(" ", setting, source_line(part))
            self._content(part, setting, flow)
            flow.text(part.tail, setting, source_line(part))
        flow.close()

    def _item(self, element: etree._Element, around: Setting, flow: Flow) -> None:
        number = next((part for part in element if local_name(part) in ("li.nr", "lidnr")), None)
        marker = " ".join("".join(str(part) for part in number.itertext()).split()) if number is not None else element.get("nr") or ""
        depth = max(0, around.list_depth)
        if marker or local_name(element) == "li":
            flow.item(marker or "•", depth)
        flow.text(element.text, around, source_line(element))
        for part in element:
            if part is not number:
                self._element(part, around, flow)
            flow.text(part.tail, around, source_line(part))
        flow.drop_item()

    def _table(self, table: etree._Element, around: Setting, flow: Flow) -> None:
        flow.close()
        rows: list[tuple[tuple[Block, ...], ...]] = []
        self._rows(table, replace(around, list_depth=-1), flow, rows)
        if any(cell for row in rows for cell in row):
            flow.add([Block(BlockKind.TABLE, rows=tuple(rows))])

    def _rows(self, element: etree._Element, around: Setting, flow: Flow, rows: list[tuple[tuple[Block, ...], ...]]) -> None:
        for part in element:
            name = local_name(part)
            if name in ("row", "tr"):
                cells = []
                for cell in part:
                    inside = flow.nested()
                    self._element(cell, around, inside)
                    inside.close()
                    cells.append(tuple(inside.blocks))
                rows.append(tuple(cells))
            elif name in ("tgroup", "thead", "tbody", "tfoot"):
                self._rows(part, around, flow, rows)
            else:
                self._element(part, around, flow)
                flow.close()


def _emphasised(element: etree._Element, name: str, around: Setting) -> Setting:
    kind = (element.get("type") or "").lower() if name == "nadruk" else name
    bold = kind in ("vet", "halfvet", "b", "strong") or kind.startswith(("vet", "halfvet"))
    italic = kind in ("i", "em") or "cur" in kind
    return replace(around, bold=around.bold or bold, italic=around.italic or italic)
