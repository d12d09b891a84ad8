"""Which file of the folder holds what, and how texts look in YAML: emphasis as ``**vet**`` in the text, provenance apart.

Provenance would drown the text, so it lies in ``herkomst.yaml``: for each file the sources, in the order of the texts, each with the first letters of a
hash of its text. A text that somebody edits by hand no longer has the hash, and so loses its provenance: it no longer comes from there.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Any

from functiehuis.model.emphasis import decode, encode
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText

BOOK, SERIES, LEFTOVERS, SOURCES, DISMISSED = "boek.yaml", "reeksen-en-groepen.yaml", "restanten.yaml", "herkomst.yaml", "genegeerd.yaml"
FUNCTIONS, MODULES = "normfuncties", "modules"

Data = Any


def file_name(code: str | None, name: str, taken: set[str]) -> str:
    """``N03.01.06-adviseur-iii.yaml``: unique, and safe on every file system."""
    plain = unicodedata.normalize("NFKD", f"{code or 'zonder-code'}-{name}").encode("ascii", "ignore").decode()
    stem = re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9.]+", "-", plain)).strip("-.")[:80] or "naamloos"
    stem = stem[: len(code or "")] + stem[len(code or "") :].lower() if code and stem.startswith(code) else stem.lower()
    unique, number = stem, 2
    while unique.lower() in taken:
        unique, number = f"{stem}-{number}", number + 1
    taken.add(unique.lower())
    return unique + ".yaml"


def is_text(value: Data) -> bool:
    """Is this part of the wire form a Tekst?"""
    return isinstance(value, dict) and "tekst" in value


def is_part(value: dict[str, Any]) -> bool:
    """Is this a part of the wire form that has a provenance of its own (and not the organisation, a series or a group)?"""
    return "tot_en_met" in value or ("naam" in value and not {"definitie", "afkorting"} & value.keys())


def strip_texts(value: Data, sources: list[str]) -> Data:
    """The wire form with every Tekst as one string; the provenance of texts and parts goes to ``sources``, in order."""
    if is_text(value):
        sources.append(source_line(value.get("herkomst"), value["tekst"]))
        return encode(_rich(value))
    if isinstance(value, dict):
        if is_part(value):
            sources.append(source_line(value.get("herkomst"), str(value.get("naam", "")), part=True))
        return {key: strip_texts(item, sources) for key, item in value.items() if key != "herkomst"}
    if isinstance(value, list):
        return [strip_texts(item, sources) for item in value]
    return value


def source_line(herkomst: dict[str, Any] | None, text: str, *, part: bool = False) -> str:
    """``bghu.txt:49 #a1b2c3`` or ``bghu.pdf:12 blz 3 #a1b2c3``; only the hash where there is no source; ``##`` before the hash of a part's name."""
    if herkomst is None:
        return f"{'#' * part}#{fingerprint(text)}"
    line = "" if herkomst.get("regel") is None else f":{herkomst['regel']}"
    page = "" if herkomst.get("pagina") is None else f" blz {herkomst['pagina']}"
    return f"{herkomst['bestand']}{line}{page} {'#' * part}#{fingerprint(text)}"


_SOURCE = re.compile(r"(?P<source>(?P<file>.*?)(?::(?P<line>-?\d+))?(?: blz (?P<page>-?\d+))? )?(?P<hash>#{1,2}[0-9a-f]{6})", re.DOTALL)


class Sources:
    """Gives texts their provenance back."""

    def __init__(self, lines: object) -> None:
        self.waiting: list[tuple[str, Provenance | None]] = []
        for line in lines if isinstance(lines, list) else []:
            found = _SOURCE.fullmatch(str(line))
            if found:
                where = Provenance(found["file"], _number(found["line"]), _number(found["page"])) if found["source"] else None
                self.waiting.append((found["hash"], where))

    def take(self, text: str, *, part: bool = False) -> Provenance | None:
        """The source of the next text (or part, by its name), if it is unchanged; a text that moved is found by its hash."""
        wanted = f"{'#' * part}#{fingerprint(text)}"
        for at, (known, where) in enumerate(self.waiting):
            if known == wanted:
                del self.waiting[at]
                return where
        return None


def rich(text: str, sources: Sources) -> dict[str, Any]:
    """A string with ``**vet**`` as a Tekst of the wire form."""
    decoded = decode(text)
    wire: dict[str, Any] = {"tekst": decoded.text, "vet": [list(span) for span in decoded.bold], "cursief": [list(span) for span in decoded.italic]}
    where = sources.take(decoded.text)
    if where is not None:
        wire["herkomst"] = {"bestand": where.file, "regel": where.line, "pagina": where.page}
    return wire


def fingerprint(text: str) -> str:
    """Six hexadecimal digits of the hash of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _rich(value: dict[str, Any]) -> RichText:
    return RichText(value["tekst"], tuple(map(tuple, value.get("vet", []))), tuple(map(tuple, value.get("cursief", []))))


def _number(text: str | None) -> int | None:
    return int(text) if text else None
