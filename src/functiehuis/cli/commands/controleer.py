"""``functiehuis controleer``: everything worth telling about a book."""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.actions.check_book import check_source
from functiehuis.actions.read_book import systems_for
from functiehuis.cli.console import out, print_json, progress
from functiehuis.cli.dutch import DutchCommand
from functiehuis.cli.pages.findings import print_findings
from functiehuis.cli.sarif import sarif_log
from functiehuis.model.finding import Severity
from functiehuis.model.wire import finding_to_wire


@click.command(
    "controleer",
    cls=DutchCommand,
    short_help="Zoek fouten en twijfels in een functieboek.",
    example="""
    functiehuis controleer functieboek.docx
    functiehuis controleer boek/ --streng
    functiehuis controleer functieboek.pdf --sarif > meldingen.sarif
    """,
)
@click.argument("bron", type=click.Path(path_type=Path), metavar="BRON")
@click.option("--streng", is_flag=True, help="Ook een waarschuwing geeft exitcode 1.")
@click.option("--systeem", type=click.Path(path_type=Path), metavar="BESTAND", help="Beschrijving van een ander systeem dan HR21, in YAML.")
@click.option("--json", "as_json", is_flag=True, help="Druk de meldingen af als JSON.")
@click.option("--sarif", "as_sarif", is_flag=True, help="Druk de meldingen af als SARIF 2.1.0, voor andere programma's.")
def controleer(bron: Path, streng: bool, systeem: Path | None, as_json: bool, as_sarif: bool) -> int:
    """Controleer een functieboek. De exitcode is 1 als er een fout is, anders 0."""
    if as_json and as_sarif:
        raise click.UsageError("Kies --json of --sarif, niet allebei.")
    with progress(f"{bron.name} lezen") as tell:
        report = check_source(bron, systems_for(systeem), tell)
    if as_json:
        print_json({"meldingen": [finding_to_wire(finding) for finding in report.findings]})
    elif as_sarif:
        print_json(sarif_log(report.findings, bron))
    else:
        print_findings(out(), report.book, report.findings, dismissed=len(report.dismissed))
    wrong = {Severity.ERROR, Severity.WARNING} if streng else {Severity.ERROR}
    return 1 if any(finding.severity in wrong for finding in report.findings) else 0
