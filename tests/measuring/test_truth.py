from collections import Counter
from collections.abc import Iterator

import pytest

from functiehuis.authoring.checks import all_checks
from functiehuis.measuring.checking import apply_damage
from functiehuis.measuring.truth import DAMAGE_SETS, damages, demo_documents, known_findings, real_facts
from functiehuis.model.errors import FunctiehuisError

UNTESTABLE = {"FB050"}  # about the whole book: no single edit makes it


def plain_text() -> str:
    return next(path for path in demo_documents() if path.name == "gewoon.txt").read_text("utf-8")


@pytest.mark.parametrize("name", DAMAGE_SETS)
def test_every_damage_changes_one_place_of_the_demo_book(name: str) -> None:
    text = plain_text()
    for damage in damages(name):
        assert apply_damage(text, damage) != text, damage.name


def test_there_are_enough_damages_and_none_is_in_both_sets() -> None:
    seen, unseen = damages("ontwikkel"), damages("ongezien")
    assert len(seen) >= 50
    assert len(unseen) >= 30
    names = Counter(damage.name for damage in (*seen, *unseen))
    edits = Counter((damage.part, damage.search, damage.replacement) for damage in (*seen, *unseen))
    assert max(names.values()) == max(edits.values()) == 1


def test_every_check_has_a_damage() -> None:
    damaged = {code for name in DAMAGE_SETS for damage in damages(name) for code in damage.codes}
    assert {check.code for check in all_checks()} - damaged <= UNTESTABLE


def test_every_code_in_the_truth_is_that_of_a_check() -> None:
    known = {check.code for check in all_checks()}
    for name in ("demo", "feiten-bghu"):
        truth = known_findings(name)
        told = {code for item in (*truth.defects, *truth.defensible, *truth.silent) for code in item.codes}
        assert told <= known


def test_a_damage_whose_words_are_not_there_once_is_refused() -> None:
    damage = damages("ongezien")[0]
    with pytest.raises(FunctiehuisError, match=damage.name):
        apply_damage(plain_text().replace(damage.search, "iets anders"), damage)


def test_documents_are_small_enough_for_a_repository() -> None:
    assert {path.suffix for path in demo_documents()} == {".txt", ".docx", ".pdf", ".html", ".xml"}
    assert all(path.stat().st_size < 150_000 for path in demo_documents())


def test_no_sentence_of_the_real_book_is_in_its_facts() -> None:
    assert max(len(text.split()) for text in strings(real_facts())) <= 6


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part if key != "waarom" else None)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
