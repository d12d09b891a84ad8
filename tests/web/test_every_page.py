"""Every page that can be reached, as people meet it: at two widths, light and dark, and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from site_in_browser import BROWSER, WITHOUT, browser, demo_house, pages_of, sign_in

pytestmark = [pytest.mark.skipif(BROWSER is None, reason=WITHOUT), pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo_house(tmp_path_factory.mktemp("huis")) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as running:
        yield running


def troubles(page: Page) -> list[str]:
    result = Axe().run(page)
    return [f"{page.url}: {found['id']}: {found['nodes'][0]['html'][:160]} ({len(found['nodes'])}x)" for found in result.response["violations"]]


@pytest.mark.parametrize("name", ["anna@merenland.example", "gijs@merenland.example", "emre@merenland.example"])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(site: str, chromium: Browser, name: str) -> None:
    found: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = sign_in(context, site, name)
    addresses = pages_of(page, site)
    assert len(addresses) > 3
    for address in addresses:
        for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            if page.url != address:
                page.goto(address)
            found += [f"{width} {scheme} {trouble}" for trouble in troubles(page)]
        page.set_viewport_size({"width": 320, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{address} is {wide} pixels too wide at 320"] if wide > 0 else []
    context.close()
    assert found == []


def test_the_page_of_signing_in_is_accessible(site: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site}/account/inloggen/")
    assert troubles(page) == []
    context.close()


def test_no_page_reports_an_error_in_the_console(site: str, chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context()
    said: list[str] = []
    page = sign_in(context, site, "anna@merenland.example")
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for address in pages_of(page, site):
        page.goto(address)
    context.close()
    assert said == []
