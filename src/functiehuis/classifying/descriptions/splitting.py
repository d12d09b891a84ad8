"""Text -> the spans of its statements: list items, sentences, and the parts of a sentence that contrast with each other.

In: any text. Out: spans of characters, in order, without white space, bullets and quotation signs at the ends. Refuses nothing. A wrapped line goes on in the
next one; a line that starts with a bullet or number, or follows a finished sentence, starts anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from functiehuis.classifying.descriptions.titles import is_title_line
from functiehuis.model.text import Span

_BULLET = re.compile(r"\s*(?:[-–—•*▪◦·●○►»>+]+|\(?\d{1,2}[.)]|\(?[a-z]\))\s+", re.IGNORECASE)
_FORM_LABEL = re.compile(r"\s*(?:[A-Z][\w&/' -]{1,40}|\d{1,2}[.)]?\s*[A-Z][\w&/' -]{1,40}):\s*$")
_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)|;(?=\s|$)")
_SHORT_FORMS_TEXT = """
a.d.h.v a.g.v art b.v bijv blz bv c.a c.q ca d.d d.m.v dhr div dr drs e.a e.d ed enz evt excl fa i.c i.c.m i.h.k.v i.o i.p.v i.s.m i.v.m incl ing ir
jl m.b.t m.b.v m.i.v m.n m.u.v max mevr min mr mw n.a.v n.o.v n.v.t nl nr nrs o.a o.b.v o.g o.i.d o.l.v o.m o.v p.m p.w pag plm prof resp sr st t.a.v
t.b.v t.g.v t.h.v t.m t.n.v t.o.v t/m tel u.a.v v.w.b vgl vnl w.o w.v z.g zgn z.s.m
"""
_SHORT_FORMS = frozenset(_SHORT_FORMS_TEXT.split())
_CONTRAST = re.compile(
    r"(?<=[,\w)])\s+(?=(?:maar|echter|doch|terwijl|hoewel|want|behalve)\b)"
    r"|,\s+(?=(?:nu|tegenwoordig|inmiddels|sindsdien|dat (?:doet|doen|ligt|regelt|beslist|is)|daarvoor|daarover)\b)"
    r"|\s+[–—-]\s+",
    re.IGNORECASE,
)
_EDGE = ' \t\n\r\v\f\u00a0\u2028\u2029\ufeff"“”„«»'


def statement_spans(text: str) -> Iterator[Span]:
    """The spans of the statements of a text."""
    for start, end in _paragraphs(text):
        for left, right in _cut(text, start, end, _stops(text, start, end)):
            edges = [found.span() for found in _CONTRAST.finditer(text, left, right)]
            for one, other in _cut(text, left, right, edges):
                span = _trimmed(text, one, other)
                if any(char.isalnum() for char in text[span[0] : span[1]]):
                    yield span


def _paragraphs(text: str) -> Iterator[Span]:
    """Lines, joined where a line goes on in the next one; without bullets."""
    begin = end = -1
    for line in _LINE.finditer(text):
        printed = line.group()
        bullet = _BULLET.match(printed)
        blank = not printed.strip()
        goes_on = begin >= 0 and not bullet and not blank and text.count("\n", end, line.start()) < 2 and _goes_on(text[begin:end], printed)
        if goes_on:
            end = line.end()
            continue
        if begin >= 0:
            yield begin, end
        begin, end = (-1, -1) if blank else (line.start() + (bullet.end() if bullet else 0), line.end())
    if begin >= 0:
        yield begin, end


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence before it: that one is not finished and the line starts in lower case, or it fills a wrapped line."""
    if _STOP.search(before.rstrip()[-3:]) or _FORM_LABEL.match(before) or is_title_line(before):
        return False
    first = line.lstrip()[:1]
    return first.islower() or len(before.rsplit("\n", 1)[-1]) > 60


def _stops(text: str, start: int, end: int) -> list[Span]:
    """Where sentences end: after a full stop that is not part of a short form or a number."""
    found: list[Span] = []
    for stop in _STOP.finditer(text, start, end):
        word = text[max(start, stop.start() - 12) : stop.start()].rsplit(None, 1)[-1:] or [""]
        following = text[stop.end() : stop.end() + 3].strip()[:1]
        if stop.group() == "." and (word[0].casefold().lstrip("(") in _SHORT_FORMS or (len(word[0]) == 1 and word[0].isalpha() and word[0].isupper())):
            continue
        if stop.group() == "." and following.islower() and word[0].count("."):
            continue
        found.append((stop.end(), stop.end()))
    return found


def _cut(text: str, start: int, end: int, edges: list[Span]) -> Iterator[Span]:
    """The stretch from start to end without the edges."""
    at = start
    for left, right in edges:
        if left > at and text[at:left].strip():
            yield at, left
            at = right
        elif left == right:
            continue
        else:
            at = max(at, right)
    if at < end:
        yield at, end


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without white space, quotation signs and separators at the ends."""
    while start < end and text[start] in _EDGE + ",;":
        start += 1
    while start < end and text[end - 1] in _EDGE + ",;":
        end -= 1
    return start, end
