"""Generated books for the pair tests of every format: what a book may hold that is hard to write."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, FunctionBook, Organisation
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, ResultArea, StandardFunction
from functiehuis.model.text import RichText, Run

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LONG = "arbeidsvoorwaardenbeleidsontwikkelingsvraagstukken"
UNBREAKABLE = "w" * 200
PLAIN = "adviseert beheert over de organisatie en/of financiën coördinatie zeeën geüniformeerd één met collega's IJmuiden"
MARKUP = "# $ * _ < > @ \\ { } | & ~ [x] **vet** _streep_ &amp; <b> #strong[x] $x^2$ \\n @ref {{x}} %s `code` =SOM(A1) <!-- // /* ]]>"
LETTERS = tuple(chr(point) for point in range(0x110000) if unicodedata.category(chr(point))[0] == "L")
"""Every letter of Unicode."""

words = st.sampled_from([*PLAIN.split(), LONG])
hard_words = words | st.sampled_from([*MARKUP.split(), UNBREAKABLE]) | st.text(st.sampled_from(LETTERS), min_size=1, max_size=8)


def _joined(parts: list[Run]) -> RichText:
    """Runs with spaces between them; it begins with a verb, as tasks do."""
    return RichText.from_runs([Run("voert ")] + [piece for run in parts for piece in (run, Run(" "))]).collapsed()


def texts(word: st.SearchStrategy[str]) -> st.SearchStrategy[RichText]:
    """Texts with bold and italic runs of these words."""
    run = st.builds(Run, st.lists(word, min_size=1, max_size=4).map(" ".join), st.booleans(), st.booleans())
    return st.lists(run, min_size=1, max_size=4).map(_joined)


@st.composite
def readable_books(draw: st.DrawFn, word: st.SearchStrategy[str] = words) -> FunctionBook:
    """Books of the form that a reader makes, so that writing and reading them again gives the same book; their texts are of ``word``."""
    text = texts(word)
    functions = []
    for number in range(draw(st.integers(1, 4))):
        areas = tuple(ResultArea(at, f"Werk van soort {at}", tuple(draw(st.lists(text, max_size=3)))) for at in range(1, draw(st.integers(1, 3)) + 1))
        functions.append(
            StandardFunction(
                code=f"N03.0{number + 1}.02",
                name=f"Adviseur {chr(65 + number)}bc {NUMERALS[number]}",
                series="N03",
                group=f"N03.0{number + 1}",
                level=NUMERALS[number],
                scale=str(13 - number),
                characteristics=tuple(draw(st.lists(text, min_size=1, max_size=3))),
                result_areas=areas,
            )
        )
    names = [f"Advies {at + 1}e" for at in range(len(functions))]
    return FunctionBook(
        title="FUNCTIEBOEK HR21",
        system="HR21",
        status=draw(st.sampled_from(BookStatus)),
        organisation=Organisation("Gemeente Duinrand", "GDR"),
        contents=tuple(ContentsEntry(function.name, 2 * at, name, function.scale) for at, (function, name) in enumerate(zip(functions, names, strict=True), 2)),
        series=(FunctionSeries("N03", "Beleid", RichText("Beleid maken en uitvoeren.")),),
        groups=tuple(FunctionGroup(f"N03.0{at + 1}", "N03", name, RichText("Advies geven aan anderen.")) for at, name in enumerate(names)),
        functions=tuple(functions),
        modules=(Module("Coördinatie", draw(st.none() | st.just("M.01")), tuple(draw(st.lists(text, min_size=1, max_size=3)))),),
        conversion=tuple(draw(st.lists(st.builds(ConversionRow, st.just("7"), st.integers(1, 99), st.integers(100, 200)), max_size=2))),
    )


@st.composite
def wild_books(draw: st.DrawFn) -> FunctionBook:
    """Books of any kind: no codes, no scales, no names, the same names, empty parts, forty levels, anything as a text. To be written, not to be read again."""
    text = texts(hard_words) | st.just(RichText("")) | st.text(max_size=30).map(RichText)
    name = st.sampled_from(["Adviseur I", "Adviseur I", "", LONG, UNBREAKABLE, MARKUP]) | st.text(st.sampled_from(LETTERS), max_size=20)
    scale = st.none() | st.sampled_from(["7", "10a", "11+", "-", "niet bepaald"])
    code = st.none() | st.sampled_from(["N03.01.02", "N03.01.02", "N04.02.06", "zelf bedacht"])
    areas = st.lists(st.builds(ResultArea, st.integers(0, 3), name, st.lists(text, max_size=3).map(tuple)), max_size=3).map(tuple)
    function = st.builds(
        StandardFunction,
        code=code,
        name=name,
        series=st.none() | st.sampled_from(["N03", "N09"]),
        group=st.none() | st.sampled_from(["N03.01", "N04.02"]),
        level=st.none() | st.sampled_from(NUMERALS),
        scale=scale,
        points=st.none() | st.integers(0, 999),
        characteristics=st.lists(text, max_size=3).map(tuple),
        result_areas=areas,
        modules=st.lists(name, max_size=2).map(tuple),
    )
    return FunctionBook(
        title=draw(name | st.just("Functieboek " + "van de gemeente " * 12)),
        system="HR21",
        status=draw(st.sampled_from(BookStatus)),
        organisation=Organisation(draw(name), draw(st.none() | name)),
        series=(FunctionSeries("N03", draw(name), draw(st.none() | text)),),
        groups=(FunctionGroup("N03.01", "N03", draw(name), draw(st.none() | text)),),
        functions=tuple(draw(st.lists(function, max_size=4))),
        modules=tuple(draw(st.lists(st.builds(Module, name, code, st.lists(text, max_size=2).map(tuple)), max_size=2))),
        colophon=tuple(draw(st.lists(text, max_size=2))),
        leftovers=tuple(draw(st.lists(text, max_size=2))),
    )


def wide_book(series: int, groups: int, levels: int) -> FunctionBook:
    """So many series, so many groups in all, and so many levels in the first group."""
    functions = []
    for at in range(groups):
        for level in range(levels if at == 0 else 3):
            functions.append(
                StandardFunction(
                    code=f"N{at % series:02}.{at:02}.{level:02}",
                    name=f"Medewerker vakgebied {at} {NUMERALS[level % 10]}",
                    series=f"N{at % series:02}",
                    group=f"N{at % series:02}.{at:02}",
                    level=NUMERALS[level % 10],
                    scale=str(40 - level),
                    characteristics=(RichText("werkt aan het geheel"),),
                )
            )
    order = sorted(functions, key=lambda function: function.code or "")
    return FunctionBook(
        title="FUNCTIEBOEK HR21",
        system="HR21",
        organisation=Organisation("Gemeente Duinrand"),
        series=tuple(FunctionSeries(f"N{at:02}", f"Reeks {at}") for at in range(series)),
        groups=tuple(FunctionGroup(f"N{at % series:02}.{at:02}", f"N{at % series:02}", f"Bestuursondersteuning {at}") for at in range(groups)),
        functions=tuple(order),
    )
