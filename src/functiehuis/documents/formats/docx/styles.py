"""The styles of a Word file: what a paragraph or run gets from them."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from functiehuis.documents.formats.docx.wordml import child, children, number, switch, value

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*([1-9])", re.IGNORECASE)
_BULLETS = re.compile(r"(?:list bullet|lijst ?opsom\.?\s?teken|opsomming(?:steken)?|opsommingsteken)\w*\s*(\d)?\b", re.IGNORECASE)


class Styles:
    """Lookups along the chain of ``basedOn``."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of styles.xml, None where the file has none."""
        self._styles = {value(style, "styleId") or "": style for style in children(root, "style")}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._default: dict[str, str] = {
            value(style, "type") or "": key for key, style in self._styles.items() if (value(style, "default") or "0").lower() in ("1", "true", "on")
        }
        self.chain = cache(self._chain)
        self.toggle = cache(self._toggle)

    def _chain(self, style_id: str | None, kind: str) -> tuple[etree._Element, ...]:
        key = style_id if style_id in self._styles else self._default.get(kind)
        found: list[etree._Element] = []
        seen: set[str] = set()
        while key is not None and key in self._styles and key not in seen:
            seen.add(key)
            found.append(self._styles[key])
            key = value(child(self._styles[key], "basedOn"))
        return tuple(found)

    def _toggle(self, name: str, paragraph_style: str | None, run_style: str | None) -> bool:
        """A toggle property without direct formatting: on in both styles switches it off again, as Word does."""
        if switch(self._defaults, name):
            return self._nearest(name, paragraph_style, "paragraph") is not False and self._nearest(name, run_style, "character") is not False
        paragraph = bool(self._nearest(name, paragraph_style, "paragraph"))
        return paragraph != bool(run_style and self._nearest(name, run_style, "character"))

    def _nearest(self, name: str, style_id: str | None, kind: str) -> bool | None:
        for style in self.chain(style_id, kind):
            found = switch(child(style, "rPr"), name)
            if found is not None:
                return found
        return None

    def heading_level(self, style_id: str | None, properties: etree._Element | None) -> int | None:
        """1 for the highest heading, None for body text."""
        direct = number(child(properties, "outlineLvl"))
        if direct is not None:
            return direct + 1 if direct < 9 else None
        for style in self.chain(style_id, "paragraph"):
            level = number(child(style, "pPr", "outlineLvl"))
            if level is not None:
                return level + 1 if level < 9 else None
            name = (value(child(style, "name")) or value(style, "styleId") or "").strip()
            named = _HEADING.fullmatch(name)
            if named:
                return int(named[1])
            if name.lower() in ("title", "titel"):
                return 1
        return None

    def numbering(self, style_id: str | None) -> tuple[etree._Element | None, str | None]:
        """The numPr along the chain and the id of the style that has it."""
        for style in self.chain(style_id, "paragraph"):
            found = child(style, "pPr", "numPr")
            if found is not None:
                return found, value(style, "styleId")
        return None, None

    def bullet_level(self, style_id: str | None) -> int | None:
        """The level of a style that is a bulleted list by name, None for any other."""
        for style in self.chain(style_id, "paragraph"):
            found = _BULLETS.fullmatch((value(child(style, "name")) or "").strip())
            if found:
                return max(0, int(found[1] or 1) - 1)
        return None

    def linked_number(self, style_id: str | None) -> int | None:
        """The list of a numbering style."""
        return number(child(self._styles.get(style_id or ""), "pPr", "numPr", "numId"))
