"""Text on its way into XML: only the characters that XML can hold."""

from __future__ import annotations

import re

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sound(text: str) -> str:
    """The text with a replacement sign for each character that XML cannot hold: control characters and halves of surrogate pairs."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
