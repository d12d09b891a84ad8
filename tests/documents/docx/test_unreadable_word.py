import io
import random
import time
import zipfile
from contextlib import suppress

import docx
import pytest
from wordfile import W, paragraph, run, word_file

from functiehuis.documents.document import Document
from functiehuis.documents.formats.docx import read
from functiehuis.documents.limits import PARAGRAPHS
from functiehuis.model.errors import UnreadableError


def zipped(member: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, content)
    return out.getvalue()


_BOMB = b'<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]>'
_DEEP = "<w:sdt>" * 2000 + "</w:sdt>" * 2000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "oud Word-bestand"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"PK\x03\x04 geen zip", "beschadigd"),
        (zipped("word/anders.xml", b"<a/>"), "ontbreekt"),
        (zipped("word/document.xml", b"<w:document"), "beschadigd"),
        (zipped("word/document.xml", _BOMB + b"<a/>"), "DOCTYPE"),
        (zipped("word/document.xml", ('<?xml version="1.0" encoding="utf-16"?>' + _BOMB.decode() + "<a/>").encode("utf-16")), "DOCTYPE"),
        (zipped("word/document.xml", bytes(30 * 1024 * 1024)), "niet veilig"),
        (zipped("word/document.xml", f'<w:document xmlns:w="{W}"/>'.encode()), "geen Word-document"),
        (word_file("<w:p><w:r><w:drawing/></w:r></w:p>"), "alleen plaatjes"),
        (word_file("<w:p/>"), "geen tekst"),
        (word_file(_DEEP), "boek.docx"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why) as refused:
        read(data, "boek.docx")
    assert "boek.docx" in str(refused.value)


def test_too_many_paragraphs_are_refused_at_once() -> None:
    data = word_file("<w:p/><w:p><w:r/></w:p>" * (PARAGRAPHS // 2 + 1), zipfile.ZIP_STORED)
    before = time.monotonic()
    with pytest.raises(UnreadableError, match="te groot"):
        read(data, "boek.docx")
    assert time.monotonic() - before < 1


def test_damaged_files_never_crash_the_reader() -> None:
    made = docx.Document()
    made.add_heading("Functiebeschrijving", 1)
    for at in range(20):
        made.add_paragraph(f"regelt zaak {at}", style="List Number").add_run("vet").bold = True
    out = io.BytesIO()
    made.save(out)
    stored = word_file("".join(paragraph(run(f"alinea {at}", "<w:b/>")) for at in range(30)), zipfile.ZIP_STORED)
    dice = random.Random(7)
    for whole in (out.getvalue(), stored):
        for _ in range(60):
            data = bytearray(whole)
            for _ in range(dice.randint(1, 12)):
                data[dice.randrange(len(data))] = dice.randrange(256)
            cut = bytes(data[: dice.randrange(1, len(data))]) if dice.random() < 0.3 else bytes(data)
            with suppress(UnreadableError):
                assert isinstance(read(cut, "boek.docx"), Document)
