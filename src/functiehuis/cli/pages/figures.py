"""What tables of figures have in common."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text


def heading(console: Console, text: str) -> None:
    """A heading with a blank line before it."""
    console.print()
    console.print(Text(text, style="bold"))


def table_of(*columns: str) -> Table:
    """A table without lines: names on the left, figures on the right."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for at, column in enumerate(columns):
        table.add_column(column, justify="left" if at == 0 else "right", no_wrap=True)
    return table


def percent(part: float | None) -> str:
    """A part as a percentage, rounded down: 100% is said only of everything."""
    return "-" if part is None else f"{int(part * 1000) / 10:.1f}%".replace(".", ",")
