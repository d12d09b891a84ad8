"""The website in a real browser, from disk: no violations of WCAG that axe can see, on a phone and on a screen, in the light and in the dark."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from command_line import DEMO
from functiehuis.library.folders import read_book
from functiehuis.model.book import ConversionRow, FunctionBook
from functiehuis.model.text import RichText
from site_pages import site_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

pytestmark = [pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this computer"), pytest.mark.xdist_group("browser")]


def versions() -> tuple[FunctionBook, FunctionBook]:
    """The demo book with everything a page may show, and a previous version of it."""
    book = read_book(DEMO)
    long = "Arbeidsvoorwaardenbeleidsontwikkelingsvraagstukkencoördinatieoverlegmedewerker II"
    functions = [*book.functions, replace(book.functions[7], code=book.functions[8].code), replace(book.functions[9], code=None, name=long, scale=None)]
    now = replace(book, functions=tuple(functions), conversion=(ConversionRow("7", 1, 99),), leftovers=(RichText("een losse regel"),))
    changed = replace(book.functions[7], characteristics=book.functions[7].characteristics[1:])
    return now, replace(
        book, title="FUNCTIEBOEK 2025", functions=(replace(book.functions[0], code="N01.01.01", name="Secretaris"), *book.functions[1:7], changed)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A website on disk."""
    root = tmp_path_factory.mktemp("site")
    for name, data in site_of(*versions(), downloads={"functieboek.pdf": b"%PDF-"}).files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


def opened(browser: Browser, folder: Path, name: str, width: int = 1280, **more: Any) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}, **more).new_page()
    page.goto(f"file://{folder}/{name}")
    return page


def every_page(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_on_any_page(browser: Browser, folder: Path, width: int, scheme: Any) -> None:
    page = opened(browser, folder, "index.html", width, color_scheme=scheme)
    found = {}
    for name in every_page(folder):
        page.goto(f"file://{folder}/{name}")
        violations = Axe().run(page, options=RULES).response["violations"]
        if violations:
            found[name] = [(item["id"], [node["html"][:160] for node in item["nodes"][:3]]) for item in violations]
    page.context.close()
    assert found == {}


def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "index.html", 320)
    wide = {}
    for name in every_page(folder):
        page.goto(f"file://{folder}/{name}")
        measured = page.evaluate("document.documentElement.scrollWidth")
        if measured > 320:
            wide[name] = measured
    page.context.close()
    assert wide == {}


def test_nothing_is_asked_of_the_network_and_no_policy_is_broken(browser: Browser, folder: Path) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in ("index.html", "functies/N03.03.02.html", "niveaus/N03.03.html", "zoeken.html?q=beleid", "alles.html"):
        page.goto(f"file://{folder}/{name}")
    page.context.close()
    assert said == []
    assert [address for address in asked if not address.startswith("file://")] == []
    assert any(address.endswith(".woff2") for address in asked)


def results(page: Page) -> list[str]:
    return page.locator("#gevonden > li a").all_inner_texts()


def test_search_finds_the_very_word_first_and_then_its_other_forms(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "index.html")
    page.get_by_role("searchbox").fill("adviseert")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=adviseert")
    exact = results(page)
    assert exact
    assert "keer gevonden" in page.locator("#teller").inner_text()
    page.get_by_role("searchbox").fill("adviseren")
    assert set(results(page)) == set(exact)
    page.get_by_role("searchbox").fill("N03.03.02")
    assert results(page)[0] == "Medewerker beleidsuitvoering I"
    page.get_by_role("searchbox").fill("COORDINATIE")
    assert "Coördinatie" in results(page)
    page.get_by_role("searchbox").fill("xyzzy")
    assert "Niets gevonden met “xyzzy”" in page.locator("#teller").inner_text()
    assert page.locator("#alles").is_visible()
    page.context.close()


def test_what_somebody_types_is_text(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "zoeken.html?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E")
    assert page.locator("main img").count() == 0
    page.context.close()


def test_without_a_script_the_search_page_lists_every_function(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "zoeken.html", java_script_enabled=False)
    assert page.get_by_role("searchbox").count() == 0
    assert page.get_by_text("Zoeken werkt alleen als scripts aan staan.").is_visible()
    assert page.get_by_role("link", name="Adviseur III").is_visible()
    page.context.close()


def test_a_keyboard_is_enough_to_reach_the_text_and_go_on(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "functies/N03.03.02.html")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Naar de inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    link = page.get_by_role("link", name=re.compile("^Vergelijk met "))
    link.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/niveaus/N03.03.html")
    page.context.close()


def test_on_paper_there_is_no_menu_and_every_page_says_which_book_it_is(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "niveaus/N03.03.html")
    page.emulate_media(media="print")
    assert not page.locator(".fh-top").is_visible()
    assert "VOORBEELD-FUNCTIEBOEK · 2026.1 · concept, niet vastgesteld" in page.locator(".fh-printhead").inner_text()
    page.context.close()
