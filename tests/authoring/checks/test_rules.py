"""Every check on the tiny books beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from functiehuis.authoring.books import build_book
from functiehuis.authoring.checks import CheckContext, all_checks, manual
from functiehuis.authoring.checks.check import Check, CheckCase
from functiehuis.documents.formats.markdown import read
from functiehuis.language.spelling import Speller
from functiehuis.library.ladders import load_degrees
from functiehuis.library.systems.loader import bundled_systems
from functiehuis.library.words import field_words, neuter_nouns
from functiehuis.model.finding import Finding

ROOT = Path(__file__).parents[3]
CASES = [pytest.param(check, case, id=f"{check.code} {case.name}") for check in all_checks() for case in check.texts.cases]
SPELLER = Speller(field_words())


def findings_of(check: Check, text: str) -> list[Finding]:
    reading = build_book(read(text.encode(), "boek.md"), bundled_systems())
    return list(check.run(reading.book, CheckContext(reading.system, SPELLER, load_degrees(), neuter_nouns())))


def agrees(finding: Finding, expected: Mapping[str, Any]) -> bool:
    seen = {
        "functie": finding.places[0].function,
        "voorstel": finding.proposal,
        "ernst": finding.severity.value,
        "plaatsen": len(finding.places),
    }
    return expected.get("tekst", "") in finding.text and all(seen[key] == value for key, value in expected.items() if key != "tekst")


@pytest.mark.parametrize(("check", "case"), CASES)
def test_case(check: Check, case: CheckCase) -> None:
    found = findings_of(check, case.book)
    shown = [(item.text, item.places[0].function, item.proposal, item.severity.value, len(item.places)) for item in found]
    assert len(found) == len(case.findings), shown
    for expected in case.findings:
        assert any(agrees(finding, expected) for finding in found), (expected, shown)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_check_shows_what_is_wrong_and_what_is_right(check: Check) -> None:
    assert any(case.findings for case in check.texts.cases), "a case with a finding"
    assert any(not case.findings for case in check.texts.cases), "a case without"
    assert check.texts.wrong != check.texts.right
    assert check.texts.reason.endswith(".")


def test_every_rule_module_is_registered_once() -> None:
    folder = ROOT / "src/functiehuis/authoring/checks/rules"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    registered = [type(check).__module__.rpartition(".")[2] for check in all_checks()]
    assert sorted(registered) == sorted(modules)
    assert {path.stem for path in folder.glob("*.yaml")} == modules
    codes = [check.code for check in all_checks()]
    assert codes == sorted(set(codes))


def test_the_manual_page_is_up_to_date() -> None:
    page = ROOT / "docs/controles.md"
    assert page.read_text("utf-8") == manual(all_checks()), "write the manual again: manual(all_checks()) -> docs/controles.md"
