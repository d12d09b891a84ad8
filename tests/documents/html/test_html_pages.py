import random
import time
from contextlib import suppress

import pytest

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.html import read
from functiehuis.model.errors import UnreadableError


def blocks(source: str) -> tuple[Block, ...]:
    return read(source.encode("utf-8"), "boek.html").blocks


def shapes(source: str) -> list[tuple[str, str | None, int, str]]:
    return [(block.kind.value, block.marker, block.level, block.text.text) for block in blocks(source)]


def test_headings_paragraphs_and_loose_text() -> None:
    assert shapes("<h2>Kop</h2>los <p>een\n  twee<br> drie&nbsp;vier</p><div>vijf<div>zes</div>zeven</div>") == [
        ("kop", None, 2, "Kop"),
        ("alinea", None, 0, "los"),
        ("alinea", None, 0, "een twee\ndrie vier"),
        ("alinea", None, 0, "vijf"),
        ("alinea", None, 0, "zes"),
        ("alinea", None, 0, "zeven"),
    ]


def test_lists_nest_and_count() -> None:
    assert shapes("<ol start=3 type=a><li><p>een</p><ul><li>diep</ul><li>twee</ol>") == [
        ("lijstpunt", "c.", 0, "een"),
        ("lijstpunt", "•", 1, "diep"),
        ("lijstpunt", "d.", 0, "twee"),
    ]


@pytest.mark.parametrize(
    "word",
    ["<b>eind</b>", "<strong>eind</strong>", '<span style="font-weight:700">eind</span>', '<span class="zwaar">eind</span>', "<b><span>eind</span></b>"],
)
def test_bold_inside_a_word(word: str) -> None:
    [block] = blocks(f"<style>.zwaar {{font-weight: bold}}</style><p>is {word}verantwoordelijk, <i style='font-style:normal'>recht</i></p>")
    assert (block.text.text, block.text.bold, block.text.italic) == ("is eindverantwoordelijk, recht", ((3, 7),), ())


def test_spaces_between_runs_are_one() -> None:
    [block] = blocks("<p>een <b> twee </b> drie</p>")
    assert block.text.text == "een twee drie"


def test_what_a_browser_hides_is_left_out() -> None:
    document = read(b"<head><title>t</title></head><script>x</script><p hidden>a</p><p style='display:none'>b</p><p>c</p><nav>menu</nav>", "boek.html")
    assert [block.text.text for block in document.blocks] == ["c"]
    assert [text.text for text in document.set_aside] == ["menu"]
    assert any("Verborgen" in loss for loss in document.losses)


def test_bullets_of_a_page_saved_by_word() -> None:
    mark = "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>"
    assert shapes(f"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>{mark}regelt zaken</p>") == [("lijstpunt", "·", 1, "regelt zaken")]
    assert shapes("<p>·&nbsp;&nbsp; regelt zaken</p>") == [("lijstpunt", "·", 0, "regelt zaken")]


def test_tables_hold_blocks_and_a_frame_is_no_table() -> None:
    [table] = blocks("<table><tr><th>Naam<td><p>een</p><p>twee</p></table>")
    assert [[block.text.text for block in cell] for cell in table.rows[0]] == [["Naam"], ["een", "twee"]]
    assert shapes("<table><tr><td><p>tekst</p></table>") == [("alinea", None, 0, "tekst")]


@pytest.mark.parametrize(
    "data",
    [
        "<p>coördinatie</p>".encode(),
        "<p>coördinatie</p>".encode("cp1252"),
        "<p>coördinatie</p>".encode("utf-16"),
        '<meta charset="iso-8859-1"><p>coördinatie</p>'.encode("cp1252"),
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>coördinatie</p></body></html>'.encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert read(data, "boek.html").blocks[0].text.text == "coördinatie"


def test_the_place_is_the_line() -> None:
    place = blocks("<body>\n\n<p>tekst</p>")[0].text.provenance
    assert place is not None
    assert (place.file, place.line, place.page) == ("boek.html", 3, None)


@pytest.mark.parametrize(
    "source",
    ["<html></html>", " ", "<img src=x>", '<!DOCTYPE html [<!ENTITY a "b">]><p>&a;</p>', "<div>" * 5000 + "x", "<p>" + "<p>x" * 60_001],
)
def test_unreadable_pages_get_a_sentence(source: str) -> None:
    with pytest.raises(UnreadableError, match=r"boek\.html"):
        blocks(source)


def test_damaged_pages_never_crash_the_reader() -> None:
    whole = b"<!doctype html><style>.a{font:bold 3px x}</style><table><tr><td class=a>x<ol type=i><li>y</ol></table><pre> a\n b</pre>"
    whole += b"<p style='mso-list:l0 level1'>z"
    dice = random.Random(3)
    for _ in range(200):
        data = bytearray(whole[: dice.randrange(1, len(whole) + 1)])
        for _ in range(dice.randint(0, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(UnreadableError):
            assert isinstance(read(bytes(data), "boek.html"), Document)


def test_kept_white_space() -> None:
    assert blocks("<pre>een\n  twee</pre>")[0] == Block(BlockKind.PARAGRAPH, blocks("<pre>een\n  twee</pre>")[0].text)
    assert blocks("<pre>een\n  twee</pre>")[0].text.text == "een\n  twee"


def test_hostile_style_sheets_cost_little() -> None:
    before = time.monotonic()
    for style in ("/*" * 100_000, "a{" * 100_000, "a" * 200_000):
        assert shapes(f"<style>{style}</style><p style='{'font:' * 20_000}'>tekst</p>") == [("alinea", None, 0, "tekst")]
    assert time.monotonic() - before < 2
