"""Document -> the title and the text of a description: headings, paragraphs and list items a line each, the cells of a form as "label: value".

In: a Document. Out: the title (of a form that gives one, else "") and the text. Refuses nothing: a document without words gives an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from functiehuis.documents.document import Block, BlockKind, Document

_TITLE = re.compile(r"^\s*(?:naam (?:van de )?functie|functie(?:naam|titel)?|titel)\s*:\s*(\S.{1,79})$", re.IGNORECASE | re.MULTILINE)
_LABEL_SIGNS = 40
_NUMBER = re.compile(r"\W*\d[\d.,]*\s*(?:%|procent|uur|uren)?\W*", re.IGNORECASE)

_Row = tuple[tuple[Block, ...], ...]


def text_of_document(document: Document) -> tuple[str, str]:
    """The title and the text."""
    # An empty line keeps a paragraph from being taken for a line that goes on in the next.
    text = "\n\n".join(line for line in _lines(document.blocks) if line.strip())
    return title_in(text), text


def title_in(text: str) -> str:
    """The title where a line of a form gives one ("Naam functie: ..."), else ""."""
    found = _TITLE.search(text)
    return found[1].strip() if found else ""


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield from _table(block.rows)
        elif block.kind is BlockKind.ITEM:
            yield f"- {_plain(block)}"
        else:
            yield _plain(block)


def _table(rows: Sequence[_Row]) -> Iterator[str]:
    """A form has a label and a value on each row; a table of three or more columns has its labels in the first row."""
    cells = [[[line for line in _lines(cell) if line.strip()] for cell in row] for row in rows]
    widths = {len(row) for row in cells}
    head = cells[0] if cells else []
    if len(cells) > 1 and len(widths) == 1 and len(head) > 2 and all(len(cell) == 1 and len(cell[0]) <= _LABEL_SIGNS for cell in head):
        for row in cells[1:]:
            yield from _listed([cell[0].rstrip(":") for cell in head], row)
        return
    for row in cells:
        # A cell that goes on over several columns is there more than once.
        filled = [cell for at, cell in enumerate(row) if cell and cell not in row[:at]]
        yield from _pair(filled) if len(filled) == 2 else (line for cell in filled for line in cell)


def _pair(cells: Sequence[list[str]]) -> Iterator[str]:
    label, value = cells
    if len(label) > 1 or (len(label[0]) > _LABEL_SIGNS and not _NUMBER.fullmatch(value[0])):
        yield from (*label, *value)
    elif len(value) == 1:
        yield f"{label[0].rstrip(':')}: {value[0].removeprefix('- ')}"
    else:
        yield f"{label[0].rstrip(':')}:"
        yield from value


def _listed(labels: Sequence[str], row: Sequence[list[str]]) -> Iterator[str]:
    """The cells below their labels; numbers and shares of time stay with the text they are about."""
    filled = [(label, cell) for label, cell in zip(labels, row, strict=True) if cell]
    texts = [(label, cell) for label, cell in filled if not _NUMBER.fullmatch(" ".join(cell))]
    numbers = ", ".join(f"{label}: {cell[0]}" for label, cell in filled if (label, cell) not in texts)
    for at, (label, cell) in enumerate(texts):
        lines = list(_pair([[label], cell]))
        yield from lines[:-1]
        yield f"{lines[-1].rstrip('.')} ({numbers})" if numbers and at == 0 else lines[-1]


def _plain(block: Block) -> str:
    """The text of a block on one line: a soft break is a space."""
    return " ".join(block.text.text.split())
