"""Addresses stay: they depend on the code, are safe on every disk, and never lead to another function."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import DEMO
from functiehuis.authoring.publications.website.addresses import addresses_of, safe_name
from functiehuis.library.folders import read_book
from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText
from site_pages import site_of

BOOK = read_book(DEMO)


def functions(*pairs: tuple[str | None, str]) -> list[StandardFunction]:
    return [StandardFunction(code, name) for code, name in pairs]


def with_functions(*items: StandardFunction) -> FunctionBook:
    return replace(BOOK, functions=items)


def test_a_function_is_found_by_its_code() -> None:
    site = site_of(BOOK)
    assert site.heading("functies/N03.03.04.html") == "Medewerker beleidsuitvoering II"


def test_the_address_stays_when_other_functions_come_go_and_move() -> None:
    turned = site_of(with_functions(*reversed(BOOK.functions[5:])))
    assert turned.heading("functies/N03.03.04.html") == "Medewerker beleidsuitvoering II"


@pytest.mark.parametrize("code", ["CON", "aux.1", "N03/01", "..", "N03:01", 'N"?*<>|', "a\\b", "N03.", " ", "N" * 300, "één", "NUL.01", "\x00", "../../etc"])
def test_a_strange_code_gives_a_name_that_every_disk_takes(code: str) -> None:
    name = safe_name(code)
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,80}", name)
    assert name.split(".")[0].upper() not in {"CON", "AUX", "NUL"}
    assert not name.endswith(".")
    assert ".." not in name


@given(st.lists(st.tuples(st.none() | st.text(max_size=12), st.text(max_size=12)), max_size=12))
@settings(max_examples=150, deadline=None)
def test_no_two_functions_share_an_address_on_a_disk_without_capitals(pairs: list[tuple[str | None, str]]) -> None:
    found = addresses_of(functions(*pairs))
    names = [name.lower() for name in (*found.own, *found.choices)]
    assert len(names) == len(set(names))


def test_a_code_that_two_functions_have_lets_the_reader_choose() -> None:
    one, two = BOOK.functions[4], replace(BOOK.functions[5], code=BOOK.functions[4].code)
    site = site_of(with_functions(one, two))
    page = f"functies/{one.code}.html"
    assert site.heading(page) == "Welke normfunctie zoekt u?"
    assert [name for name in site.links(page) if "Adviseur" in name] == ["schaal 13Adviseur I", "schaal 11Adviseur III"]
    assert site.broken() == []


def test_who_is_gone_keeps_a_page_that_says_so() -> None:
    site = site_of(with_functions(*BOOK.functions[1:]), before=BOOK)
    assert site.heading("functies/N02.01.02.html") == "Deze normfunctie staat niet meer in dit boek"
    assert "Algemeen directeur" in site.text("functies/N02.01.02.html")


def test_who_has_another_code_is_found_from_her_old_address() -> None:
    moved = replace(BOOK.functions[0], code="N02.01.09")
    site = site_of(with_functions(moved, *BOOK.functions[1:]), before=BOOK)
    assert site.heading("functies/N02.01.02.html") == "Deze normfunctie heeft een ander adres"
    assert "../functies/N02.01.09.html" in site.links("functies/N02.01.02.html").values()


def test_codes_that_changed_places_lead_to_nobody_else() -> None:
    one, two = BOOK.functions[0], BOOK.functions[6]
    swapped = with_functions(replace(one, code=two.code), *BOOK.functions[1:6], replace(two, code=one.code), *BOOK.functions[7:])
    site = site_of(swapped, before=BOOK)
    for old in (one, two):
        page = f"functies/{old.code}.html"
        assert site.heading(page) not in {function.name for function in BOOK.functions}
        assert old.name in site.text(page)
    assert site.broken() == []


def test_two_functions_without_a_code_have_an_address_by_their_name() -> None:
    site = site_of(with_functions(*(replace(function, code=None, characteristics=(RichText("werkt"),)) for function in BOOK.functions[:2])))
    pages = [name for name in site.files if name.startswith("functies/")]
    assert sorted(site.heading(page) for page in pages) == ["Algemeen directeur", "Strategisch manager II"]
