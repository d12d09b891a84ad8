import random
from contextlib import suppress

import pytest

from functiehuis.documents.document import Block, Document
from functiehuis.documents.formats.cvdr import read
from functiehuis.model.errors import UnreadableError

_REGULATION = """<?xml version="1.0" encoding="UTF-8"?>
<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/" xmlns:dcterms="http://purl.org/dc/terms/">
<meta><owmskern><dcterms:title>Regeling functies</dcterms:title></owmskern></meta>
<body><regeling><regeling-tekst>%s</regeling-tekst></regeling></body></cvdr>"""


def document(inside: str) -> Document:
    return read((_REGULATION % inside).encode("utf-8"), "regeling.xml")


def shape(block: Block) -> tuple[str, str | None, int, str]:
    return block.kind.value, block.marker, block.level, block.text.text


def test_headings_have_the_depth_of_their_part() -> None:
    found = document(
        "<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Begin</titel></kop><artikel><kop><label>Artikel</label><nr>2</nr></kop><al>Tekst.</al></artikel></hoofdstuk>"
    )
    assert [shape(block) for block in found.blocks] == [
        ("kop", None, 1, "Regeling functies"),
        ("kop", None, 1, "Hoofdstuk 1 Begin"),
        ("kop", None, 2, "Artikel 2"),
        ("alinea", None, 0, "Tekst."),
    ]


def test_lists_have_their_number_or_dash() -> None:
    found = document(
        "<lijst><li><li.nr>a.</li.nr><al>een</al><lijst><li nr='-'><al>diep</al></li></lijst></li><li><li.nr>b.</li.nr><al>twee</al></li></lijst><al>- los</al>"
    )
    assert [shape(block)[1:] for block in found.blocks[1:]] == [("a.", 0, "een"), ("-", 1, "diep"), ("b.", 0, "twee"), ("-", 0, "los")]


@pytest.mark.parametrize("kind", ["vet", "halfvet"])
def test_bold_inside_a_word(kind: str) -> None:
    text = (
        document(f"<al>is <nadruk type='{kind}'>eind</nadruk>verantwoordelijk <nadruk type='cur'>hier</nadruk> en <extref doc='x'>daar</extref></al>")
        .blocks[1]
        .text
    )
    assert (text.text, text.bold, text.italic) == ("is eindverantwoordelijk hier en daar", ((3, 7),), ((24, 28),))


def test_tables_and_notes() -> None:
    found = document(
        "<table><tgroup><tbody><row><entry><al>Naam</al></entry><entry>X</entry></row></tbody></tgroup></table><al>a<noot><noot.al>uitleg</noot.al></noot>b</al>"
    )
    assert [[block.text.text for block in cell] for cell in found.blocks[1].rows[0]] == [["Naam"], ["X"]]
    assert [block.text.text for block in found.blocks[2:]] == ["ab", "uitleg"]


def test_members_of_an_article_are_numbered() -> None:
    found = document("<artikel><lid><lidnr>1.</lidnr><al>eerste</al></lid><tussenkop>Onder</tussenkop></artikel>")
    assert [shape(block) for block in found.blocks[1:]] == [("lijstpunt", "1.", 0, "eerste"), ("kop", None, 1, "Onder")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><cvdr><al>&d;</al></cvdr>', "DOCTYPE"),
        (b"<cvdr><al>half", "beschadigd"),
        (b"<rss><item>x</item></rss>", "geen regeling"),
        (b"<cvdr><al/></cvdr>", "geen leesbare tekst"),
        (b"<cvdr>" + b"<al>" * 3000 + b"x" + b"</al>" * 3000 + b"</cvdr>", "regeling.xml"),
        (b"", "beschadigd"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read(data, "regeling.xml")


def test_damaged_regulations_never_crash_the_reader() -> None:
    whole = (_REGULATION % "<artikel><kop><nr>1</nr></kop><lijst><li><al>x <nadruk type='vet'>y</nadruk></al></li></lijst></artikel>").encode()
    dice = random.Random(5)
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 3)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(UnreadableError):
            assert isinstance(read(bytes(data[: dice.choice([len(data), dice.randrange(1, len(data))])]), "regeling.xml"), Document)
