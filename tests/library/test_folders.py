"""A book as a folder of YAML: lossless, readable, never half-written."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functiehuis.library.books import demo_book
from functiehuis.library.folders import read_book, write_book
from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, Dismissal, FunctionBook, Organisation
from functiehuis.model.errors import InvalidBookError, WriteError
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run
from functiehuis.model.wire import book_to_wire

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
numbers = st.none() | st.integers(0, 2000)
places = st.none() | st.builds(Provenance, words, numbers, numbers)
runs = st.lists(st.builds(Run, words, st.booleans(), st.booleans()), max_size=4)
texts = st.builds(RichText.from_runs, runs, places)
short = st.none() | words
headings = st.lists(st.builds(PrintedHeading, st.sampled_from(Part), texts), max_size=2).map(tuple)
areas = st.builds(ResultArea, st.integers(0, 9), words, st.lists(texts, max_size=3).map(tuple), places)
functions = st.builds(
    StandardFunction,
    short,
    words,
    short,
    short,
    short,
    short,
    numbers,
    st.lists(texts, max_size=3).map(tuple),
    st.lists(areas, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.none() | texts,
    st.none() | texts,
    headings,
    places,
)
books = st.builds(
    FunctionBook,
    words,
    words,
    st.sampled_from(BookStatus),
    st.builds(Organisation, words, short),
    st.lists(st.builds(ContentsEntry, words, numbers, short, short, short, numbers, places), max_size=3).map(tuple),
    st.lists(st.builds(FunctionSeries, words, words, st.none() | texts), max_size=2).map(tuple),
    st.lists(st.builds(FunctionGroup, words, words, words, st.none() | texts), max_size=2).map(tuple),
    st.lists(functions, max_size=3).map(tuple),
    st.lists(st.builds(Module, words, short, st.lists(texts, max_size=2).map(tuple), headings, places), max_size=2).map(tuple),
    st.lists(st.builds(ConversionRow, words, numbers, numbers, places), max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(st.builds(Dismissal, words, words, words, short), max_size=2).map(tuple),
)


@given(books, st.sampled_from(["boek", "boek.json"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_kept_comes_back_letter_for_letter(tmp_path: Path, book: FunctionBook, name: str) -> None:
    write_book(book, tmp_path / name, overwrite=True)
    assert book_to_wire(read_book(tmp_path / name)) == book_to_wire(book)


def test_each_normfunctie_is_a_file_with_bold_in_its_text(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    names = sorted(path.name for path in (tmp_path / "boek" / "normfuncties").iterdir())
    assert len(names) == 15
    assert "N03.03.06-medewerker-beleidsuitvoering-iii.yaml" in names
    text = (tmp_path / "boek" / "normfuncties" / "N03.03.06-medewerker-beleidsuitvoering-iii.yaml").read_text("utf-8")
    assert "**weinig**" in text
    assert "naam: Medewerker beleidsuitvoering III" in text


def test_one_changed_task_is_one_changed_line(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    file = tmp_path / "boek" / "normfuncties" / "N03.01.06-adviseur-iii.yaml"
    file.write_text(file.read_text("utf-8").replace("niveau: III", "niveau: IV"), "utf-8")
    write_book(read_book(tmp_path / "boek"), tmp_path / "nieuw")
    shown = subprocess.run(["diff", "-r", tmp_path / "boek", tmp_path / "nieuw"], capture_output=True, text=True, check=False)
    assert shown.stdout == ""
    assert next(function for function in read_book(tmp_path / "nieuw").functions if function.code == "N03.01.06").level == "IV"


def test_a_scale_or_name_without_quotation_marks_is_read_as_text(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    file = next((tmp_path / "boek" / "normfuncties").glob("N03.01.06*"))
    file.write_text(file.read_text("utf-8").replace("schaal: '11'", "schaal: 11").replace("naam: Adviseur III", "naam: No"), "utf-8")
    function = read_book(tmp_path / "boek").function("N03.01.06")
    assert function is not None
    assert (function.scale, function.name) == ("11", "No")


def test_a_text_that_somebody_edits_loses_its_source_and_the_others_keep_theirs(tmp_path: Path) -> None:
    where = [Provenance("boek.docx", line) for line in (1, 2, 3)]
    tasks = tuple(RichText(text, provenance=place) for text, place in zip(["int belasting", "schrijft brieven", "belt terug"], where, strict=True))
    book = FunctionBook(functions=(StandardFunction("N03.01.02", "Adviseur I", result_areas=(ResultArea(1, "Werk", tasks),)),))
    write_book(book, tmp_path / "boek")
    file = next((tmp_path / "boek" / "normfuncties").iterdir())
    file.write_text(file.read_text("utf-8").replace("schrijft brieven", "schrijft korte brieven"), "utf-8")
    read = read_book(tmp_path / "boek").functions[0].result_areas[0].tasks
    assert [task.provenance for task in read] == [where[0], None, where[2]]


def test_a_file_that_somebody_adds_is_a_function_of_the_book(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    (tmp_path / "boek" / "normfuncties" / "nieuw.yaml").write_text("code: N03.01.04\nnaam: Adviseur II\nkenmerken:\n  - adviseert **breed**\n", "utf-8")
    book = read_book(tmp_path / "boek")
    assert [function.name for function in book.functions][-1] == "Adviseur II"
    assert book.functions[-1].characteristics[0].bold == ((10, 15),)


def test_an_existing_book_is_not_replaced_without_being_told(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    with pytest.raises(WriteError, match=r"bestaat al.*--overschrijf"):
        write_book(FunctionBook(), tmp_path / "boek")
    assert len(read_book(tmp_path / "boek").functions) == 15


def test_a_folder_that_is_no_book_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "foto's").mkdir()
    (tmp_path / "foto's" / "vakantie.jpg").write_text("x")
    with pytest.raises(WriteError, match="iets anders"):
        write_book(demo_book(), tmp_path / "foto's", overwrite=True)
    assert (tmp_path / "foto's" / "vakantie.jpg").read_text() == "x"


def test_what_others_keep_in_the_folder_stays(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    (tmp_path / "boek" / ".git").mkdir()
    (tmp_path / "boek" / ".git" / "HEAD").write_text("ref")
    (tmp_path / "boek" / "notities.md").write_text("van Anna")
    write_book(FunctionBook(title="Nieuw"), tmp_path / "boek", overwrite=True)
    assert (tmp_path / "boek" / ".git" / "HEAD").read_text() == "ref"
    assert (tmp_path / "boek" / "notities.md").read_text() == "van Anna"
    assert read_book(tmp_path / "boek").functions == ()


def test_a_write_that_fails_leaves_the_old_book_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_book(demo_book(), tmp_path / "boek")
    before = sorted(path.name for path in tmp_path.iterdir())
    written: list[str] = []

    def full(self: Path, *args: object, **kwargs: object) -> int:
        written.append(self.name)
        if len(written) > 5:
            raise OSError(28, "No space left on device")
        return 0

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(WriteError, match="niet te schrijven"):
        write_book(FunctionBook(functions=demo_book().functions), tmp_path / "boek", overwrite=True)
    monkeypatch.undo()
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert len(read_book(tmp_path / "boek").functions) == 15


@pytest.mark.parametrize(
    "name, text, told",
    [
        ("boek.yaml", "schema: [", r"boek.yaml, regel \d"),
        ("boek.yaml", "schema: functiehuis/functieboek/9\n", "functiehuis/functieboek/9"),
        ("boek.yaml", "schema: a\nschema: b\n", "'schema' staat er twee keer"),
        ("boek.yaml", "schema: &x functiehuis/functieboek/1\ntitel: *x\n", "verwijzingen"),
        ("boek.yaml", "[" * 500, "YAML|nesten"),
        ("boek.yaml", "- los\n", "sleutels en waarden"),
        ("normfuncties/N03.01.06-adviseur-iii.yaml", "code: N03.01.06\nnaam: A\nkenmerken: tekst\n", "kenmerken hoort een lijst"),
        ("normfuncties/N03.01.06-adviseur-iii.yaml", "code: N03.01.06\nnaam: A\nresultaatgebieden:\n  - nummer: een\n", r"resultaatgebieden\[1\].nummer"),
        ("reeksen-en-groepen.yaml", "functiereeksen: 3\n", "lijst"),
    ],
)
def test_a_damaged_folder_is_refused_with_the_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    write_book(demo_book(), tmp_path / "boek")
    (tmp_path / "boek" / name).write_text(text, "utf-8")
    with pytest.raises(InvalidBookError, match=told):
        read_book(tmp_path / "boek")


def test_a_missing_function_file_is_told(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    next((tmp_path / "boek" / "normfuncties").glob("N03.01.06*")).unlink()
    with pytest.raises(InvalidBookError, match=r"N03\.01\.06-adviseur-iii\.yaml is er niet"):
        read_book(tmp_path / "boek")


def test_a_name_that_points_outside_the_folder_is_refused(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek")
    head = tmp_path / "boek" / "boek.yaml"
    (tmp_path / "geheim.yaml").write_text("code: X\nnaam: geheim\n")
    head.write_text(head.read_text("utf-8").replace("normfuncties/N03.01.06-adviseur-iii.yaml", "normfuncties/../../geheim.yaml"), "utf-8")
    with pytest.raises(InvalidBookError, match="is er niet"):
        read_book(tmp_path / "boek")


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"schema": "functiehuis/functieboek/1", "normfuncties": [{"naam": 3}]}', '{"boek": null}', "[" * 100_000])
def test_a_damaged_json_book_is_refused_in_dutch(tmp_path: Path, text: str) -> None:
    (tmp_path / "boek.json").write_text(text, "utf-8")
    with pytest.raises(InvalidBookError, match=r"boek"):
        read_book(tmp_path / "boek.json")


def test_json_is_the_bare_book(tmp_path: Path) -> None:
    write_book(demo_book(), tmp_path / "boek.json")
    assert json.loads((tmp_path / "boek.json").read_text("utf-8"))["schema"] == "functiehuis/functieboek/1"
