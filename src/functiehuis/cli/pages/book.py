"""A book that was read: what is in it, and how the reading went."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from functiehuis.cli.pages.findings import print_finding
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding


def print_book(console: Console, book: FunctionBook, findings: Sequence[Finding]) -> None:
    """The cover, the counts, a line per function, and the findings on the reading."""
    organisation = book.organisation
    short = f" ({organisation.abbreviation})" if organisation.abbreviation else ""
    console.print(Text(book.title or "Functieboek zonder titel", style="bold"))
    console.print(Text(f"{organisation.name or 'Organisatie onbekend'}{short}"))
    console.print(Text(f"{book.system or 'systeem onbekend'}, {book.status.value}"))
    console.print()
    console.print(Text(_counts(book)))
    console.print()
    console.print(_functions(book))
    for module in book.modules:
        console.print(Text(f"Module {module.name}: {len(module.tasks)} taken, {f'code {module.code}' if module.code else 'zonder code'}"))
    console.print()
    if not findings:
        console.print("Alles is gelezen en begrepen.")
    for finding in findings:
        print_finding(console, finding)


def _counts(book: FunctionBook) -> str:
    kenmerken = [text for function in book.functions for text in function.characteristics]
    areas = [area for function in book.functions for area in function.result_areas]
    parts = [
        _count(len(book.functions), "normfunctie", "normfuncties"),
        _count(len(kenmerken), "kenmerk", "kenmerken") + f" ({sum(len(text.bold) for text in kenmerken)} keer vet)",
        _count(len(areas), "resultaatgebied", "resultaatgebieden"),
        _count(sum(len(area.tasks) for area in areas), "taak", "taken"),
        _count(len(book.modules), "module", "modules"),
    ]
    if book.leftovers:
        parts.append(_count(len(book.leftovers), "restant", "restanten"))
    return ", ".join(parts) + "."


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _functions(book: FunctionBook) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Code", no_wrap=True)
    table.add_column("Normfunctie", ratio=1)
    table.add_column("Schaal", justify="right")
    table.add_column("Kenm.", justify="right")
    table.add_column("Taken", justify="right")
    for function in book.functions:
        tasks = sum(len(area.tasks) for area in function.result_areas)
        cells = (function.code or "–", function.name, function.scale or "–", str(len(function.characteristics)), str(tasks))
        table.add_row(*(Text(cell) for cell in cells))
    return table
