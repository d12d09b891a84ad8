"""Function books that are made up by chance: long words, many levels, empty parts, every letter of Unicode, signs that markup knows."""

from __future__ import annotations

from hypothesis import strategies as st

from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, FunctionBook, Organisation
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, ResultArea, StandardFunction
from functiehuis.model.text import RichText, Run

WORDS = (
    "adviseert beheert over de organisatie en/of financiën coördinatie zeeën geüniformeerd één ’s-avonds",
    "arbeidsvoorwaardenbeleidsontwikkelingsvraagstukkencoördinatieoverleg # $ * _ < > @ \\ { } | & ~ [x] - – • `code`",
    "**vet** _streep_ &amp; <b> 1. a) (2) 3 o ß ø ☃ =1+1 _x0041_ <r> ABC, x; y: z.",
)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

known = st.sampled_from(" ".join(WORDS).split())
letters = st.text(st.characters(categories=["Lu", "Ll", "Lt", "Lm", "Lo"]), min_size=1, max_size=8)
runs = st.lists(st.builds(Run, st.lists(known | letters, min_size=1, max_size=4).map(" ".join), st.booleans(), st.booleans()), min_size=1, max_size=4)


def joined(parts: list[Run]) -> RichText:
    """Runs with spaces between them; it begins with a verb, as tasks do."""
    return RichText.from_runs([Run("voert ")] + [piece for run in parts for piece in (run, Run(" "))]).collapsed()


def inside_word(parts: list[Run]) -> RichText:
    """Runs without spaces between them: emphasis inside a word."""
    return RichText.from_runs([Run("voert "), *parts]).collapsed()


texts = runs.map(joined) | runs.map(inside_word)


@st.composite
def functions(draw: st.DrawFn, number: int, level: str) -> StandardFunction:
    """A function of a series with groups N03.01, N03.02 and so on."""
    group = f"N03.{number // 40 + 1:02d}"
    areas = tuple(ResultArea(at, f"Werk van soort {at}", tuple(draw(st.lists(texts, max_size=3)))) for at in range(1, draw(st.integers(1, 3)) + 1))
    return StandardFunction(
        code=f"{group}.{number % 40 + 2:02d}",
        name=f"Adviseur {chr(65 + number % 26)}bc {level}",
        series="N03",
        group=group,
        level=level,
        scale=draw(st.sampled_from(["7", "10", "10a", "11"])),
        characteristics=tuple(draw(st.lists(texts, min_size=1, max_size=3))),
        result_areas=areas,
    )


@st.composite
def books(draw: st.DrawFn, most: int = 4) -> FunctionBook:
    """A book as a reader of documents would make it."""
    made = [draw(functions(number, NUMERALS[number % 10])) for number in range(draw(st.integers(1, most)))]
    codes = list(dict.fromkeys(function.group or "" for function in made))
    return FunctionBook(
        title="FUNCTIEBOEK HR21",
        system="HR21",
        status=draw(st.sampled_from(BookStatus)),
        organisation=Organisation("Gemeente Duinrand", draw(st.none() | st.just("GDR"))),
        contents=tuple(ContentsEntry(function.name, 2 * at, "Groep van advies", function.scale) for at, function in enumerate(made, 2)),
        series=(FunctionSeries("N03", "Beleid", RichText("Beleid maken en uitvoeren.")),),
        groups=tuple(FunctionGroup(code, "N03", f"Advies {at}e", RichText("Advies geven aan anderen.")) for at, code in enumerate(codes, 1)),
        functions=tuple(made),
        modules=(Module("Coördinatie", draw(st.none() | st.just("M.01")), tuple(draw(st.lists(texts, min_size=1, max_size=3)))),),
        conversion=tuple(draw(st.lists(st.builds(ConversionRow, st.just("7"), st.integers(1, 99), st.integers(100, 200)), max_size=2))),
    )
