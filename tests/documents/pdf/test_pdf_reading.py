"""What comes out of a PDF, seen from outside: blocks, emphasis, places, and what was set aside."""

from __future__ import annotations

import pytest
from pdfs import BOLD, ITALIC, Put, content, lines, pdf, width

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.formats.pdf import read

LONG = (
    "De adviseur onderzoekt elke aanvraag zorgvuldig, overlegt met de betrokken",
    "teams over de gevolgen en legt het advies daarna in begrijpelijke woorden",
    "voor aan het bestuur.",
)
FULL = "Hij schrijft zijn bevindingen op in een leesbaar verslag, bespreekt die tekst"


def shape(document: Document) -> list[tuple[str, str | None, str]]:
    return [(block.kind.name, block.marker, block.text.text) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [block.text.text for block in document.blocks]


def cells(block: Block) -> list[list[str]]:
    return [[cell[0].text.text for cell in row] for row in block.rows]


def body(*more: Put) -> bytes:
    """A page with two paragraphs of three full lines and what else stands on it."""
    return content(*lines(*LONG), *lines(*LONG, y=700), *more)


def test_lines_of_a_paragraph_are_one_block_with_newlines() -> None:
    assert texts(read(pdf(body()), "a.pdf")) == ["\n".join(LONG)] * 2


def test_a_short_line_ends_a_paragraph_without_white_space() -> None:
    page = content(*lines(*LONG, "Een nieuwe gedachte begint hier, zonder wit ervoor, en loopt ook weer door tot", "het einde."))
    assert len(texts(read(pdf(page), "a.pdf"))) == 2


def test_a_heading_without_white_space_is_a_block_of_its_own() -> None:
    page = content(
        *lines(*LONG),
        Put(70, 724, "Kenmerken van deze rol", BOLD),
        Put(70, 712, "-"),
        Put(84, 712, "leidt"),
        Put(70, 700, "Rollen", BOLD),
        *lines(*LONG, y=688),
    )
    assert texts(read(pdf(page), "a.pdf")) == ["\n".join(LONG), "Kenmerken van deze rol", "leidt", "Rollen", "\n".join(LONG)]


def test_items_have_marker_and_text_without_it() -> None:
    page = content(
        *lines(*LONG),
        *[Put(70, 700, "•"), Put(84, 700, "beheert de administratie van alle aanslagen en zorgt voor een goede en tijdige")],
        Put(84, 688, "afhandeling"),
        *[Put(70, 676, "-"), Put(84, 676, "helpt collega's")],
        Put(70, 664, "1. schrijft het verslag"),
    )
    assert shape(read(pdf(page), "a.pdf"))[1:] == [
        ("ITEM", "•", "beheert de administratie van alle aanslagen en zorgt voor een goede en tijdige\nafhandeling"),
        ("ITEM", "-", "helpt collega's"),
        ("ITEM", "1.", "schrijft het verslag"),
    ]


def test_a_dash_at_the_start_of_a_wrapped_line_is_no_marker() -> None:
    page = content(
        *lines(LONG[0], LONG[1], FULL, "– ook met anderen – en bewaart alles.", y=760),
        *lines(*LONG, y=600),
    )
    assert len(read(pdf(page), "a.pdf").blocks) == 2


def test_bold_and_italic_inside_a_word_and_over_a_space() -> None:
    page = content(
        *lines(*LONG),
        Put(70, 700, "is "),
        Put(70 + width("is "), 700, "eind", BOLD),
        Put(70 + width("is ") + 21.7, 700, "verantwoordelijk en "),
        Put(195, 700, "hele teams", ITALIC),
    )
    text = read(pdf(page), "a.pdf").blocks[1].text
    assert text.text == "is eindverantwoordelijk en hele teams"
    assert [text.text[start:end] for start, end in text.bold] == ["eind"]
    assert [text.text[start:end] for start, end in text.italic] == ["hele teams"]


@pytest.mark.parametrize("fake", [b"1 0 0 1 70 700 Tm 2 Tr (nadruk) Tj", b"1 0 0 1 70 700 Tm (nadruk) Tj ET BT /F1 10 Tf 1 0 0 1 70.3 700 Tm (nadruk) Tj"])
def test_bold_by_stroke_or_by_striking_twice(fake: bytes) -> None:
    text = read(pdf(content(*lines(*LONG)) + b" BT /F1 10 Tf " + fake + b" ET BT /F1 10 Tf 0 Tr 1 0 0 1 70 670 Tm (gewoon) Tj ET"), "a.pdf")
    assert [(block.text.text, block.text.bold) for block in text.blocks[1:]] == [("nadruk", ((0, 6),)), ("gewoon", ())]


def test_headings_by_size_and_by_weight_have_levels_in_order() -> None:
    page = content(Put(70, 780, "Functieboek", size=20), Put(70, 740, "Taken en rollen", size=14), Put(70, 715, "Advies", BOLD), *lines(*LONG, y=690))
    found = read(pdf(page), "a.pdf").blocks
    assert [(block.kind, block.level) for block in found] == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 2), (BlockKind.HEADING, 3), (BlockKind.PARAGRAPH, 0)]


