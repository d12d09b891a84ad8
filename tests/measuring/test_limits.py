from functiehuis.measuring import watch
from functiehuis.measuring.limits import bundled_limits

WIRE = {"lezen": {"demo": {"a-txt": {"aandeel": 0.9, "verzonnen": 3}}, "echt": None}}


def test_what_keeps_its_limit_does_not_fall() -> None:
    outcome = watch(WIRE, {"minstens": {"lezen.demo.a-txt.aandeel": 0.9}, "hoogstens": {"lezen.demo.a-txt.verzonnen": 3}})
    assert (outcome.fallen, outcome.checked) == ((), 2)


def test_what_got_worse_is_named_with_its_figures() -> None:
    outcome = watch(WIRE, {"minstens": {"lezen.demo.a-txt.aandeel": 0.95}, "hoogstens": {"lezen.demo.a-txt.verzonnen": 2}})
    assert [(fall.figure, fall.limit, fall.measured, fall.at_least) for fall in outcome.fallen] == [
        ("lezen.demo.a-txt.aandeel", 0.95, 0.9, True),
        ("lezen.demo.a-txt.verzonnen", 2, 3.0, False),
    ]


def test_a_figure_that_is_gone_has_fallen() -> None:
    outcome = watch(WIRE, {"minstens": {"lezen.demo.b-txt.aandeel": 0.5}})
    assert [fall.measured for fall in outcome.fallen] == [None]


def test_limits_on_the_real_book_are_skipped_where_it_is_absent() -> None:
    outcome = watch(WIRE, {"minstens": {"lezen.echt.bghu-txt.feiten.aandeel": 1.0}})
    assert (outcome.fallen, outcome.checked, outcome.skipped) == ((), 0, 1)


def test_limits_on_a_set_that_was_not_measured_are_skipped_and_a_figure_without_a_number_has_fallen() -> None:
    wire = {"zoeken": {"demo": {"open_a": None, "klein": {"precies": {"aandeel": None}}}, "esco": None}}
    limits = {"minstens": {"zoeken.demo.open_a.precies.aandeel": 0.5, "zoeken.esco.x.eerste.aandeel": 0.5, "zoeken.demo.klein.precies.aandeel": 0.5}}
    outcome = watch(wire, limits)
    assert (outcome.checked, outcome.skipped) == (1, 2)
    assert [fall.figure for fall in outcome.fallen] == ["zoeken.demo.klein.precies.aandeel"]


def test_nobody_is_driven_to_tune_on_the_unseen_cases() -> None:
    assert [figure for side in bundled_limits().values() for figure in side if figure.startswith("zoeken.") and ".ongezien." in figure] == []


def test_the_product_watches_every_kind_of_figure() -> None:
    figures = [figure for side in bundled_limits().values() for figure in side]
    for start in (
        "lezen.demo.",
        "lezen.echt.",
        "controleren.schade.ongezien.",
        "controleren.demo.",
        "controleren.echt.",
        "ladders.demo.",
        "ladders.echt.",
        "zoeken.demo.",
        "zoeken.echt.",
        "zoeken.esco.",
    ):
        assert any(figure.startswith(start) for figure in figures), start
