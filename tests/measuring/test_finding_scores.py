"""What counts as right, on answers made by hand."""

from __future__ import annotations

import pytest

from functiehuis.library.books import demo_book
from functiehuis.measuring.finding_scores import Portion, Said, score_finding, score_ranking
from functiehuis.measuring.truth import Case
from functiehuis.model.placement import Outcome

BOOK = demo_book()
GROUPS = {function.label: function.group for function in BOOK.functions}
II, III, IV, DATA = "N03.03.04", "N03.03.06", "N03.03.08", "N05.03.08"


def case(code: str, *also: str, module: bool | None = None) -> Case:
    return Case("x", "", "tekst", code, also, module)


def said(*labels: str, outcome: Outcome = Outcome.PROPOSAL, module: bool = False, score: float = 0.5) -> Said:
    group = GROUPS[labels[0]] if labels and outcome is not Outcome.NO_FIT else None
    return Said(outcome, labels, group, module, score)


def test_exact_acceptable_three_group_and_level() -> None:
    pairs = [
        (case(III), said(III, II)),
        (case(III, II), said(II, III)),
        (case(III), said(DATA, II, III)),
        (case(III), said(IV, II, DATA, III)),
    ]
    score = score_finding(pairs, BOOK)
    assert score.exact == Portion(1, 4)
    assert score.acceptable == Portion(2, 4)
    assert score.three == Portion(3, 4)
    assert score.group == Portion(3, 4)
    assert score.level == Portion(1, 3)


@pytest.mark.parametrize(("answer", "first", "near"), [(III, III, 1), (III, II, 1), (II, IV, 0), ("N03.01.02", "N03.01.06", 0), (III, DATA, 0)])
def test_near_is_one_level_in_the_same_group_also_when_the_book_skips_one(answer: str, first: str, near: int) -> None:
    assert score_finding([(case(answer), said(first))], BOOK).near == Portion(near, 1)


def test_no_function_said_of_work_that_has_one_is_wrong_in_every_way() -> None:
    score = score_finding([(case(III), said(III, II, outcome=Outcome.NO_FIT))], BOOK)
    assert (score.exact, score.three, score.group, score.near, score.accepted) == (Portion(0, 1),) * 5
    assert score.none_false == Portion(1, 1)
    assert score.mistaken == ((III, "geen", 1),)


def test_no_function_is_found_missed_and_may_be_defensible() -> None:
    pairs = [
        (case("geen"), said(III, outcome=Outcome.NO_FIT)),
        (case("geen"), said(outcome=Outcome.NO_FIT)),
        (case("geen"), said(III)),
        (case(III, "geen"), said(III, outcome=Outcome.NO_FIT)),
    ]
    score = score_finding(pairs, BOOK)
    assert score.none_found == Portion(2, 3)
    assert score.none_false == Portion(0, 0)
    assert score.acceptable == Portion(1, 1)
    assert score.accepted == Portion(3, 4)
    assert score.mistaken == (("geen", III, 1),)


def test_doubt_is_named_or_its_first_is_defensible() -> None:
    pairs = [
        (case("twijfel", II, III), said(III, II, outcome=Outcome.UNDECIDED)),
        (case("twijfel", II, III), said(II)),
        (case("twijfel", II, III), said(IV, outcome=Outcome.UNDECIDED)),
    ]
    score = score_finding(pairs, BOOK)
    assert (score.doubted, score.doubt_first, score.exact) == (Portion(2, 3), Portion(2, 3), Portion(0, 0))


def test_a_proposal_is_held_against_every_kind_of_answer() -> None:
    pairs = [
        (case(III), said(III, score=0.9)),
        (case(III, II), said(II, score=0.7)),
        (case("geen"), said(III, score=0.4)),
        (case("twijfel", II, III), said(II, score=0.8)),
        (case(III), said(II, outcome=Outcome.UNDECIDED, score=0.2)),
    ]
    score = score_finding(pairs, BOOK)
    assert score.proposed == Portion(4, 5)
    assert score.proposed_exact == Portion(1, 4)
    assert score.proposed_accepted == Portion(3, 4)
    assert score.score_right == pytest.approx(0.8)
    assert score.score_wrong == pytest.approx(0.3)


def test_a_module_is_scored_only_where_the_set_tells() -> None:
    pairs = [
        (case(III, module=True), said(III, module=True)),
        (case(III, module=True), said(III)),
        (case(III, module=False), said(III, module=True)),
        (case(III), said(III, module=True)),
    ]
    score = score_finding(pairs, BOOK)
    assert (score.module_right, score.module_found) == (Portion(1, 2), Portion(1, 2))


def test_confusions_are_counted_the_most_frequent_first() -> None:
    pairs = [(case(III), said(DATA)), (case(III), said(II)), (case(III), said(II)), (case(III, IV), said(IV))]
    assert score_finding(pairs, BOOK).mistaken == ((III, II, 2), (III, DATA, 1))


def test_an_empty_ranking_is_a_miss_and_other_answers_are_not_ranked() -> None:
    score = score_ranking([case(III), case(III), case("geen"), case("twijfel", II, III)], [(), (II, III), (), (II,)], BOOK)
    assert (score.exact, score.three, score.group) == (Portion(0, 2), Portion(1, 2), Portion(1, 2))


def test_the_margin_of_chance_is_that_of_wilson() -> None:
    assert Portion(8, 10).margin == pytest.approx((0.4902, 0.9433), abs=0.0001)
    assert Portion(0, 0).margin is None
    assert Portion(0, 0).share is None
    low, high = Portion(20, 20).margin or (0, 0)
    assert low == pytest.approx(0.8389, abs=0.0001)
    assert high == pytest.approx(1.0)
