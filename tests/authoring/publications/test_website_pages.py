"""What the pages of a website say, whatever book it is."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import DEMO
from functiehuis.library.folders import read_book
from functiehuis.model.book import BookStatus, FunctionBook, Organisation
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, ResultArea, StandardFunction
from functiehuis.model.text import RichText
from functiehuis.model.wire import book_from_wire
from made_books import NUMERALS, books
from site_pages import Site, site_of

BOOK = read_book(DEMO)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;</title>{{ 7 * 7 }}{% raw %}-->]]>"


def evil_book() -> FunctionBook:
    text = RichText(EVIL, ((0, 8),), ((3, 12),))
    function = StandardFunction(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, 5, (text,), (ResultArea(1, EVIL, (text,)),), (EVIL,), text, text)
    other = replace(function, code="N1", name=f"{EVIL} II", level="II")
    return FunctionBook(
        EVIL, EVIL, BookStatus.ADOPTED, Organisation(EVIL, EVIL), (), (FunctionSeries(EVIL, EVIL, text),), (FunctionGroup(EVIL, EVIL, EVIL, text),),
        (function, other), (Module(EVIL, EVIL, (text,)),), (), (text,), (text,),
    )  # fmt: skip


def test_html_in_every_field_of_a_book_shows_as_text() -> None:
    before = replace(evil_book(), functions=(replace(evil_book().functions[0], name="Anders", characteristics=(RichText("anders"),)),))
    site = site_of(evil_book(), before=before)
    for name, page in site.pages.items():
        scripts = page.xpath("//script")
        assert all(script.get("type") == "application/ld+json" or script.get("src") in ("zoekindex.js", "zoeken.js") for script in scripts), name
        assert not page.xpath("//img | //iframe | //object | //*[@onerror or @style or @onclick] | //style"), name
        assert "49" not in site.text(name), name
        for script in scripts:
            if script.get("type"):
                json.loads(script.text)
    page = next(name for name in site.files if name.startswith("functies/N1"))
    assert EVIL in site.text(page)
    assert "</script>" not in site.files["zoekindex.js"].decode()


@st.composite
def odd_books(draw: st.DrawFn) -> FunctionBook:
    """Books that are not as they should be: parts without anything, names of signs, many levels in one group, double codes."""
    word = st.text(max_size=30)
    text = st.builds(RichText, word)
    function = st.builds(
        StandardFunction,
        st.none() | st.sampled_from(["N1", "N1", "N2", "con"]) | word,
        word,
        st.none() | st.sampled_from(["N1", "N2"]),
        st.none() | st.sampled_from(["N1.1", "N1.2"]),
        st.none() | st.sampled_from(NUMERALS),
        st.none() | st.sampled_from(["7", "10a", "x"]),
        st.none() | st.integers(0, 99),
        st.lists(text, max_size=2).map(tuple),
        st.lists(st.builds(ResultArea, st.integers(0, 2), word, st.lists(text, max_size=2).map(tuple)), max_size=2).map(tuple),
        st.lists(word, max_size=1).map(tuple),
    )
    groups = (FunctionGroup("N1.1", "N1", draw(word)),)
    return FunctionBook(title=draw(word), functions=tuple(draw(st.lists(function, max_size=12))), groups=groups, modules=(Module(draw(word)),))


@given(odd_books() | books())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_book_gives_pages_whose_links_all_lead_somewhere(book: FunctionBook) -> None:
    assert site_of(book).broken() == []


def roman(number: int) -> str:
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def forty(name: str) -> FunctionBook:
    """A group with forty functions."""
    made = []
    for number in range(1, 40):
        level = roman(number) if " {" in name else None
        made.append(replace(BOOK.functions[6], code=f"N03.03.{number:02d}", name=name.format(roman(number)), level=level, scale=str(60 - number)))
    return replace(BOOK, functions=tuple(made))


@pytest.mark.parametrize("name", ["Medewerker {}", "Werker{}"])
def test_many_levels_stand_eight_by_eight_and_no_step_is_lost(name: str) -> None:
    site = site_of(forty(name))
    pages = [file for file in site.files if file.startswith("niveaus/")]
    steps = " ".join(site.text(file) for file in pages)
    short = "{}" if " {" in name else name
    assert all(len(site.pages[file].xpath("//tr[contains(@class,'fh-ladder__head')]/th")) <= 9 for file in pages)
    assert [at for at in range(1, 39) if f"Van {short.format(roman(at))} naar {short.format(roman(at + 1))}:" not in steps] == []
    assert site.broken() == []


def test_the_same_book_version_and_date_give_the_same_bytes() -> None:
    assert site_of(BOOK, BOOK).files == site_of(read_book(DEMO), read_book(DEMO)).files


def test_nothing_is_fetched_from_elsewhere_and_every_page_has_a_policy() -> None:
    site = site_of(BOOK)
    for name, page in site.pages.items():
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy, name
        assert policy[0].startswith("default-src 'none'"), name
        assert "unsafe" not in policy[0], name
        assert ("script-src" in policy[0]) == (name == "zoeken.html"), name
    for name, data in site.files.items():
        if name.endswith(".css"):
            assert b"url(http" not in data, name
            assert b"@import" not in data, name
    assert site.broken() == []


def test_the_pages_read_without_a_script() -> None:
    site = site_of(BOOK)
    assert {name for name, page in site.pages.items() if page.xpath("//script[@src]")} == {"zoeken.html"}
    assert all(function.name in site.text("zoeken.html") for function in BOOK.functions)


def test_what_changed_is_struck_and_inserted() -> None:
    function = BOOK.functions[7]
    before = replace(BOOK, functions=tuple(replace(item, characteristics=item.characteristics[1:]) if item is function else item for item in BOOK.functions))
    site = site_of(BOOK, before=before)
    assert site.pages["wijzigingen.html"].xpath("//main//ol//ins")
    assert "kenmerk erbij" in site.text("functies/N03.03.04.html").lower()
    assert "wijzigingen.html" not in site_of(BOOK).files


def table(site: Site, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site.files[name].decode())))


def test_open_data_is_the_book() -> None:
    site = site_of(BOOK)
    again = book_from_wire(json.loads(site.files["data/functieboek.json"]))
    assert [function.name for function in again.functions] == [function.name for function in BOOK.functions]
    rows = table(site, "data/functies.csv")
    assert [row["code"] for row in rows] == [function.code for function in BOOK.functions]
    assert all(row["adres"] in site.files for row in rows)
    assert len(table(site, "data/taken.csv")) == sum(len(area.tasks) for function in BOOK.functions for area in function.result_areas)


def test_a_cell_of_open_data_is_never_a_formula() -> None:
    function = replace(BOOK.functions[0], characteristics=(RichText("=HYPERLINK(1)"),))
    assert table(site_of(replace(BOOK, functions=(function,))), "data/kenmerken.csv")[0]["tekst"] == "'=HYPERLINK(1)"


def test_a_function_page_tells_other_programs_what_it_is_about() -> None:
    (script,) = site_of(BOOK).pages["functies/N03.03.04.html"].xpath("//script[@type='application/ld+json']")
    told = json.loads(script.text)
    assert told["mainEntity"]["@type"] == "Occupation"
    assert told["mainEntity"]["identifier"] == "N03.03.04"
    assert told["isPartOf"]["publisher"]["name"] == BOOK.organisation.name
    assert len(told["mainEntity"]["responsibilities"]) == sum(len(area.tasks) for area in BOOK.functions[7].result_areas)


def test_the_stair_says_what_a_level_lacks_and_where_levels_are_equal() -> None:
    page = site_of(BOOK).text("niveaus/N03.03.html")
    assert "Medewerker beleidsuitvoering: vier niveaus naast elkaar" in page
    assert "III · IV komt niet voor" in page


def test_other_forms_of_the_same_go_can_be_downloaded() -> None:
    site = site_of(BOOK, downloads={"functieboek.pdf": b"%PDF-"})
    assert site.files["downloads/functieboek.pdf"] == b"%PDF-"
    assert "downloads/functieboek.pdf" in site.links("index.html").values()
