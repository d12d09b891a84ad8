"""``functiehuis zoek``: the normfunctie for a description, or for a file full of them, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from functiehuis.actions.find_function import answer_of, open_placer, place_rows, read_description
from functiehuis.actions.read_book import systems_for
from functiehuis.actions.write_placements import placements_file
from functiehuis.classifying.proposals import Placer, motivation
from functiehuis.cli import pages
from functiehuis.cli.console import message, out, print_line, progress
from functiehuis.cli.dutch import DutchCommand
from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows
from functiehuis.library.folders import refuse_existing
from functiehuis.model.placement import Answer, Outcome, Placement
from functiehuis.model.wire import placement_to_wire

_MOST_QUESTIONS = 5  # more is an interview, and there is a person for that
_UNKNOWN = "weet ik niet"


@click.command(
    "zoek",
    cls=DutchCommand,
    short_help="Zoek de normfunctie bij een functiebeschrijving, met motivering.",
    example="""
    functiehuis zoek boek/ beschrijving.docx
    functiehuis zoek boek/ beschrijving.txt --vraag
    functiehuis zoek boek/ --invoer functies.xlsx --xlsx plaatsingen.xlsx
    functiehuis zoek boek/ --invoer functies.jsonl --json > plaatsingen.jsonl
    """,
)
@click.argument("boek", type=click.Path(path_type=Path), metavar="BOEK")
@click.argument("tekst", required=False, metavar="[TEKST]")
@click.option("--invoer", type=click.Path(path_type=Path), metavar="GEVALLEN", help="Veel beschrijvingen: .jsonl, .csv of .xlsx met id, titel en tekst.")
@click.option("--titel", default="", metavar="TITEL", help="Naam van de functie, alleen om te tonen; zij telt niet mee.")
@click.option("--vraag", "ask", is_flag=True, help="Stel de vragen die de doorslag geven, en zoek daarna opnieuw.")
@click.option("--antwoord", "answered", multiple=True, metavar="AS=GRAAD", help="Een antwoord vooraf, zoals beslisruimte=groot. Mag vaker.")
@click.option("--eerder", type=click.Path(path_type=Path), metavar="BESTAND", help="Eerdere indelingen: .jsonl, .csv of .xlsx met id, titel, tekst en code.")
@click.option("--alles", "everything", is_flag=True, help="Toon ook alle taken, wat terzijde is gelegd en de andere kandidaten.")
@click.option("--json", "as_json", is_flag=True, help="Druk elke plaatsing af als één regel JSON.")
@click.option("--xlsx", type=click.Path(path_type=Path), metavar="BESTAND", help="Schrijf de plaatsingen in een werkmap.")
@click.option("--overschrijf", is_flag=True, help="Vervang de werkmap als die er al is.")
@click.option("--systeem", type=click.Path(path_type=Path), metavar="BESTAND", help="Beschrijving van een ander systeem dan HR21, in YAML.")
def zoek(
    boek: Path,
    tekst: str | None,
    invoer: Path | None,
    titel: str,
    ask: bool,
    answered: tuple[str, ...],
    eerder: Path | None,
    everything: bool,
    as_json: bool,
    xlsx: Path | None,
    overschrijf: bool,
    systeem: Path | None,
) -> int:
    """Zoek bij een beschrijving (een bestand, de tekst zelf, of - voor de invoer) de normfunctie in BOEK, met de reden."""
    if (tekst is None) == (invoer is None):
        raise click.UsageError("Geef een beschrijving, of een bestand met veel beschrijvingen via --invoer.")
    if ask and (invoer or as_json):
        raise click.UsageError("--vraag gaat over één beschrijving die op het scherm komt; gebruik in een script --antwoord.")
    if xlsx is not None:
        refuse_existing(xlsx, overwrite=overschrijf)
    if invoer is not None:
        rows = read_rows(invoer)
        with progress(f"{boek.name} lezen") as tell:
            placer = open_placer(boek, systems_for(systeem), tell, earlier=eerder)
        _many(placer, rows, invoer, as_json, xlsx, overschrijf)
        return 0
    own_title, words = _description(tekst or "")
    with progress(f"{boek.name} lezen") as tell:
        placer = open_placer(boek, systems_for(systeem), tell, earlier=eerder)
    answers = [answer_of(placer, item) for item in answered]
    placement = placer.place(words, title=titel or own_title, answers=answers)
    if ask:
        placement = _asked(placer, placement)
    if xlsx is not None:
        with placements_file(xlsx, overwrite=overschrijf) as write:
            write(placement)
    if as_json:
        print_line(json.dumps(placement_to_wire(placement, motivation(placement)), ensure_ascii=False))
    else:
        pages.print_placement(out(), placement, everything=everything)
    return 0


def _description(given: str) -> tuple[str, str]:
    """The title and the words of a description."""
    if given == "-":
        return "", sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    return read_description(given)


def _many(placer: Placer, rows: Iterator[Row | BadRow], source: Path, as_json: bool, xlsx: Path | None, overwrite: bool) -> None:
    """Every row placed and told, in the order of the file; a bad row is told and the rest goes on."""
    total = count_rows(source) or 0
    told: dict[str, int] = {}
    console = out()
    with ExitStack() as stack:
        write = stack.enter_context(placements_file(xlsx, overwrite=overwrite)) if xlsx else None
        tell = stack.enter_context(progress(f"{source.name} plaatsen"))
        for done, item in enumerate(place_rows(placer, rows), 1):
            outcome = "fout" if isinstance(item, BadRow) else item.outcome.value
            told[outcome] = told.get(outcome, 0) + 1
            if write:
                write(item)
            if as_json:
                print_line(json.dumps(_line(item), ensure_ascii=False))
            else:
                pages.print_placement_line(console, item)
            tell(done, max(done, total))
    totals = ", ".join(f"{count} {outcome}" for outcome, count in sorted(told.items()))
    if as_json:
        message(f"{sum(told.values())} rijen: {totals}.")
    else:
        console.print(f"\n{sum(told.values())} rijen: {totals}.", markup=False)
    if xlsx:
        message(f"De werkmap staat in {xlsx}.")


def _line(item: Placement | BadRow) -> dict[str, object]:
    if isinstance(item, BadRow):
        return {"id": item.id, "fout": item.reason}
    return placement_to_wire(item, motivation(item))


def _asked(placer: Placer, placement: Placement) -> Placement:
    """The placement after its questions were answered, one at a time, until one function stands out or none is left that would decide."""
    passed: set[str] = set()
    answers: list[Answer] = list(placement.answers)
    while len(passed) < _MOST_QUESTIONS and not (answers and placement.outcome is Outcome.PROPOSAL):
        question = next((item for item in placement.questions if item.axis not in passed), None)
        if question is None:
            break
        passed.add(question.axis)
        message(f"\n{question.question}")
        for number, answer in enumerate(question.answers, 1):
            message(f"  {number}. {answer}")
        unknown = len(question.answers) + 1
        message(f"  {unknown}. {_UNKNOWN.capitalize()}.")
        chosen: int = click.prompt("Uw antwoord", type=click.IntRange(1, unknown), err=True)
        if chosen < unknown:
            answers.append(Answer(question.axis, chosen - 1))
            placement = placer.place(placement.description.text, title=placement.description.title, answers=answers)
    return placement
