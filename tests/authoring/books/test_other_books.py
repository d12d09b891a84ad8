"""Books of other employers and of another system than HR21."""

from __future__ import annotations

from pathlib import Path

import pytest

from functiehuis.authoring.books import BookReading, build_book
from functiehuis.documents import Block, BlockKind, Document, read_bytes
from functiehuis.library.systems import bundled_systems, load_system
from functiehuis.model.book import BookStatus
from functiehuis.model.text import RichText

SYSTEM = """
naam: Molenhuis
basis: hr21
tekens: [Molenhuis]
code:
  patroon: '(?P<reeks>[A-F])-(?P<groep>\\d{2})-(?P<volgnummer>\\d{2})'
  reeks: '{reeks}'
  groep: '{reeks}-{groep}'
  voorbeeld: A-12-03
niveau: '(?P<niveau>[1-5])'
koppen:
  functiebeschrijving: [Rolbeschrijving]
  naam: [Rol]
  code: [Rolcode]
  functiereeks: [Domein]
  functiegroep: [Vakgebied]
  schaal: [Loontrede]
  kenmerken: [Wat deze rol zwaar maakt]
  taken: [Werkzaamheden]
  resultaatgebied: [Opbrengst]
  module: [Bouwsteen]
  modulenaam: [Naam bouwsteen]
  modulecode: [Code bouwsteen]
  moduletaken: [Werkzaamheden bouwsteen]
  inhoudsopgave: [Inhoud]
"""

ROLE = """Rolbeschrijving

Rol: Molenaar {level}
Rolcode: {code}
Loontrede: 9

Domein Draaien:

Alles wat met wind te maken heeft.

Vakgebied Malen:

Graan wordt meel.

Wat deze rol zwaar maakt:

- maalt op **eigen** gezag

Werkzaamheden

Opbrengst 1: Meel

- maalt het graan
- weegt de zakken

"""


def read(text: str) -> BookReading:
    return build_book(read_bytes(text.encode(), "boek.txt"), bundled_systems())


def function(number: int, name: str, series: str = "Beleid", code: str | None = None) -> str:
    return (
        f"Functiebeschrijving\n\nNaam functie: {name}\nCode: {code or f'N03.01.{number:02}'}\n\nFunctiereeks {series}:\n\nHet werk van deze reeks.\n\n"
        f"Functiegroep Advies:\n\nHet werk van deze groep.\n\nOverwegende functiekenmerken:\n\n- adviseert over vraagstuk {number}\n\n"
        f"Generieke taken\n\nResultaatgebied 1: Advies\n\n- schrijft nota {number}\n- bespreekt nota {number}\n\nModule\n\n"
    )


def test_a_book_of_another_system_is_read_with_a_description_in_data(tmp_path: Path) -> None:
    path = tmp_path / "molenhuis.yaml"
    path.write_text(SYSTEM, "utf-8")
    text = "Molen De Hoop\n\nFunctieboek Molenhuis\n\n" + "".join(ROLE.format(level=level, code=f"A-12-0{level}") for level in (1, 2, 5))
    book = build_book(read_bytes(text.encode(), "boek.txt"), (load_system(path),)).book
    assert [(item.code, item.name, item.level, item.series, item.group, item.scale) for item in book.functions] == [
        (f"A-12-0{level}", f"Molenaar {level}", level, "A", "A-12", "9") for level in ("1", "2", "5")
    ]
    assert [(item.code, item.name) for item in book.series] == [("A", "Draaien")]
    assert [(item.code, item.name) for item in book.groups] == [("A-12", "Malen")]
    assert [task.text for task in book.functions[0].result_areas[0].tasks] == ["maalt het graan", "weegt de zakken"]
    assert book.functions[0].characteristics[0].bold == ((9, 14),)
    assert book.leftovers == ()


def test_a_book_of_one_function_is_a_book() -> None:
    book = read("Gemeente Duindorp\n\nFunctieboek HR21\n\n" + function(2, "Adviseur I")).book
    assert [item.name for item in book.functions] == ["Adviseur I"]


