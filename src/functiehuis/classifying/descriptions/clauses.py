"""Which part of a statement does a word hold for?

A denial holds for its clause, not for the whole sentence. "Als iemand niet reageert legt hij beslag" ends its first clause where the verb stands before its
subject; "zonder toezicht" and "behalve bezwaren" hold for the words after them only. In: a statement and the place of the word. Out: a span of it.
"""

from __future__ import annotations

import re

from functiehuis.model.text import Span

_CLAUSE = re.compile(r"[,:()–—]|\b(?:maar|want|omdat|zodat|terwijl|doch|echter|tenzij|als|wanneer|indien|zodra|zolang|mits|waar)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:omdat|tenzij|als|wanneer|indien|zodra|zolang|mits|zonder|behalve|in plaats van)\b", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:die|dat|wie)\b", re.IGNORECASE)
# A verb before its subject starts the main clause after a condition.
_TURN = re.compile(
    r"(?<=\s)(?!(?:dat|die|of|wat|als|en|waar|want|omdat|dan|nu|ook|hoe|om|wie|wanneer|indien)\b)[^\W\d]+(?=\s+(?:ik|je|jij|u|hij|zij|ze|we|wij|men)\b)"
)
# These deny what comes after them, as far as the phrase goes.
_FORWARD = re.compile(r"(?:zonder|behalve|in\s+plaats\s+van|met\s+uitzondering\s+van|uitgezonderd)\b", re.IGNORECASE)
_PHRASE = re.compile(r"\s+te\s+\w+en\b|(?<=\w)(?=\s+(?:aan|op|in|voor|met|bij|naar|over|door|uit|tot|en|wel)\s)|[.;!?]")
_REACH = 110  # characters to either side of a denial that it can hold for, in a text without commas


def clause_of(said: str, span: Span) -> Span:
    """The clause of a statement that a span stands in."""
    start, end = 0, len(said)
    for edge in _CLAUSE.finditer(said):
        if edge.end() <= span[0]:
            start = edge.end()
        elif edge.start() >= span[1]:
            end = edge.start()
            break
    return max(start, span[0] - _REACH), min(end, span[1] + _REACH)


def denied_part(said: str, span: Span) -> Span:
    """The part of a statement that a denial at a span holds for."""
    start, end = clause_of(said, span)
    forward = _FORWARD.match(said, span[0])
    if forward:
        start = span[0]
        turn = _TURN.search(said, forward.end(), end)
        phrase = None if turn else _PHRASE.search(said, min(end, forward.end() + 1), end)
        return start, turn.start() if turn else (phrase.end() if phrase else end)
    opening = list(_CONDITION.finditer(said, 0, span[0]))
    if opening and opening[-1].end() >= start:
        return _parted(said, span, (start, end), opening[-1].end())
    which = list(_WHICH.finditer(said, start, span[0]))
    if which and (turn := _TURN.search(said, span[1], end)) and not _TURN.search(said, which[-1].end(), span[0]):
        return which[-1].start(), turn.start()
    return start, end


def _parted(said: str, span: Span, clause: Span, opened: int) -> Span:
    """The condition or the main clause after it, whichever holds the span."""
    start, end = clause
    turns = [turn.start() for turn in _TURN.finditer(said, opened, end)]
    before = [at for at in turns if at < span[0]]
    after = [at for at in turns if at >= span[1]]
    return max(start, before[-1]) if before else start, end if before or not after else after[0]
