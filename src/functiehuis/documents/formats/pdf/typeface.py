"""Which characters the typeface has. In: the font files beside this module. Out: code points. Refuses with WriteError when a file is not there or is broken."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

from functiehuis.model.errors import WriteError

FOLDER = Path(__file__).parent / "fonts"
FILES = tuple(f"SourceSans3_{name}.ttf" for name in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"))


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that upright, italic, bold and bold italic all have."""
    sets = [_code_points(FOLDER / name) for name in FILES]
    return frozenset(set.intersection(*sets))


def check_files() -> None:
    """Refuse when a file of the typeface is not there."""
    for name in FILES:
        if not (FOLDER / name).is_file():
            raise WriteError(_refusal(name, "ontbreekt"))


def _refusal(name: str, what: str) -> str:
    return f"Een PDF maken lukt niet: het lettertype {name} {what} in {FOLDER}. Installeer Functiehuis opnieuw."


def _code_points(path: Path) -> set[int]:
    try:
        data = path.read_bytes()
        count = struct.unpack(">H", data[4:6])[0]
        tables = {data[at : at + 4]: struct.unpack(">LL", data[at + 8 : at + 16]) for at in range(12, 12 + 16 * count, 16)}
        start, length = tables[b"cmap"]
        return _cmap(data[start : start + length])
    except OSError as error:
        raise WriteError(_refusal(path.name, "ontbreekt")) from error
    except (struct.error, KeyError, IndexError) as error:
        raise WriteError(_refusal(path.name, "is beschadigd")) from error


def _cmap(data: bytes) -> set[int]:
    found: set[int] = set()
    for at in range(struct.unpack(">H", data[2:4])[0]):
        platform, _, offset = struct.unpack(">HHL", data[4 + 8 * at : 12 + 8 * at])
        form = struct.unpack(">H", data[offset : offset + 2])[0]
        if platform in (0, 3) and form == 12:
            found |= _groups(data[offset:])
        elif platform in (0, 3) and form == 4:
            found |= _segments(data[offset:])
    return found


def _groups(data: bytes) -> set[int]:
    """Format 12: ranges of code points."""
    found: set[int] = set()
    for at in range(struct.unpack(">L", data[12:16])[0]):
        first, last, glyph = struct.unpack(">LLL", data[16 + 12 * at : 28 + 12 * at])
        found.update(point for point in range(first, last + 1) if glyph + point - first)
    return found


def _segments(data: bytes) -> set[int]:
    """Format 4: segments of 16 bits, with a delta or an offset to the glyph."""
    count = struct.unpack(">H", data[6:8])[0] // 2
    ends = struct.unpack(f">{count}H", data[14 : 14 + 2 * count])
    after = 16 + 2 * count
    starts = struct.unpack(f">{count}H", data[after : after + 2 * count])
    deltas = struct.unpack(f">{count}H", data[after + 2 * count : after + 4 * count])
    place = after + 4 * count
    offsets = struct.unpack(f">{count}H", data[place : place + 2 * count])
    found: set[int] = set()
    for at, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            where = place + 2 * at + offset + 2 * (point - first)
            glyph = (point + delta) & 0xFFFF if offset == 0 else struct.unpack(">H", data[where : where + 2])[0]
            if glyph:
                found.add(point)
    return found