def test_one_bold_word_or_a_bold_item_is_no_heading() -> None:
    page = content(*lines(*LONG), Put(70, 700, "-"), Put(84, 700, "adviseert", BOLD), Put(70, 670, "Let op:", BOLD), Put(110, 670, "dit telt mee"))
    assert [block.kind for block in read(pdf(page), "a.pdf").blocks[1:]] == [BlockKind.ITEM, BlockKind.PARAGRAPH]


def test_cells_under_each_other_are_a_table_and_wrapped_cells_one_cell() -> None:
    rows = [("Blad", "Naam", "Schaal"), ("3", "Medewerker", "7"), ("5", "Adviseur", "10"), ("7", "Medewerker zorg en", "8")]
    puts = [Put(x, 700 - 23 * at, text) for at, row in enumerate(rows) for x, text in zip((70, 150, 300), row, strict=True)]
    found = read(pdf(content(*lines(*LONG), *puts, Put(150, 619, "welzijn II"), Put(70, 560, "Slot"))), "a.pdf").blocks
    assert [block.kind for block in found] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert cells(found[1]) == [list(row) for row in rows[:3]] + [["7", "Medewerker zorg en\nwelzijn II", "8"]]


def test_a_table_over_two_pages_is_one() -> None:
    def rows(numbers: range, y: int) -> list[Put]:
        return [put for at, n in enumerate(numbers) for put in (Put(70, y - 20 * at, str(n)), Put(150, y - 20 * at, f"Rol {n}"), Put(300, y - 20 * at, "8"))]

    found = read(pdf(content(*lines(*LONG), *rows(range(1, 5), 700)), content(*rows(range(5, 9), 760), *lines(*LONG, y=600))), "a.pdf").blocks
    assert [len(block.rows) for block in found] == [0, 8, 0]
    found = read(pdf(content(*lines(*LONG), *rows(range(1, 2), 700)), content(*rows(range(2, 9), 760), *lines(*LONG, y=600))), "a.pdf").blocks
    assert [len(block.rows) for block in found] == [0, 8, 0]


def test_label_lines_are_paragraphs_with_tabs() -> None:
    page = content(
        Put(70, 760, "Naam functie"),
        Put(142, 760, ":"),
        Put(178, 760, "Adviseur I"),
        Put(70, 737, "Code"),
        Put(106, 737, ":"),
        Put(142, 737, "N03.01.02"),
        *lines(*LONG, y=700),
    )
    assert texts(read(pdf(page), "a.pdf"))[:2] == ["Naam functie\t:\tAdviseur I", "Code\t:\tN03.01.02"]


def test_an_item_runs_on_over_a_page_break() -> None:
    one = content(*lines(*LONG), Put(70, 60, "•"), Put(84, 60, FULL))
    two = content(Put(84, 760, "met de afdeling en past het aan."), *lines(*LONG, y=700))
    found = read(pdf(one, two), "a.pdf").blocks
    assert found[1].text.text == FULL + "\nmet de afdeling en past het aan."
    assert found[1].text.provenance is not None
    assert (found[1].text.provenance.page, found[1].text.provenance.line) == (1, 4)


def test_a_new_paragraph_on_a_new_page_stays_apart() -> None:
    found = read(pdf(body(), body()), "a.pdf").blocks
    assert len(found) == 4


def test_headers_footers_and_page_numbers_are_set_aside() -> None:
    pages = [body(Put(70, 805, "Voorbeeldstad", size=8), Put(70, 40, f"Functieboek {n}"), Put(300, 28, f"- {n} -")) for n in range(1, 6)]
    found = read(pdf(*pages), "a.pdf")
    assert len(found.blocks) == 10
    assert [text.text for text in found.set_aside] == ["Voorbeeldstad", *[part for n in range(1, 6) for part in (f"Functieboek {n}", f"- {n} -")]]
    assert found.set_aside[1].provenance is not None
    assert found.set_aside[1].provenance.page == 1


def test_the_same_first_heading_on_every_other_page_is_body() -> None:
    pages = [content(Put(70, 780, "Beschrijving", BOLD), *lines(*LONG, y=757)) if n % 2 else content(*lines(*LONG, y=780)) for n in range(8)]
    found = read(pdf(*pages), "a.pdf")
    assert not found.set_aside
    assert texts(found).count("Beschrijving") == 4


