"""What comes out for a description: the function, the doubt or no function; the evidence; and that only the work decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from functiehuis.classifying.proposals import Placer, motivation
from functiehuis.library.books import demo_book
from functiehuis.library.placing import placer_for
from functiehuis.model.candidate import Precedent, PrecedentSource
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.function import StandardFunction
from functiehuis.model.placement import Answer, Certainty, Cover, Outcome, Placement, Verdict
from work_texts import COORDINATOR, HELPDESK, INVORDERAAR, KOK, TEAMLEIDER

EVERY_TEXT = (INVORDERAAR, TEAMLEIDER, COORDINATOR, KOK, HELPDESK)


def code(placement: Placement) -> str | None:
    return placement.comparisons[0].function.code


def said(placement: Placement) -> object:
    """All that a placement says about the work, without the words that it was given."""
    return (placement.outcome, [(item.function.code, item.score) for item in placement.comparisons], [item.name for item in placement.modules])


@pytest.mark.parametrize(
    ("text", "group"),
    [(INVORDERAAR, "N03.03"), (TEAMLEIDER, "N02.03"), (COORDINATOR, "N03.03"), (HELPDESK, "N05.02")],
    ids=["inner", "leader", "coordinator", "helpdesk"],
)
def test_plain_work_comes_in_its_group(placer: Placer, text: str, group: str) -> None:
    placement = placer.place(text)
    assert placement.outcome is not Outcome.NO_FIT
    assert placement.group == group
    assert placement.comparisons[0].function.group == group


def test_work_that_the_book_does_not_have_gets_no_function_and_the_nearest_three_with_why_they_fail(placer: Placer) -> None:
    placement = placer.place(KOK)
    assert placement.outcome is Outcome.NO_FIT
    assert placement.group is None
    assert placement.reason
    assert motivation(placement).count("valt af") == 3


def test_coordinating_is_a_module_and_leading_is_not(placer: Placer) -> None:
    assert [item.name for item in placer.place(COORDINATOR).modules] == ["Coördinatie"]
    assert placer.place(TEAMLEIDER).modules == ()
    assert placer.place(INVORDERAAR).modules == ()


@pytest.mark.parametrize("text", EVERY_TEXT)
def test_every_quotation_is_literally_in_the_description(placer: Placer, text: str) -> None:
    placement = placer.place(text)
    for comparison in placement.comparisons:
        passages = [item.passage for item in comparison.verdicts if item.passage] + [item.passage for item in comparison.tasks]
        assert all(passage in text for passage in passages)
    assert all(step.passage in text for step in placement.steps if step.passage)
    assert all(word in text for kind in placement.kinds for word in kind.words)
    quoted = re.findall(r"“([^”]*)”", motivation(placement))
    assert quoted
    assert all(passage in text for passage in quoted)


def test_a_verdict_without_evidence_says_so(placer: Placer) -> None:
    for comparison in placer.place(INVORDERAAR).comparisons:
        for item in comparison.verdicts:
            if item.certainty is Certainty.SILENT:
                assert item.passage is None
                assert item.verdict is Verdict.NOT_APPLICABLE


def test_a_heavier_level_is_out_of_reach_and_a_lighter_one_is_passed(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    assert placement.comparisons[0].function.level in ("II", "III")
    assert {step.heavier for step in placement.steps} == {True, False}
    words = motivation(placement)
    assert "Waarom niet hoger" in words
    assert "Waarom niet lager" in words
    lighter = next(item for item in placement.comparisons if item.function.code == "N03.03.08")
    assert Verdict.ABOVE in {item.verdict for item in lighter.verdicts}


def test_what_is_no_work_of_this_person_is_no_task(placer: Placer) -> None:
    tasks = " ".join(item.passage for item in placer.place(INVORDERAAR).comparisons[0].tasks)
    assert "dwangbevelen" in tasks
    assert "reiskostenvergoeding" not in tasks
    assert "Beleidsnota's" not in tasks
    assert "post" not in tasks


def test_work_of_another_kind_is_not_covered(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR + " Je bestuurt ook de vuilniswagen, kookt voor de bewoners en maait het gras op de begraafplaats.")
    covers = {item.passage: item.cover for item in placement.comparisons[0].tasks}
    assert any("vuilniswagen" in passage and cover is not Cover.TASK for passage, cover in covers.items())


CHANGES = {
    "a name in front": lambda text: f"Naam: Fatima El Amrani\n{text}",
    "another name in front": lambda text: f"Jan de Boer\n{text}",
    "a title in front": lambda text: f"Functie: algemeen directeur\n{text}",
    "a scale in front": lambda text: f"Huidige schaal: 13\n{text}",
    "a name with initials in front": lambda text: f"Naam: J. de Vries\n{text}",
    "the years of service in front": lambda text: f"Mevrouw De Boer (61) werkt hier sinds 1998.\n{text}",
    "an age behind": lambda text: f"{text}\nZij is 61 jaar oud.",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", EVERY_TEXT, ids=["inner", "leader", "coordinator", "cook", "helpdesk"])
def test_who_the_person_is_changes_nothing(placer: Placer, text: str, change: str) -> None:
    assert said(placer.place(CHANGES[change](text))) == said(placer.place(text))


@pytest.mark.parametrize("text", EVERY_TEXT, ids=["inner", "leader", "coordinator", "cook", "helpdesk"])
def test_a_man_and_a_woman_get_the_same(placer: Placer, text: str) -> None:
    def told(subject: str, person: str) -> Placement:
        return placer.place(re.sub(r"\b(Je|Ik)\b", subject, re.sub(r"\b(je|ik)\b", subject.lower(), text)) + f"\nDeze {person} behandelt ook de post.")

    assert said(told("Hij", "man")) == said(told("Zij", "vrouw"))


REVIEWED = {
    "the work of the chief": (
        "Mijn leidinggevende geeft leiding aan het team, voert de beoordelingsgesprekken, beheert het budget en adviseert de directie over de strategie. "
        "Ik plan haar agenda, boek de vergaderzalen, notuleer en verzend de post."
    ),
    "questions of an interviewer": (
        "Geeft u leiding en voert u beoordelingsgesprekken? Nee. Beheert u budget? Nee. "
        "Wat doet u dan? Ik verwerk de post, maak afspraken, plan vergaderingen en notuleer."
    ),
}


@pytest.mark.parametrize("case", REVIEWED)
def test_what_is_asked_and_what_others_do_is_no_evidence(placer: Placer, case: str) -> None:
    placement = placer.place(REVIEWED[case])
    assert placement.outcome is not Outcome.PROPOSAL or placement.group == "N07.01"
    assert "beoordelingsgesprekken" not in motivation(placement)


def test_only_denials_place_nobody(placer: Placer) -> None:
    text = "Je geeft geen leiding. Je voert geen functioneringsgesprekken en beoordeelt niemand. Het budget beheer je niet. Je schrijft geen nota's."
    assert placer.place(text).outcome is Outcome.NO_FIT


def test_coordinating_that_is_denied_is_no_module(placer: Placer) -> None:
    text = (
        "Je verwerkt adresmutaties in de basisregistratie en corrigeert fouten. "
        "Coördineren hoort er niet bij: het werk verdelen, de planning maken en de voortgang bewaken doet een collega."
    )
    assert placer.place(text).modules == ()


@pytest.mark.parametrize("task", ["Je delft graven op de begraafplaats.", "Je bakt brood voor de markt."])
def test_a_task_of_quite_another_kind_is_told_as_not_covered(placer: Placer, task: str) -> None:
    assert task in placer.place(f"{INVORDERAAR}\n{task}").uncovered


def test_an_answer_parts_levels_and_never_the_kind_of_work(placer: Placer) -> None:
    text = "Je int openstaande aanslagen, treft betalingsregelingen en legt beslag als iemand niet betaalt. Wat je doet bepaal je zelf."
    for rank in range(5):
        assert placer.place(text, answers=[Answer("beslisruimte", rank)]).comparisons[0].function.group == "N03.03"
    twice = [Answer("beslisruimte", 0), Answer("beslisruimte", 4)]
    assert said(placer.place(text, answers=twice)) == said(placer.place(text, answers=twice[1:]))


def test_nothing_of_a_long_text_is_left_out_in_silence(placer: Placer) -> None:
    placement = placer.place("Je controleert de gegevens in de basisregistratie en herstelt fouten. " * 300)
    assert placement.outcome is Outcome.NO_FIT
    assert "te lang" in (placement.reason or "")


def test_the_candidates_stand_best_first(placer: Placer) -> None:
    for text in (*EVERY_TEXT, *REVIEWED.values()):
        scores = [item.score for item in placer.place(text).comparisons]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("title", ["Algemeen directeur", "Stagiair", "Medewerker beleidsuitvoering I", "schaal 16"])
def test_the_title_changes_nothing(placer: Placer, title: str) -> None:
    assert said(placer.place(INVORDERAAR, title=title)) == said(placer.place(INVORDERAAR))


def test_the_same_description_gives_the_same_placement_whatever_came_before(placer: Placer) -> None:
    first = [placer.place(text) for text in EVERY_TEXT]
    again = [placer.place(text) for text in reversed(EVERY_TEXT)][::-1]
    assert first == again
    assert [motivation(item) for item in first] == [motivation(item) for item in again]


def test_answers_move_the_level_and_are_told_as_answers(placer: Placer) -> None:
    silent = "Je beoordeelt aanvragen om kwijtschelding van inwoners, belt met aanvragers, vraagt stukken op en schrijft de brief met het besluit."
    heavy = placer.place(silent, answers=[Answer("beslisruimte", 0), Answer("terrein", 0), Answer("advies", 0)])
    light = placer.place(silent, answers=[Answer("beslisruimte", 4), Answer("terrein", 3)])
    levels = ["I", "II", "III", "IV"]
    assert levels.index(heavy.comparisons[0].function.level or "") < levels.index(light.comparisons[0].function.level or "")
    assert any(item.answered for item in heavy.comparisons[0].verdicts)
    assert "antwoord op de vraag" in motivation(light) + motivation(heavy)


def test_a_question_is_asked_only_once_and_only_about_what_the_levels_differ_in(placer: Placer) -> None:
    silent = "Je beoordeelt aanvragen om kwijtschelding van inwoners, belt met aanvragers, vraagt stukken op en schrijft de brief met het besluit."
    given: list[Answer] = []
    for _ in range(len(placer.cues.axes) + 1):
        questions = placer.place(silent, answers=given).questions
        if not questions:
            break
        assert questions[0].axis not in {item.axis for item in given}
        assert questions[0].question.endswith("?")
        given.append(Answer(questions[0].axis, 1))
    else:
        pytest.fail("the questions never end")
    assert given


@pytest.mark.parametrize("text", ["", "kort", "Taxeert woningen in de stad.", "12 34 56 78\n" * 40])
def test_a_text_that_says_too_little_is_placed_nowhere(placer: Placer, text: str) -> None:
    placement = placer.place(text)
    assert placement.outcome is Outcome.NO_FIT
    assert placement.comparisons == ()
    assert motivation(placement) == placement.reason


@pytest.mark.parametrize(
    "text",
    [
        "Jan is 52 jaar oud, woont in Utrecht en is getrouwd. Hij heeft twee kinderen en houdt van fietsen. Hij verdient een hogere schaal.",
        "Verwarm de oven voor. Meng de bloem met de boter tot een kruimelig deeg. Snijd de appels, strooi er kaneel over en bak de taart veertig minuten.",
        "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim minim veniam.",
        "Do bist ferantwurdlik foar it ynheljen fan de belestings en do praatst mei de minsken dy't net betelje kinne. Do wurkst yn in team.",
    ],
    ids=["a person", "a recipe", "no language", "Frisian"],
)
def test_a_text_that_is_no_description_of_work_never_gets_a_confident_placement(placer: Placer, text: str) -> None:
    assert placer.place(text).outcome is not Outcome.PROPOSAL


def test_a_book_without_known_codes_still_finds_the_kind_of_work() -> None:
    book = demo_book()
    strange = replace(
        book,
        functions=tuple(replace(item, code=f"X{at:02}", name=f"Rol {at:02}", level=None) for at, item in enumerate(book.functions)),
    )
    placement = placer_for(strange).place(HELPDESK)
    assert placement.comparisons[0].function.code in ("X10", "X11")


def test_an_earlier_placement_counts_for_like_work_but_never_for_itself() -> None:
    book = demo_book()
    odd = "Je verzorgt de bijen op het dak van het stadskantoor, telt de volken, slingert de honing en geeft rondleidingen aan scholen langs de kasten."
    like = "Je verzorgt de bijen in het gemeentelijke park, telt de volken, slingert honing en leidt scholen rond langs de kasten en de imkerij."
    earlier = Precedent("bij-1", "Imker", odd, "N05.04.06", source=PrecedentSource.CONFIRMED)
    placer = placer_for(book, [earlier])
    found = placer.place(like)
    assert found.comparisons[0].function.code == "N05.04.06"
    assert next(item.precedent.id for item in found.precedents) == "bij-1"
    itself = placer.place(odd, identifier="bij-1")
    assert "bij-1" not in [item.precedent.id for item in itself.precedents]
    assert [item.function.code for item in itself.comparisons][:2] == [item.function.code for item in placer_for(book).place(odd).comparisons][:2]


def test_the_result_tells_which_book_and_rules_it_rests_on(placer: Placer) -> None:
    placement = placer.place(INVORDERAAR)
    assert re.fullmatch(r"[0-9a-f]{64}", placement.book_hash)
    assert placement.rules
    other = placer_for(replace(demo_book(), title="Een ander boek"), examples=False).place(INVORDERAAR)
    assert other.book_hash != placement.book_hash
    assert other.rules != placement.rules


def test_work_of_a_function_that_a_part_of_the_book_lacks_gets_no_function() -> None:
    book = demo_book()
    part = replace(book, functions=tuple(item for item in book.functions if item.group == "N03.03"))
    placer = placer_for(part)
    assert placer.place(INVORDERAAR).outcome is not Outcome.NO_FIT
    assert placer.place(TEAMLEIDER).outcome is Outcome.NO_FIT
    assert placer.place(HELPDESK).outcome is Outcome.NO_FIT


@pytest.mark.parametrize(
    "change",
    [
        lambda item: replace(item, code=None),
        lambda item: replace(item, group=None, series=None),
        lambda item: replace(item, characteristics=()),
        lambda item: replace(item, result_areas=()),
        lambda item: replace(item, level=None, scale=None),
    ],
    ids=["no codes", "no groups", "no kenmerken", "no tasks", "no levels"],
)
def test_an_incomplete_book_can_still_be_searched(change: Callable[[StandardFunction], StandardFunction]) -> None:
    book = demo_book()
    placement = placer_for(replace(book, functions=tuple(change(item) for item in book.functions)), examples=False).place(INVORDERAAR)
    assert placement.comparisons
    assert motivation(placement)


def test_a_book_without_functions_is_refused() -> None:
    with pytest.raises(InvalidBookError, match="geen normfuncties"):
        placer_for(replace(demo_book(), functions=()))
