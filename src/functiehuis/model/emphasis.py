"""Emphasis as light Markdown inside one line: ``**vet**``, ``*cursief*``, and the other ways people type it.

In: a string; out: a RichText, and back. ``decode(encode(text))`` gives the same text and spans. Nothing is refused: markers that do not close stay as typed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<stars>\*{1,3})|(?P<scores>_{1,3})|</?(?P<tag>b|strong|i|em)(?:\s[^<>]*)?>|(?P<entity>&(?:[A-Za-z]{2,8}|#\d{2,5});)",
    re.IGNORECASE,
)
_BOLD_TAGS = ("b", "strong")
_ESCAPED = re.compile(r"[\\*_<`|]|&(?=[A-Za-z]{2,8};|#\d{2,5};)")


@dataclass(slots=True)
class _Piece:
    """A stretch of text, or a marker that switches emphasis on or off."""

    text: str
    bold: bool = False
    italic: bool = False
    tag: str | None = None  # "on" or "off" for a tag, "mark" for stars and underscores, None for text


def decode(source: str, provenance: Provenance | None = None) -> RichText:
    """Read light Markdown and simple tags as emphasis."""
    pieces = list(_pieces(source))
    for what in ("bold", "italic"):
        _disarm_unclosed(pieces, what)
    runs, bold, italic = [], False, False
    for piece in pieces:
        if piece.tag is None or not (piece.bold or piece.italic):
            runs.append(Run(piece.text, bold, italic))
            continue
        bold = _next_state(bold, piece.bold, piece.tag)
        italic = _next_state(italic, piece.italic, piece.tag)
    return RichText.from_runs(runs, provenance)


def encode(text: RichText) -> str:
    """Write emphasis as light Markdown; characters that would be read as markers get a backslash."""
    out, bold, italic, before = "", False, False, ""
    runs = [*text.runs(), Run("")]
    for run in runs:
        flip_bold, flip_italic = bold != run.bold, italic != run.italic
        if flip_bold or flip_italic:
            lone = (not before or before.isspace()) and (not run.text or run.text[0].isspace())
            out += _tags(run, flip_bold, flip_italic) if lone else "*" * (2 * flip_bold + flip_italic)
        bold, italic = run.bold, run.italic
        out += _ESCAPED.sub(lambda found: "\\" + found.group(), run.text)
        before = run.text[-1:]
    return out


def _tags(run: Run, flip_bold: bool, flip_italic: bool) -> str:
    bold = ("<b>" if run.bold else "</b>") if flip_bold else ""
    italic = ("<i>" if run.italic else "</i>") if flip_italic else ""
    return bold + italic


def _next_state(state: bool, flips: bool, tag: str) -> bool:
    if not flips:
        return state
    return not state if tag == "mark" else tag == "on"


def _pieces(source: str) -> Iterator[_Piece]:
    at = 0
    for found in _TOKEN.finditer(source):
        if found.start() > at:
            yield _Piece(source[at : found.start()])
        at = found.end()
        if found["escaped"]:
            yield _Piece(found["escaped"])
        elif found["entity"]:
            yield _Piece(html.unescape(found["entity"]))
        elif found["tag"]:
            bold = found["tag"].lower() in _BOLD_TAGS
            yield _Piece(found.group(), bold, not bold, "off" if found.group().startswith("</") else "on")
        else:
            yield _mark(source, found)
    if at < len(source):
        yield _Piece(source[at:])


def _mark(source: str, found: re.Match[str]) -> _Piece:
    before, after = source[max(found.start() - 1, 0) : found.start()], source[found.end() : found.end() + 1]
    alone = len(found.group()) == 1 and (not before or before.isspace()) and (not after or after.isspace())
    inside_word = bool(found["scores"]) and ((before.isalnum() and after.isalnum()) or "_" in (before, after))
    if alone or inside_word:
        return _Piece(found.group())
    count = len(found.group())
    return _Piece(found.group(), bold=count >= 2, italic=count != 2, tag="mark")


def _disarm_unclosed(pieces: list[_Piece], what: str) -> None:
    """A marker that opens and never closes, or closes what was never opened, is ordinary text."""
    opened: _Piece | None = None
    for piece in pieces:
        if piece.tag is None or not getattr(piece, what):
            continue
        if piece.tag == "off" and opened is None:
            setattr(piece, what, False)
        elif piece.tag == "on" and opened is not None:
            continue
        else:
            opened = piece if opened is None else None
    if opened is not None:
        setattr(opened, what, False)
