from functiehuis.documents.limits import no_progress
from functiehuis.measuring.checking import score_book, score_damages
from functiehuis.measuring.truth import Damage, Known, KnownFindings, demo_documents
from functiehuis.model.finding import Finding, Place, Severity


def finding(code: str, function: str | None, quote: str, span: tuple[int, int] | None = None) -> Finding:
    return Finding(code, Severity.ERROR, "Zin.", (Place("kenmerk 1", function, None, quote, span),), quote)


def plain_text() -> str:
    return next(path for path in demo_documents() if path.name == "gewoon.txt").read_text("utf-8")


def test_found_missed_false_and_silent() -> None:
    known = KnownFindings(
        defects=(Known(("FB020",), "N01.01.02", ("werkk",)), Known(("FB001",), None, ())),
        defensible=(Known(("FB034",), None, ()),),
        silent=(Known(("FB009",), None, ()), Known(("FB020",), None, ("afkorting",))),
    )
    told = [finding("FB020", "N01.01.02", "het werkk"), finding("FB034", None, "x"), finding("FB009", "N01.01.04", "y")]
    score = score_book(told, known)
    assert [item.codes for item in score.found] == [("FB020",)]
    assert [item.codes for item in score.missed] == [("FB001",)]
    assert [(alarm.code, alarm.function) for alarm in score.false_alarms] == [("FB009", "N01.01.04")]
    assert score.silent == 1
    assert [item.codes for item in score.not_silent] == [("FB009",)]


def test_another_word_of_the_same_text_is_not_the_finding_that_was_meant() -> None:
    known = KnownFindings((Known(("FB020",), None, ("fouut",)),), (), ())
    marked = finding("FB020", None, "een fouut en agreements", (13, 23))
    score = score_book([marked], known)
    assert score.found == ()
    assert len(score.false_alarms) == 1


def test_the_right_code_at_another_function_is_not_found() -> None:
    known = KnownFindings((Known(("FB020",), "N01.01.02", ("werkk",)),), (), ())
    assert score_book([finding("FB020", "N01.01.04", "werkk")], known).found == ()


def test_a_damage_is_found_with_its_proposal_and_no_alarm_elsewhere() -> None:
    damage = Damage("x", ("FB020",), "N03.01.02", "N03.01.02", "ontwerpt instrumenten", "ontwerpt instrumetnen", "instrumenten")
    (result,) = score_damages(plain_text(), [damage], no_progress)
    assert (result.found, result.proposed, result.beside) == (True, True, ())


def test_a_change_that_is_right_is_not_found() -> None:
    damage = Damage("x", ("FB020",), "N03.01.02", "N03.01.02", "ontwerpt instrumenten", "ontwerpt hulpmiddelen", None)
    (result,) = score_damages(plain_text(), [damage], no_progress)
    assert (result.found, result.proposed) == (False, None)


def test_the_same_damage_gives_the_same_result() -> None:
    damage = Damage("x", ("FB021",), "N03.03.04", "N03.03.04", "ingewikkelde zaken van", "ingewikkelde zaken zaken van", None)
    assert score_damages(plain_text(), [damage], no_progress) == score_damages(plain_text(), [damage], no_progress)
