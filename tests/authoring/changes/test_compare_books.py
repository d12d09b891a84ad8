from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from heffing_book import BOOK, SECOND, SINGLE, rich
from hypothesis import given, settings
from hypothesis import strategies as st

from functiehuis.authoring.changes import ChangeKind, changes_to_wire, compare_books
from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, FunctionBook
from functiehuis.model.emphasis import decode
from functiehuis.model.function import ResultArea, StandardFunction
from functiehuis.model.provenance import Provenance


def with_function(old: StandardFunction, new: StandardFunction) -> FunctionBook:
    return replace(BOOK, functions=tuple(new if item is old else item for item in BOOK.functions))


def found(after: FunctionBook, before: FunctionBook = BOOK) -> list[tuple[ChangeKind, str | None]]:
    return [(change.kind, change.function) for change in compare_books(before, after).changes]


def areas(*tasks: tuple[str, ...]) -> tuple[ResultArea, ...]:
    return tuple(ResultArea(number, f"Gebied {name}", rich(*texts)) for number, (name, *texts) in enumerate(tasks, 1))


def test_a_book_does_not_differ_from_itself() -> None:
    assert not compare_books(BOOK, BOOK)
    assert compare_books(BOOK, BOOK).summary == "Er is niets veranderd."


def test_where_it_stood_does_not_count() -> None:
    moved = replace(
        SINGLE, provenance=Provenance("ander.docx", 3), characteristics=tuple(replace(text, provenance=Provenance("x", 1)) for text in SINGLE.characteristics)
    )
    assert not compare_books(BOOK, with_function(SINGLE, moved))


@pytest.mark.parametrize(
    ("new", "kind", "sentence"),
    [
        (replace(SINGLE, name="Beheerder gegevens"), ChangeKind.FUNCTION_RENAMED, "de naam gaat van “Medewerker gegevens IV” naar “Beheerder gegevens”."),
        (replace(SINGLE, code="N05.03.06"), ChangeKind.FUNCTION_RECODED, "de code gaat van N05.03.08 naar N05.03.06."),
        (replace(SINGLE, group="N03.03"), ChangeKind.FUNCTION_MOVED, "de functiegroep gaat van N05.03 naar N03.03."),
        (replace(SINGLE, level="III"), ChangeKind.LEVEL_CHANGED, "het niveau gaat van IV naar III."),
        (replace(SINGLE, scale="8"), ChangeKind.SCALE_CHANGED, "de schaal gaat van 7 naar 8."),
        (replace(SINGLE, scale=None), ChangeKind.SCALE_CHANGED, "de schaal (7) staat er niet meer."),
        (replace(SINGLE, points=300), ChangeKind.POINTS_CHANGED, "het aantal punten is nu 300, dat stond er eerst niet."),
        (replace(SINGLE, modules=("Coördinatie",)), ChangeKind.MODULES_CHANGED, "module Coördinatie hoort er nu bij."),
    ],
)
def test_a_value_that_changed(new: StandardFunction, kind: ChangeKind, sentence: str) -> None:
    changes = compare_books(BOOK, with_function(SINGLE, new)).changes
    assert [change.kind for change in changes] == [kind]
    assert changes[0].text == f"{new.name} ({new.code}): {sentence}"


def test_functions_that_come_and_go() -> None:
    extra = replace(SINGLE, code="N07.01.02", name="Adviseur communicatie", characteristics=rich("schrijft teksten"), result_areas=())
    assert found(replace(BOOK, functions=(*BOOK.functions, extra))) == [(ChangeKind.FUNCTION_ADDED, "N07.01.02")]
    gone = compare_books(BOOK, replace(BOOK, functions=BOOK.functions[:-1])).changes
    assert [(change.kind, change.function) for change in gone] == [(ChangeKind.FUNCTION_REMOVED, "N05.03.08")]
    assert gone[0].text == "Medewerker gegevens IV (N05.03.08): deze normfunctie in schaal 7 staat niet meer in het boek."
    assert "controleert adressen" in [text.text for text in gone[0].items]


def test_a_code_given_to_another_function_is_no_rename() -> None:
    moved = replace(SINGLE, code="N05.03.06")
    other = StandardFunction("N05.03.08", "Archivaris", "N05", "N05.03", None, "7", characteristics=rich("ordent kasten"))
    after = replace(BOOK, functions=(*BOOK.functions[:-1], moved, other))
    assert found(after) == [(ChangeKind.FUNCTION_RECODED, "N05.03.06"), (ChangeKind.FUNCTION_ADDED, "N05.03.08")]


def test_a_new_code_for_a_function_that_was_rewritten() -> None:
    new = replace(SINGLE, code="N05.03.06", characteristics=rich("ordent het archief"))
    after = with_function(SINGLE, new)
    assert found(after)[0] == (ChangeKind.FUNCTION_RECODED, "N05.03.06")
    assert [kind for kind, _ in found(after)[1:]] == [ChangeKind.CHARACTERISTIC_ADDED, ChangeKind.CHARACTERISTIC_REMOVED]


