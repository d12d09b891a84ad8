"""Books made up by hypothesis: sane in their bones, wild in their words."""

from __future__ import annotations

from hypothesis import strategies as st

from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, FunctionBook, Organisation
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, ResultArea, StandardFunction
from functiehuis.model.text import RichText

LEVELS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
PLAIN = [
    "werkt",
    "beleid",
    "adviseert",
    "over",
    "van",
    "een",
    "maatschappelijk",
    "vergunning",
    "coördineert",
    "geïnd",
    "één",
    "zoëven",
    "hoogwaterbeschermingsprogramma's",
    "WOZ-taak",
    "e-mail",
]
SIGNS = [
    "#",
    "$",
    "*",
    "_",
    "<",
    ">",
    "@",
    "\\",
    "{",
    "}",
    "|",
    "&",
    "~",
    "[",
    "]",
    "-",
    "**",
    "__",
    "*x*",
    "_x_",
    "<b>",
    "&amp;",
    "`x`",
    "(a/b)",
    "10a",
    "1.",
    "a)",
    "é",
    "•",
    "–",
    "\\*",
    "en/of:",
    "50%",
    "'x'",
    '"y"',
    "=",
]

words = st.sampled_from([*PLAIN, *PLAIN, *SIGNS])
nouns = st.sampled_from(["Beleid", "Toezicht", "Ruimte", "Heffing", "Inning", "Zorg", "Wijken", "Water", "Beheer", "Gegevens"])


@st.composite
def texts(draw: st.DrawFn) -> RichText:
    """A sentence with bold and italic words; a run of emphasis begins and ends at a letter or sign, never at a space."""
    found = [draw(words), *draw(st.lists(words, min_size=2, max_size=12)), draw(st.sampled_from(PLAIN))]
    sentence = " ".join(found)
    edges = [at for at in range(len(sentence) + 1) if sentence[max(at - 1, 0) : at + 1].strip(" ") == sentence[max(at - 1, 0) : at + 1]]
    spans = []
    for _ in range(2):
        chosen = sorted(draw(st.lists(st.sampled_from(edges), min_size=0, max_size=4, unique=True)))
        spans.append(tuple(zip(chosen[::2], chosen[1::2], strict=False)))
    return RichText(sentence, *spans)


@st.composite
def names(draw: st.DrawFn) -> str:
    first = draw(st.sampled_from(["Adviseur", "Medewerker", "Manager", "Jurist", "Directeur/secretaris", "Hoofd"]))
    return " ".join([first, *draw(st.lists(st.sampled_from(["beleid", "water", "&", "toezicht", "(junior)", "e-dienstverlening", "ict"]), max_size=3))])


@st.composite
def functions(draw: st.DrawFn, code: str, most: int) -> StandardFunction:
    level = draw(st.sampled_from([None, *LEVELS]))
    name = draw(names())
    areas = draw(st.lists(st.tuples(nouns, st.lists(texts(), min_size=1, max_size=3)), max_size=most))
    return StandardFunction(
        code=code,
        name=f"{name} {level}" if level else name,
        series=code[:3],
        group=code[:6],
        level=level,
        scale=draw(st.sampled_from([None, "7", "10a", "16"])),
        points=draw(st.sampled_from([None, 12, 640])),
        characteristics=tuple(draw(st.lists(texts(), max_size=3))),
        result_areas=tuple(ResultArea(number, name, tuple(tasks)) for number, (name, tasks) in enumerate(areas, 1)),
        modules=tuple(draw(st.lists(st.sampled_from(["Coördinatie", "Projectleiding", "Praktijkbegeleiding"]), unique=True, max_size=2))),
    )


@st.composite
def books(draw: st.DrawFn, system: str, title: str) -> FunctionBook:
    """A book of one to six functions; series and groups follow from the codes."""
    codes = draw(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 4), st.integers(1, 9)), min_size=1, max_size=6, unique=True))
    written = [f"N{series:02}.{group:02}.{number:02}" for series, group, number in codes]
    listed = [draw(functions(code, 3)) for code in written]
    series = dict.fromkeys(code[:3] for code in written)
    groups = dict.fromkeys(code[:6] for code in written)
    definition = st.one_of(st.none(), texts())
    named = tuple(FunctionSeries(code, f"{draw(nouns)} {code[1:]}", draw(definition)) for code in series)
    grouped = tuple(FunctionGroup(code, code[:3], f"{draw(nouns)} {code[4:]}", draw(definition)) for code in groups)
    contents = (
        tuple(ContentsEntry(function.name, 2 * at, "Groep", function.scale, function.code) for at, function in enumerate(listed, 2))
        if draw(st.booleans())
        else ()
    )
    modules = tuple(
        Module(name, None, tuple(draw(st.lists(texts(), min_size=1, max_size=3))))
        for name in draw(st.sampled_from([(), ("Coördinatie",), ("Coördinatie", "Toezicht")]))
    )
    return FunctionBook(
        title=title,
        system=system,
        status=draw(st.sampled_from(list(BookStatus))),
        organisation=Organisation("Gemeente Duindorp", draw(st.sampled_from([None, "GDD"]))),
        contents=contents,
        series=named,
        groups=grouped,
        functions=tuple(listed),
        modules=modules,
        conversion=draw(st.sampled_from([(), (ConversionRow("4", 0, 150), ConversionRow("5", 151, None))])),
    )
