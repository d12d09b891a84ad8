"""Tags and filters of the pages to read a book."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from functiehuis.language.hyphens import SOFT_HYPHEN, with_soft_hyphens
from functiehuis.language.searching import Question
from functiehuis.model.finding import Place
from functiehuis.model.text import RichText, Span
from functiehuis.web.project.templatetags.functiehuis import rich

register = template.Library()
_AFTER = re.compile(r"(?<=[/)])(?=\w)")
_PIECE = re.compile(rf"[{SOFT_HYPHEN}\s/()-]+")
_AROUND = 60  # characters of a quotation before and after the words that matter
_LONGEST = 300  # characters of a text that was found
_WIDE, _MIDDLE = 12, 10  # letters of the longest piece of a name, for which a column is made wide or a little wider


@register.filter
def soft(name: str | None) -> SafeString:
    """A name that may be broken where its parts meet: beleids-uitvoering, directeur/secretaris."""
    return format_html_join(SafeString("<wbr>"), "{}", ((part,) for part in _AFTER.split(with_soft_hyphens(name or ""))))


@register.filter
def width(names: Iterable[str]) -> str:
    """How wide a column of the matrix is, as the end of its class: s, m or l."""
    longest = max((len(piece) for name in names for piece in _PIECE.split(with_soft_hyphens(name))), default=0)
    return "l" if longest > _WIDE else "m" if longest > _MIDDLE else "s"


@register.filter
def listed(items: Iterable[object]) -> str:
    """Several things in a sentence: I, II en III."""
    words = [str(item) for item in items]
    return " en ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def marked(text: RichText, differences: Iterable[Span]) -> SafeString:
    """A text of the book with its niveauwoorden, and what differs between marks."""
    pieces, at = [], 0
    for start, end in differences:
        pieces += [rich(text.slice(at, start)), format_html('<mark class="fh-diff">{}</mark>', rich(text.slice(start, end)))]
        at = end
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, rich(text.slice(at))]))


@register.filter
def quoted(place: Place) -> SafeString:
    """The quotation of a finding, with the words that matter marked, cut around them when it is long."""
    quote = place.quote or ""
    if place.span is None:
        return format_html("{}", quote if len(quote) <= 2 * _AROUND else quote[: 2 * _AROUND].rstrip() + "…")
    (start, end), around = place.span, _AROUND
    left, right = max(0, start - around), min(len(quote), end + around)
    return format_html(
        '{}{}<mark class="fh-diff">{}</mark>{}{}', "…" if left else "", quote[left:start], quote[start:end], quote[end:right], "…" if right < len(quote) else ""
    )


_KINDS = {
    "normfunctie": "normfuncties",
    "kenmerk": "kenmerken",
    "taak": "taken",
    "module": "modules",
    "lokale functie": "lokale functies",
    "afdeling": "afdelingen",
}


@register.filter
def kinds(kind: str) -> str:
    """A kind of thing in the plural."""
    return _KINDS[kind]


@register.filter
def found(text: str, question: Question) -> SafeString:
    """A text with the words of a question marked; of a long one the part around the first of them."""
    spans = question.spans(text)
    if len(text) > _LONGEST:
        start = max(0, (spans[0][0] if spans else 0) - _AROUND)
        end = min(len(text), start + _LONGEST)
        inside = [(left - start, right - start) for left, right in spans if left >= start and right <= end]
        return format_html("{}{}{}", "… " if start else "", _with_marks(text[start:end], inside), " …" if end < len(text) else "")
    return _with_marks(text, spans)


def _with_marks(text: str, spans: Iterable[Span]) -> SafeString:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [format_html("{}", text[at:start]), format_html('<mark class="fh-found">{}</mark>', text[start:end])]
        at = end
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, text[at:]]))