def test_sixty_functions_in_series_that_nobody_foresaw() -> None:
    parts = [function(at, f"Vakman {'VI' if at % 2 else 'V'}", f"Reeks {at % 8}", f"N{at % 8 + 11:02}.{at % 5 + 1:02}.{at:02}") for at in range(60)]
    book = read("Gemeente Duindorp\n\nFunctieboek HR21\n\n" + "".join(parts)).book
    assert len(book.functions) == 60
    assert {item.level for item in book.functions} == {"V", "VI"}
    assert [item.name for item in book.series] == [f"Reeks {at}" for at in range(8)]
    assert [item.characteristics[0].text for item in book.functions] == [f"adviseert over vraagstuk {at}" for at in range(60)]


def test_functions_with_the_same_name_stay_two() -> None:
    book = read(function(2, "Adviseur") + function(4, "Adviseur")).book
    assert [(item.code, item.name, item.level) for item in book.functions] == [("N03.01.02", "Adviseur", None), ("N03.01.04", "Adviseur", None)]


def test_a_function_without_kenmerken_is_kept_and_told() -> None:
    text = function(2, "Adviseur I") + function(4, "Adviseur II").replace("Overwegende functiekenmerken:\n\n- adviseert over vraagstuk 4\n\n", "")
    reading = read(text)
    assert reading.book.functions[1].characteristics == ()
    assert [finding.places[0].function for finding in reading.findings if finding.code == "FB044"] == ["N03.01.04"]


def test_several_modules_with_codes_and_functions_that_name_them() -> None:
    text = function(2, "Adviseur I").removesuffix("\n\n") + "\n\n- Coördinatie\n- Projecten\n\n"
    text += "".join(
        f"Module\n\nModulenaam: {name}\nModulecode: M{at}\n\nModule taken\n\n- doet {name}\n\n" for at, name in enumerate(("Coördinatie", "Projecten"), 1)
    )
    book = read(text).book
    assert book.functions[0].modules == ("Coördinatie", "Projecten")
    assert [(item.name, item.code, [task.text for task in item.tasks]) for item in book.modules] == [
        ("Coördinatie", "M1", ["doet Coördinatie"]),
        ("Projecten", "M2", ["doet Projecten"]),
    ]


@pytest.mark.parametrize(
    ("cover", "title", "organisation", "status"),
    [
        ("Gemeente Duindorp\n\nFunctieboek HR21\n\nVastgesteld", "Functieboek HR21", "Gemeente Duindorp", BookStatus.ADOPTED),
        ("CONCEPT FUNCTIEBOEK HR21\n\nGemeente Duindorp", "CONCEPT FUNCTIEBOEK HR21", "Gemeente Duindorp", BookStatus.DRAFT),
        (
            "Functieboek gemeente Duindorp 2025 – vastgesteld door het college op 1 juli 2025",
            "Functieboek gemeente Duindorp 2025 – vastgesteld door het college op 1 juli 2025",
            "gemeente Duindorp",
            BookStatus.ADOPTED,
        ),
        ("Functieboek gemeente Duindorp", "Functieboek gemeente Duindorp", "gemeente Duindorp", BookStatus.DRAFT),
    ],
)
def test_the_cover_tells_title_organisation_and_status(cover: str, title: str, organisation: str, status: BookStatus) -> None:
    book = read(f"{cover}\n\n{function(2, 'Adviseur I')}").book
    assert (book.title, book.organisation.name, book.status) == (title, organisation, status)


@pytest.mark.parametrize(("printed", "code"), [("NO3.0l.O2", "N03.01.02"), ("N03,01,02", "N03.01.02"), ("N03 .01. 02", "N03.01.02")])
def test_a_code_that_a_scanner_misread_is_repaired_and_told(printed: str, code: str) -> None:
    reading = read(function(2, "Adviseur I", code=printed))
    assert [item.code for item in reading.book.functions] == [code]
    assert [finding.proposal for finding in reading.findings if finding.code == "FB042"] == [code]


