"""Document -> the title and the text of a description: headings, paragraphs and list items a line each, the cells of a form as "label: value".

In: a Document. Out: the title (of a form that gives one, else "") and the text. Refuses nothing: a document without words gives an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from functiehuis.documents.document import Block, BlockKind, Document

_TITLE = re.compile(r"^(?:naam (?:van de )?functie|functie(?:naam|titel)?|titel)\s*:\s*(.{2,80})$", re.IGNORECASE)


def text_of_document(document: Document) -> tuple[str, str]:
    """The title and the text."""
    lines = [line for line in _lines(document.blocks) if line.strip()]
    title = next((found[1].strip() for line in lines if (found := _TITLE.match(line.strip()))), "")
    return title, "\n".join(lines)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                cells = [" ".join(_lines(cell)).strip() for cell in row]
                filled = list(dict.fromkeys(cell for cell in cells if cell))
                yield f"{filled[0].rstrip(':')}: {' '.join(filled[1:])}" if len(filled) > 1 else "".join(filled)
        elif block.kind is BlockKind.ITEM:
            yield f"- {_plain(block)}"
        else:
            yield _plain(block)


def _plain(block: Block) -> str:
    """The text of a block on one line: a soft break is a space."""
    return " ".join(block.text.text.split())
