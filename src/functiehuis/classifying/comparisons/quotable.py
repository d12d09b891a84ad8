"""What of a description may stand as a quotation: a task or a proof, never a heading, and as little as can be of who the person is.

In: the text and its statements. Out: yes or no, or the span without the person. Refuses nothing.
"""

from __future__ import annotations

import re

from functiehuis.model.description import Statement

_HEADING_WORDS = 8
_END = (".", ";", ",", "!", "?")
_BULLET = re.compile(r"\s*(?:[-–—•*▪◦·●○►>+]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_TITLE = re.compile(
    r"^\W*(?:functie\w*|vacature\w*|profiel|taak\w*|taken|hoofdtaken|werkzaamheden|resultaatgebied\w*|doel|kern|wat (?:ga )?(?:je|jij) doe[nt]|wat doet)\b"
    r"[^.;,]*:?$",
    re.IGNORECASE,
)
_AGE = r"\d{2}(?:\s+jaar)?(?:\s+(?:oud|jong))?"
_WHO = r"(?:[Mm]evrouw|[Mm]eneer|[Mm]w\.?|[Dd]hr\.?|[Dd]e heer)?\s*[A-ZÀ-Ý][\w'’-]*(?:\s+(?:van|de|der|den|el|ten|ter)|\s+[A-ZÀ-Ý][\w'’-]*)*"
_PERSON_FIRST = re.compile(rf"^{_WHO}\s+(?:is|wordt|werd)\s+(?:nu\s+|inmiddels\s+)?{_AGE}\s*,?\s+(?:en|maar|die)\s+")
_PLAIN_SUBJECTS = (
    "Het|De|Dit|Dat|Er|Deze|Een|Hij|Zij|Ze|Je|Jij|U|Ik|Wij|We|Wie|Wat|Ook|Iedereen|Daarnaast|Daarbij|Verder|Alles|Soms|Werk|Taak|Hoofdtaak|Kern|Doel|Dagelijks"
)
_PERSONAL = re.compile(
    rf"\b{_AGE}\s+(?:oud|jong)\b|\b(?:is|wordt|werd)\s+(?:nu\s+|inmiddels\s+)?\d{{2}}\s+jaar\b|\b[Gg]eboren\b|\b[Ss]chaal\s+\d"
    r"|\b(?:[Mm]evrouw|[Mm]eneer|[Mm]w\.|[Dd]hr\.|[Dd]e heer)\s|\b[Cc]ollega(?:'s)?\s+[A-ZÀ-Ý][a-zà-ÿ]+"
    rf"|^(?!(?:{_PLAIN_SUBJECTS})\s)[A-ZÀ-Ý][a-zà-ÿ]+\s+(?:is|doet|werkt|zit|heeft|krijgt|kan|mag|moet|wordt)\s"
)


def is_heading(text: str, statement: Statement) -> bool:
    """Whether a statement is a heading or a title: a short line of its own without an end, above what it announces."""
    start, end = statement.span
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    line = text[line_start:line_end].strip()
    if "\n" in text[start:end] or len(line.split()) > _HEADING_WORDS or len(line) > end - start + 3 or line.endswith(_END):
        return False
    if line.startswith("#") or line.endswith(":"):
        return True
    following = text[line_end + 1 :]
    if _BULLET.match(text[line_start:line_end] + " ") or not following.strip():
        return False
    below = following.lstrip("\n").split("\n", 1)[0].rstrip()
    announces = following.startswith("\n") or bool(_BULLET.match(below)) or below.endswith((".", ":"))
    return bool(_TITLE.match(line)) or (announces and (not text[:line_start].strip() or text[:line_start].endswith("\n\n") or bool(_BULLET.match(below))))


def is_personal(said: str) -> bool:
    """Whether words tell who somebody is (age, name, scale) beside what they do."""
    return bool(_PERSONAL.search(said))


def without_person(said: str) -> int:
    """Where the words about the work begin, behind a clause that only tells who somebody is; 0 when there is none, or nothing of weight behind it."""
    found = _PERSON_FIRST.match(said)
    return found.end() if found and len(said[found.end() :].split()) > 2 else 0
