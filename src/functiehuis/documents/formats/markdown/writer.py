"""Document -> text with light Markdown, in the shape people use for function books: headings are plain lines, tables have tabs."""

from __future__ import annotations

import re

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.model.emphasis import encode

LOSSES = ("Tekst zonder opmaak bewaart geen niveaus van koppen: een kop is een gewone regel.",)
"""What this format cannot carry."""

_STARTS = re.compile(r"(?P<number>\(?(?:\d{1,2}|[a-z]))(?=[.)](?:\s|$))|(?P<letter>o)(?=\s|$)|(?=[-–—•·▪■●○◦‣»+#>=~\uf0b7\uf0a7\uf0d8])")


def write(document: Document) -> str:
    """The text of a document; a label line (with a tab) follows the one before it without a blank line, and so do list items."""
    out = ""
    before: Block | None = None
    for block in document.blocks:
        out += ("" if before is None else "\n" if _close_together(before, block) else "\n\n") + _block(block)
        before = block
    return out + "\n"


def _close_together(before: Block, block: Block) -> bool:
    labels = all(one.kind is BlockKind.PARAGRAPH and "\t" in one.text.text for one in (before, block))
    return labels or (before.kind is BlockKind.ITEM and block.kind is BlockKind.ITEM)


def _block(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return "\n".join("\t".join(" ".join(_line(part) for part in cell) for cell in row) for row in block.rows)
    if block.kind is BlockKind.ITEM:
        return f"{'  ' * block.level}{block.marker or '-'} {_line(block)}"
    return _safe_start(_line(block))


def _line(block: Block) -> str:
    return encode(block.text).replace("\n", "<br>")


def _safe_start(text: str) -> str:
    """Keep a sentence that starts like a bullet, number or rule from being read as one."""
    found = _STARTS.match(text)
    if not found:
        return text
    if found["number"]:
        return f"{found['number']}\\{text[found.end() :]}" if not found["number"].startswith("(") else f"\\{text}"
    return f"&#111;{text[1:]}" if found["letter"] else f"\\{text}" if text[0] in "-+#>=~" else f"&#{ord(text[0])};{text[1:]}"
