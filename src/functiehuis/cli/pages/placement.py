"""A placement on the screen: what came out, the other candidates, the motivering, and what would still decide."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from functiehuis.classifying.proposals import motivation
from functiehuis.cli.pages.marks import cut, indented
from functiehuis.documents.rows import BadRow
from functiehuis.model.placement import CharacteristicVerdict, Comparison, Cover, Outcome, Placement, Verdict

_HEADLINE = {
    Outcome.PROPOSAL: ("✓ voorstel", "bold green"),
    Outcome.UNDECIDED: ("? twijfel", "bold yellow"),
    Outcome.NO_FIT: ("✗ geen functie", "bold red"),
}
_SIGNS = {Verdict.MEETS: "✓", Verdict.ABOVE: "↑", Verdict.BELOW: "↓", Verdict.NOT_APPLICABLE: "–"}
_COVERS = {
    Cover.TASK: "taak van de functie",
    Cover.VARIATION: "lijkt op een taak van de functie",
    Cover.MODULE: "module",
    Cover.OTHER: "hoort bij een andere functie",
    Cover.NOTHING: "niet gedekt",
}
_LINE_TITLE = 36


def print_placement(console: Console, placement: Placement, *, everything: bool = False) -> None:
    """The placement of one description; with ``everything`` also its tasks, the other candidates per kenmerk, and what was set aside."""
    _print_headline(console, placement)
    if placement.comparisons:
        for paragraph in motivation(placement).split("\n\n")[1 if placement.outcome is Outcome.PROPOSAL else 0 :]:
            console.print()
            _print_paragraph(console, paragraph)
    _print_questions(console, placement)
    if everything:
        _print_tasks(console, placement)
        for comparison in placement.comparisons[1:]:
            _print_candidate(console, comparison)
    _print_aside(console, placement, everything=everything)
    console.print()
    console.print(Text(f"Boek: {placement.book_title} ({placement.book_hash[:12]}). Regels: {placement.rules}.", style="dim"))


def print_placement_line(console: Console, item: Placement | BadRow) -> None:
    """One row of many: id, outcome, code and name, title."""
    if isinstance(item, BadRow):
        console.print(Text(f"{item.id or '–'}  ! fout  {item.reason}"), soft_wrap=True)
        return
    sign, style = _HEADLINE[item.outcome]
    names = " of ".join(f"{item.comparisons[at].function.label} {item.comparisons[at].function.name}" for at in item.defended) or (item.reason or "")
    title = f"{cut(item.description.title, _LINE_TITLE)}  " if item.description.title else ""
    console.print(Text.assemble(f"{item.description.id}  {title}", (sign, style), f"  {names}"), soft_wrap=True)


def _print_headline(console: Console, placement: Placement) -> None:
    sign, style = _HEADLINE[placement.outcome]
    names = " of ".join(f"{placement.comparisons[at].function.name} ({placement.comparisons[at].function.label})" for at in placement.defended)
    if placement.description.title:
        console.print(Text(placement.description.title, style="bold"))
    console.print(Text.assemble((sign, style), ("  " + names if names else "", "bold")))
    if not placement.comparisons:
        console.print(Text(placement.reason or ""))
        return
    others = [item.function.label for at, item in enumerate(placement.comparisons) if at not in placement.defended]
    if others and placement.outcome is not Outcome.NO_FIT:
        console.print(Text(f"Daarna komen {', '.join(others[:3])}.", style="dim"))


def _print_paragraph(console: Console, paragraph: str) -> None:
    """A paragraph of the motivering; the items of a list hang under it."""
    for line in paragraph.split("\n"):
        if line.startswith("- "):
            body, proof = line[2:].split(": ", 1) if ": " in line else (line[2:], "")
            console.print(indented(Text.assemble("- ", body, (f": {proof}", "italic") if proof else ""), 2))
        else:
            lead, rest = line.split(":", 1) if ":" in line and line.index(":") < 90 and "“" not in line[: line.index(":")] else ("", line)
            console.print(Text.assemble((f"{lead}:", "bold"), rest) if lead else Text(rest))


def _print_questions(console: Console, placement: Placement) -> None:
    if not placement.questions:
        return
    console.print()
    console.print(Text("Vragen die de doorslag kunnen geven (--vraag stelt ze)", style="bold"))
    for question in placement.questions:
        console.print(indented(Text(f"? {question.question}"), 2))


def _print_tasks(console: Console, placement: Placement) -> None:
    if not placement.comparisons:
        return
    best = placement.comparisons[0]
    console.print()
    console.print(Text(f"Taken naast {best.function.name}", style="bold"))
    for item in best.tasks:
        where = item.module or item.area or item.function or ""
        console.print(indented(Text.assemble(f"“{item.passage}” ", (f"{_COVERS[item.cover]}{': ' + where if where else ''}", "dim")), 2))


def _print_candidate(console: Console, comparison: Comparison) -> None:
    console.print()
    console.print(Text(f"{comparison.function.name} ({comparison.function.label})", style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for item in comparison.verdicts:
        table.add_row(Text(f"{_SIGNS[item.verdict]} {item.verdict.value}"), _verdict(item))
    console.print(indented(table, 2))


def _verdict(item: CharacteristicVerdict) -> Text:
    proof = f" “{item.passage}” ({item.certainty.value})" if item.passage else ""
    return Text.assemble(item.characteristic.text, (proof, "italic"))


def _print_aside(console: Console, placement: Placement, *, everything: bool) -> None:
    aside = list(placement.description.set_aside())
    if not aside:
        return
    console.print()
    if not everything:
        parts = "zin is" if len(aside) == 1 else "zinnen zijn"
        console.print(Text(f"{len(aside)} {parts} terzijde gelegd; --alles toont ze met de reden.", style="dim"))
        return
    console.print(Text("Terzijde gelegd", style="bold"))
    for item in aside:
        console.print(indented(Text.assemble(f"“{' '.join(item.text.split())}” ", (item.reason or "", "dim")), 2))
