"""A system of function valuation, described in data: the names of the parts, the grammar of codes and the words of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from functiehuis.model.function import Part


@dataclass(frozen=True, slots=True)
class CodeGrammar:
    """How codes look.

    ``pattern`` is a regular expression with the named groups ``reeks`` and ``groep``; ``series`` and ``group`` are format strings over those names that
    give the code of the series and of the group, e.g. ``"N{reeks}.{groep}"``. ``example`` shows one code.
    """

    pattern: str
    series: str
    group: str
    example: str

    def match(self, text: str) -> re.Match[str] | None:
        """A code that is the whole text, or None."""
        return re.fullmatch(self.pattern, text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first code inside a text, or None."""
        return re.search(rf"(?<![\w.])(?:{self.pattern})(?![\w.]*\w)", text)

    def series_of(self, code: str | None) -> str | None:
        """The code of the series of a function code; None when the code does not fit the grammar."""
        found = self.match(code or "")
        return self.series.format(**found.groupdict()) if found else None

    def group_of(self, code: str | None) -> str | None:
        """The code of the group of a function code; None when the code does not fit the grammar."""
        found = self.match(code or "")
        return self.group.format(**found.groupdict()) if found else None


@dataclass(frozen=True, slots=True)
class BookSystem:
    """A system such as HR21.

    ``signs``: words that, printed in a book, say it is of this system. ``level``: regular expression for the level that ends a name, named group ``niveau``.
    ``headings`` gives per part the words that may announce it, the standard one first; ``columns`` the same for columns of tables (keys: pagina, naam,
    functiegroep, functiereeks, schaal, code, punten, van, tot). ``required``: parts without which a description is not complete.
    ``added``: sentences by which a part says that a publication added it; the first is written, all are understood.
    """

    name: str
    signs: tuple[str, ...]
    code: CodeGrammar
    level: str
    headings: Mapping[Part, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[Part, ...] = ()
    contents_leads: tuple[str, ...] = ()
    colophon_words: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    foreword_words: tuple[str, ...] = ()
    appendix_words: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    status_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def heading(self, part: Part) -> str:
        """The standard word for a part."""
        return self.headings[part][0]

    def level_of(self, name: str) -> str | None:
        """The level that ends a name ("Adviseur III" gives "III"), or None."""
        found = re.search(rf"\s(?:{self.level})$", name.strip())
        return found["niveau"] if found else None
