"""Tags of the pages about accounts and about what happened."""

from __future__ import annotations

from typing import Any

import qrcode
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from functiehuis.actions.policy import Right
from functiehuis.library.happenings import sentence
from functiehuis.model.house import Event

register = template.Library()


@register.simple_tag
def demo_accounts() -> dict[str, Any]:
    """The accounts of the demo house, for its login page."""
    from functiehuis.web.demo.seed import CAST, PASSWORD

    return {"password": PASSWORD, "people": CAST}


@register.simple_tag
def totp_picture(address: str) -> SafeString:
    """A QR code as drawing in the page: a strict CSP allows no picture from elsewhere and none in an address."""
    code = qrcode.QRCode(border=2)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return format_html(
        '<svg viewBox="0 0 {0} {0}" role="img" aria-label="QR-code met de sleutel voor uw app"><rect width="{0}" height="{0}" fill="#fff"/>'
        '<path d="{1}" fill="#000"/></svg>',
        len(rows),
        squares,
    )


@register.filter
def told(event: Event) -> SafeString:
    """What happened, as a sentence with who did it in front."""
    return format_html("<strong>{}</strong> {}", event.actor, sentence(event))


@register.filter
def slugged(kind: str) -> str:
    """What the trail calls a thing, as it stands in an address: lokale-functie."""
    return kind.replace(" ", "-")


@register.filter
def in_order(rights: frozenset[Right]) -> list[str]:
    """Rights in the order of the policy."""
    return [right.value for right in Right if right in rights]
