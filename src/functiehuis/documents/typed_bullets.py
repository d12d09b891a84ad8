"""A bullet or number that someone typed in front of a text, told apart from the text."""

from __future__ import annotations

import re

from functiehuis.documents.document import Block, BlockKind
from functiehuis.model.text import RichText

_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf06f": "o", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "▪", "\uf06e": "■", "\uf076": "❖"}
_BULLET = re.compile(
    r"[ \t\xa0]*(?:(?P<sure>[•·▪▫■□●○◦‣⁃∙►▶➢➤✓✔❖\uf000-\uf0ff])[ \t\xa0]*|(?P<dash>[-–—*])[ \t\xa0]+"
    r"|(?P<number>\(?\d{1,2}[.)])[ \t\xa0]+|(?P<letter>[o§])(?:[\t\xa0][ \t\xa0]*|[ \xa0]{2,}))(?=\S)"
)
_MOST = 2000  # lines of one text that become items of their own


def bullet_sign(sign: str) -> str:
    """The sign as printed: the private characters of the Symbol and Wingdings fonts become ordinary ones."""
    return _SYMBOLS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign)


def blocks_of(text: RichText, level: int = 0) -> list[Block]:
    """A text as paragraph, or as list items where it or a line in it starts with a typed bullet."""
    starts = [0, *(found.end() for found in re.finditer("\n", text.text) if _BULLET.match(text.text, found.end()))][:_MOST]
    found_blocks = []
    for start, end in zip(starts, [*starts[1:], len(text.text) + 1], strict=True):
        part = text.slice(start, end - 1)
        found = _BULLET.match(part.text)
        if found:
            marker = bullet_sign(found["sure"] or found["dash"] or found["number"] or found["letter"])
            found_blocks.append(Block(BlockKind.ITEM, part.slice(found.end()).stripped(), level, marker))
        elif part.text.strip():
            found_blocks.append(Block(BlockKind.PARAGRAPH, part.stripped()))
    return found_blocks
