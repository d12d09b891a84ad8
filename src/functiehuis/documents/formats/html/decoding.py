"""The bytes of a web page -> its characters."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def decoded(data: bytes) -> str:
    """By byte order mark, by what the page declares, else UTF-8, else Windows-1252; characters that no page may hold are left out."""
    return _CONTROLS.sub("", _characters(data))


def _characters(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.search(data[:4096])
    for encoding in [declared[1].decode("ascii", "ignore")] if declared else []:
        # Browsers read latin-1 as Windows-1252, and a page that declares UTF-16 in plain ASCII is none.
        known = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(encoding.lower(), encoding)
        try:
            if not known.lower().startswith(("utf-16", "utf-32")):
                return data.decode(known)
        except (LookupError, ValueError):
            break
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
