import importlib
import json
from collections.abc import Callable
from types import ModuleType

import pytest
from made_measurement import measurement_of

from functiehuis.actions.measure import MeasureReport
from functiehuis.measuring import Fall, Watch

Command = Callable[[list[str], Watch], int]


@pytest.fixture
def meet(monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command with a measurement that costs nothing."""
    module: ModuleType = importlib.import_module("functiehuis.cli.commands.meet")

    def run(arguments: list[str], outcome: Watch) -> int:
        report = MeasureReport(measurement_of(), {"schema": "x"}, outcome, {})
        monkeypatch.setattr(module, "measure_product", lambda _real, _progress: report)
        result: int = module.meet.main(arguments, standalone_mode=False)
        return result

    return run


FELL = Watch((Fall("lezen.demo.a-txt.aandeel", 0.95, 0.9, at_least=True),), 1, 0)


def test_a_measurement_alone_ends_well_whatever_the_limits(meet: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert meet([], FELL) == 0
    printed = capsys.readouterr()
    assert ["boek.pdf", "2", "3", "66,6%", "1", "4"] in [line.split() for line in printed.out.splitlines()]
    assert "boek.pdf mist: taken 2/3" in printed.out
    assert printed.err == ""


def test_a_limit_that_fell_is_named_and_gives_exit_code_1(meet: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert meet(["--bewaak"], FELL) == 1
    assert "Slechter geworden: lezen.demo.a-txt.aandeel is 0.9; de grens is minstens 0.95." in capsys.readouterr().err


def test_limits_that_hold_are_counted_with_those_skipped(meet: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert meet(["--bewaak"], Watch((), 12, 3)) == 0
    assert "Alle 12 grenzen zijn gehaald. 3 grenzen gaan over het echte boek" in capsys.readouterr().err


def test_json_is_alone_on_stdout_also_when_a_limit_fell(meet: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert meet(["--json", "--bewaak"], FELL) == 1
    assert json.loads(capsys.readouterr().out) == {"schema": "x"}
