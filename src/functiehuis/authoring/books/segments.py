"""Where each description begins: cut the lines of a book into the front matter, descriptions and modules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from functiehuis.authoring.books.headings import Heading, read_code
from functiehuis.authoring.books.lines import Line
from functiehuis.documents.document import BlockKind
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem

_BODY = frozenset({Part.CHARACTERISTICS, Part.TASKS, Part.RESULT_AREA})
_OPENING = frozenset({Part.NAME, Part.CODE})
_LOOK_AHEAD = 8


class SegmentKind(StrEnum):
    """What a segment holds."""

    FRONT = "voorwerk"
    FUNCTION = "functie"
    MODULE = "module"


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines ``start`` up to ``end`` (exclusive). ``title``: the line that is a heading with the name of the function, with its code or without."""

    kind: SegmentKind
    start: int
    end: int
    title: int | None = None


@dataclass(slots=True)
class _Anchor:
    """The first and last line that name one function."""

    first: int
    last: int
    parts: set[Part]
    titled: bool = False


def segments(lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem) -> list[Segment]:
    """The segments, in order, without gaps."""
    starts: dict[int, tuple[SegmentKind, int | None]] = {}
    previous = 0
    series_first = _series_comes_first(headings)
    for anchor in _anchors(lines, headings, system):
        title = anchor.first if anchor.titled else None
        if Part.NAME not in anchor.parts and anchor.first > previous and _may_be_name(lines, headings, anchor.first - 1):
            title = anchor.first - 1
        if title is None and anchor.first > previous and _same_name(lines, headings, anchor.first):
            title = anchor.first - 1
        nameless = title is None and Part.NAME not in anchor.parts
        start = _start(headings, anchor.first if title is None else title, previous, series_first, nameless=nameless)
        starts[start] = (SegmentKind.FUNCTION, title)
        previous = anchor.last + 1
    for start in _nameless(headings, set(starts)):
        starts[start] = (SegmentKind.FUNCTION, None)
    first = min(starts, default=0)
    for start in _modules(lines, headings, system):
        # Above the first description it is a row of the contents.
        if start > first:
            starts[start] = (SegmentKind.MODULE, None)
    edges = sorted(starts)
    found = [Segment(SegmentKind.FRONT, 0, edges[0] if edges else len(lines))]
    for start, end in zip(edges, [*edges[1:], len(lines)], strict=False):
        kind, title = starts[start]
        found.append(Segment(kind, start, end, title))
    return found


def _anchors(lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem) -> list[_Anchor]:
    found: list[_Anchor] = []
    for at, heading in enumerate(headings):
        named = heading is not None and heading.part is Part.DESCRIPTION and bool(heading.value) and not _follows(headings, at, _OPENING)
        if heading is not None and (heading.part in _OPENING or named):
            part = Part.NAME if named else heading.part
            last = found[-1] if found else None
            if last is not None and part not in last.parts and at - last.last <= _LOOK_AHEAD and not _between(headings, last.last, at, _BODY):
                last.last, last.parts = at, last.parts | {part}
            else:
                found.append(_Anchor(at, at, {part}))
        elif heading is None and _titled(lines, headings, at, system) and not (found and at - found[-1].last <= 1):
            found.append(_Anchor(at, at, {Part.NAME, Part.CODE}, titled=True))
    found = found or [_Anchor(at, at, {Part.NAME}, titled=True) for at in range(len(lines)) if _heads_a_description(lines, headings, at)]
    return [anchor for at, anchor in enumerate(found) if _described(headings, anchor, found[at + 1].first if at + 1 < len(found) else len(lines))]


def _described(headings: Sequence[Heading | None], anchor: _Anchor, end: int) -> bool:
    """A name or code opens a description only when it has both, or something of a description follows."""
    if len(anchor.parts) > 1 and not anchor.titled:
        return True
    return any(heading is not None and heading.part in _BODY | {Part.SERIES, Part.GROUP} for heading in headings[anchor.last + 1 : end])


def _titled(lines: Sequence[Line], headings: Sequence[Heading | None], at: int, system: BookSystem) -> bool:
    """Is this line a heading such as ``Adviseur III (N03.01.06)``, with a description below it?"""
    line = lines[at]
    if line.kind in (BlockKind.ITEM, BlockKind.TABLE) or len(line.plain) > 120 or not system.code.search(line.plain):
        return False
    code, _ = read_code(line.plain, system.code)
    rest = line.plain.replace(code or "", "").strip(" -–—()\t:.")
    return bool(rest) and rest[0].isupper() and _follows(headings, at, _BODY | {Part.SERIES, Part.GROUP, Part.SCALE, Part.LEVEL})


def _may_be_name(lines: Sequence[Line], headings: Sequence[Heading | None], at: int) -> bool:
    """A short line of its own above the code: the name of the function."""
    line = lines[at]
    plain = line.plain
    return headings[at] is None and line.kind not in (BlockKind.ITEM, BlockKind.TABLE) and len(plain) <= 80 and plain[0].isupper() and plain[-1] not in ".:,;"


