"""Running headers, footers and page numbers: what is printed on every page and belongs to none.

The rule. A line is furniture when all of this holds:
- it stands in the outer eighth of the page, at its top or bottom edge, with no body text further out;
- its text, with every digit run equal, stands at the same height on at least three pages (on two in a document of up to four pages),
  or so does its beginning (a header that ends with the name of the chapter),
  or it is nothing but a page number that counts on with the pages (a page number may stand alone in a document of one page);
- over all pages, most of what is printed at that height is such repeated text: where ordinary lines begin too, nothing is taken out, so that
  the same first heading on every other page stays;
- it is set apart from the body: the gap to the next line is wide (twice the line step or more), or its letters are clearly smaller.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from functiehuis.documents.formats.pdf.lines import Line

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^[-–—\s]*(?:pagina|blad|page|p\.)?\s*(\d{1,4}|[ivxl]{1,6})\s*(?:(?:van|of|/)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
_BAND = 0.125
_DEEPEST = 4
_BEGINNING = 24
"""How many characters of a line are its beginning."""


@dataclass(slots=True)
class PageLines:
    """The lines of a page in reading order, by region, and how high the page is."""

    number: int
    height: float
    regions: list[list[Line]]


def take_out(pages: list[PageLines], step: float, body: float) -> list[Line]:
    """Remove the furniture from the pages and return it, in page order. ``step`` and ``body``: usual line step and letter size."""
    taken: list[Line] = []
    for edge in (_from_top, _from_bottom):
        for _ in range(_DEEPEST):
            outer = [(page, line) for page in pages if (line := edge(page)) is not None]
            found = _furniture(outer, pages, edge, step, body)
            for page, line in found:
                for region in page.regions:
                    region[:] = [other for other in region if other is not line]
            taken.extend(line for _, line in found)
            if not found:
                break
    return sorted(taken, key=lambda line: (line.page, line.number))


def _from_top(page: PageLines) -> Line | None:
    line = max((line for region in page.regions for line in region), key=lambda line: line.base, default=None)
    return line if line is not None and line.base > (1 - _BAND) * page.height else None


def _from_bottom(page: PageLines) -> Line | None:
    line = min((line for region in page.regions for line in region), key=lambda line: line.base, default=None)
    return line if line is not None and line.base < _BAND * page.height else None


def _furniture(
    outer: list[tuple[PageLines, Line]], pages: list[PageLines], edge: Callable[[PageLines], Line | None], step: float, body: float
) -> list[tuple[PageLines, Line]]:
    bands: dict[int, list[tuple[PageLines, Line]]] = defaultdict(list)
    for page, line in outer:
        distance = page.height - line.base if edge is _from_top else line.base
        home = next((key for key in bands if abs(key - distance) <= 3), round(distance))
        bands[home].append((page, line))
    found = []
    for band in bands.values():
        texts = Counter(_signature(line) for _, line in band)
        starts = Counter(_signature(line)[:_BEGINNING] for _, line in band)
        needed = 2 if len(pages) <= 4 else 3
        repeated = [
            (page, line)
            for page, line in band
            if texts[signature := _signature(line)] >= needed
            or (len(signature) > _BEGINNING and starts[signature[:_BEGINNING]] >= max(needed, 3))
            or _counts_on(band, page, line)
        ]
        votes = [vote for page, line in repeated if (vote := _apart(page, line, step, body)) is not None]
        decided = 2 * sum(votes) > len(votes) or (not votes and all(_PAGE_NUMBER.match(line.printed) for _, line in repeated))
        if len(repeated) >= 0.7 * len(band) and decided:
            found += repeated
    return found


def _signature(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.printed.split())).casefold()


def _counts_on(band: list[tuple[PageLines, Line]], page: PageLines, line: Line) -> bool:
    """A bare page number that differs from its page as much as the others do; roman ones count as they are."""
    number = _PAGE_NUMBER.match(line.printed)
    if number is None:
        return False
    if not number[1].isdigit():
        return len(band) > 1 or page.number > 1
    shift = int(number[1]) - page.number
    others = [int(other[1]) - at.number for at, text in band if (other := _PAGE_NUMBER.match(text.printed)) is not None and other[1].isdigit()]
    return others.count(shift) >= 2 or len(others) == 1


def _apart(page: PageLines, line: Line, step: float, body: float) -> bool | None:
    """Among the outermost lines, and between those and the body wide white space or a step to larger letters; None on a page with nothing else."""
    lines = sorted((other for region in page.regions for other in region), key=lambda other: abs(other.base - line.base))
    inward = 1 if line.base < page.height / 2 else -1
    here = line
    for _ in range(_DEEPEST):
        inner = [other for other in lines if (other.base - here.base) * inward > 0.5]
        if not inner:
            return None
        following = min(inner, key=lambda other: abs(other.base - here.base))
        gap = abs(following.base - here.base)
        if gap >= 2 * step or (here.size <= 0.92 * body and following.size > here.size and gap >= 1.3 * step):
            return True
        here = following
        if not (here.base < _BAND * page.height or here.base > (1 - _BAND) * page.height):
            return False
    return False