@pytest.mark.parametrize("name", ["Adviseur lll", "Adviseur 1II", "Adviseur Il"])
def test_a_level_that_a_scanner_misread_is_repaired_and_told_while_the_name_stays_as_printed(name: str) -> None:
    reading = read(function(2, name))
    assert reading.book.functions[0].name == name
    assert reading.book.functions[0].level == "I" * len(name.split()[1])
    assert "FB042" in {finding.code for finding in reading.findings}


def test_a_scale_that_a_scanner_misread_is_repaired_and_told() -> None:
    reading = read(function(2, "Adviseur I").replace("\n\nFunctiereeks", "\nSchaal: l1\n\nFunctiereeks", 1))
    assert reading.book.functions[0].scale == "11"
    assert "FB042" in {finding.code for finding in reading.findings}


def test_a_book_without_codes_has_a_function_under_each_heading() -> None:
    parts = "".join(
        f"## {name}\n\n### Kenmerken\n\n- werkt **zelf**\n\n### Resultaatgebied 1: Werk\n\n- helpt mensen\n\n" for name in ("Adviseur I", "Medewerker balie")
    )
    book = read(f"# Functieboek stichting Duinzicht\n\n{parts}").book
    assert [(item.name, item.code, item.level, len(item.characteristics)) for item in book.functions] == [
        ("Adviseur I", None, "I", 1),
        ("Medewerker balie", None, None, 1),
    ]
    assert book.organisation.name == "stichting Duinzicht"


def test_an_introduction_is_not_the_name_of_the_organisation() -> None:
    text = "# Functieboek gemeente Zandvoorde 2025\n\n## Inleiding\n\nWij werken met deze functies.\n\n" + function(2, "Adviseur I")
    book = read(text).book
    assert book.organisation.name == "gemeente Zandvoorde"
    assert [leftover.text for leftover in book.leftovers] == ["Inleiding", "Wij werken met deze functies."]


def test_a_definition_in_front_belongs_to_its_series_or_is_a_leftover() -> None:
    one = "Functieboek HR21\n\nFunctiereeks Realisatie:\n\nWerken aanleggen in het water.\n\n"
    bare = "Functiebeschrijving\n\nNaam functie: Maaier II\nCode: N04.02.04\n\nOverwegende functiekenmerken:\n\n- werkt **vrij**\n\n"
    book = read(one + bare).book
    assert [(item.code, item.name, item.definition.text if item.definition else None) for item in book.series] == [
        ("N04", "Realisatie", "Werken aanleggen in het water.")
    ]
    two = one + "Functiereeks Dienstverlening:\n\nMensen helpen.\n\n"
    assert [leftover.text for leftover in read(two + bare).book.leftovers] == [
        "Functiereeks Realisatie:",
        "Werken aanleggen in het water.",
        "Functiereeks Dienstverlening:",
        "Mensen helpen.",
    ]


def test_modules_at_the_end_keep_their_own_tasks() -> None:
    text = function(2, "Adviseur I") + "MODULES\n\nModule Coördinatie\n\n- verdeelt werk\n- begeleidt mensen\n\nModule Mentor\n\n- begeleidt stagiairs\n"
    book = read(text).book
    assert [(item.name, [task.text for task in item.tasks]) for item in book.modules] == [
        ("Coördinatie", ["verdeelt werk", "begeleidt mensen"]),
        ("Mentor", ["begeleidt stagiairs"]),
    ]
    assert book.functions[0].modules == ()


@pytest.mark.parametrize("labels", ["Naam functie: Module Coördinatie\nCode: -", "Module: Coördinatie\nCode: M01"])
def test_a_module_that_is_headed_as_a_description_is_a_module(labels: str) -> None:
    book = read(function(2, "Adviseur I") + f"Functiebeschrijving\n\n{labels}\n\nGenerieke taken\n\n- verdeelt werk\n").book
    assert [(item.name, [task.text for task in item.tasks]) for item in book.modules] == [("Coördinatie", ["verdeelt werk"])]
    assert [item.name for item in book.functions] == ["Adviseur I"]


