"""What cannot be read gets one clear Dutch message, whatever the bytes."""

from __future__ import annotations

import random

import pikepdf
import pytest
from pdfs import Put, content, lines, pdf, with_picture

from functiehuis.documents.document import Document
from functiehuis.documents.formats.pdf import read
from functiehuis.model.errors import UnreadableError

PAGE = content(*lines("De medewerker helpt inwoners met vragen.", "En schrijft dat op."))


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, "boek.pdf")
    assert "boek.pdf" in str(caught.value)
    return str(caught.value)


def test_encrypted() -> None:
    data = pdf(PAGE, encryption=pikepdf.Encryption(owner="eigenaar", user="geheim"))
    assert "wachtwoord" in refusal(data)


def test_truncated() -> None:
    data = pdf(*[PAGE] * 30)
    assert "afgebroken" in refusal(data[: len(data) * 2 // 3]) or "beschadigd" in refusal(data[: len(data) * 2 // 3])
    refusal(data[:200])


def test_garbage_after_the_header() -> None:
    assert "beschadigd" in refusal(b"%PDF-1.7\n" + random.Random(1).randbytes(5000))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Functieboek"])
def test_no_pdf(data: bytes) -> None:
    assert "geen PDF" in refusal(data)


def test_too_many_pages_before_any_is_read() -> None:
    calls: list[int] = []
    with pytest.raises(UnreadableError, match="2000 bladzijden"):
        read(pdf(*[b""] * 2000), "boek.pdf", lambda done, _: calls.append(done))
    assert not calls


def test_pictures_only() -> None:
    assert "bestaat uit plaatjes, zonder letters. Vraag het Word-bestand op, of laat de tekst herkennen." in refusal(with_picture())


def test_empty_page() -> None:
    assert "geen tekst" in refusal(pdf(b""))


def test_a_page_without_letters_is_a_loss() -> None:
    found = read(pdf(PAGE, b"70 70 400 600 re f"), "boek.pdf")
    assert any("Bladzijde 2 " in loss for loss in found.losses)


def test_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functiehuis.documents.formats.pdf.reader.TEXT_BYTES", 50)
    assert "tekst" in refusal(pdf(PAGE))


def test_damaged_bytes_give_a_document_or_a_refusal() -> None:
    chance = random.Random(20)
    source = pdf(content(*lines(*["Een regel tekst met woorden."] * 8), Put(70, 400, "•"), Put(84, 400, "punt")), PAGE)
    for _ in range(150):
        data = bytearray(source)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert isinstance(read(bytes(data), "boek.pdf"), Document)
        except UnreadableError:
            continue
