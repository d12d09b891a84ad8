"""A website in memory, looked at as a browser would: pages, links, addresses."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html

from functiehuis.authoring.publications.website import Edition
from functiehuis.library.systems import bundled_systems
from functiehuis.library.website import make_website
from functiehuis.model.book import FunctionBook

HR21 = bundled_systems()[0]
EDITION = Edition(date(2026, 11, 24), "2026.1", date(2027, 1, 1), "CC0", "Functiehuis")


@dataclass(frozen=True)
class Site:
    """The files of a website."""

    files: dict[str, bytes]

    @cached_property
    def pages(self) -> dict[str, Any]:
        """Every page, parsed."""
        return {name: html.document_fromstring(data.decode()) for name, data in self.files.items() if name.endswith(".html")}

    def text(self, name: str) -> str:
        """What a reader sees in the main part of a page, without soft hyphens."""
        return " ".join(self.pages[name].get_element_by_id("inhoud").text_content().replace("\u00ad", "").split())

    def heading(self, name: str) -> str:
        """The first heading of a page."""
        return " ".join(self.pages[name].xpath("//main//h1")[0].text_content().replace("\u00ad", "").split())

    def links(self, name: str) -> dict[str, str]:
        """Where the links in the main part of a page go, by what they are called."""
        return {
            " ".join((link.get("aria-label") or link.text_content()).replace("\u00ad", "").split()): link.get("href")
            for link in self.pages[name].xpath("//main//a[@href]")
        }

    def broken(self) -> list[str]:
        """References that lead nowhere, or out of the website."""
        anchors = {name: {*page.xpath("//@id")} for name, page in self.pages.items()}
        found = []
        for name, page in self.pages.items():
            for reference in page.xpath("//@href | //@src | //@action"):
                parts = urlsplit(reference)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
                anchored = not parts.fragment or unquote(parts.fragment) in anchors.get(target, set())
                if parts.scheme or parts.netloc or target not in self.files or not anchored:
                    found.append(f"{name}: {reference}")
        return found


def site_of(book: FunctionBook, before: FunctionBook | None = None, **more: Any) -> Site:
    """The website of a book."""
    return Site(make_website(book, HR21, EDITION, before=before, **more))
