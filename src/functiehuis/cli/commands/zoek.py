"""``functiehuis zoek``: the normfunctie for a description, or for a file full of them, and why."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from functiehuis.actions.find_function import Described, answer_of, description_in, open_placer, place_rows, read_description
from functiehuis.actions.read_book import systems_for
from functiehuis.actions.write_placements import placements_file, refuse_workbook
from functiehuis.classifying.proposals import Placer, motivation
from functiehuis.cli.console import ask, message, out, print_json_line, print_line, progress
from functiehuis.cli.dutch import DutchCommand, refuse_useless_overwrite
from functiehuis.cli.pages.placement import placement_line, print_placement
from functiehuis.documents.limits import FILE_BYTES, no_progress
from functiehuis.documents.rows import BadRow, Row, count_rows, read_rows
from functiehuis.model.errors import UnreadableError, WriteError
from functiehuis.model.placement import Answer, Outcome, Placement, Question
from functiehuis.model.wire import placement_to_wire

_MOST_QUESTIONS = 5  # more is an interview, and there is a person for that
_UNKNOWN = "Weet ik niet."
_NO_MORE = "De invoer is gesloten of afgelopen: deze vraag en wat er nog zou komen zijn niet beantwoord. De plaatsing berust op wat er al was."


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
@click.option("--alles", "everything", is_flag=True, help="Toon ook alle taken, de andere kandidaten, wat terzijde is gelegd en de motivering.")
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
    _refuse_wrong_use(tekst, invoer, one=ask or bool(answered) or bool(titel), ask=ask, as_json=as_json)
    refuse_useless_overwrite(overschrijf, xlsx, "een werkmap met --xlsx")
    if xlsx is not None:
        if xlsx.is_dir():
            raise WriteError(f"{xlsx} is een map, en hier moet een werkmap van Excel komen. Kies een naam die eindigt op .xlsx.")
        sources = [boek, *(path for path in (invoer, eerder, systeem) if path is not None), *([Path(tekst)] if tekst else [])]
        refuse_workbook(xlsx, sources, overwrite=overschrijf)
    # What is to be placed is opened before the book, which takes longer.
    rows, given = (read_rows(invoer), None) if invoer is not None else (None, _given(tekst or ""))
    with progress(f"{boek.name} lezen") as tell:
        placer = open_placer(boek, systems_for(systeem), tell, earlier=eerder, tell=message)
    with ExitStack() as stack:
        write = stack.enter_context(placements_file(xlsx, overwrite=overschrijf)) if xlsx else None
        if rows is not None and invoer is not None:
            _many(placer, rows, invoer, as_json, write)
        elif given is not None:
            given = replace(given, title=titel or given.title)
            answers = [answer_of(placer, item) for item in answered]
            placement = _asked(placer, given, answers) if ask else _placed(placer, given, answers)
            if write:
                write(placement)
            if as_json:
                print_json_line(_wire(placement))
            else:
                print_placement(out(), placement, everything=everything)
    if xlsx:
        message(f"De werkmap staat in {xlsx}.")
    return 0


def _refuse_wrong_use(tekst: str | None, invoer: Path | None, *, one: bool, ask: bool, as_json: bool) -> None:
    if (tekst is None) == (invoer is None):
        raise click.UsageError("Geef een beschrijving, of een bestand met veel beschrijvingen via --invoer.")
    if invoer is not None and one:
        raise click.UsageError("--vraag, --antwoord en --titel gaan over één beschrijving, niet over een bestand via --invoer.")
    if invoer == Path("-"):
        raise click.UsageError("--invoer leest een bestand en niet de invoer. Zet de rijen in een bestand dat eindigt op .jsonl, .csv of .xlsx.")
    if ask and as_json:
        raise click.UsageError("--vraag stelt vragen op het scherm en gaat niet samen met --json; gebruik in een script --antwoord.")
    if ask and tekst == "-":
        raise click.UsageError("--vraag leest uw antwoorden van de invoer, en daar komt met - de beschrijving al vandaan. Zet de beschrijving in een bestand.")


def _given(tekst: str) -> Described:
    """The description that TEKST stands for."""
    if tekst != "-":
        return read_description(tekst)
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UnreadableError("Er is geen invoer om een beschrijving uit te lezen. Geef de naam van een bestand, of stuur de tekst naar deze opdracht.")
    if sys.stdin.isatty():
        message("Typ de beschrijving. Sluit af met Enter en Ctrl-D.")
    return description_in(stream.read(FILE_BYTES + 1), "invoer")


def _placed(placer: Placer, given: Described, answers: Sequence[Answer]) -> Placement:
    return placer.place(given.text, title=given.title, identifier=given.identifier, answers=answers)


def _many(placer: Placer, rows: Iterator[Row | BadRow], source: Path, as_json: bool, write: Callable[[Placement | BadRow], None] | None) -> None:
    """Every row placed and told, in the order of the file; a bad row is told and the rest goes on."""
    told: Counter[str] = Counter()
    console = out()
    total = count_rows(source) or 0
    # On a terminal the lines themselves are the progress, and a bar would stand between them.
    with progress(f"{source.name} plaatsen") if not console.is_terminal else nullcontext(no_progress) as tell:
        for done, item in enumerate(place_rows(placer, rows), 1):
            told["fout" if isinstance(item, BadRow) else item.outcome.value] += 1
            if write:
                write(item)
            read = print_json_line(_wire(item)) if as_json else _line_printed(console, item)
            if not read and write is None:
                return
            tell(done, max(done, total))
    totals = f"{told.total()} {'rij' if told.total() == 1 else 'rijen'}: {', '.join(f'{count} {outcome}' for outcome, count in sorted(told.items()))}."
    if as_json:
        message(totals)
    else:
        print_line(f"\n{totals}")


def _line_printed(console: Console, item: Placement | BadRow) -> bool:
    line = placement_line(item, console.width)
    if console.is_terminal:
        console.print(line, soft_wrap=True)
        return True
    return print_line(line.plain)


def _wire(item: Placement | BadRow) -> dict[str, object]:
    if isinstance(item, BadRow):
        return {"id": item.id, "fout": item.reason, "rij": item.number}
    return placement_to_wire(item, motivation(item))


def _asked(placer: Placer, given: Described, answers: list[Answer]) -> Placement:
    """The placement after its questions were answered, one at a time, until one function stands out or none is left that would decide."""
    placement = _placed(placer, given, answers)
    passed: set[str] = set()
    while len(passed) < _MOST_QUESTIONS and not (answers and placement.outcome is Outcome.PROPOSAL):
        question = next((item for item in placement.questions if item.axis not in passed), None)
        if question is None:
            break
        passed.add(question.axis)
        try:
            chosen = _chosen(question, len(passed))
        except EOFError:
            message(_NO_MORE)
            break
        if chosen is not None:
            answers.append(Answer(question.axis, chosen))
            placement = _placed(placer, given, answers)
    if not passed:
        message("Er zijn geen vragen die iets zouden veranderen.")
    return placement


def _chosen(question: Question, number: int) -> int | None:
    """The rank of the answer that somebody chose; None for who does not know. Raises EOFError when no answer can come any more."""
    unknown = len(question.answers) + 1
    message(f"\nVraag {number}. {question.question}")
    for at, answer in enumerate((*question.answers, _UNKNOWN), 1):
        message(f"  {at}. {answer}")
    while True:
        typed = ask(f"Uw antwoord (Enter is {unknown}): ")
        if typed is None:
            raise EOFError
        said = typed or str(unknown)
        if said.isdecimal() and 1 <= int(said) <= unknown:
            return int(said) - 1 if int(said) < unknown else None
        message(f"Kies een getal van 1 tot en met {unknown}.")
