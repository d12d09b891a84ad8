"""A page of a PDF as words with their place and look, straight from pdfium.

Asking pdfium for every property of every character is what makes reading slow. The text of a page is one call; place and look are asked once
a word (first and last character), the font once a text object.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from functiehuis.documents.formats.pdf.styles import Face, Style

UNKNOWN = "\ufffd"
_WORD = re.compile(r"[^\s\x00]+")
_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_INVISIBLE = 3
_STROKED = (1, 2, 5, 6)

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# pdfium gives U+0002 (older: U+FFFE) for any hyphen, soft ones too, at the end of a broken line: which one it was is lost, so it is what is printed.
_CHARACTERS = str.maketrans({**_LIGATURES, 0x02: "-", 0xFFFE: "-", 0xA0: " ", 0x200B: None, 0xFEFF: None, 0x00: UNKNOWN})


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function, called without the checks that cost more than the call; the global binding keeps its own signature."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_object_of = _direct(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_origin_of = _direct(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
_box_of = _direct(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_matrix_of = _direct(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_size_of = _direct(raw.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
_unicode_of = _direct(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
_font_of = _direct(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
_mode_of = _direct(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_name_of = _direct(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t)
_flags_of = _direct(raw.FPDFFont_GetFlags, _INT, _POINTER)
_weight_of = _direct(raw.FPDFFont_GetWeight, _INT, _POINTER)
_angle_of = _direct(raw.FPDFFont_GetItalicAngle, _INT, _POINTER, _POINTER)
_page_object = _direct(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
_type_of = _direct(raw.FPDFPageObj_GetType, _INT, _POINTER)
_bounds_of = _direct(raw.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


@dataclass(slots=True)
class Word:
    """Characters without white space and of one look; ``spaced`` when white space stands before it."""

    text: str
    left: float
    right: float
    base: float
    style: Style
    spaced: bool


@dataclass(slots=True)
class Page:
    """The words of one page, upright; ``aslant`` are those in another direction than most. ``pictures``: it shows something else than text."""

    number: int
    height: float
    words: list[Word] = field(default_factory=list)
    aslant: list[Word] = field(default_factory=list)
    letters: int = 0
    invisible: int = 0
    pictures: bool = False
    guesses: Counter[str] = field(default_factory=Counter)


class Characters:
    """Reads pages; fonts and styles are shared between the pages of a file."""

    def __init__(self) -> None:
        self.styles: dict[tuple[float, bool, bool, bool], Style] = {}
        self._faces: dict[tuple[bytes, int, int], Face] = {}

    def page(self, page: pdfium.PdfPage, number: int, most: int) -> Page | None:
        """The words of a page; None when it holds more than ``most`` characters."""
        textpage = page.get_textpage()
        try:
            count = raw.FPDFText_CountChars(textpage)
            if count > most:
                return None
            return _PageReader(self, page, textpage, number).read(count)
        finally:
            textpage.close()

    def style(self, size: float, bold: bool, italic: bool, guessed: bool) -> Style:
        """The one Style of this look."""
        key = (size, bold, italic, guessed)
        if key not in self.styles:
            self.styles[key] = Style(size, bold, italic, guessed)
        return self.styles[key]

    def face(self, font: int | None) -> Face:
        """The emphasis of a font of pdfium."""
        if font is None:
            return Face(False, False)
        buffer = ctypes.create_string_buffer(256)
        _name_of(font, ctypes.addressof(buffer), 256)
        angle = ctypes.c_int(0)
        flags, weight = _flags_of(font), _weight_of(font)
        _angle_of(font, ctypes.addressof(angle))
        key = (buffer.value, flags, weight)
        if key not in self._faces:
            self._faces[key] = Face.of(buffer.value.decode("utf-8", "replace"), max(flags, 0), weight, angle.value)
        return self._faces[key]


class _PageReader:
    def __init__(self, characters: Characters, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> None:
        self._characters = characters
        self._page = page
        self._text_handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        self._page_handle = ctypes.cast(page.raw, ctypes.c_void_p).value
        self._textpage = textpage
        self._looks: dict[int | None, tuple[Style, int]] = {}
        self._found = Page(number, 0.0)

    def read(self, count: int) -> Page:
        text = self._text(count)
        objects = self._survey()
        box = (ctypes.c_float * 4)()
        point = (ctypes.c_double * 2)()
        at_box, at_x, at_y = ctypes.addressof(box), ctypes.addressof(point), ctypes.addressof(point) + 8
        handle, looks = self._text_handle, self._looks
        words: list[tuple[Word, int, tuple[float, float, float, float]]] = []
        seen: set[int] = set()
        end_before = 0
        for start, end, item in self._pieces(text):
            look = looks.get(item)
            if look is None:
                look = looks[item] = self._look(item, start)
                if item is not None:
                    seen.add(item)
            _origin_of(handle, start, at_x, at_y)
            _box_of(handle, end - 1, at_box)
            style = look[0]
            style.used += end - start
            part = text[start:end]
            words.append((Word(part, point[0], box[2], point[1], style, start > end_before or start == 0), look[1], (point[0], point[1], box[0], box[1])))
            if look[1]:
                words[-1] = (words[-1][0], look[1], (point[0], point[1], *self._far_end(look[1], box)))
            end_before = end
        self._embolden([item for item in objects if item not in seen], text, words)
        self._turn(words)
        self._found.letters = sum(map(str.isalnum, text))
        return self._found

    def _text(self, count: int) -> str:
        """All characters of the page, one for each index of pdfium."""
        buffer = ctypes.create_string_buffer(2 * count + 2)
        raw.FPDFText_GetText(self._textpage, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        text = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
        if len(text) != count or "\0" in text:
            codes = (_unicode_of(self._text_handle, at) for at in range(count))
            text = "".join(UNKNOWN if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code) for code in codes)
        return text

    def _pieces(self, text: str) -> Any:
        """Start, end and text object of every stretch without white space that one text object draws."""
        handle = self._text_handle
        for found in _WORD.finditer(text):
            start, end = found.span()
            item, last = _object_of(handle, start), _object_of(handle, end - 1)
            if item == last:
                yield start, end, item
                continue
            begin = start
            for at in range(start + 1, end):
                # The hyphen that pdfium puts at the end of a broken line belongs to no object.
                other = _object_of(handle, at) or item
                if other != item:
                    yield begin, at, item
                    begin, item = at, other
            yield begin, end, item

    def _look(self, item: int | None, at: int) -> tuple[Style, int]:
        """Style and direction (quarter turns; -1 aslant) of the text object that draws character ``at``."""
        matrix = (ctypes.c_float * 6)()
        _matrix_of(self._text_handle, at, ctypes.addressof(matrix))
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        scale = abs(a * d - b * c) ** 0.5 or 1.0
        size = round(_size_of(self._text_handle, at) * scale, 1) or 1.0
        long = max(abs(a), abs(b), 1e-9)
        direction = -1 if min(abs(a), abs(b)) > 0.1 * long else (0 if a > 0 else 2) if abs(a) > abs(b) else (1 if b > 0 else 3)
        if item is None:
            return self._characters.style(size, False, False, False), direction
        face = self._characters.face(_font_of(item))
        mode = _mode_of(item)
        self._found.invisible += mode == _INVISIBLE
        slanted = face.italic or (abs(b) < 0.01 * long and abs(c) > 0.15 * abs(d or 1.0) and direction == 0)
        return self._characters.style(size, face.bold or mode in _STROKED, slanted, face.guessed), direction

    def _far_end(self, direction: int, box: Any) -> tuple[float, float]:
        """Where a turned word ends: the corner of the box of its last character in the direction of reading."""
        left, top, right, bottom = box[0], box[1], box[2], box[3]
        low, high = min(top, bottom), max(top, bottom)
        return {1: (left, high), 2: (left, low), 3: (right, low)}.get(direction, (right, low))

    def _survey(self) -> list[int]:
        """The text objects of the page itself; notes whether it shows pictures or drawings."""
        texts = []
        for at in range(raw.FPDFPage_CountObjects(self._page)):
            item = _page_object(self._page_handle, at)
            kind = _type_of(item) if item else 0
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                texts.append(item)
            elif kind:
                self._found.pictures = True
        return texts

    def _embolden(self, unseen: list[int], text: str, words: list[tuple[Word, int, tuple[float, float, float, float]]]) -> None:
        """Bold by striking twice: pdfium leaves the second strike out of the text, so an object without characters on top of one with them is bold."""
        if not unseen:
            return
        blanks = {_object_of(self._text_handle, at) for at, char in enumerate(text) if char.isspace()}
        edges = (ctypes.c_float * 4)()
        start = ctypes.addressof(edges)
        for item in unseen:
            if item in blanks:
                continue
            _bounds_of(item, start, start + 4, start + 8, start + 12)
            left, bottom, right, top = edges
            for word, direction, _ in words:
                style = word.style
                across = left <= (word.left + word.right) / 2 <= right and left - 1.5 <= word.left and word.right <= right + 1.5
                if across and direction == 0 and bottom - 1 <= word.base + 0.3 * style.size <= top + 1:
                    word.style = self._characters.style(style.size, True, style.italic, False)

    def _turn(self, words: list[tuple[Word, int, tuple[float, float, float, float]]]) -> None:
        """Words upright, whatever way the page lies: most of the text decides what upright is."""
        left, bottom, right, top = self._page.get_cropbox()
        votes = Counter({0: 1})
        for word, direction, _ in words:
            votes[direction] += 2 * len(word.text)
        votes.pop(-1, None)
        most = votes.most_common(1)[0][0]
        self._found.height = top - bottom if most in (0, 2) else right - left
        for word, direction, (x, y, far_x, far_y) in words:
            word.text = word.text.translate(_CHARACTERS)
            if not word.text or word.text.isspace():
                continue
            if direction == most:
                if most == 0:
                    word.left, word.right, word.base = x - left, word.right - left, y - bottom
                elif most == 1:
                    word.left, word.right, word.base = y - bottom, far_y - bottom, right - x
                elif most == 2:
                    word.left, word.right, word.base = right - x, right - far_x, top - y
                else:
                    word.left, word.right, word.base = top - y, top - far_y, x - left
                self._found.words.append(word)
            else:
                self._found.aslant.append(word)
