"""Documents to read in, and what a browser would send of a form."""

from __future__ import annotations

import html
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from functiehuis.authoring.publications import book_document
from functiehuis.documents.formats.markdown import write
from functiehuis.library.books import demo_book
from functiehuis.library.systems import bundled_systems
from functiehuis.model.house import Intake
from functiehuis.web.intake.jobs import read_document
from functiehuis.web.storage.house import DjangoHouse

INTAKES = "/h/merenland/inlezen/"


def demo_markdown(*slips: tuple[str, str]) -> bytes:
    """The demo book as a text file, with slips put in."""
    text = write(book_document(demo_book(), bundled_systems()[1]))
    for before, after in slips:
        assert before in text
        text = text.replace(before, after)
    return text.encode()


SLIPS = (("Functiereeks Beleid:", "Funciereeks Beleid:"), ("verwijst mensen met schulden", "verwijst mensen met met schulden"))


def upload(client: Client, name: str, content: bytes, **fields: str) -> Any:
    """Send a document."""
    return client.post(INTAKES, {"bestand": SimpleUploadedFile(name, content), **fields})


def handed_in(client: Client, house: DjangoHouse, name: str = "functieboek.md", content: bytes | None = None) -> Intake:
    """A document that was sent and read."""
    answer = upload(client, name, demo_markdown(*SLIPS) if content is None else content)
    assert answer.status_code == 302, answer.content.decode()
    newest = house.intakes()[0]
    read_document.func("merenland", newest.id or 0)
    return house.intake(newest.id or 0)


def token_in(answer: Any) -> str:
    """The token of the (first) form of a page."""
    found = re.search(r'name="formulier" value="([^"]+)"', answer.content.decode())
    assert found
    return html.unescape(found[1])


def text(answer: Any) -> str:
    """A page as a person reads it, roughly: without tags and with signs as they are."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())