def _same_name(lines: Sequence[Line], headings: Sequence[Heading | None], at: int) -> bool:
    """Does the line above the label with the name say the same name, as a title?"""
    heading, above = headings[at], lines[at - 1]
    if heading is None or heading.part is not Part.NAME or headings[at - 1] is not None or above.kind in (BlockKind.ITEM, BlockKind.TABLE):
        return False
    below = lines[at + 1].plain if at + 1 < len(lines) and headings[at + 1] is None else ""
    name = " ".join((heading.value.text or below).split())
    return bool(name) and " ".join(above.plain.split()) == name


def _heads_a_description(lines: Sequence[Line], headings: Sequence[Heading | None], at: int) -> bool:
    """In a book without codes and labels: a heading with a body right below it, which can only be the name of a function."""
    line = lines[at]
    return (
        line.emphasised and _may_be_name(lines, headings, at) and any(_is_part(other, _BODY | {Part.SERIES, Part.GROUP}) for other in headings[at + 1 : at + 3])
    )


def _is_part(heading: Heading | None, parts: frozenset[Part]) -> bool:
    return heading is not None and heading.part in parts


def _follows(headings: Sequence[Heading | None], at: int, parts: frozenset[Part]) -> bool:
    return any(heading is not None and heading.part in parts for heading in headings[at + 1 : at + 1 + _LOOK_AHEAD])


def _between(headings: Sequence[Heading | None], start: int, end: int, parts: frozenset[Part]) -> bool:
    return any(heading is not None and heading.part in parts for heading in headings[start + 1 : end])


def _series_comes_first(headings: Sequence[Heading | None]) -> bool:
    """Does this book print the series above the name?"""
    order = [heading.part for heading in headings if heading is not None and heading.part in (Part.SERIES, Part.NAME, Part.CHARACTERISTICS)]
    above = sum(before is Part.SERIES and after is Part.NAME for before, after in pairwise(order))
    below = sum(before is Part.NAME and after is Part.SERIES for before, after in pairwise(order))
    return above > below


def _start(headings: Sequence[Heading | None], first: int, previous: int, series_first: bool, *, nameless: bool) -> int:
    """The first line of the description that is named at ``first``; without a name a module may be named just above it."""
    start = first
    for at in range(first - 1, previous - 1, -1):
        heading = headings[at]
        if heading is None:
            continue
        if heading.part is Part.DESCRIPTION and sum(other is None for other in headings[at:first]) <= 1:
            return at
        if nameless and at == first - 1 and heading.part is Part.MODULE and heading.value:
            start = at
            continue
        if heading.part in _BODY or heading.part in (Part.MODULE, Part.MODULE_NAME, Part.MODULE_TASKS):
            break
        if series_first and heading.part in (Part.SERIES, Part.GROUP, Part.LEVEL, Part.SCALE):
            start = at
    return start


def _nameless(headings: Sequence[Heading | None], starts: set[int]) -> list[int]:
    """Headings of descriptions that lost their name and code, but have a body."""
    described = [at for at, heading in enumerate(headings) if heading is not None and heading.part is Part.DESCRIPTION and at not in starts]
    found = []
    for at in described:
        end = next((other for other in range(at + 1, len(headings)) if other in starts or _is(headings[other], Part.DESCRIPTION)), len(headings))
        if _between(headings, at, end, _BODY):
            found.append(at)
    return found


def _is(heading: Heading | None, part: Part) -> bool:
    return heading is not None and heading.part is part


def _modules(lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem) -> list[int]:
    """Where the modules begin: at their name, or at the heading just above it; or at a heading ``Module Coördinatie`` with tasks below it."""
    found = []
    for at, heading in enumerate(headings):
        if heading is None:
            continue
        if heading.part is Part.MODULE_NAME:
            above = next((other for other in range(at - 1, max(at - 4, -1), -1) if headings[other] is not None), None)
            found.append(above if above is not None and _is(headings[above], Part.MODULE) and _is_module_title(headings[above], system) else at)
        elif heading.part is Part.MODULE and heading.value and not _is_module_title(heading, system):
            near = headings[at + 1 : at + 4]
            tasks = any(_is(other, Part.MODULE_TASKS) for other in near) and not any(_is(other, Part.MODULE_NAME) for other in near)
            listed = at + 1 < len(lines) and lines[at + 1].kind is BlockKind.ITEM
            if tasks or listed:
                found.append(at)
    return found


def _is_module_title(heading: Heading | None, system: BookSystem) -> bool:
    """``Module`` alone, or with the name of the system behind it: a title above the label with the name."""
    return heading is not None and (not heading.value or heading.value.text.casefold() in {sign.casefold() for sign in (*system.signs, system.name)})
