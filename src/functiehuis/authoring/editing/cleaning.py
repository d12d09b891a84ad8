"""Characters that no database and no page can hold become a visible sign; one for one, so that emphasis stays where it was."""

from __future__ import annotations

import re
from typing import Any

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SIGN = "\ufffd"


def cleaned(text: str) -> str:
    """The text with NUL, other control characters and halves of characters replaced by U+FFFD; a line ends with a newline alone."""
    return _IMPOSSIBLE.sub(_SIGN, text.replace("\r\n", "\n").replace("\r", "\n"))


def cleaned_wire(value: Any) -> Any:
    """The same for everything in a wire form; lengths stay, so spans do."""
    if isinstance(value, str):
        return _IMPOSSIBLE.sub(_SIGN, value).replace("\r", " ")
    if isinstance(value, dict):
        return {cleaned_wire(key): cleaned_wire(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned_wire(item) for item in value]
    return value
