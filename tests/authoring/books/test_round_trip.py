"""A book written as text and read again is the same book."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functiehuis.authoring.books import build_book
from functiehuis.authoring.publications import book_document
from functiehuis.documents import read_bytes
from functiehuis.documents.formats.markdown import write
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, FunctionBook, Organisation
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, ResultArea, StandardFunction
from functiehuis.model.plain import without_provenance
from functiehuis.model.text import RichText, Run

HR21 = bundled_systems()[0]
WORDS = (
    "adviseert beheert over de organisatie en/of financiën coördinatie zeeën geüniformeerd één ’s-avonds",
    "arbeidsvoorwaardenbeleidsontwikkelingsvraagstukken # $ * _ < > @ \\ { } | & ~ [x] - – • `code`",
    "**vet** _streep_ &amp; <b> 1. a) (2) 3 o ß ø ☃ ABC, x; y: z.",
)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

word = st.sampled_from(" ".join(WORDS).split())
runs = st.lists(st.builds(Run, st.lists(word, min_size=1, max_size=4).map(" ".join), st.booleans(), st.booleans()), min_size=1, max_size=4)


def joined(parts: list[Run]) -> RichText:
    """Runs with spaces between them; it begins with a verb, as tasks do."""
    spaced = [Run("voert ")] + [piece for run in parts for piece in (run, Run(" "))]
    return RichText.from_runs(spaced).collapsed()


texts = runs.map(joined)


@st.composite
def books(draw: st.DrawFn) -> FunctionBook:
    functions = []
    for number in range(draw(st.integers(1, 4))):
        areas = tuple(ResultArea(at, f"Werk van soort {at}", tuple(draw(st.lists(texts, max_size=3)))) for at in range(1, draw(st.integers(1, 3)) + 1))
        functions.append(
            StandardFunction(
                code=f"N03.0{number + 1}.02",
                name=f"Adviseur {chr(65 + number)}bc {NUMERALS[number]}",
                series="N03",
                group=f"N03.0{number + 1}",
                level=NUMERALS[number],
                scale=str(13 - number),
                characteristics=tuple(draw(st.lists(texts, min_size=1, max_size=3))),
                result_areas=areas,
            )
        )
    contents = tuple(ContentsEntry(function.name, 2 * at, f"Groep {at}", function.scale) for at, function in enumerate(functions, 2))
    groups = tuple(FunctionGroup(f"N03.0{at + 1}", "N03", f"Advies {at + 1}e", RichText("Advies geven aan anderen.")) for at in range(len(functions)))
    return FunctionBook(
        title="FUNCTIEBOEK HR21",
        system="HR21",
        status=draw(st.sampled_from(BookStatus)),
        organisation=Organisation("Gemeente Duinrand", "GDR"),
        contents=contents,
        series=(FunctionSeries("N03", "Beleid", RichText("Beleid maken en uitvoeren.")),),
        groups=groups,
        functions=tuple(functions),
        modules=(Module("Coördinatie", draw(st.none() | st.just("M.01")), tuple(draw(st.lists(texts, min_size=1, max_size=3)))),),
        conversion=tuple(draw(st.lists(st.builds(ConversionRow, st.just("7"), st.integers(1, 99), st.integers(100, 200)), max_size=2))),
    )


@given(books())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_written_as_text_and_read_again_it_is_the_same_book(book: FunctionBook) -> None:
    text = write(book_document(book, HR21))
    again = build_book(read_bytes(text.encode(), "boek.md"), [HR21]).book
    assert without_provenance(again) == book
