from __future__ import annotations

import json
from dataclasses import replace

import pytest
from heffing_book import BOOK, HEAVY, LIGHT, SECOND, SINGLE, rich

from functiehuis.authoring.changes import Ladder, LevelComparison, OrderVerdict, TaskKind, TaskRow, codes_in_group, compare_levels, comparison_to_wire
from functiehuis.library.ladders import load_degrees
from functiehuis.model.book import FunctionBook
from functiehuis.model.errors import UnknownItemError
from functiehuis.model.function import ResultArea, StandardFunction


def group(book: FunctionBook = BOOK) -> LevelComparison:
    return compare_levels(book, codes_in_group(book, "N03.03"), load_degrees())


def ladder(comparison: LevelComparison, axis: str) -> Ladder:
    return next(item for item in comparison.ladders if item.axis == axis)


def spans(comparison: LevelComparison, axis: str) -> list[list[str]]:
    return [[rung.characteristic.text[slice(*span)] for span in rung.differences] if rung.characteristic else [] for rung in ladder(comparison, axis).rungs]


def row(comparison: LevelComparison, level: int, text: str) -> TaskRow:
    return next(row for row in comparison.tasks if (cell := row.cells[level]) is not None and cell.task.text == text)


def two(first: tuple[str, ...], second: tuple[str, ...]) -> LevelComparison:
    heavy = StandardFunction("A", "A I", None, "G", "I", "9", characteristics=rich(*first))
    light = StandardFunction("B", "A II", None, "G", "II", "8", characteristics=rich(*second))
    return compare_levels(FunctionBook(functions=(light, heavy)), ["A", "B"], load_degrees())


def test_levels_run_from_heavy_to_light_whatever_the_order_asked() -> None:
    assert [function.level for function in group().levels] == ["I", "II", "III", "IV"]
    assert [function.level for function in compare_levels(BOOK, ["N03.03.08", "n03.03.02"], load_degrees()).levels] == ["I", "IV"]


def test_without_numerals_the_scale_decides() -> None:
    functions = tuple(replace(function, level=None, scale=scale) for function, scale in ((LIGHT, "10"), (HEAVY, "10a"), (SECOND, "9")))
    book = replace(BOOK, functions=functions)
    assert [function.scale for function in compare_levels(book, [function.label for function in functions], load_degrees()).levels] == ["10a", "10", "9"]


def test_a_ladder_has_its_degree_on_every_level() -> None:
    found = ladder(group(), "Beslisruimte")
    assert found.order == "grote > zekere > bepaalde > zeer beperkte"
    assert found.verdict is OrderVerdict.AGREES


def test_a_kenmerk_that_speaks_of_two_axes_stands_on_both() -> None:
    comparison = group()
    terrain = ladder(comparison, "Terrein")
    assert [rung.degree for rung in terrain.rungs] == ["beleidsmatige, meerdere ingewikkelde", "beheersmatige, ingewikkeld", None, "afgebakend"]
    assert terrain.rungs[3].combined_with == "Beslisruimte"
    assert terrain.rungs[3].guest
    assert ladder(comparison, "Beslisruimte").rungs[3].characteristic == terrain.rungs[3].characteristic
    assert spans(comparison, "Terrein")[3] == ["op een afgebakend terrein"]


def test_no_kenmerk_is_lost() -> None:
    comparison = group()
    for at, function in enumerate(comparison.levels):
        shown = {rung.number for item in comparison.ladders for rung in item.rungs if rung.level == at and rung.present and not rung.guest}
        assert shown == set(range(1, len(function.characteristics) + 1))


def test_differences_are_with_the_next_heavier_level() -> None:
    assert spans(group(), "Beslisruimte") == [[], ["zekere"], ["bepaalde"], ["op een afgebakend terrein", "zeer beperkte"]]


def test_equal_steps_are_told() -> None:
    assert [rung.equal_to_heavier for rung in ladder(group(), "Achtergrond").rungs] == [False, True, False, True]


def test_unrelated_kenmerken_stay_apart() -> None:
    comparison = two(("ontwerpt nieuwe formulieren",), ("ruimt het magazijn op",))
    assert [[rung.present for rung in item.rungs] for item in comparison.ladders] == [[True, False], [False, True]]


def test_the_best_assignment_wins_over_the_first_one() -> None:
    comparison = two(
        ("bewaakt de planning van grote projecten", "bewaakt de kosten van grote projecten"),
        ("bewaakt de kosten van kleine projecten", "bewaakt de planning van kleine projecten"),
    )
    assert [[rung.number for rung in item.rungs] for item in comparison.ladders] == [[1, 2], [2, 1]]