def test_functions_without_codes_are_matched_by_name() -> None:
    before = replace(BOOK, functions=tuple(replace(function, code=None) for function in BOOK.functions))
    assert not compare_books(before, before)
    after = replace(before, functions=(*before.functions[:-1], replace(SINGLE, code=None, scale="8")))
    assert found(after, before) == [(ChangeKind.SCALE_CHANGED, "Medewerker gegevens IV")]


def test_kenmerken_added_removed_and_reworded() -> None:
    first, second, third = SECOND.characteristics
    reworded = decode("legt belastingregels uit met een **ruime** beslisruimte")
    after = replace(SECOND, characteristics=(first, reworded, decode("spreekt namens het kantoor bij de rechter")))
    changes = compare_books(BOOK, with_function(SECOND, after)).changes
    assert [(change.kind, change.part) for change in changes] == [
        (ChangeKind.CHARACTERISTIC_REWORDED, "kenmerk 2"),
        (ChangeKind.CHARACTERISTIC_ADDED, "kenmerk 3"),
        (ChangeKind.CHARACTERISTIC_REMOVED, "kenmerk 3"),
    ]
    assert changes[0].text == "Medewerker heffing II (N03.03.04): in kenmerk 2 staat nu “ruime” in plaats van “zekere”."
    assert [item.after_words for item in changes[0].differences if item.kind != "gelijk"] == ["ruime"]
    assert changes[2].before is not None
    assert changes[2].before.text == third.text
    assert second.text != reworded.text


def test_emphasis_and_white_space_are_named_as_such() -> None:
    bold = replace(SINGLE, characteristics=rich("werkt gegevens bij op een afgebakend **terrein**"))
    (change,) = compare_books(BOOK, with_function(SINGLE, bold)).changes
    assert change.kind is ChangeKind.EMPHASIS_CHANGED
    assert change.text.endswith("in kenmerk 1 veranderde alleen de nadruk: nu vet “terrein”, niet meer vet “afgebakend”.")
    space = replace(SINGLE, characteristics=rich("werkt  gegevens bij op een **afgebakend** terrein"))
    assert found(with_function(SINGLE, space)) == [(ChangeKind.WHITE_SPACE_CHANGED, "N05.03.08")]


def test_tasks_moved_reworded_added_and_removed() -> None:
    old = replace(
        SINGLE, result_areas=areas(("een", "controleert adressen", "voert wijzigingen door", "archiveert brieven"), ("twee", "helpt collega's met vragen"))
    )
    new = replace(
        SINGLE,
        result_areas=areas(
            ("een", "controleert alle adressen", "voert wijzigingen door"), ("twee", "helpt collega's met vragen", "archiveert brieven", "belt met gemeenten")
        ),
    )
    before, after = with_function(SINGLE, old), with_function(SINGLE, new)
    changes = compare_books(before, after).changes
    assert [(change.kind, change.part) for change in changes] == [
        (ChangeKind.TASK_REWORDED, "resultaatgebied 1, taak 1"),
        (ChangeKind.TASK_MOVED, "resultaatgebied 2, taak 2"),
        (ChangeKind.TASK_ADDED, "resultaatgebied 2, taak 3"),
    ]
    assert "is “alle” toegevoegd" in changes[0].text
    assert changes[1].text.endswith("de taak “archiveert brieven” staat nu bij “Gebied twee” en niet meer bij “Gebied een”.")
    assert found(before, after) == [
        (ChangeKind.TASK_REWORDED, "N05.03.08"),
        (ChangeKind.TASK_MOVED, "N05.03.08"),
        (ChangeKind.TASK_REMOVED, "N05.03.08"),
    ]


def test_result_areas_renamed_renumbered_added_and_reordered() -> None:
    (area,) = SINGLE.result_areas
    assert found(with_function(SINGLE, replace(SINGLE, result_areas=(replace(area, name="Registers"),)))) == [(ChangeKind.AREA_RENAMED, "N05.03.08")]
    assert found(with_function(SINGLE, replace(SINGLE, result_areas=(replace(area, number=3),)))) == [(ChangeKind.AREA_RENUMBERED, "N05.03.08")]
    extra = ResultArea(2, "Voorlichting", rich("geeft uitleg aan de balie"))
    added = compare_books(BOOK, with_function(SINGLE, replace(SINGLE, result_areas=(area, extra)))).changes
    assert [change.kind for change in added] == [ChangeKind.AREA_ADDED]
    assert added[0].text.endswith("nieuw resultaatgebied “Voorlichting”, met 1 nieuwe taak.")
    swapped = replace(area, tasks=(area.tasks[1], area.tasks[0], area.tasks[2]))
    assert found(with_function(SINGLE, replace(SINGLE, result_areas=(swapped,)))) == [(ChangeKind.ORDER_CHANGED, "N05.03.08")]


