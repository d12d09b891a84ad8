"""A word of the field with its explanation one click or one key away, without a script."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from functiehuis.library.explanations import explanations

register = template.Library()


@register.simple_tag(takes_context=True)
def term(context: template.Context, word: str, label: str = "") -> str:
    """``{% term "normfunctie" %}``, or ``{% term "normfunctie" "Normfuncties" %}`` to show another form of the word.

    A word that the woordenlijst lacks is a mistake of ours, and refused with KeyError.
    """
    item = explanations()[word]
    place: Any = context.get("place")
    if place is None:
        return label or word
    # Numbered per request; a part that is kept for several readers has no request, and numbers of its own.
    page, start = context.get("request"), "uitleg"
    if page is None:
        page, start = context, "uitleg-deel"
    numbers = page.__dict__.setdefault("explained", {})
    numbers[word] = numbers.get(word, 0) + 1
    identifier = f"{start}-{slugify(word)}" + (f"-{numbers[word]}" if numbers[word] > 1 else "")
    return SafeString(render_to_string("parts/term.html", {"item": item, "label": label or word, "id": identifier, "place": place}).strip())
