"""Is a statement only what the function is called? A title never counts, wherever it stands: above the text, in a line of a form, or as a sentence.

In: a line or statement, and what stands before it. Out: yes or no. Refuses nothing.
"""

from __future__ import annotations

import re

from functiehuis.language.roles import ROLE

_MOST_WORDS = 9
_FORM = r"(?:huidige |oude |naam |gewenste |naam van de |naam )?(?:functie|functienaam|functietitel|titel|rol|vacature|beroep)"
_ABOUT = r"(?:functie|taak|profiel|rol|werk)(?:-?(?:beschrijving|omschrijving|profiel))|generieke functie|vacature(?:tekst)?"
_SIGNS = r"\s*[#*_=>]*\s*"
_LABELLED = re.compile(rf"{_SIGNS}(?:{_FORM}\**\s*:|(?:{_ABOUT})\**(?:\s*[:–-]|\s+(?:van\s+(?:de|een)\s+)?(?={ROLE}\b)))", re.IGNORECASE)
_BARE_LABEL = re.compile(rf"{_SIGNS}(?:{_FORM})\**\s*:?\**\s*", re.IGNORECASE)
_HEADING = re.compile(r"\s*(?:#{1,6}\s+\S|\*\*[^*]+\*\*\s*$|__[^_]+__\s*$)")
_CALLED = re.compile(rf"{_SIGNS}{ROLE}\b(?:\s+(?!(?:van|voor|die|met)\s+(?:de|het)\b)[\w&/,()-]+){{0,5}}\s*[*_=]*\s*", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"(?:de|deze|mijn|jouw|je|onze|zijn|haar)\s+(?:(?:naam|titel)\s+van\s+(?:de|deze|mijn|je)\s+)?(?:functie|functienaam|functietitel|titel|baan)\s+"
    rf"(?:(?:heet|luidt)\b|is\s+(?:de\s+|een\s+|die\s+van\s+)?{ROLE}\b).*"
    rf"|(?:de|een|onze|deze)\s+{ROLE}(?:\s+\w+){{0,3}}\s+(?:doet|verricht|heeft)\s+(?:al\s+)?(?:dit|dat|deze|het)\s+(?:werk|taken|alles)\W*"
    rf"|(?:dit|al dit)\s+(?:werk|alles)\s+(?:wordt\s+)?(?:gedaan|verricht|doet)\s+(?:door\s+)?(?:de|een|onze)\s+{ROLE}\W*"
    rf"|(?:dit|al dit)\s+werk\s+(?:doet|wordt\s+(?:gedaan|verricht)\s+door)\s+(?:de|een|onze)\s+{ROLE}\W*",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|zijn|wordt|worden|heeft|hebben|doet|moet|kan|zal|je|ik|jij|hij|zij|ze|wij|we|u)\b", re.IGNORECASE)


def is_title(said: str, before: str, *, first: bool) -> bool:
    """Whether a statement is a title. ``before`` is the statement before it; ``first``: nothing before it counts."""
    if len(said.split()) > _MOST_WORDS:
        return False
    if _LABELLED.match(said) or _SENTENCE.fullmatch(said) or (before and _BARE_LABEL.fullmatch(before)):
        return True
    return bool(_BARE_LABEL.fullmatch(said)) or (first and is_title_line(said))


def is_title_line(line: str) -> bool:
    """Whether a line above a text looks like its title: a heading, capitals, or a name of a job without a sentence around it."""
    if len(line.split()) > _MOST_WORDS or line.rstrip()[-1:] in ".;?!:,":
        return False
    capitals = line.isupper() and any(char.isalpha() for char in line)
    return bool(_HEADING.match(line)) or capitals or (bool(_CALLED.fullmatch(line)) and not _VERB.search(line))
