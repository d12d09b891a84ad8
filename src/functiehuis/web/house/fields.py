"""What a form or an address gives, as what an action takes."""

from __future__ import annotations


def whole(text: str | None) -> int:
    """A whole number of at most nine digits; 0 when it is none."""
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else 0


def chosen(text: str | None) -> int | None:
    """What was chosen in a list by its number: None for nothing, -1 for what cannot be chosen."""
    plain = (text or "").strip()
    return None if not plain else whole(plain) or -1
