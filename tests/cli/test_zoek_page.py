"""The page of a placement: what came out first, everything at 80 and 120 columns, literal quotations, and more only when asked."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from functiehuis.classifying.proposals import Placer, motivation
from functiehuis.cli.pages.placement import placement_line, print_placement
from functiehuis.documents.rows import BadRow
from functiehuis.model.candidate import LikePrecedent, Precedent, PrecedentSource
from functiehuis.model.placement import Outcome, Placement
from work_texts import COORDINATOR, HELPDESK, INVORDERAAR, KOK, TEAMLEIDER

TEXTS = {"inner": INVORDERAAR, "leader": TEAMLEIDER, "coordinator": COORDINATOR, "helpdesk": HELPDESK, "cook": KOK, "too short": "Taxeert woningen."}


def page(placement: Placement, width: int = 80, *, everything: bool = False, terminal: bool = False) -> str:
    """What is printed, without the spaces that fill the lines."""
    seen = io.StringIO()
    console = Console(file=seen, width=width, highlight=False, force_terminal=terminal, color_system="standard" if terminal else None, _environ={})
    print_placement(console, placement, everything=everything)
    return re.sub(r"(?m) +$", "", seen.getvalue())


def words(text: str) -> str:
    return " ".join(text.split())


def doubtful(placement: Placement) -> Placement:
    return replace(placement, outcome=Outcome.UNDECIDED, defended=(0, 1))


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("everything", [False, True], ids=["short", "everything"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_page_fits_and_never_grows_wider_than_reads_well(placer: Placer, text: str, everything: bool, width: int) -> None:
    lines = page(placer.place(text, title="Een titel"), width, everything=everything).splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert lines[0] == "Een titel"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_outcome_is_on_the_first_lines_and_the_page_is_short(placer: Placer, text: str) -> None:
    placement = placer.place(text)
    lines = page(placement).splitlines()
    assert lines[0].startswith({Outcome.PROPOSAL: "✓ voorstel", Outcome.UNDECIDED: "? twijfel", Outcome.NO_FIT: "✗ geen functie"}[placement.outcome])
    assert len(lines) < 70


@pytest.mark.parametrize("everything", [False, True], ids=["short", "everything"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_stands_between_quotation_marks_is_said_in_the_description(placer: Placer, text: str, everything: bool) -> None:
    shown = words(page(placer.place(text), everything=everything))
    quotes = re.findall(r"“([^”]+)”", shown)
    assert quotes or "woorden" in shown
    for quote in quotes:
        assert quote.removesuffix(" …").rstrip("…").strip() in words(text)


def test_a_passage_is_quoted_in_full_once(placer: Placer) -> None:
    placement = placer.place(COORDINATOR)
    passage = "Ik behandel bezwaren tegen de WOZ-waarde van woningen: ik lees de bezwaren, bel de mensen en schrijf de uitspraak"
    assert words(page(placement)).count(passage) == 1
    assert words(page(placement, everything=True)).count(passage) > 1


def test_a_proposal_says_why_and_what_is_open(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    assert placement.outcome is Outcome.PROPOSAL
    shown = words(page(placement))
    best = placement.comparisons[0].function
    for told in (f"{best.name} ({best.code})", "Het werk", f"({placement.group})", "Per kenmerk van", "Waarom niet hoger", "Waarom niet lager", "Regels:"):
        assert told in shown
    for item in placement.comparisons[0].verdicts:
        assert item.characteristic.text in shown
    assert "2 zinnen zijn terzijde gelegd" in shown
    for told in ("Motivering", "Vroeger deed je ook de post", "Taken naast"):
        assert told not in shown


def test_the_words_that_part_two_levels_are_marked_without_colour(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    step = next(step for step in placement.steps if step.own and step.other and step.own_words and step.other_words)
    shown = page(placement, 120)
    assert f"«{step.own_words[0]}»" in shown
    assert f"«{step.other_words[0]}»" in shown


def test_everything_adds_the_motivering_the_tasks_and_what_was_set_aside(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    shown = words(page(placement, everything=True))
    assert words(motivation(placement)) in shown
    for statement in placement.description.set_aside():
        assert statement.reason
        assert statement.reason in shown
    for task in placement.comparisons[0].tasks:
        assert words(task.passage).rstrip(".;:, ") in shown
    for comparison in placement.comparisons:
        assert f"{comparison.function.name} ({comparison.function.code})" in shown


def test_a_doubt_shows_both_functions_kenmerk_by_kenmerk(placer: Placer) -> None:
    placement = doubtful(placer.place(INVORDERAAR))
    lines = page(placement).splitlines()
    first, second = (placement.comparisons[at].function for at in (0, 1))
    assert lines[0] == f"? twijfel  {first.name} ({first.code})"
    assert lines[1].strip() == f"of  {second.name} ({second.code})"
    for function in (first, second):
        assert any(line.startswith(f"Per kenmerk van {function.name}") for line in lines)


def test_no_function_names_the_nearest_and_what_is_not_in_them(placer: Placer) -> None:
    placement = placer.place(KOK)
    shown = words(page(placement))
    assert "Geen normfunctie van dit boek past." in shown
    assert placement.reason
    assert placement.reason in shown
    for comparison in placement.comparisons[:3]:
        assert f"{comparison.function.name} ({comparison.function.code})" in shown
    assert "Per kenmerk" not in shown


def test_an_earlier_placement_of_the_employer_goes_before_examples(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    code = placement.comparisons[0].function.code or ""
    own = LikePrecedent(Precedent("7", "Inner oost", "", code, source=PrecedentSource.CONFIRMED), 0.5)
    shown = page(replace(placement, precedents=(*placement.precedents, own)))
    assert "Eerder zo ingedeeld\n  • Inner oost" in shown
    assert "voorbeelden" not in shown


def test_a_function_without_code_is_called_by_its_name(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    best = placement.comparisons[0]
    nameless = replace(best, function=replace(best.function, code=None))
    lines = page(replace(placement, comparisons=(nameless, *placement.comparisons[1:]))).splitlines()
    assert lines[0] == f"✓ voorstel  {best.function.name}"


def test_on_a_terminal_the_same_is_said_with_colours(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    coloured = page(placement, terminal=True)
    assert "\x1b[" in coloured
    assert words(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == words(page(placement))


@pytest.mark.parametrize("title", ["[bold]Baas[/bold]", ":smile:", "[/]", "a\nb", "x" * 500])
def test_a_title_is_shown_as_it_is_written(placer: Placer, title: str) -> None:
    shown = page(placer.place(INVORDERAAR, title=title))
    assert "".join(title.split()) in "".join(shown.split())


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_row_is_one_line_with_its_columns_in_place(placer: Placer, text: str, width: int) -> None:
    placement = placer.place(text, title="Medewerker met een heel lange titel " * 3, identifier="een-heel-lang-id-" * 3)
    line = placement_line(placement, width).plain
    assert len(line) <= width
    assert line == line.rstrip()
    assert "\n" not in line
    assert line.index(placement.outcome.value) == placement_line(placer.place(INVORDERAAR), width).plain.index("voorstel")
    if placement.defended:
        function = placement.comparisons[0].function
        assert (function.code or "") in line
        assert line.endswith(function.name.rsplit(" ", 1)[-1])


def test_the_line_of_a_doubt_names_both_codes(placer: Placer) -> None:
    placement = doubtful(placer.place(INVORDERAAR))
    line = placement_line(placement, 120).plain
    for at in (0, 1):
        assert (placement.comparisons[at].function.code or "?") in line


@pytest.mark.parametrize(("identifier", "start"), [("zaak-3", "zaak-3 "), (None, "rij 3 ")])
def test_a_bad_row_has_its_reason_below_it(identifier: str | None, start: str) -> None:
    reason = "Rij 3 is geen geldige JSON (het einde ontbreekt). Controleer de aanhalingstekens, komma's en accolades."
    lines = placement_line(BadRow(3, identifier, reason), 80).plain.splitlines()
    assert lines[0].startswith(start)
    assert "! fout" in lines[0]
    assert words(" ".join(lines[1:])) == reason
    assert max(map(len, lines)) <= 80
