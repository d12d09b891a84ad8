"""Book data -> PDF: tagged (PDF/UA-1) and fit for the archive (PDF/A-2a) in one file, set by Typst.

Everything that is said is handed over as JSON, so that no character of a book is ever read as markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

LOSSES = (
    "De koppen staan in de vorm van het systeem, ook waar een beschrijving ze anders schreef.",
    "De inhoudsopgave volgt de beschrijvingen; de paginanummers zijn die van deze PDF.",
    "Tekens die het lettertype niet heeft, staan er als ?-teken in een ruit.",
)
"""What this format cannot carry."""

STANDARDS = ("ua-1", "a-2a")
_HERE = Path(__file__).parent
_UNSEEN = re.compile(r"(?:no font|could not be displayed|notdef|glyph)", re.IGNORECASE)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def write(data: Mapping[str, Any], *, on: datetime | None = None) -> bytes:
    """The PDF of the data that ``authoring.publications.paper_data`` makes. ``on`` is the date inside the file; without it the date of the data.

    Same data, same text and tags. Raises RuntimeError with the words of the typesetter when it refuses, which no book should bring about.
    """
    year, month, day = data["datum"]
    moment = on or datetime(year, month, day, tzinfo=UTC)
    typst = import_module("typst")
    said = json.dumps(_sound(data), ensure_ascii=False)
    result: bytes = typst.compile(
        str(_HERE / "boek.typ"),
        root=str(_HERE),
        font_paths=[str(_HERE / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": said},
        pdf_standards=list(STANDARDS),
        timestamp=int(moment.timestamp()),
    )
    return result


def _sound(value: Any) -> Any:
    """The data without characters that no PDF can show: control characters and halves of surrogate pairs."""
    if isinstance(value, str):
        return "".join(_signs(value))
    if isinstance(value, Mapping):
        return {key: _sound(one) for key, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return [_sound(one) for one in value]
    return value


def _signs(text: str) -> Iterator[str]:
    for sign in text:
        if sign in "\n\t":
            yield sign
        elif ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or 0xD800 <= ord(sign) < 0xE000 or sign in "\ufffe\uffff":
            yield _REPLACEMENT
        else:
            yield sign
