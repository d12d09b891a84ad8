"""Findings: grouped by weight, one block per cause with all its places, a quotation and a proposal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from functiehuis.cli.pages.marks import DIFFERENCE, SEVERITY, cut, indented
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity

_PLACES = 4
_AROUND = 34


def print_findings(console: Console, book: FunctionBook, findings: Sequence[Finding], *, dismissed: int) -> None:
    """The whole report, with its sums first."""
    console.print(Text(f"Controle van {book.title or 'functieboek zonder titel'}", style="bold"))
    console.print(Text(_sums(findings, dismissed)))
    for severity in Severity:
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            sign, style = SEVERITY[severity]
            console.print()
            console.print(Text(f"── {sign} ({len(chosen)}) ".ljust(console.width - 1, "─"), style=style))
        for finding in chosen:
            print_finding(console, finding)


def print_finding(console: Console, finding: Finding) -> None:
    """One finding."""
    sign, style = SEVERITY[finding.severity]
    head = Text.assemble((sign[0], style), " ", (finding.code, "bold"), " ", finding.text)
    console.print(head)
    for place in finding.places[:_PLACES]:
        console.print(indented(_place(place), 4))
    more = len(finding.places) - _PLACES
    if more > 0:
        console.print(indented(Text(f"en nog {more} {'plaats' if more == 1 else 'plaatsen'}", style="dim"), 4))
    if finding.proposal:
        console.print(indented(Text(f"→ {finding.proposal}"), 4))
    console.print(indented(Text(f"kenmerk {finding.fingerprint}", style="dim"), 4))


def _sums(findings: Sequence[Finding], dismissed: int) -> str:
    counts = Counter(finding.severity for finding in findings)
    words = {Severity.ERROR: ("fout", "fouten"), Severity.WARNING: ("waarschuwing", "waarschuwingen"), Severity.INFO: ("opmerking", "opmerkingen")}
    told = [f"{counts[severity]} {words[severity][counts[severity] != 1]}" for severity in Severity]
    away = f" Daarnaast {dismissed} genegeerd met reden." if dismissed else ""
    return ("Geen meldingen." if not findings else ", ".join(told) + ".") + away


def _place(place: Place) -> Text:
    where = place.provenance
    source = ""
    if where is not None:
        page = f", blz. {where.page}" if where.page else ""
        line = f", regel {where.line}" if where.line else ""
        source = f" ({where.file}{page}{line})"
    out = Text.assemble((f"{f'{place.function}, ' if place.function else ''}{place.part}{source}", "dim"))
    if place.quote:
        out = Text.assemble(out, "\n", _quoted(place))
    return out


def _quoted(place: Place) -> Text:
    """The quotation, with the words that matter between « and », cut around them when it is long."""
    quote = place.quote or ""
    if place.span is None:
        return Text(f"'{cut(quote, 2 * _AROUND)}'")
    start, end = place.span
    left, right = max(0, start - _AROUND), min(len(quote), end + _AROUND)
    out = Text("'" + ("…" if left else "") + quote[left:start])
    out.append(DIFFERENCE[0] + quote[start:end] + DIFFERENCE[1], style="bold")
    out.append(quote[end:right] + ("…" if right < len(quote) else "") + "'")
    return out
