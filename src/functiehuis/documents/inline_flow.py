"""Marked-up text (HTML, XML) as it flows: pieces of text become blocks, with white space as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from functiehuis.documents.document import Block, BlockKind
from functiehuis.documents.limits import PARAGRAPHS
from functiehuis.documents.typed_bullets import blocks_of
from functiehuis.model.errors import UnreadableError
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run

_SPACES = re.compile(r"[ \t\r\n\f]+")
_KEPT = "\ue000"  # stands for a line break while white space is collapsed


@dataclass(frozen=True, slots=True)
class Setting:
    """What the surrounding elements say about a text."""

    bold: bool = False
    italic: bool = False
    kept: bool = False  # white space is kept, as in <pre>
    heading: int | None = None
    list_depth: int = -1  # -1 outside lists, 0 in the outermost


class Flow:
    """Collects runs; ``close`` makes a block of them. Refuses with UnreadableError what has too many blocks."""

    def __init__(self, name: str) -> None:
        """Take the file name for the provenance."""
        self._name = name
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._line: int | None = None
        self._marker: tuple[str, int] | None = None
        self._heading: int | None = None
        self._made = 0

    def text(self, text: str | None, setting: Setting, line: int | None) -> None:
        """Add a piece of text as it stands in the source."""
        if not text:
            return
        if self._line is None and text.strip():
            self._line = line
            self._heading = setting.heading
        clean = text.replace("\xad", "").replace(_KEPT, "•")
        if setting.kept:
            clean = clean.replace("\r\n", "\n").replace("\n", _KEPT).replace(" ", "\xa0")
        self._runs.append(Run(clean, setting.bold, setting.italic))

    def line_break(self) -> None:
        """A line break inside the block."""
        self._runs.append(Run(_KEPT))

    def item(self, marker: str, depth: int) -> None:
        """What comes next is a list item."""
        self.close()
        self._marker = (marker, depth)

    def drop_item(self) -> None:
        """The list item ends here; an item without text is no block."""
        self.close()
        self._marker = None

    def close(self) -> None:
        """End the block that is being collected; nothing happens where there is no text."""
        text = RichText.from_runs(_collapsed(self._runs), Provenance(self._name, self._line, None)).stripped()
        heading, self._runs, self._line, self._heading = self._heading, [], None, None
        if not text:
            return
        if heading is not None:
            marker = self._marker[0] if self._marker else None
            self.add([Block(BlockKind.HEADING, text, heading, marker)])
        elif self._marker is None:
            self.add(blocks_of(text))
        else:
            self.add([Block(BlockKind.ITEM, text, self._marker[1], self._marker[0])])
        self._marker = None

    def add(self, blocks: list[Block]) -> None:
        """Add blocks that are ready."""
        self.blocks.extend(blocks)
        self._made += len(blocks)
        if self._made > PARAGRAPHS:
            raise UnreadableError(f"{self._name} is te groot: er zijn meer dan {PARAGRAPHS} alinea's. Bewaar alleen het deel dat gelezen moet worden.")

    def nested(self) -> Flow:
        """A flow of its own for a cell or a note."""
        self.close()
        return Flow(self._name)


def _collapsed(runs: list[Run]) -> list[Run]:
    found: list[Run] = []
    spaced = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text[1:] if spaced and text.startswith(" ") else text
        text = re.sub(f" ?{_KEPT} ?", "\n", text).replace("\xa0", " ")
        if text:
            if text.startswith("\n") and found:
                found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
            found.append(replace(run, text=text))
            spaced = run.text.endswith((" ", "\n", "\t", "\r", _KEPT))
    return found
