"""``functiehuis meet``: how well do we read, check, compare and find?"""

from __future__ import annotations

from pathlib import Path

import click

from functiehuis.actions.measure import measure_product
from functiehuis.cli.console import message, out, print_json, progress
from functiehuis.cli.dutch import DutchCommand
from functiehuis.cli.pages.measures import fall_sentence, print_measures


@click.command(
    "meet",
    cls=DutchCommand,
    short_help="Meet hoe goed Functiehuis leest, controleert en zoekt.",
    example="""
    functiehuis meet
    functiehuis meet --bewaak
    functiehuis meet --boek ../shared/functieboek --json > meting.json
    """,
)
@click.option("--boek", type=click.Path(path_type=Path), metavar="MAP", help="Map met het echte functieboek: bghu.txt, bghu.docx en bghu.pdf.")
@click.option("--bewaak", is_flag=True, help="Exitcode 1 als een cijfer slechter is dan de vastgelegde grens.")
@click.option("--json", "as_json", is_flag=True, help="Druk de meting af als JSON.")
def meet(boek: Path | None, bewaak: bool, as_json: bool) -> int:
    """Meet op het voorbeeldboek met bekende waarheid, en op het echte boek als dat er is. Dit duurt een tot twee minuten."""
    with progress("Meten") as tell:
        report = measure_product(boek, tell)
    if as_json:
        print_json(report.wire)
    else:
        print_measures(out(), report.measurement, report.titles)
    if not bewaak:
        return 0
    for fall in report.watch.fallen:
        message(fall_sentence(fall))
    if not report.watch.fallen:
        skipped = (
            f" {report.watch.skipped} grenzen gaan over het echte boek of ander materiaal dat er niet is, en zijn overgeslagen." if report.watch.skipped else ""
        )
        message(f"Alle {report.watch.checked} grenzen zijn gehaald.{skipped}")
    return 1 if report.watch.fallen else 0
