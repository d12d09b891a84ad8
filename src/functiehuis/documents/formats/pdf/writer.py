"""Book data -> PDF: tagged (PDF/UA-1) and fit for the archive (PDF/A-2a) in one file, set by Typst.

Everything that is said is handed over as JSON, so that no character of a book is ever read as markup.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from functiehuis.documents.formats.pdf.typeface import FOLDER, check_files, covered
from functiehuis.model.errors import WriteError

LOSSES = (
    "De kop boven een beschrijving en de namen van haar gegevens staan in de vorm van het systeem, ook waar het boek ze anders schreef.",
    "Koppen staan vet.",
    "De inhoudsopgave volgt de beschrijvingen; de paginanummers zijn die van deze PDF.",
    "Letters en tekens die het lettertype niet heeft (zoals Chinees, Arabisch en emoji), staan er als een ruit: ◊.",
    "Een streepje dat net aan het eind van een regel valt, kan bij teruglezen wegvallen.",
    "Onzichtbare tekens en dubbele spaties vallen weg.",
)
"""What this format cannot carry."""

STANDARDS = ("ua-1", "a-2a")
REPLACEMENT = "\N{LOZENGE}"
_HERE = Path(__file__).parent
_LONG = re.compile(r"[^\s\u00ad/-]{61,}")
_PIECE = 12
_INVISIBLE = frozenset(range(0xFE00, 0xFE10))


def write(data: Mapping[str, Any]) -> bytes:
    """The PDF of the data that ``authoring.publications.paper_data`` makes. Same data, same text and tags.

    Raises WriteError when a file of the typeface is not there, and when the typesetter refuses, which no book should bring about.
    """
    return _typeset("boek.typ", data)


def write_changes(data: Mapping[str, Any]) -> bytes:
    """The PDF of a change report: the data that ``authoring.changes.report_data`` makes. Refuses what ``write`` refuses."""
    return _typeset("wijzigingen.typ", data)


def _typeset(template: str, data: Mapping[str, Any]) -> bytes:
    check_files()
    year, month, day = data["datum"]
    typst = import_module("typst")
    try:
        result: bytes = typst.compile(
            str(_HERE / template),
            root=str(_HERE),
            font_paths=[str(FOLDER)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(sound(data), ensure_ascii=False)},
            pdf_standards=list(STANDARDS),
            timestamp=int(datetime(year, month, day, tzinfo=UTC).timestamp()),
        )
    except (RuntimeError, OSError) as error:
        said = " ".join(str(error).split())[:200]
        raise WriteError(f"Er is geen PDF te maken: het zetprogramma zegt '{said}'. Meld dit, en kies zolang een andere vorm.") from error
    return result


def sound(value: Any) -> Any:
    """The data with only what the typeface can show; very long words may be broken."""
    if isinstance(value, str):
        shown = value if value.isascii() and value.isprintable() else "".join(map(_sign, unicodedata.normalize("NFC", value)))
        return _LONG.sub(_breakable, shown)
    if isinstance(value, Mapping):
        return {key: sound(one) for key, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return [sound(one) for one in value]
    return value


def _breakable(word: re.Match[str]) -> str:
    return "\u00ad".join(word[0][at : at + _PIECE] for at in range(0, len(word[0]), _PIECE))


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    """What stands for this character on paper: itself, white space, nothing, or the sign for what the typeface lacks."""
    kind = unicodedata.category(sign)
    if sign in "\n\t\u00ad":
        return sign
    if kind in ("Zl", "Zp"):
        return "\n"
    if kind == "Zs":
        return sign if ord(sign) in covered() else " "
    if kind == "Cf" or ord(sign) in _INVISIBLE:
        return ""
    return REPLACEMENT if kind in ("Cc", "Co", "Cs", "Cn") or ord(sign) not in covered() else sign
