"""The marks in a text: bold of the book, and words that differ. On paper and in a pipe they are signs, on a terminal also styles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from functiehuis.model.finding import Severity
from functiehuis.model.text import RichText, Span

DIFFERENCE = ("«", "»")
BOLD = "**"
SEVERITY = {Severity.ERROR: ("✗ fout", "bold red"), Severity.WARNING: ("! waarschuwing", "yellow"), Severity.INFO: ("i info", "cyan")}


def marked(console: Console, text: RichText, differences: Sequence[Span] = ()) -> Text:
    """A text with its bold (a style on a terminal, ``**`` elsewhere) and its differences between « and »."""
    plain = not console.is_terminal
    openings: dict[int, str] = {}
    closings: dict[int, str] = {}
    for start, end in differences:
        openings[start] = openings.get(start, "") + DIFFERENCE[0]
        closings[end] = DIFFERENCE[1] + closings.get(end, "")
    if plain:
        for start, end in text.bold:
            openings[start] = openings.get(start, "") + BOLD
            closings[end] = BOLD + closings.get(end, "")
    edges = sorted({0, len(text.text), *openings, *closings, *(edge for span in text.bold for edge in span)})
    out = Text()
    for start, end in pairwise([*edges, len(text.text)]):
        out.append(closings.get(start, "") + openings.get(start, ""), style="dim")
        bold = any(left <= start < right for left, right in text.bold)
        out.append(text.text[start:end], style="bold" if bold and not plain else "")
    return out


def indented(content: Text | Table, columns: int) -> Padding:
    """Content some columns to the right, without filling its lines with spaces."""
    return Padding(content, (0, 0, 0, columns), expand=False)


def hanging(name: str, body: Text, columns: int) -> Padding:
    """A name with a text beside it; the lines of the text stay beside the name."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_row(Text(name, style="bold"), body)
    return indented(table, columns)


def cut(text: str, length: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
