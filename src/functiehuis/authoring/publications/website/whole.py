"""The whole book on one page: the parts of the book on paper, each with the anchor by which a page finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.publications.layout import book_sections
from functiehuis.documents.document import Block, BlockKind
from functiehuis.model.book import FunctionBook
from functiehuis.model.function import Module, StandardFunction
from functiehuis.model.system import BookSystem


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together on a page: one block, or the items of one list."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WholePart:
    """A part of the book: its anchor, what it is called for who hears the page, and its blocks."""

    anchor: str
    name: str
    groups: tuple[Group, ...]


def whole_book(book: FunctionBook, system: BookSystem, addresses: Sequence[str]) -> tuple[WholePart, ...]:
    """The parts in order."""
    parts = []
    functions = iter(addresses)
    for at, section in enumerate(book_sections(book, system)):
        anchor = f"functie-{next(functions)}" if isinstance(section.of, StandardFunction) else f"deel-{at}"
        name = section.of.name if isinstance(section.of, StandardFunction | Module) else ""
        parts.append(WholePart(anchor, name, grouped(section.blocks)))
    return tuple(parts)


def grouped(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """Neighbouring list items together."""
    groups: list[Group] = []
    for block in blocks:
        if groups and groups[-1].kind == block.kind.value == BlockKind.ITEM.value:
            groups[-1] = Group(groups[-1].kind, (*groups[-1].blocks, block))
        else:
            groups.append(Group(block.kind.value, (block,)))
    return tuple(groups)
