"""What the style attributes and style sheet of a page say about emphasis and visibility."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from functiehuis.documents.inline_flow import Setting

_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WEIGHT = re.compile(r"\b(bold|bolder|normal|lighter|[1-9]00)\b")
_SLANT = re.compile(r"\b(italic|oblique|normal)\b")
_LONGEST = 4000
_RULES = 2000


class Looks:
    """Rules for a tag, a class, or a tag with a class; longer selectors are not read."""

    def __init__(self, sheets: list[str]) -> None:
        """Take the texts of the style elements."""
        self._rules: dict[tuple[str, str], str] = {}
        for sheet in sheets:
            plain = re.sub(r"/\*.*?(?:\*/|\Z)|<!--|-->", " ", sheet, flags=re.DOTALL)
            for rule in plain.split("}")[:_RULES]:
                before, _, declarations = rule.rpartition("{")
                for selector in before.rpartition("{")[2][:_LONGEST].split(","):
                    found = _SELECTOR.fullmatch(selector.strip())
                    if found and selector.strip():
                        key = ((found[1] or "").lower(), found[2] or "")
                        self._rules[key] = (self._rules.get(key, "") + ";" + declarations)[:_LONGEST]

    def style(self, element: etree._Element, tag: str) -> str:
        """All declarations for an element, the strongest last."""
        classes = (element.get("class") or "").split()
        keys = [(tag, ""), *(("", name) for name in classes), *((tag, name) for name in classes)]
        return ";".join([*(self._rules.get(key, "") for key in keys), (element.get("style") or "")[:_LONGEST]])


def applied(setting: Setting, style: str) -> Setting:
    """The setting with the emphasis that the declarations switch on or off."""
    for declaration in style.lower().split(";"):
        what, _, value = (part.strip() for part in declaration.partition(":"))
        weight = _WEIGHT.search(value) if what in ("font", "font-weight") else None
        slant = _SLANT.search(value) if what in ("font", "font-style") else None
        if weight:
            setting = replace(setting, bold=weight[1].startswith("bold") or (weight[1].isdigit() and int(weight[1]) >= 600))
        if slant:
            setting = replace(setting, italic=slant[1] != "normal")
    return setting


def hides(element: etree._Element, style: str) -> bool:
    """Whether a browser leaves the element out."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(style))
