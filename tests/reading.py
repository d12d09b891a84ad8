"""What the tests of pages share: what a page says, and a concept or house made a little different."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from django.test import Client

from functiehuis.model.function import StandardFunction
from functiehuis.model.house import Happening, LocalFunction
from functiehuis.web.storage.house import DjangoHouse

MATRIX = "/h/merenland/boeken/2/"


def page(client: Client, address: str, **headers: str) -> str:
    """The main part of a page as it comes, which must be there."""
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    text = answer.content.decode()
    return text.partition("<main")[2].partition("</main>")[0] or text


def said(source: str) -> str:
    """What somebody reads: no tags, no soft hyphens, white space as one space."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", source.replace("\u00ad", "").replace("<wbr>", ""))).split())


def change(house: DjangoHouse, key: str, how: Callable[[StandardFunction], StandardFunction], reason: str = "") -> None:
    """Change a function of the concept."""
    draft = house.draft(2, key)
    house.put_draft(2, replace(draft, function=how(draft.function)), Happening("functie.gewijzigd", reason))


def place(house: DjangoHouse, number: str, name: str, code: str, fte: str = "1.5", description: str = "") -> None:
    """Add a local function."""
    house.put_local_function(LocalFunction(None, number, name, description, None, Decimal(fte), code), Happening("lokale functie.gemaakt"))