def test_the_same_first_heading_on_every_page_close_to_its_text_is_body() -> None:
    found = read(pdf(*[content(Put(70, 780, "Beschrijving", BOLD), *lines(*LONG, y=757)) for _ in range(5)]), "a.pdf")
    assert texts(found).count("Beschrijving") == 5


def test_one_page_keeps_all_but_a_bare_page_number() -> None:
    found = read(pdf(body(Put(70, 40, "Colofon van dit boek"))), "a.pdf")
    assert "Colofon van dit boek" in texts(found)
    found = read(pdf(body(Put(300, 40, "1"))), "a.pdf")
    assert [text.text for text in found.set_aside] == ["1"]


def test_two_columns_are_read_one_after_the_other() -> None:
    words = "De medewerker leest de stukken goed", "en vraagt door als iets niet klopt of"
    left = lines(*[f"{words[n % 2]} {n}" for n in range(20)], y=740)
    right = lines(*[f"{words[n % 2]} {n + 50}" for n in range(20)], x=320, y=740)
    text = " ".join(texts(read(pdf(content(Put(70, 780, "Een titel over de hele breedte", BOLD), *left, *right)), "a.pdf")))
    assert text.startswith("Een titel")
    assert [int(word) for word in text.split() if word.isdigit()] == [*range(20), *range(50, 70)]


@pytest.mark.parametrize("turned", [b"0 1 -1 0 595 0 cm ", b"-1 0 0 -1 595 842 cm ", b"0 -1 1 0 0 842 cm "])
def test_a_turned_page_reads_as_an_upright_one(turned: bytes) -> None:
    assert texts(read(pdf(turned + body()), "a.pdf")) == ["\n".join(LONG)] * 2
    assert texts(read(pdf(body(), rotate=90), "a.pdf")) == ["\n".join(LONG)] * 2


def test_a_stretched_line_is_one_text() -> None:
    x, puts = 70.0, []
    for word in ("verzorgt", "rapportages,", "overzichten", "daarover"):
        puts.append(Put(x, 700, word + " "))
        x += width(word) + 21
    found = read(pdf(content(*lines(*LONG), *puts, *lines("verantwoordelijkheidsgebieden en teams.", y=688))), "a.pdf")
    assert texts(found)[1].split("\n")[0] == "verzorgt rapportages, overzichten daarover"


def test_spaces_that_the_file_lacks_come_from_the_gaps() -> None:
    x, puts = 70.0, []
    for word in LONG[0].split():
        puts.append(Put(x, 700, word))
        x += width(word) + 4
    found = read(pdf(content(*lines(*LONG), *puts)), "a.pdf")
    assert found.blocks[1].text.text == LONG[0]


def test_letters_set_apart_become_words() -> None:
    page = content(*lines(*LONG)) + b" BT /F1 10 Tf 3 Tc 1 0 0 1 70 690 Tm (Taken en rollen) Tj ET"
    assert read(pdf(page), "a.pdf").blocks[1].text.text == "Taken en rollen"
    x, puts = 70.0, []
    for char in "Taken en rollen":
        puts.append(Put(x, 690, char))
        x += width(char) + 7
    found = read(pdf(content(*lines(*LONG), *(put for put in puts if put.text != " "))), "a.pdf")
    assert found.blocks[1].text.text == "Taken en rollen"
    assert any("gezette letters" in loss for loss in found.losses)


def test_raised_characters_stay_on_their_line() -> None:
    page = content(*lines(*LONG), Put(70, 690, "artikel 11"), Put(70 + width("artikel 11"), 694, "2", size=6), Put(130, 690, "van de regeling"))
    assert texts(read(pdf(page), "a.pdf"))[1].replace("\t", " ") == "artikel 112 van de regeling"


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    page = content(*lines("De adviseur onderzoekt elke aanvraag zorgvuldig, overlegt met de betrok-", "kenen en besluit dan.", *LONG))
    assert texts(read(pdf(page), "a.pdf"))[0].startswith("De adviseur onderzoekt elke aanvraag zorgvuldig, overlegt met de betrok-\nkenen")


def test_places_and_progress() -> None:
    calls: list[tuple[int, int]] = []
    found = read(pdf(body(), body()), "b.pdf", lambda done, total: calls.append((done, total)))
    assert calls == [(1, 2), (2, 2)]
    assert found.pages == 2
    places = [(block.text.provenance.file, block.text.provenance.page, block.text.provenance.line) for block in found.blocks if block.text.provenance]
    assert places == [("b.pdf", 1, 1), ("b.pdf", 1, 4), ("b.pdf", 2, 1), ("b.pdf", 2, 4)]
