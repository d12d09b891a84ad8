"""Parts of a page that are the same for many readers, kept under the book that they show."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from django.template.loader import render_to_string
from django.urls import get_urlconf
from django.utils.safestring import SafeString

from functiehuis.actions.remembered import Remembered
from functiehuis.model.house import KeptBook

_PARTS: Remembered[str] = Remembered(each=64)


def remembered_part(kept: KeptBook, key: Hashable, template: str, context: Callable[[], Mapping[str, Any]]) -> SafeString:
    """A part of a page, made by a template. ``key`` says everything but the book that it depends on; nothing about the reader may be in it.

    Without a key nothing is kept: for what few will ask again.
    """
    if key is None:
        return SafeString(render_to_string(template, dict(context())))
    # The same page has other addresses in the public edition.
    return SafeString(_PARTS.get(kept.book, (template, get_urlconf(), key), lambda: render_to_string(template, dict(context()))))
