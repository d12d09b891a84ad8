"""Our own measurements: finding the function of a description."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.text import Text

from functiehuis.cli.pages.figures import heading, percent, table_of
from functiehuis.measuring import Measurement
from functiehuis.measuring.esco import EscoScore, Hits
from functiehuis.measuring.finding import BM25, BM25_EXAMPLES, OWN, OWN_BARE, TFIDF, SetScore
from functiehuis.measuring.finding_scores import FindingScore, Portion

_SETS = {"ongezien": "ongezien", "ontwikkeling": "ontwikkeling*", "open_a": "A*", "open_b": "B*"}
_SEEN = "* = bij het bouwen gebruikt: geen eerlijk cijfer. Ongezien is daar nooit bij."
_DETAILED = ("ongezien", "ontwikkeling")
_WAYS = {OWN: "Functieh.", OWN_BARE: "zonder vb.", BM25: "BM25", BM25_EXAMPLES: "BM25+vb.", TFIDF: "TF-IDF"}
_ESCO_WAYS = {"tekstruimte": "Functiehuis", "bm25": "BM25"}


def print_finding(console: Console, measurement: Measurement) -> None:
    """All tables about finding."""
    if measurement.finding:
        _print_book(console, "het voorbeeldboek", measurement.finding)
        for score in measurement.finding:
            if score.name in _DETAILED:
                _print_parts(console, score)
    if measurement.real is not None and measurement.real.finding:
        _print_book(console, "het echte boek", measurement.real.finding)
    if measurement.esco is not None:
        _print_esco(console, measurement.esco)


def _print_book(console: Console, book: str, sets: Sequence[SetScore]) -> None:
    heading(console, f"Zoeken in {book}")
    console.print(_SEEN)
    table = table_of("", *(_SETS[score.name] for score in sets))
    for name, show in ROWS:
        table.add_row(name, *(show(score.total) for score in sets))
    console.print(table)
    _print_mistaken(console, sets)
    heading(console, f"Zoeken in {book}, naast andere manieren op dezelfde gevallen")
    console.print("Deel van de gevallen met één functie. vb.: de voorbeelden van Functiehuis.")
    ways = table_of("", *_WAYS.values())
    for score in sets:
        for measure in ("precies", "binnen drie", "juiste groep"):
            ways.add_row(f"{_SETS[score.name]}, {measure}", *(percent(_of_way(score, way, measure)) for way in _WAYS))
    console.print(ways)


def _of_way(score: SetScore, way: str, measure: str) -> float | None:
    found = score.ways[way]
    return {"precies": found.exact, "binnen drie": found.three, "juiste groep": found.group}[measure].share


def _print_mistaken(console: Console, sets: Sequence[SetScore]) -> None:
    for score in sets:
        told = [f"{answer} > {said}{f' {times}x' if times > 1 else ''}" for answer, said, times in score.total.mistaken]
        if told:
            console.print(Text(f"  {_SETS[score.name]}, verwisseld (juist > gezegd): {'; '.join(told)}"))


def _print_parts(console: Console, score: SetScore) -> None:
    heading(console, f"Zoeken in het voorbeeldboek, {_SETS[score.name]}: per soort tekst en moeilijkheid")
    console.print("Goed / gevallen met één functie. Voorstel: aanvaardbaar / kreeg een voorstel.")
    table = table_of("", "Gevallen", "Precies", "Aanv.", "In drie", "Groep", "Voorstel")
    parts = {**score.registers, **{f"moeilijkheid {name}": part for name, part in score.difficulties.items()}}
    for name, part in parts.items():
        figures = (part.exact, part.acceptable, part.three, part.group, part.proposed_accepted)
        table.add_row(name.replace("_", " "), str(part.cases), *(_count(figure).replace(" ", "") for figure in figures))
    console.print(table)


def _print_esco(console: Console, score: EscoScore) -> None:
    heading(console, "Zoeken in beroepen van ESCO (Europese Commissie), een vaste steekproef")
    console.print("Alleen het vergelijken van teksten, zonder kennis van functieboeken.")
    table = table_of("", "Gevallen", "Eerste", "In drie")
    for name, ways in (
        ("beschrijving naar beroepsgroep", score.groups),
        ("titel naar beroep, met gelijk woord", score.titles_alike),
        ("titel naar beroep, zonder gelijk woord", score.titles_apart),
    ):
        for way, way_name in _ESCO_WAYS.items():
            table.add_row(f"{name}: {way_name}", *_hits(ways[way]))
    console.print(table)


def _hits(hits: Hits) -> tuple[str, ...]:
    return str(hits.first.of), percent(hits.first.share), percent(hits.three.share)


def _count(portion: Portion) -> str:
    return f"{portion.right} / {portion.of}" if portion.of else "-"


def _margin(portion: Portion) -> str:
    margin = portion.margin
    return f"{margin[0] * 100:.0f}-{margin[1] * 100:.0f}%" if margin else "-"


def _score(number: float | None) -> str:
    return "-" if number is None else f"{number:.2f}".replace(".", ",")


ROWS: tuple[tuple[str, Callable[[FindingScore], str]], ...] = (
    ("gevallen", lambda score: str(score.cases)),
    ("  met één juiste functie", lambda score: str(score.exact.of)),
    ("precies goed", lambda score: percent(score.exact.share)),
    ("  marge door toeval (95%)", lambda score: _margin(score.exact)),
    ("aanvaardbaar", lambda score: percent(score.acceptable.share)),
    ("binnen drie", lambda score: percent(score.three.share)),
    ("juiste groep", lambda score: percent(score.group.share)),
    ("juist niveau, als de groep goed is", lambda score: percent(score.level.share)),
    ("hooguit één niveau ernaast", lambda score: percent(score.near.share)),
    ("alle gevallen: aanvaardbaar", lambda score: percent(score.accepted.share)),
    ("geen: gevonden", lambda score: _count(score.none_found)),
    ("geen: ten onrechte gezegd", lambda score: _count(score.none_false)),
    ("module: gezegd en juist", lambda score: _count(score.module_right)),
    ("module: gevonden", lambda score: _count(score.module_found)),
    ("twijfel: zo genoemd", lambda score: _count(score.doubted)),
    ("twijfel: eerste is verdedigbaar", lambda score: _count(score.doubt_first)),
    ("krijgt een voorstel", lambda score: _count(score.proposed)),
    ("  deel van alle gevallen", lambda score: percent(score.proposed.share)),
    ("voorstel: precies goed", lambda score: _count(score.proposed_exact)),
    ("voorstel: aanvaardbaar", lambda score: _count(score.proposed_accepted)),
    ("  deel van de voorstellen", lambda score: percent(score.proposed_accepted.share)),
    ("  marge door toeval (95%)", lambda score: _margin(score.proposed_accepted)),
    ("gemiddelde score als het goed is", lambda score: _score(score.score_right)),
    ("gemiddelde score als het fout is", lambda score: _score(score.score_wrong)),
)
"""The rows of the table of a book: their name, and what they show of a set."""
