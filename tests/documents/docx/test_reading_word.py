import zipfile
from pathlib import Path

import pytest
from wordfile import paragraph, run, word_file

from functiehuis.documents.document import Block, BlockKind
from functiehuis.documents.formats.docx import read
from functiehuis.model.emphasis import decode

_BOOK = Path(__file__).parents[4] / "shared" / "functieboek"
_BOLD_STYLES = """
<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Eigen vet"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="VetKind"><w:name w:val="Kind"/><w:basedOn w:val="Vet"/></w:style>
<w:style w:type="character" w:styleId="Nadruk"><w:name w:val="Nadruk"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Punt"><w:name w:val="List Bullet 2"/></w:style>
"""
_LISTS = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return read(word_file(body, zipfile.ZIP_DEFLATED, **parts), "boek.docx").blocks


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def listed(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def test_bold_inside_a_word_keeps_its_place() -> None:
    text = blocks(paragraph(run("is "), run("eind", "<w:b/>"), run("verantwoordelijk"), run(" hier", '<w:b w:val="0"/>')))[0].text
    assert (text.text, text.bold) == ("is eindverantwoordelijk hier", ((3, 7),))


@pytest.mark.parametrize(
    ("paragraph_style", "properties", "bold"),
    [
        ("Vet", "", True),
        ("VetKind", "", True),
        ("", '<w:rStyle w:val="Nadruk"/>', True),
        ("Vet", '<w:rStyle w:val="Nadruk"/>', False),  # Word switches bold off again
        ("Vet", '<w:rStyle w:val="Nadruk"/><w:b/>', True),
        ("Vet", '<w:b w:val="false"/>', False),
    ],
)
def test_emphasis_comes_from_styles_too(paragraph_style: str, properties: str, bold: bool) -> None:
    text = blocks(paragraph(run("tekst", properties), properties=style(paragraph_style)), styles=_BOLD_STYLES)[0].text
    assert bool(text.bold) is bold


def test_lists_have_the_marker_that_word_prints() -> None:
    body = "".join(paragraph(run("x"), properties=listed(*at)) for at in [(1,), (1,), (1, 1), (1, 1), (1,), (2,), (3,)])
    assert [(block.kind, block.marker, block.level) for block in blocks(body, numbering=_LISTS)] == [
        (BlockKind.ITEM, marker, level) for marker, level in [("1.", 0), ("2.", 0), ("2.a)", 1), ("2.b)", 1), ("3.", 0), ("•", 0), ("1.", 0)]
    ]


def test_headings_and_lists_by_style_name() -> None:
    found = blocks(paragraph(run("Kop"), properties=style("Kop2")) + paragraph(run("punt"), properties=style("Punt")), styles=_BOLD_STYLES)
    assert [(block.kind, block.level, block.marker) for block in found] == [(BlockKind.HEADING, 2, None), (BlockKind.ITEM, 1, "•")]


@pytest.mark.parametrize(
    ("typed", "marker"),
    [
        ("•\tregelt zaken", "•"),
        ("- regelt zaken", "-"),
        ("– regelt zaken", "–"),
        ("o\tregelt zaken", "o"),
        ("\uf0b7 regelt zaken", "•"),
        ("·regelt zaken", "·"),
        ("1. regelt zaken", "1."),
        ("2) regelt zaken", "2)"),
    ],
)
def test_a_typed_bullet_becomes_the_marker(typed: str, marker: str) -> None:
    [block] = blocks(paragraph(run(typed)))
    assert (block.kind, block.marker, block.text.text) == (BlockKind.ITEM, marker, "regelt zaken")


@pytest.mark.parametrize("typed", ["-", "o nee toch", "-5 graden", "1.5 fte", "2025. Het jaar"])
def test_what_only_looks_like_a_bullet_stays_text(typed: str) -> None:
    [block] = blocks(paragraph(run(typed)))
    assert (block.kind, block.text.text) == (BlockKind.PARAGRAPH, typed)


def test_tracked_changes_fields_and_wrappers() -> None:
    body = paragraph(
        f"<w:ins>{run('nieuw ')}</w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del><w:smartTag>{run('slim ')}</w:smartTag>",
        f"<w:hyperlink>{run('verwijzing')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>{run('geheim', '<w:vanish/>')}",
        '<w:r><w:br/><w:t>regel</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br w:type="page"/></w:r>',
    )
    document = read(word_file(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"), "boek.docx")
    assert document.blocks[0].text.text == "nieuw slim verwijzing\nregel\t-"
    assert any("Verwijderde" in loss for loss in document.losses)
    assert any("Verborgen" in loss for loss in document.losses)


def test_a_deleted_paragraph_end_joins_the_next() -> None:
    body = paragraph(run("samen"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("gevoegd"))
    assert [block.text.text for block in blocks(body)] == ["samengevoegd"]


def test_tables_nest_and_lines_count_every_paragraph() -> None:
    cell = f"<w:tc>{paragraph(run('Naam functie'))}<w:tbl><w:tr><w:tc>{paragraph(run('binnen'))}</w:tc></w:tr></w:tbl></w:tc>"
    found = blocks(f"<w:p/><w:tbl><w:tr>{cell}</w:tr></w:tbl>{paragraph(run('na'))}")
    [[first, inner]] = found[0].rows[0]
    assert (first.text.text, inner.rows[0][0][0].text.text) == ("Naam functie", "binnen")
    assert found[1].text.provenance is not None
    assert found[1].text.provenance.line == 4


def test_notes_follow_and_headers_are_set_aside() -> None:
    document = read(
        word_file(
            paragraph(run("tekst")),
            footnotes=f'<w:footnote w:type="separator">{paragraph(run("streep"))}</w:footnote><w:footnote>{paragraph(run("noot"))}</w:footnote>',
            header=paragraph(run("bovenaan")),
        ),
        "boek.docx",
    )
    assert [block.text.text for block in document.blocks] == ["tekst", "noot"]
    assert [text.text for text in document.set_aside] == ["bovenaan"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('in het kader'))}</w:txbxContent>"
    both = f'<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert [block.text.text for block in blocks(paragraph(run("ervoor"), f"<w:r>{both}</w:r>"))] == ["ervoor", "in het kader"]


def test_the_strict_dialect_is_read() -> None:
    data = word_file(paragraph(run("vet", "<w:b/>")), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(data, "boek.docx").blocks[0].text.bold == ((0, 3),)


@pytest.mark.skipif(not (_BOOK / "bghu.docx").exists(), reason="the real book belongs to VNG and is not in the repository")
def test_the_real_book_has_the_items_and_emphasis_of_its_text_file() -> None:
    lines = (_BOOK / "bghu.txt").read_text("utf-8").splitlines()
    expected = [decode(line[2:]).collapsed() for line in lines if line.startswith("- ")]
    document = read((_BOOK / "bghu.docx").read_bytes(), "bghu.docx")
    found = [block.text.collapsed().plain() for block in document.blocks if block.kind is BlockKind.ITEM and block.marker != "1."]
    assert found == expected
