"""What changed between two versions: struck words between [- and -], new words between {+ and +}, so that it reads without colour."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from functiehuis.authoring.changes import BookChanges, Change
from functiehuis.cli.pages.marks import indented
from functiehuis.language.differences import Difference, DifferenceKind

_AROUND = 6  # words kept around a change


def print_changes(console: Console, changes: BookChanges) -> None:
    """The sum, then every change under its function."""
    console.print(Text(f"Van '{changes.before or 'zonder titel'}' naar '{changes.after or 'zonder titel'}'", style="bold"))
    console.print(Text(changes.summary))
    for function, group in groupby(changes.changes, key=lambda change: change.function):
        rows = list(group)
        console.print()
        name = rows[0].name or ""
        console.print(Text(f"{function}  {name}".strip() if function else "Het hele boek", style="bold"))
        for change in rows:
            _print_change(console, change)


def _print_change(console: Console, change: Change) -> None:
    console.print(indented(Text(f"• {change.text}"), 2))
    if change.differences:
        console.print(indented(_renvooi(change.differences), 6))
    for item in change.items:
        console.print(indented(Text(item.text, style="dim"), 6))


def _renvooi(differences: tuple[Difference, ...]) -> Text:
    out = Text()
    for number, difference in enumerate(differences):
        if number:
            out.append(" ")
        if difference.kind is DifferenceKind.KEPT:
            out.append(_shortened(difference.after_words, first=number == 0, last=number == len(differences) - 1), style="dim")
            continue
        if difference.before_words:
            out.append(f"[-{difference.before_words}-]", style="red strike")
        if difference.before_words and difference.after_words:
            out.append(" ")
        if difference.after_words:
            out.append(f"{{+{difference.after_words}+}}", style="green bold")
    return out


def _shortened(words: str, *, first: bool, last: bool) -> str:
    parts = words.split()
    if first and len(parts) > _AROUND:
        return "… " + " ".join(parts[-_AROUND:])
    if last and len(parts) > _AROUND:
        return " ".join(parts[:_AROUND]) + " …"
    if len(parts) > 2 * _AROUND:
        return " ".join(parts[:_AROUND]) + " … " + " ".join(parts[-_AROUND:])
    return words
