"""``zoek --vraag`` asks in Dutch, one question at a time, and ``--antwoord`` gives answers beforehand."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import DEMO, Outcome, Run
from functiehuis.classifying.proposals import Placer
from work_texts import COORDINATOR, INVORDERAAR, KOK

ENGLISH = re.compile(r"Error|invalid|range|Aborted|\[\d|default")


@pytest.fixture
def asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> object:
    def dialogue(typed: str, *words: object) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return run("zoek", DEMO, *words, "--vraag")

    return dialogue


def questions(said: Outcome) -> list[str]:
    return re.findall(r"(?m)^Vraag \d\. (.+\?)$", said.err)


def test_a_question_is_asked_with_numbered_answers_and_then_the_page_comes(asked: Run, placer: Placer) -> None:
    question = placer.place(COORDINATOR).questions[0]
    said = asked("1\n" * 5, COORDINATOR)
    assert said.code == 0
    assert questions(said)[0] == question.question
    for number, answer in enumerate((*question.answers, "Weet ik niet."), 1):
        assert f"  {number}. {answer}\n" in said.err
    assert said.out.startswith(("✓ voorstel", "? twijfel"))
    assert "Vraag 1" not in said.out
    assert not ENGLISH.search(said.err)


def test_the_answer_counts(asked: Run, run: Run, placer: Placer) -> None:
    question = placer.place(COORDINATOR).questions[0]
    (axis,) = (axis for axis in placer.cues.axes if axis.key == question.axis)
    said = asked("1\n" + "\n" * 5, COORDINATOR)
    beforehand = run("zoek", DEMO, COORDINATOR, "--antwoord", f"{axis.key}={axis.degrees[0].name}")
    assert len(questions(said)) >= 1
    assert beforehand.code == 0
    if len(questions(said)) == 1:
        assert said.out == beforehand.out


@pytest.mark.parametrize("typed", ["x", "0", "99", "-1", "1,5", "²", "één"])
def test_another_answer_is_refused_in_dutch_and_asked_again(asked: Run, typed: str) -> None:
    said = asked(f"{typed}\n" + "1\n" * 6, COORDINATOR)
    assert said.code == 0
    assert "Kies een getal van 1 tot en met" in said.err
    assert not ENGLISH.search(said.err)


def test_who_does_not_know_is_not_asked_the_same_again(asked: Run, run: Run) -> None:
    said = asked("\n" * 9, COORDINATOR)
    assert said.code == 0
    assert len(set(questions(said))) == len(questions(said)) >= 1
    assert said.out == run("zoek", DEMO, COORDINATOR).out


@pytest.mark.parametrize("text", [KOK, "Taxeert woningen."], ids=["no function", "too short"])
def test_without_questions_nothing_is_asked(asked: Run, text: str) -> None:
    said = asked("", text)
    assert said.code == 0
    assert questions(said) == []
    assert said.err == "Er zijn geen vragen die iets zouden veranderen.\n"


NOT_ANSWERED = "De invoer is gesloten of afgelopen: deze vraag en wat er nog zou komen zijn niet beantwoord."


@pytest.mark.parametrize("typed", ["", "x\n", "0\nx\n"], ids=["nothing", "no answer", "twice no answer"])
def test_when_the_input_ends_the_placement_comes_with_what_is_known(asked: Run, run: Run, typed: str) -> None:
    said = asked(typed, COORDINATOR)
    assert (said.code, said.out) == (0, run("zoek", DEMO, COORDINATOR).out)
    assert said.err.splitlines()[-1].startswith(NOT_ANSWERED)


def test_an_answer_before_the_input_ends_counts(asked: Run, run: Run, placer: Placer) -> None:
    question = placer.place(COORDINATOR).questions[0]
    (axis,) = (axis for axis in placer.cues.axes if axis.key == question.axis)
    beforehand = run("zoek", DEMO, COORDINATOR, "--antwoord", f"{axis.key}={axis.degrees[0].name}")
    said = asked("1\n", COORDINATOR)
    assert (said.code, said.out) == (0, beforehand.out)


def test_without_any_input_the_placement_still_comes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    said = run("zoek", DEMO, COORDINATOR, "--vraag")
    assert (said.code, said.out) == (0, run("zoek", DEMO, COORDINATOR).out)
    assert NOT_ANSWERED in said.err


def test_a_dialogue_that_is_broken_off_prints_no_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys.stdin, "readline", interrupted)
    said = run("zoek", DEMO, COORDINATOR, "--vraag")
    assert (said.code, said.out) == (1, "")
    assert said.err.rstrip().endswith("Afgebroken. Er is niets half weggeschreven.")


def test_the_real_program_talks_on_stderr_and_prints_on_stdout(program: Path) -> None:
    done = subprocess.run([program, "zoek", DEMO, COORDINATOR, "--vraag"], input="2\n" * 6, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Uw antwoord" in done.stderr
    assert "Uw antwoord" not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Boek: ")


def test_answers_are_in_the_result_with_their_source(run: Run) -> None:
    said = run("zoek", DEMO, INVORDERAAR, "--json", "--antwoord", "beslisruimte=groot", "--antwoord", "kennis = theoretisch")
    found = json.loads(said.out)
    assert found["antwoorden"] == [{"as": "beslisruimte", "antwoord": 2, "bron": "antwoord"}, {"as": "kennis", "antwoord": 1, "bron": "antwoord"}]
    assert not {"beslisruimte", "kennis"} & {question["as"] for question in found["vragen"]}


def test_an_answer_shifts_the_level_its_way(run: Run) -> None:
    def code(degree: str) -> str:
        return str(json.loads(run("zoek", DEMO, INVORDERAAR, "--json", "--antwoord", f"beslisruimte={degree}").out)["kandidaten"][0]["code"])

    assert code("zeer groot") <= code("zeer beperkt")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("kleur=rood", "'kleur' is geen as."),
        ("beslisruimte", "'' is geen graad van beslisruimte."),
        ("beslisruimte=rood", "'rood' is geen graad van beslisruimte. Kies uit: zeer groot, groot"),
        ("", "'' is geen as."),
        ("=", "'' is geen as."),
    ],
)
def test_an_answer_that_does_not_exist_is_told_with_those_that_do(run: Run, written: str, says: str) -> None:
    said = run("zoek", DEMO, INVORDERAAR, "--antwoord", written)
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert said.err.count("\n") == 1
