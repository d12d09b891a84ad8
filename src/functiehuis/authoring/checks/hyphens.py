"""Slips with hyphens: spaces after one, dashes in its place, and one that is missing or too many in ``beleids- en beheersplan``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functiehuis.authoring.checks.signs import Slip
from functiehuis.language.spelling import Speller

_LETTER = r"[^\W\d_]"
_LINKS = r"en|of|en/of|als|dan|c\.q\.|t/m|tot|naar|maar|én|óf|noch|respectievelijk|resp\."
_SPACED = re.compile(rf"(?<![\w-])(?:{_LETTER}{{2,}})- (?!(?:{_LINKS})(?![\w-])|[\w()]+-(?!\w))({_LETTER}{{3,}})")
_SPACE_BEFORE = re.compile(rf"(?<![\w-])(?P<first>{_LETTER}{{2,}}) -{_LETTER}{{3,}}(?![\w-]*-(?!\w))")
_BEFORE_HYPHEN = {"en", "of", "als", "dan", "respectievelijk", "noch"}
_GLUED = re.compile(rf"(?<=\s)[–—]({_LETTER}[\w-]*)|(?<=\w)[–—](?={_LETTER})|({_LETTER}[\w-]*)[–—](?= (?:en|of) )")
_MISSING = re.compile(rf"(?:{_LETTER}+-, )+(?P<bare>{_LETTER}{{3,}}),? (?:en|of|en/of) (?P<last>{_LETTER}{{6,}})")
_ADJECTIVE = re.compile(rf"(?<![\w-])(?P<first>{_LETTER}{{3,}}(?:lijk|isch|eel|aal|ief|air))- (?P<link>en|of|en/of) (?P<last>{_LETTER}{{4,}})")


def hyphen_slips(text: str, speller: Speller) -> Iterator[Slip]:
    """The slips with hyphens in a text, each with the words around it."""
    for found in _SPACED.finditer(text):
        joined = found.group().replace("- ", "-")
        yield Slip("spatie na streepje", found.span(), "Na het koppelteken staat een spatie te veel.", joined)
    for found in _SPACE_BEFORE.finditer(text):
        if found["first"].casefold() not in _BEFORE_HYPHEN:
            yield Slip("spatie voor streepje", found.span(), "Voor het koppelteken staat een spatie te veel.", found.group().replace(" -", "-"))
    for found in _GLUED.finditer(text):
        yield _dash(text, found)
    for found in _MISSING.finditer(text):
        bare = found["bare"]
        if not bare.endswith("e") and _ends_like(bare, found["last"], speller):
            start, end = found.span("bare")
            right = f"{text[found.start() : start]}{bare}-{text[end : found.end()]}"
            yield Slip("streepje vergeten", found.span(), f"Achter '{bare}' ontbreekt een streepje: het is een deel van een langer woord.", right)
    for found in _ADJECTIVE.finditer(text):
        if not any(speller.listed(found["first"] + found["last"][at:]) for at in range(3, len(found["last"]) - 3)):
            right = f"{found['first']} {found['link']} {found['last']}"
            explanation = f"Het streepje na '{found['first']}' hoort er niet: dat woord is hier geen deel van een samenstelling."
            yield Slip("streepje te veel", found.span(), explanation, right)


def _dash(text: str, found: re.Match[str]) -> Slip:
    start, end = found.span()
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    if text[found.start()] in "–—" and found.start() == start:
        before = re.search(r"\S+ \S+ $", text[:start])
        start = before.start() if before else start
    return Slip("lang streepje", (start, end), "Hier staat een lang streepje in plaats van een koppelteken.", re.sub(r"[–—]", "-", text[start:end]))


def _ends_like(first: str, last: str, speller: Speller) -> bool:
    """Whether a word makes a known compound with the end of another: netwerk with applicatiebeheer gives netwerkbeheer."""
    for at in range(3, len(last) - 3):
        head = last[at:]
        start = last[:at]
        if speller.listed(head) and (speller.listed(start) or (start.endswith("s") and speller.listed(start[:-1]))):
            joined = first.casefold() + head.casefold()
            if speller.listed(joined) or speller.is_compound(joined):
                return True
    return False
