"""Text -> a form for comparing: capitals, quotes, dashes and white space no longer matter. In: any text; out: text; refuses nothing."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": None})
_SPACES = re.compile(r"\s+")
_HYPHEN = re.compile(r"(?<=\w)- (?=\w{2,})(?!(?:en|of|als|dan)\b)")


def normalised(text: str) -> str:
    """Lower case, one kind of quote and dash, single spaces, none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_SAME)).strip().casefold()


def without_slips(text: str) -> str:
    """As ``normalised``, and without a space inside ``ICT- systeem`` or before a comma, and without a sign at the end."""
    plain = re.sub(r"\s+([,;:.])", r"\1", normalised(text)).strip(" .;,:")
    return _HYPHEN.sub("-", plain)
