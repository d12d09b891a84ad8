"""What a line of text is by its look: a bullet, a heading, a rule, a row of a table, a page number."""

from __future__ import annotations

import re

_SIGNS = "•·▪▫■□●○◦‣⁃∙►▶➢➤✓✔❖»\ue000-\uf8ff"
_BULLET = re.compile(rf"(?P<marker>[-–—*+§{_SIGNS}]|o(?=\s)|\(?(?:\d{{1,2}}|[a-z])[.)](?!\d))(?:[ \t]+(?P<text>\S.*)|[ \t]*$)")
_TIGHT_BULLET = re.compile(rf"(?P<marker>[{_SIGNS}]|[-–](?=[a-zà-ÿ(]|\*+[\w ]|<[bi]))(?P<text>\S.*)")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|.\[(]\s*)?(?:(?:pagina|blz|bladzijde|pag|p)\.?\s*)?\d{1,4}(?:\s*(?:van|/|of|\|)\s*\d{1,4})?(?:\s*[-–—|\])])?$", re.IGNORECASE
)
_PIPES = re.compile(r"(?<!\\)\|")
_GAPS = re.compile(r"[ ]*\t[ \t]*|[ ]{3,}")
_NARROW_GAPS = re.compile(r"[ ]{2,}")

HEADING = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*$")
RULE = re.compile(r"(?:[-*_=~][ \t]*){3,}$")
SETEXT = re.compile(r"(?:={3,}|-{3,})[ \t]*$")
PIPE_RULE = re.compile(r"(?=.*-)(?=.*\|)[\s|:+-]+$")
_LEADERS = re.compile(r".*\S\s*(?:\.{4,}|…{2,}|_{4,})[\s.…_]*\d{1,4}$")
_LONGEST_ENTRY = 200  # characters of a line of a table of contents
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def bullet(text: str, *, tight: bool = True) -> re.Match[str] | None:
    """The marker and text of a list item, or None; ``tight``: also where no space stands behind the sign."""
    if is_page_number(text):
        return None
    return _BULLET.match(text) or (_TIGHT_BULLET.match(text) if tight else None)


def is_entry(text: str) -> bool:
    """A name, a row of dots and a page number: a line of a table of contents."""
    return len(text) <= _LONGEST_ENTRY and bool(_LEADERS.match(text))


def without_comments(text: str) -> str:
    """The text without the HTML comments that begin and end in it."""
    kept, at = "", 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept += text[at:start]
        at = end + 3
    return kept + text[at:]


def is_page_number(text: str) -> bool:
    """A number alone, in any of the ways page numbers are printed: ``3``, ``- 3 -``, ``Pagina 3 van 25``."""
    return len(text) < 24 and bool(_PAGE_NUMBER.match(text))


def cells(text: str) -> list[str] | None:
    """The cells of a table row: between pipes, or between tabs or wide gaps when there are at least three of them."""
    if len(_PIPES.findall(text)) >= 2 or " | " in text:
        return [cell.strip() for cell in _PIPES.split(text.strip().removeprefix("|").removesuffix("|"))]
    found = _GAPS.split(text)
    if len(found) >= 2 and "\t" not in text:
        narrow = _NARROW_GAPS.split(text)
        found = narrow if len(narrow) >= 3 else found
    return found if len(found) >= 3 and found[1].strip() not in (":", "") else None