def test_the_book_as_a_whole() -> None:
    after = replace(
        BOOK,
        title="Functieboek 2027",
        status=BookStatus.ADOPTED,
        series=(replace(BOOK.series[0], definition=decode("Het maken van regels.")), BOOK.series[1]),
        groups=(replace(BOOK.groups[0], name="Heffing"), BOOK.groups[1]),
        modules=(replace(BOOK.modules[0], tasks=BOOK.modules[0].tasks[:1]),),
        contents=(ContentsEntry("Medewerker heffing I", 4),),
        conversion=(ConversionRow("7", 200, 250),),
    )
    changes = compare_books(BOOK, after)
    assert [change.kind for change in changes.changes] == [
        ChangeKind.BOOK_CHANGED,
        ChangeKind.BOOK_CHANGED,
        ChangeKind.CONTENTS_CHANGED,
        ChangeKind.DEFINITION_CHANGED,
        ChangeKind.GROUPING_CHANGED,
        ChangeKind.TASK_REMOVED,
        ChangeKind.CONVERSION_CHANGED,
    ]
    assert changes.changes[1].text == "Het boek: de status is nu “vastgesteld” in plaats van “concept”."
    assert changes.changes[3].text == "Het boek: in de definitie van functiereeks N03 is “en uitvoeren” weggehaald."
    assert changes.changes[6].text == "Het boek: schaal 7 hoort nu bij 200 tot en met 250 punten in plaats van geen punten."
    assert changes.of(None) == changes.changes


def test_another_order_of_functions_is_one_change() -> None:
    assert found(replace(BOOK, functions=BOOK.functions[::-1])) == [(ChangeKind.ORDER_CHANGED, None)]


words = st.lists(st.sampled_from(["regelt", "de", "aanslag", "zelf", "met", "**post**", "dossiers", "snel"]), min_size=1, max_size=4).map(" ".join)
texts = st.lists(words, max_size=3).map(lambda lines: rich(*lines))
some_areas = st.lists(st.builds(ResultArea, st.integers(1, 3), st.sampled_from(["Post", "Balie", ""]), texts), max_size=3).map(tuple)
some_functions = st.builds(
    StandardFunction,
    st.sampled_from([None, "N01.01.02", "N01.01.04", "N01.01.06"]),
    st.sampled_from(["Adviseur", "Medewerker", "Griffier"]),
    level=st.sampled_from([None, "I", "II"]),
    scale=st.sampled_from([None, "9", "10a"]),
    characteristics=texts,
    result_areas=some_areas,
)
some_books = st.builds(FunctionBook, functions=st.lists(some_functions, max_size=4).map(tuple))


@settings(max_examples=200, deadline=None)
@given(some_books, some_books)
def test_something_is_told_exactly_when_something_changed(before: FunctionBook, after: FunctionBook) -> None:
    assert not compare_books(before, before)
    assert bool(compare_books(before, after)) == (before != after)
    assert all(change.text.endswith(".") for change in compare_books(before, after).changes)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(range(len(BOOK.functions))), unique=True, min_size=1), st.sampled_from(["11", "12a"]))
def test_what_was_edited_is_what_is_reported(edited: list[int], scale: str) -> None:
    functions = tuple(replace(function, scale=scale) if at in edited else function for at, function in enumerate(BOOK.functions))
    expected = [(ChangeKind.SCALE_CHANGED, function.code) for at, function in enumerate(BOOK.functions) if at in edited]
    assert found(replace(BOOK, functions=functions)) == expected


def test_wire_is_plain_data_and_the_same_every_time() -> None:
    after = with_function(SECOND, replace(SECOND, scale="10", characteristics=SECOND.characteristics[::-1]))
    wire = changes_to_wire(compare_books(BOOK, after))
    assert json.dumps(wire) == json.dumps(changes_to_wire(compare_books(BOOK, after)))
    assert wire["aantallen"] == {"andere volgorde": 1, "andere schaal": 1}
    assert wire["wijzigingen"][0]["soort"] == "andere schaal"
    assert wire["wijzigingen"][0]["voor"]["tekst"] == "9"


def test_a_large_book_is_compared_in_seconds() -> None:
    def function(at: int, word: str) -> StandardFunction:
        tasks = [ResultArea(k + 1, f"Gebied {k}", rich(*(f"{word} onderwerp {at} deel {k} punt {n} van het rooster" for n in range(5)))) for k in range(4)]
        return StandardFunction(f"N03.{at // 100:02}.{at % 100:02}", f"Functie {at}", "N03", "N03.01", None, "9", None, rich(f"{word} werk {at}"), tuple(tasks))

    before = FunctionBook(functions=tuple(function(at, "doet") for at in range(300)))
    after = FunctionBook(functions=tuple(function(at, "regelt" if at % 5 == 0 else "doet") for at in range(300)))
    start = time.perf_counter()
    changes = compare_books(before, after)
    assert time.perf_counter() - start < 10  # measured: well under two seconds; a slow machine may take longer
    assert changes.counts[ChangeKind.TASK_REWORDED] == 60 * 20
