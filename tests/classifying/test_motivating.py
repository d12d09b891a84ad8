"""The motivering: the group and why, passages that prove something, an honest level, and the same said everywhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from functiehuis.classifying.proposals import Placer, motivation, tasks_found
from functiehuis.library.books import demo_book
from functiehuis.library.placing import placer_for
from functiehuis.model.placement import Certainty, Comparison, Cover, Outcome, Placement, Verdict
from functiehuis.model.wire import placement_to_wire
from work_texts import COORDINATOR, HELPDESK, INVORDERAAR, KOK, TEAMLEIDER

EVERY_TEXT = (INVORDERAAR, TEAMLEIDER, COORDINATOR, HELPDESK)
SILENT = "Je behandelt bezwaarschriften tegen de WOZ-waarde, bezoekt woningen, neemt foto's en schrijft de uitspraak op bezwaar."
STRICT = (
    "Je behandelt bezwaarschriften tegen de WOZ-waarde en schrijft de uitspraak op bezwaar. Je werkt volgens de vaste checklist, stap voor stap, "
    "en volgt de instructie. De uitspraak staat precies voorgeschreven in vaste teksten."
)


def quoted(text: str) -> list[str]:
    return re.findall(r"“([^”]*)”", text)


@pytest.mark.parametrize("text", EVERY_TEXT)
def test_the_group_is_named_with_what_it_is_the_tasks_that_belong_there_and_the_rival(placer: Placer, text: str) -> None:
    placement = placer.place(text)
    reason = placement.group_reasons[0]
    assert reason.group
    assert reason.group.definition
    told = motivation(placement)
    assert f"{reason.group.name} ({reason.group.code})" in told
    assert reason.group.definition.text[20:40] in told
    assert reason.passages
    assert all(passage.rstrip(".;:, ") in quoted(told) for passage in reason.passages)
    assert placement.rival
    assert placement.rival.group
    assert f"Ook bekeken is de groep {placement.rival.group.name} ({placement.rival.group.code})" in told


@pytest.mark.parametrize("text", [*EVERY_TEXT, STRICT, SILENT])
def test_a_passage_proves_one_kenmerk_and_is_no_weak_reason_both_against_higher_and_against_lower(placer: Placer, text: str) -> None:
    placement = placer.place(text)
    for comparison in placement.comparisons:
        resembling = [item.passage for item in comparison.verdicts if item.passage and item.axis is None]
        assert len(resembling) == len(set(resembling))
    weak = [step.passage for step in placement.steps if step.passage and step.certainty is Certainty.LOW]
    assert len(weak) == len(set(weak))


def test_where_nothing_decides_no_passage_is_quoted_for_it(placer: Placer) -> None:
    placement = placer.place(SILENT)
    assert placement.outcome is Outcome.PROPOSAL
    assert [step.passage for step in placement.steps] == [None, None]
    assert motivation(placement).count("zegt hierover niets beslissends") == 2


def test_a_level_that_only_resembles_is_told_so_with_the_question_that_decides(placer: Placer) -> None:
    placement = placer.place(SILENT)
    told = motivation(placement)
    assert "Het niveau volgt uit de gelijkenis met eerder ingedeeld werk, niet uit wat de beschrijving over de kenmerken zegt; vraag na: " in told
    assert placement.questions
    assert placement.questions[0].question in told


def test_a_level_that_is_said_in_so_many_words_needs_no_such_warning(placer: Placer) -> None:
    assert "volgt uit de gelijkenis" not in motivation(placer.place(f"{SILENT} Je volgt de vaste checklist, stap voor stap, en de instructie."))


def test_work_that_goes_less_far_by_its_own_words_is_a_doubt_with_the_lighter_level(placer: Placer) -> None:
    placement = placer.place(STRICT)
    assert placement.outcome is Outcome.UNDECIDED
    assert [placement.comparisons[at].function.code for at in placement.defended] == ["N03.03.06", "N03.03.08"]
    assert "minder ver dan de kenmerken" in motivation(placement)
    assert "Daartegen pleit" in motivation(placement)


def test_less_far_than_the_lightest_level_is_remarked(placer: Placer) -> None:
    placement = placer.place("Je verwerkt aanvragen voor kwijtschelding volgens de vaste checklist, vraagt ontbrekende stukken op en stuurt standaardbrieven.")
    best = placement.comparisons[0]
    assert best.function.code == "N03.03.08"
    passage = best.tasks[0].passage
    below = replace(best.verdicts[1], verdict=Verdict.BELOW, certainty=Certainty.HIGH, passage=passage, axis="terrein")
    told = motivation(replace(placement, comparisons=(replace(best, verdicts=(best.verdicts[0], below, *best.verdicts[2:])), *placement.comparisons[1:])))
    assert "Let op: op één kenmerk gaat het werk minder ver dan deze functie vraagt. Een lichter niveau heeft dit boek niet" in told


TWO_KINDS = (
    "Zij doet al jaren de invordering. Zij legt beslag op loon en rekening, treft betalingsregelingen en belt met schuldenaren. "
    "Zij beslist zelf over een regeling tot 12 maanden. De boekhouding van de afdeling controleert zij ook."
)
AGE = "Marieke is 58 jaar en doet al jaren de invordering. Zij legt beslag op loon en rekening en treft betalingsregelingen met schuldenaren."
FORM = (
    "Functiebeschrijving medewerker WOZ\n\nTaken:\n- De waarde van woningen bepalen met het waarderingsmodel\n"
    "- Bezwaarschriften tegen de WOZ-waarde afhandelen\n- Uitspraken op bezwaar motiveren"
)


def test_an_age_and_a_name_are_never_quoted_with_the_work(placer: Placer) -> None:
    told = motivation(placer.place(AGE))
    assert "58" not in told
    assert "Marieke" not in told
    assert "doet al jaren de invordering" in quoted(told)


def test_a_title_line_is_no_task_and_no_proof(placer: Placer) -> None:
    placement = placer.place(FORM)
    assert "Functiebeschrijving medewerker WOZ" not in [item.passage for item in placement.comparisons[0].tasks]
    assert not any("Functiebeschrijving" in passage for passage in quoted(motivation(placement)))
    assert "Bezwaarschriften tegen de WOZ-waarde afhandelen" in [item.passage for item in placement.comparisons[0].tasks]


def test_lines_without_bullets_are_tasks_and_no_headings(placer: Placer) -> None:
    text = "Aanslagen voor de gemeente opleggen\nBezwaarschriften tegen aanslagen afhandelen\nUitspraken op bezwaar motiveren\nVragen van inwoners beantwoorden"
    assert len(placer.place(text).comparisons[0].tasks) == 4


def test_advice_is_no_verdict_on_the_breadth_of_a_field_or_on_conversations(placer: Placer) -> None:
    text = (
        "U schrijft beleidsnota's over de belastingverordeningen en adviseert het bestuur gevraagd en ongevraagd. "
        "U beoordeelt bezwaarschriften en aanvragen om kwijtschelding van inwoners."
    )
    for comparison in placer.place(text).comparisons:
        for item in comparison.verdicts:
            if item.axis == "advies":
                assert "advi" in item.characteristic.text


def test_a_team_of_your_own_says_nothing_of_whom_you_advise(placer: Placer) -> None:
    text = (
        "Je geeft leiding aan twaalf medewerkers van het team Heffen. "
        "Je voert de jaargesprekken, neemt mensen aan, bewaakt de planning en het budget van het team en zit in het MT-overleg van de afdeling."
    )
    best = placer.place(text).comparisons[0]
    assert best.function.code == "N02.03.04"
    assert Verdict.BELOW not in {item.verdict for item in best.verdicts}


def test_between_two_kinds_of_work_no_answer_on_level_is_asked_as_if_it_would_decide(placer: Placer) -> None:
    placement = placer.place(TWO_KINDS)
    groups = {placement.comparisons[at].function.group for at in placement.defended}
    assert placement.outcome is Outcome.UNDECIDED
    assert len(groups) == 2
    assert "ga na welk van beide het overwegende werk is" in motivation(placement)
    assert "Wat de doorslag kan geven" not in motivation(placement)


def test_a_question_parts_the_levels_that_are_close(placer: Placer) -> None:
    axes = {axis.key: axis for axis in placer.cues.axes}
    for text in (*EVERY_TEXT, STRICT, SILENT, FORM):
        placement = placer.place(text)
        first = placement.comparisons[0]
        near = [placement.comparisons[at].function for at in placement.defended[1:]] or [step.neighbour for step in placement.steps]
        near += [item.function for item in placement.comparisons if item.function.group == first.function.group]
        for question in placement.questions:
            assert any(placer._comparer.ladders.parts(axes[question.axis], first.function, other) for other in near)


def bare_book(*, tasks: bool) -> Placer:
    book = demo_book()
    functions = tuple(replace(item, characteristics=(), result_areas=item.result_areas if tasks else ()) for item in book.functions)
    return placer_for(replace(book, functions=functions))


def test_a_book_without_kenmerken_and_tasks_is_told_so_and_never_gives_a_confident_claim() -> None:
    bare = bare_book(tasks=False)
    for text in EVERY_TEXT:
        placement = bare.place(text)
        assert placement.outcome is Outcome.UNDECIDED
        assert "De functies van dit boek hebben geen kenmerken en geen taken om het werk mee te vergelijken." in motivation(placement)
        assert "De tekst zegt te weinig" not in motivation(placement)


def test_a_book_without_kenmerken_says_that_the_level_cannot_be_held_against_them() -> None:
    told = motivation(bare_book(tasks=True).place(INVORDERAAR))
    assert "De functies van dit boek hebben geen kenmerken om het werk mee te vergelijken." in told
    assert "Doorslaggevend" not in told


def with_tasks(placement: Placement, covers: list[Cover]) -> Comparison:
    best = placement.comparisons[0]
    return replace(best, tasks=tuple(replace(best.tasks[0], cover=cover) for cover in covers))


COUNTS = {
    "de beschrijving noemt geen taak om mee te vergelijken": [],
    "de ene taak van de beschrijving staat er niet in": [Cover.NOTHING],
    "de ene taak van de beschrijving staat erin": [Cover.TASK],
    "van de twee taken van de beschrijving staat er geen in": [Cover.NOTHING, Cover.ELSEWHERE],
    "van de drie taken van de beschrijving staan er twee in": [Cover.TASK, Cover.TASK, Cover.NOTHING],
    "van de drie taken van de beschrijving staat er één in en lijken er twee op een taak ervan": [Cover.TASK, Cover.VARIATION, Cover.VARIATION],
}


@pytest.mark.parametrize("said", COUNTS)
def test_none_one_and_many_tasks_are_counted_in_good_dutch(placer: Placer, said: str) -> None:
    assert tasks_found(with_tasks(placer.place(INVORDERAAR), COUNTS[said])) == said


@pytest.mark.parametrize("text", [KOK, KOK.split(". ")[0] + ".", f"{KOK} Je beantwoordt de post en houdt de agenda van de directeur bij."])
def test_no_function_says_the_same_in_the_motivering_and_in_the_json(placer: Placer, text: str) -> None:
    placement = placer.place(text)
    assert placement.outcome is Outcome.NO_FIT
    told = motivation(placement)
    wire = placement_to_wire(placement, told)
    nearest = told.split("Niet gedekt is:")[1].split("\n")[0]
    assert quoted(nearest) == [passage.rstrip(".;:, ") for passage in wire["niet_gedekt"][:3]]
    for candidate, comparison in zip(wire["kandidaten"][:3], placement.comparisons, strict=False):
        assert f"{candidate['naam']} ({candidate['code']}) valt af: {tasks_found(comparison)}." in told
        assert sum(item["soort"] == "taak" for item in candidate["waarom"]) == len(comparison.covered_by(Cover.TASK))
        assert not any(item["soort"] == "kenmerk" and item["oordeel"] == "voldoet" and item["as"] is None for item in candidate["waarom"])


def test_what_the_work_is_not_proves_no_kenmerk(placer: Placer) -> None:
    placement = placer.place(f"{SILENT} Gesprekken met boze of verdrietige mensen: geen.")
    resembling = [item.passage for comparison in placement.comparisons for item in comparison.verdicts if item.passage and item.axis is None]
    assert not any("geen" in passage for passage in resembling)
