"""The front matter: cover, table of contents, colophon, and definitions that stand before the descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from functiehuis.authoring.books.contents import Tables, entry_of_line
from functiehuis.authoring.books.drafts import NamedText
from functiehuis.authoring.books.headings import Heading
from functiehuis.authoring.books.lines import Line
from functiehuis.documents.document import BlockKind
from functiehuis.model.book import BookStatus, Organisation
from functiehuis.model.function import Part
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText

_COVER_LINES = 14
_DATE = re.compile(r"(?:versie|datum|d\.d\.|vastgesteld|concept)?\s*:?\s*(?:\d{1,2}[ -/]\w+[ -/]\d{4}|\d{4}|v?\d+\.\d+).*", re.IGNORECASE)
_CHAPTER = re.compile(r"(?:artikel|hoofdstuk|paragraaf)\s+\d", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z&.-]{2,8}")


@dataclass(slots=True)
class Front:
    """What stands before the first description."""

    title: str = ""
    organisation: Organisation = field(default_factory=lambda: Organisation(""))
    status: BookStatus = BookStatus.DRAFT
    colophon: list[RichText] = field(default_factory=list)
    series: list[NamedText] = field(default_factory=list)
    groups: list[NamedText] = field(default_factory=list)
    leftovers: list[Line] = field(default_factory=list)


def read_front(lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem, tables: Tables) -> Front:
    """Read the front matter; rows of a table of contents without a table go to ``tables``."""
    front = Front()
    end = _cover_end(lines, headings, system)
    rest = [(line, heading) for line, heading in zip(lines, headings, strict=True)]
    _cover([line for line, _ in rest[:end]], system, front)
    front.status = _status(lines, system)
    names = {_key(front.organisation.name), _key(front.title), _key(front.organisation.abbreviation or "")}
    listing, named = False, None
    for at, (line, heading) in enumerate(rest[end:], end):
        if listing and _names_columns(line, system):
            continue
        if listing and (heading is None or heading.part is Part.MODULE) and (entry := entry_of_line(line, system)):
            tables.contents.append(entry)
        elif heading is not None and heading.part in (Part.SERIES, Part.GROUP):
            named = NamedText(heading.value.text, [heading.body] if heading.body else [], line.text.collapsed())
            (front.series if heading.part is Part.SERIES else front.groups).append(named)
        elif heading is not None:
            listing, named = heading.part is Part.CONTENTS, None
            if heading.part not in (Part.CONTENTS, Part.CONVERSION, Part.COLOPHON, Part.DESCRIPTION):
                front.leftovers.append(line)
        elif line.kind is BlockKind.TABLE:
            listing, named = False, None
        elif named is not None and line.kind is not BlockKind.ITEM:
            named.parts.append(line.text.collapsed())
        elif _leads_contents(rest, at, system):
            listing = True
        elif _key(line.plain) in names:
            continue
        elif _is_colophon(line, system):
            front.colophon.append(line.text.collapsed())
        else:
            front.leftovers.append(line)
    return front


def _cover_end(lines: Sequence[Line], headings: Sequence[Heading | None], system: BookSystem) -> int:
    """The cover ends at the first heading, table, bullet, sentence, or chapter such as an introduction."""
    for at, line in enumerate(lines):
        if line.plain.casefold().strip(" .:0123456789") in system.foreword_words or _CHAPTER.match(line.plain):
            return at
        if at >= _COVER_LINES or headings[at] is not None or line.kind in (BlockKind.TABLE, BlockKind.ITEM):
            return at
        if line.plain.endswith(":") or len(line.plain) > 90 or (line.plain.endswith(".") and len(line.plain.split()) > 6):
            return at
    return len(lines)


def _cover(lines: list[Line], system: BookSystem, front: Front) -> None:
    titled = [at for at, line in enumerate(lines) if any(word in line.plain.casefold() for word in system.title_words)]
    # A regulation has a title of its own above that of the book in its appendix.
    title = titled[-1] if titled else None
    names: list[str] = []
    for at, line in enumerate(lines):
        text = " ".join(line.plain.split())
        if at == title:
            front.title = text
        elif _ABBREVIATION.fullmatch(text) and front.organisation.abbreviation is None:
            front.organisation = Organisation(front.organisation.name, text)
        elif _is_status(text, system):
            continue
        elif _DATE.fullmatch(text) or _status_of(text, system) or text.casefold().split()[0] in system.appendix_words:
            front.leftovers.append(line)
        elif (title is None or at < title or not names) and len(text) > 2 and at not in titled:
            names.append(text)
        else:
            front.leftovers.append(line)
    name, abbreviation = " ".join(names), front.organisation.abbreviation
    bracketed = re.search(r"\s*\((?P<short>[^()\s]{2,10})\)$", name)
    if bracketed and abbreviation is None:
        name, abbreviation = name[: bracketed.start()], bracketed["short"]
    if not name and title is not None:
        name = _name_in_title(front.title, system)
    front.organisation = Organisation(name, abbreviation)


def _name_in_title(title: str, system: BookSystem) -> str:
    """``Functieboek gemeente Duindorp`` names its organisation itself."""
    named = re.split(r"\s[–—-]\s|[,;:]|\s(?:19|20)\d\d\b", title, maxsplit=1)[0]
    words = [word for word in named.split() if not any(word.casefold().startswith(known) for known in (*system.title_words, *_statuses(system)))]
    return " ".join(word for word in words if word not in system.signs and word.casefold() not in ("van", "voor", "de", "het") and not word.isdigit())


def _statuses(system: BookSystem) -> tuple[str, ...]:
    return tuple(word for words in system.status_words.values() for word in words)


def _status_of(text: str, system: BookSystem) -> BookStatus | None:
    words = set(re.findall(r"\w+", text.casefold()))
    if words & {"niet", "nog"}:
        words -= set(system.status_words.get(BookStatus.ADOPTED.value, ()))
    for status, signs in system.status_words.items():
        if words & set(signs):
            return BookStatus(status)
    return None


def _is_status(text: str, system: BookSystem) -> bool:
    """``Concept`` or ``Status: vastgesteld``, and no more than that."""
    return text.casefold().removeprefix("status").strip(" :") in _statuses(system)


def _status(lines: Sequence[Line], system: BookSystem) -> BookStatus:
    """As the cover says; a book that says nothing is a draft."""
    for line in lines[:_COVER_LINES]:
        found = _status_of(line.plain, system) if len(line.plain) < 120 else None
        if found:
            return found
    return BookStatus.DRAFT


def _leads_contents(rest: Sequence[tuple[Line, Heading | None]], at: int, system: BookSystem) -> bool:
    line = rest[at][0]
    heading_after = rest[at + 1][1] if at + 1 < len(rest) else None
    before_table = at + 1 < len(rest) and rest[at + 1][0].kind is BlockKind.TABLE
    before_entry = at + 1 < len(rest) and entry_of_line(rest[at + 1][0], system) is not None and entry_of_line(line, system) is None
    lead = any(word in line.plain.casefold() for word in system.contents_leads)
    if lead and heading_after is not None and heading_after.part is Part.CONTENTS:
        return True
    return (before_table and (lead or line.plain.endswith(":") or line.emphasised)) or (before_entry and (lead or line.plain.endswith(":")))


def _names_columns(line: Line, system: BookSystem) -> bool:
    """A row with names of columns and nothing else."""
    rest = f" {line.plain.casefold()} "
    for word in sorted((word for words in system.columns.values() for word in words), key=len, reverse=True):
        rest = rest.replace(f" {word.casefold()} ", "  ")
    return not rest.strip()


def _is_colophon(line: Line, system: BookSystem) -> bool:
    text = line.plain.casefold()
    return line.kind is BlockKind.PARAGRAPH and sum(word.casefold() in text for word in system.colophon_words) >= 2


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
