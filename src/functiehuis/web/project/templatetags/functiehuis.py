"""Tags and filters of all templates: icons, texts of the book with their emphasis, dates and numbers as people write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from functiehuis.actions.policy import Right
from functiehuis.actions.policy import may as allowed
from functiehuis.model.text import RichText, Run
from functiehuis.web.project.once import FIELD, fresh_token

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon beside a word; it says nothing by itself."""
    return format_html('<svg class="fh-icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.filter
def rich(text: RichText | None) -> SafeString:
    """A text of the book: bold words are niveauwoorden, italics stay italics."""
    if text is None:
        return SafeString()
    return format_html_join("", "{}", ((_run(run),) for run in text.runs()))


def _run(run: Run) -> SafeString:
    said = format_html("<em>{}</em>" if run.italic else "{}", run.text)
    return format_html('<strong class="fh-key">{}</strong>', said) if run.bold else said


@register.filter
def day(value: date | datetime | None) -> str:
    """A date in words: 1 januari 2027."""
    if value is None:
        return ""
    return format_date(timezone.localtime(value) if isinstance(value, datetime) else value, "j F Y")


@register.filter
def moment(value: datetime | None) -> str:
    """A date with the time: 23 november 2026, 10:42."""
    return format_date(timezone.localtime(value), "j F Y, H:i") if value else ""


@register.filter
def fte(value: Decimal | float | None) -> str:
    """An amount of work: 167,7."""
    return f"{value or 0:.1f}".replace(".", ",")


@register.filter
def plural(count: int, words: str) -> str:
    """A number with its word: ``3|plural:"functie,functies"``."""
    single, many = words.split(",")
    return f"{count} {single if count == 1 else many}"


@register.filter
def item(values: Any, key: Any) -> Any:
    """A value of a dictionary by its key."""
    return values.get(key) if values else None


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """The hidden field that makes a form do one thing, however often it is sent, and that brings it back when the session ended."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, fresh_token(context["request"]))


@register.filter
def as_key(label: str) -> str:
    """The label of a function as a part of an address."""
    return label.replace("/", "-")


@register.filter
def wire_text(value: Any) -> RichText | None:
    """A Tekst of the wire form as a text of the book."""
    if not isinstance(value, dict):
        return RichText(str(value)) if value else None
    bold, italic = (tuple((start, end) for start, end in value.get(name) or ()) for name in ("vet", "cursief"))
    return RichText(str(value.get("tekst", "")), bold, italic)


@register.simple_tag(takes_context=True)
def may(context: template.Context, right: str) -> bool:
    """Whether the reader has a right, by the name of its member: ``{% may "EDIT_BOOK" as edits %}``."""
    place = context.get("place")
    return place is not None and allowed(place.house.actor, Right[right])


@register.simple_tag(takes_context=True)
def address(context: template.Context, **changes: Any) -> str:
    """The address of this page with some of its choices changed; None takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else context["request"].path
