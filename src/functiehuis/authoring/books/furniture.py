"""Running headers, footers and page numbers in the flow of a text: found by repetition, taken out, and reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from functiehuis.authoring.books.lines import Line
from functiehuis.documents.document import BlockKind

_NUMBER = re.compile(r"\d+")
_BARE_NUMBER = re.compile(
    r"(?:[-–—|.\[(]\s*)?(?:(?:pagina|blz|bladzijde|pag|p)\.?\s*)?\d{1,4}(?:\s*(?:van|/|of|\|)\s*\d{1,4})?(?:\s*[-–—|.\])])?$", re.IGNORECASE
)
_LONGEST = 100


def without_furniture(lines: list[Line], is_heading: Callable[[str], bool], title_words: Sequence[str] = ()) -> tuple[list[Line], list[Line]]:
    """The lines of the flow, and those that are page furniture: the same line at least three times, equal but for a page number that rises.

    Without a number it must stand at the ends of pages, or hold a word for a function book (``title_words``). A recognised heading or a bullet is never
    furniture. A sentence that furniture cut in two is joined again.
    """
    numbered: dict[str, list[int]] = defaultdict(list)
    same: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = " ".join(line.plain.split())
        if not text or len(text) > _LONGEST or line.kind in (BlockKind.ITEM, BlockKind.TABLE) or is_heading(line.plain):
            continue
        if _NUMBER.search(text):
            numbered[_NUMBER.sub("#", text)].append(at)
        elif len(text) > 3:
            same[text].append(at)
    found: set[int] = set()
    for mask, places in numbered.items():
        titled = any(word in mask.casefold() for word in title_words)
        equal = titled and len({lines[at].plain for at in places}) == 1
        counts_on = _rises([lines[at].plain for at in places]) and (mask.count("#") == 1 or _BARE_NUMBER.match(mask.replace("#", "1")))
        if len(places) >= 3 and (equal or counts_on):
            found.update(places)
    for text, places in same.items():
        at_page_ends = sum(_at_page_end(lines, at, found) for at in places)
        titled = any(word in text.casefold() for word in title_words)
        if len(places) >= 3 and (titled or (at_page_ends * 2 > len(places) and not any(lines[at].continues for at in places))):
            found.update(places)
    return _mended(lines, found), [lines[at] for at in sorted(found)]


def _rises(texts: list[str]) -> bool:
    numbers = [int(match.group()) for text in texts if (match := _NUMBER.search(text))]
    if len(set(numbers)) != len(numbers):
        last = [int(_NUMBER.findall(text)[-1]) for text in texts]
        numbers = last if len(set(numbers)) == 1 else numbers
    return all(before < after for before, after in pairwise(numbers))


def _at_page_end(lines: list[Line], at: int, furniture: set[int]) -> bool:
    """Next to a page number or a page break: the only places where a repeated line without a number can be furniture."""
    near = [other for other in (at - 2, at - 1, at + 1, at + 2) if 0 <= other < len(lines)]
    pages = {place.page for other in (at - 1, at, at + 1) if 0 <= other < len(lines) and (place := lines[other].provenance) and place.page}
    return len(pages) > 1 or any(other in furniture for other in near)


def _mended(lines: list[Line], furniture: set[int]) -> list[Line]:
    kept: list[Line] = []
    cut = False
    for at, line in enumerate(lines):
        if at in furniture:
            cut = bool(kept)
            continue
        goes_on = cut and line.kind is BlockKind.PARAGRAPH and line.plain[:1].islower() and kept[-1].kind is not BlockKind.TABLE
        kept.append(replace(line, continues=True) if goes_on and not kept[-1].plain.endswith((".", ":")) else line)
        cut = False
    return kept
