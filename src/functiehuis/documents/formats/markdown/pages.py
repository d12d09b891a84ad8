"""Lines of a text file with their place; which of them are printed on every page; and how wide the text was set."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from functiehuis.documents.formats.markdown.signs import HEADING, bullet, is_page_number

_NUMBER = re.compile(r"\d+")
_LONGEST_PAGE_LINE = 100
_FEWEST_LINES = 6  # on a page
_WIDEST = 130
_NARROWEST = 30
_MOST_BLANKS = 2  # in a row: more say nothing more


@dataclass(slots=True)
class SourceLine:
    """A line without white space at its ends. ``joins``: it goes on with the sentence that a page end cut in two.

    ``raw`` has the white space at its ends: a tab there stands for an empty cell of a table.
    """

    number: int
    page: int | None
    indent: int
    text: str
    joins: bool = False
    raw: str = ""


def source_lines(raw: Sequence[str]) -> list[SourceLine]:
    """The lines, split at form feeds, which count pages where there are any."""
    return list(_split(raw, paged=any("\f" in line for line in raw)))


def _split(raw: Sequence[str], *, paged: bool) -> Iterator[SourceLine]:
    page, blanks = 1, 0
    for number, line in enumerate(raw, 1):
        for at, piece in enumerate(line.split("\f")):
            page += at > 0
            text = piece.strip()
            blanks = 0 if text else blanks + 1
            if blanks > _MOST_BLANKS:
                continue
            indent = len((piece[: len(piece) - len(piece.lstrip())]).expandtabs(4)) if text else 0
            yield SourceLine(number, page if paged else None, indent, text, raw=piece)


def set_width(lines: Sequence[SourceLine]) -> int:
    """The width at which lines were broken, 0 when they were not: then the first word of a next line would not have fitted on the line before."""
    lengths = sorted(len(line.text) + line.indent for line in lines if line.text and "\t" not in line.text and "|" not in line.text)
    width = lengths[int(len(lengths) * 0.995)] if lengths else 0
    if not _NARROWEST < width <= _WIDEST:
        return 0
    broken = whole = 0
    for before, line in pairwise(lines):
        if not before.text or not line.text or "\t" in line.text or bullet(line.text, tight=False) or HEADING.match(line.text):
            continue
        fits = fits_on(before, line, width - 2)
        broken, whole = broken + (not fits), whole + (fits and not line.text[0].islower())
    return width if broken >= 3 and broken > whole / 3 else 0


def fits_on(before: SourceLine, line: SourceLine, width: int) -> bool:
    """Would the first word of a line have fitted on the line before it?"""
    return before.indent + len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) <= width


def page_lines(lines: Sequence[SourceLine]) -> set[int]:
    """The lines that look printed on every page: equal but for a number that rises, or equal and next to such a line or a page end."""
    numbered: dict[str, list[int]] = defaultdict(list)
    same: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if not line.text or len(line.text) > _LONGEST_PAGE_LINE or bullet(line.text) or HEADING.match(line.text):
            continue
        if _NUMBER.search(line.text):
            numbered[_NUMBER.sub("#", line.text)].append(at)
        else:
            same[line.text].append(at)
    found: set[int] = set()
    for places in numbered.values():
        apart = (lines[places[-1]].number - lines[places[0]].number) / max(1, len(places) - 1)
        if len(places) >= 3 and apart >= _FEWEST_LINES and _rises([lines[at].text for at in places]):
            found.update(places)
    ends = {at for at in range(1, len(lines)) if lines[at].page != lines[at - 1].page}
    filled = _neighbours(lines)
    edge = {*found, *(other for at in ends for other in (filled[at][0], at if lines[at].text else filled[at][1]))}
    for places in same.values():
        if len(places) >= 3 and sum(at in edge or not edge.isdisjoint(filled[at]) for at in places) * 2 > len(places):
            found.update(places)
    return found


def _rises(texts: Sequence[str]) -> bool:
    rows = [[int(number) for number in _NUMBER.findall(text)] for text in texts]
    return any(all(before < after for before, after in pairwise(column)) for column in zip(*rows, strict=True))


def _neighbours(lines: Sequence[SourceLine]) -> list[tuple[int, int]]:
    """Per line the filled line before it and the one after it (-1 where there is none)."""
    before, after = [-1] * len(lines), [-1] * len(lines)
    last = -1
    for at, line in enumerate(lines):
        before[at] = last
        last = at if line.text else last
    last = -1
    for at in range(len(lines) - 1, -1, -1):
        after[at] = last
        last = at if lines[at].text else last
    return list(zip(before, after, strict=True))


def mended(lines: Sequence[SourceLine], printed: set[int], width: int) -> list[SourceLine]:
    """The lines, with what is printed between two pages moved behind the sentence that it cut in two."""
    kept: list[SourceLine] = []
    held: list[SourceLine] = []
    at = end = 0
    while at < len(lines):
        turned = False
        if at >= end:
            end, turned = _page_end(lines, printed, at)
        if turned and kept and end < len(lines) and _cut(kept, lines[end], width):
            held += [line for line in lines[at:end] if line.text]
            kept.append(lines[end])
            lines[end].joins = True
            at = end + 1
            continue
        line = lines[at]
        if held and (not line.text or not width or bullet(line.text) or not line.text[0].islower()):
            kept += [SourceLine(line.number, line.page, 0, ""), *held, SourceLine(line.number, line.page, 0, "")]
            held = []
        kept.append(line)
        at += 1
    return [*kept, *held]


def _page_end(lines: Sequence[SourceLine], printed: set[int], at: int) -> tuple[int, bool]:
    """Where the blank lines and page lines that start here end, and whether there is a page line or page end among them."""
    end, turned = at, at in printed
    while end < len(lines) and (end in printed or not lines[end].text):
        turned = turned or end in printed or (end > 0 and lines[end].page != lines[end - 1].page)
        end += 1
    return end, turned and end > at


def _cut(kept: Sequence[SourceLine], line: SourceLine, width: int) -> bool:
    """Does a line go on with the sentence that was last?"""
    last = next((other for other in reversed(kept[-2:]) if other.text), None)
    if last is None or last.text.endswith((".", ":", ";", "?", "!")) or bullet(line.text) or is_page_number(line.text) or "\t" in last.text + line.text:
        return False
    if not width:
        return line.text[0].islower() and bullet(last.text) is not None
    return line.text[0].islower() or (not fits_on(last, line, width) and last.indent == line.indent)
