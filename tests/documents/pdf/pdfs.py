"""Small PDF files with text at exact places, written by hand."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf

REGULAR, BOLD, ITALIC = "F1", "F2", "F3"
_FONTS = {REGULAR: "Helvetica", BOLD: "Helvetica-Bold", ITALIC: "Helvetica-Oblique"}
_WIDTHS = {" ": 278, ".": 278, ",": 278, ":": 278, "i": 222, "j": 222, "l": 222, "t": 278, "f": 278, "r": 333, "m": 833, "w": 722, "k": 500, "v": 500, "c": 500}
_WIDTHS |= dict.fromkeys("szxy", 500) | dict.fromkeys("BKSAEVPY", 667) | dict.fromkeys("RCDNUH", 722) | {"F": 611, "G": 778, "M": 833, "I": 278, "-": 333}


@dataclass(frozen=True)
class Put:
    """A text with its base line at x, y."""

    x: float
    y: float
    text: str
    font: str = REGULAR
    size: float = 10


def width(text: str, size: float = 10) -> float:
    """About the width of the text in Helvetica."""
    return sum(_WIDTHS.get(char, 556) for char in text) * size / 1000


def content(*puts: Put) -> bytes:
    """The drawing operators for these texts."""
    parts = []
    for put in puts:
        encoded = "".join(f"{byte:02x}" for byte in put.text.encode("cp1252"))
        parts.append(f"BT /{put.font} {put.size} Tf 1 0 0 1 {put.x} {put.y} Tm <{encoded}> Tj ET")
    return "\n".join(parts).encode()


def pdf(*pages: bytes, rotate: int = 0, encryption: pikepdf.Encryption | None = None) -> bytes:
    """A file of A4 pages with these drawing operators."""
    file = pikepdf.new()
    fonts = pikepdf.Dictionary()
    for name, base in _FONTS.items():
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/" + base), Encoding=pikepdf.Name.WinAnsiEncoding)
        fonts["/" + name] = file.make_indirect(font)
    for page in pages:
        added = file.add_blank_page(page_size=(595, 842))
        added.Contents = file.make_stream(page)
        added.Resources = pikepdf.Dictionary(Font=fonts)
        if rotate:
            added.Rotate = rotate
    out = io.BytesIO()
    file.save(out, deterministic_id=encryption is None, encryption=encryption or False, compress_streams=False)
    return out.getvalue()


def with_picture() -> bytes:
    """A file of one page that shows a picture and no text."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(595, 842))
    image = file.make_stream(b"\x80" * 100)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent, image.ColorSpace = 10, 10, 8, pikepdf.Name.DeviceGray
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I1=image))
    page.Contents = file.make_stream(b"q 500 0 0 700 40 40 cm /I1 Do Q")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def lines(*texts: str, x: float = 70, y: float = 760, step: float = 12, font: str = REGULAR) -> list[Put]:
    """Texts under each other."""
    return [Put(x, y - at * step, text, font) for at, text in enumerate(texts)]