@pytest.mark.parametrize("line", ["Nog niet vastgesteld", "Conceptversie 0.3 - niet vastgesteld"])
def test_a_book_that_is_not_adopted_is_a_draft(line: str) -> None:
    assert read(f"Gemeente Duinrand\n\nFUNCTIEBOEK HR21\n\n{line}\n\n" + function(2, "Adviseur I")).book.status is BookStatus.DRAFT


@pytest.mark.parametrize("code", ["N.03.01.04", "N03-01-04", "N 03.01.04", "N03,01,04"])
def test_a_code_with_other_signs_is_read_and_told(code: str) -> None:
    reading = read(function(2, "Adviseur I") + function(4, "Adviseur II", code=code))
    assert [item.code for item in reading.book.functions] == ["N03.01.02", "N03.01.04"]
    assert [finding.proposal for finding in reading.findings if finding.code == "FB042"] == ["N03.01.04"]


def test_levels_in_figures_are_not_misread_numerals() -> None:
    reading = read(function(2, "Adviseur 1") + function(4, "Adviseur 2"))
    assert [item.level for item in reading.book.functions] == [None, None]
    assert [finding.code for finding in reading.findings] == []


def test_the_series_of_a_function_with_a_code_of_its_own_is_kept() -> None:
    own = function(4, "Havenmeester", "Havens", "LF.01").replace("Het werk van deze reeks.", "Werk in de haven.")
    local = read(function(2, "Adviseur I") + own).book.functions[1]
    assert local.series_definition is not None
    assert local.series_definition.text == "Werk in de haven."
    assert [heading.text.text for heading in local.headings] == ["Functiereeks Havens:"]


def test_the_same_leftover_under_each_description_is_told_once() -> None:
    text = "".join(
        function(number, f"Adviseur {level}").replace("Module\n", "Module\n\nDeze beschrijving is besproken op 3 juni 2025 met alle betrokkenen.\n")
        for number, level in ((2, "I"), (4, "II"))
    )
    found = [finding for finding in read(text).findings if finding.code == "FB040"]
    assert [len(finding.places) for finding in found] == [2]
    assert "(2 keer)" in found[0].text


def test_a_table_of_result_areas_beside_their_tasks_is_read_as_such() -> None:
    def cell(*texts: str, marker: str | None = None) -> tuple[Block, ...]:
        return tuple(Block(BlockKind.ITEM if marker else BlockKind.PARAGRAPH, RichText(text), marker=marker) for text in texts)

    rows = (
        (cell("Resultaatgebied"), cell("Taken")),
        (cell("Onderhoud", marker="1."), cell("maait gras", "snoeit bomen")),
        (cell("Storingen", marker="2."), cell("meldt schade")),
    )
    labels = ("Functiebeschrijving", "Naam functie: Maaier II", "Code: N04.02.04", "Overwegende functiekenmerken", "Generieke taken")
    before = tuple(Block(BlockKind.PARAGRAPH, RichText(text)) for text in labels)
    book = build_book(Document("boek.docx", "docx", (*before, Block(BlockKind.TABLE, rows=rows))), bundled_systems()).book
    assert [(area.number, area.name, [task.text for task in area.tasks]) for area in book.functions[0].result_areas] == [
        (1, "Onderhoud", ["maait gras", "snoeit bomen"]),
        (2, "Storingen", ["meldt schade"]),
    ]
    assert book.leftovers == ()


def test_a_module_printed_below_several_functions_is_one_module_that_each_of_them_has() -> None:
    below = "Module Coördinatie\n\n- verdeelt werk\n\n"
    book = read(function(2, "Adviseur I") + below + function(4, "Adviseur II") + below).book
    assert [(item.name, len(item.tasks)) for item in book.modules] == [("Coördinatie", 1)]
    assert [item.modules for item in book.functions] == [("Coördinatie",), ("Coördinatie",)]


def test_a_leftover_keeps_its_number() -> None:
    assert [leftover.text for leftover in read("Gemeente Duinrand\n\nFUNCTIEBOEK HR21\n\n1. Leeswijzer\n\n" + function(2, "Adviseur I")).book.leftovers] == [
        "1. Leeswijzer"
    ]
