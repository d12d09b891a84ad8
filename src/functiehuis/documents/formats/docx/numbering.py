"""Word lists: the number or bullet that Word prints in front of a paragraph."""

from __future__ import annotations

import re

from lxml import etree

from functiehuis.documents.formats.docx.styles import Styles
from functiehuis.documents.formats.docx.wordml import child, children, number, switch, value
from functiehuis.documents.typed_bullets import bullet_sign

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """The lists of a file with their counters: ask for the markers in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Take the root of numbering.xml, None where the file has none."""
        self._lists = {number(found, "numId"): found for found in children(root, "num")}
        self._abstract = {number(found, "abstractNumId"): found for found in children(root, "abstractNum")}
        self._styles = styles
        self._counters: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def level(self, num_id: int, style_id: str | None) -> int:
        """The level that belongs to a style with a list but without a level."""
        levels = children(self._definition(num_id), "lvl")
        return next((number(lvl, "ilvl") or 0 for lvl in levels if style_id and value(child(lvl, "pStyle")) == style_id), 0)

    def marker(self, num_id: int, level: int) -> str | None:
        """The next marker of this list at this level; None where nothing is printed, or the list is not defined."""
        lvl = self._level(num_id, level)
        if lvl is None:
            return None
        pattern = value(child(lvl, "lvlText")) or ""
        if value(child(lvl, "numFmt")) == "bullet":
            return bullet_sign(pattern.strip()[:1]) or "•"
        counters = self._advance(num_id, level)
        legal = switch(lvl, "isLgl") or False

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = self._level(num_id, at)
            form = value(child(other, "numFmt")) or "decimal"
            count = counters.get(at, number(child(other, "start")) or 1)
            return numeral(count, "decimal" if legal else form)

        return re.sub(r"%([1-9])", shown, pattern).strip() or None

    def _advance(self, num_id: int, level: int) -> dict[int, int]:
        key = number(child(self._lists.get(num_id), "abstractNumId")) or 0
        counters = self._counters.setdefault(key, {})
        override = number(child(self._override(num_id, level), "startOverride"))
        start = number(child(self._level(num_id, level), "start"))
        if override is not None and (num_id, level) not in self._started:
            counters[level] = override
        else:
            counters[level] = counters[level] + 1 if level in counters else (1 if start is None else start)
        self._started.add((num_id, level))
        for deeper in [at for at in counters if at > level]:
            del counters[deeper]
        return counters

    def _override(self, num_id: int, level: int) -> etree._Element | None:
        return next((found for found in children(self._lists.get(num_id), "lvlOverride") if number(found, "ilvl") == level), None)

    def _level(self, num_id: int, level: int) -> etree._Element | None:
        own = child(self._override(num_id, level), "lvl")
        if own is not None:
            return own
        return next((found for found in children(self._definition(num_id), "lvl") if number(found, "ilvl") == level), None)

    def _definition(self, num_id: int) -> etree._Element | None:
        found = self._abstract.get(number(child(self._lists.get(num_id), "abstractNumId")))
        link = value(child(found, "numStyleLink"))
        if link is None:
            return found
        linked = self._lists.get(self._styles.linked_number(link))
        return self._abstract.get(number(child(linked, "abstractNumId")))


def numeral(count: int, form: str) -> str:
    """A number in the form that Word calls ``form``; forms we do not know give digits."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{count:02d}"
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26 * 20:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        out, rest = "", count
        for worth, sign in _ROMAN:
            out += sign * (rest // worth)
            rest %= worth
        return out.upper() if form == "upperRoman" else out
    return str(count)