def test_an_order_against_the_degree_words_is_told() -> None:
    assert two(("heeft een beperkte beslisruimte",), ("heeft een grote beslisruimte",)).ladders[0].verdict is OrderVerdict.AGAINST
    assert two(("heeft een blauwe beslisruimte",), ("heeft een groene beslisruimte",)).ladders[0].verdict is OrderVerdict.UNKNOWN
    assert two(("heeft een blauwe beslisruimte",), ("heeft een groene beslisruimte",)).ladders[0].order == "blauwe > groene"


def test_tasks_are_shared_changed_or_own() -> None:
    comparison = group()
    assert row(comparison, 0, "houdt het heffingsbestand bij").kind is TaskKind.SHARED
    changed = row(comparison, 0, "organiseert het opleggen van aanslagen")
    assert changed.kind is TaskKind.CHANGED
    assert changed.frame == "… het opleggen van aanslagen"
    assert [[cell.task.text[slice(*span)] for span in cell.differences] for cell in changed.cells if cell] == [[], ["verzorgt"], [], ["ondersteunt"]]
    assert [[cell.task.text[slice(*span)] for span in cell.own_words] for cell in changed.cells if cell] == [
        ["organiseert"],
        ["verzorgt"],
        ["verzorgt"],
        ["ondersteunt"],
    ]
    assert row(comparison, 2, "scant formulieren").levels == (2, 3)
    assert {item.kind for item in (row(comparison, 2, "scant formulieren"), row(comparison, 0, "onderzoekt vreemde uitkomsten"))} == {TaskKind.OWN}


def test_a_task_is_first_sought_in_the_same_area() -> None:
    heavy = replace(HEAVY, result_areas=(ResultArea(1, "Balie", rich("helpt inwoners met vragen")), ResultArea(2, "Post", rich("helpt inwoners met brieven"))))
    light = replace(
        LIGHT, result_areas=(ResultArea(1, "Post", rich("helpt inwoners met formulieren")), ResultArea(2, "Balie", rich("helpt inwoners met bellen")))
    )
    comparison = group(replace(BOOK, functions=(heavy, light)))
    assert [[cell.area for cell in row.cells if cell] for row in comparison.tasks] == [["Balie", "Balie"], ["Post", "Post"]]


def test_every_task_stands_in_one_row() -> None:
    comparison = group()
    for at, function in enumerate(comparison.levels):
        shown = sorted((cell.area_number, cell.number) for item in comparison.tasks if (cell := item.cells[at]))
        assert shown == sorted((area.number, number) for area in function.result_areas for number in range(1, len(area.tasks) + 1))


def test_a_step_is_one_sentence_in_plain_dutch() -> None:
    assert group().steps[1].text == (
        "Van II naar III: beslisruimte van “zekere” naar “bepaalde”; achtergrond van “theoretische” naar “praktische”; niet meer: terrein. "
        "Taken: 3 gelijk en 1 nieuw."
    )


def test_one_level_is_a_comparison_with_a_note() -> None:
    comparison = compare_levels(BOOK, ["N05.03.08"], load_degrees())
    assert comparison.steps == ()
    assert comparison.notes == ("Hier staat maar één niveau: er is niets om mee te vergelijken. Kies een tweede normfunctie.",)
    assert [rung.degree for item in comparison.ladders for rung in item.rungs] == ["afgebakend"]


def test_a_level_without_kenmerken_gets_a_note() -> None:
    book = replace(BOOK, functions=(HEAVY, replace(SECOND, characteristics=())))
    comparison = group(book)
    assert comparison.notes == ("Bij Medewerker heffing II (N03.03.04) staan geen kenmerken.",)
    assert all(not item.rungs[1].present for item in comparison.ladders)


def test_an_unknown_code_or_group_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownItemError, match=r"N09\.01\.02 staat niet in dit boek\. Wel: N03\.03\.08, N03\.03\.02"):
        compare_levels(BOOK, ["N09.01.02", "N03.03.02"], load_degrees())
    with pytest.raises(UnknownItemError, match=r"Groep N09 staat niet in dit boek\. Wel: N03\.03 Uitvoering, N05\.03 Gegevens"):
        codes_in_group(BOOK, "N09")
    assert codes_in_group(BOOK, "gegevens") == (SINGLE.label,)


def test_wire_is_plain_data_and_the_same_every_time() -> None:
    wire = comparison_to_wire(group())
    assert json.dumps(wire) == json.dumps(comparison_to_wire(group()))
    assert list(wire["taken"]) == ["gedeeld", "gewijzigd", "eigen"]
    rung = next(item for item in wire["ladders"] if item["as"] == "Beslisruimte")["treden"][1]
    assert (rung["code"], rung["niveau"], rung["graad"], rung["gelijk_aan_zwaarder"]) == ("N03.03.04", "II", "zekere", False)
    assert rung["kenmerk"]["tekst"][slice(*rung["verschil"][0])] == "zekere"
    assert rung["graden"][0] | {"plaats": None} == {"ladder": "Ruimte om zelf te kiezen", "graad": "zekere", "rang": 3, "plaats": None}
