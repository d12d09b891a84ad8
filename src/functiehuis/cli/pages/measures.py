"""Our own measurements: reading, checking, ladders; finding follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from functiehuis.cli.pages.figures import heading, percent, table_of
from functiehuis.cli.pages.finding_measures import print_finding
from functiehuis.cli.pages.marks import cut
from functiehuis.measuring import Fall, Measurement, RealScore
from functiehuis.measuring.checking import Alarm, DamageResult
from functiehuis.measuring.measurement import ESCO, OPEN
from functiehuis.measuring.reading import ReadingScore
from functiehuis.measuring.truth import Known
from functiehuis.model.finding import Severity

_SETS = {"ontwikkel": "ontwikkel", "ongezien": "ongezien"}
_TITLE = 36
_LACKING = {
    OPEN: "De open gevallen A en B (../shared/matching) zijn er niet: overgeslagen.",
    ESCO: "De ESCO-bestanden (../shared/data/esco) zijn er niet: overgeslagen.",
}


def print_measures(console: Console, measurement: Measurement, titles: Mapping[str, str]) -> None:
    """All tables, with what was missed below each."""
    real = measurement.real
    console.print(Text(f"Meting van Functiehuis {measurement.version}", style="bold"))
    if real is None:
        console.print("Het echte functieboek is er niet: dat deel is overgeslagen. Geef met --boek")
        console.print("de map waarin bghu.txt, bghu.docx en bghu.pdf staan.")
    for name in measurement.lacking:
        if name in _LACKING:
            console.print(_LACKING[name])
    heading(console, "Lezen: het voorbeeldboek in elke vorm")
    _print_readings(console, measurement.reading)
    if real is not None:
        heading(console, "Lezen: het echte boek")
        _print_readings(console, _real_rows(real))
    heading(console, "Controleren: schade in het voorbeeldboek, gevonden / aangebracht")
    _print_damages(console, measurement.damages, titles)
    heading(console, "Controleren: hele boeken")
    _print_books(console, measurement)
    heading(console, "Ladders: afgeleide woorden tegen de vette woorden van het boek")
    _print_ladders(console, measurement)
    print_finding(console, measurement)


def fall_sentence(fall: Fall) -> str:
    """What fell, in one sentence."""
    side = "minstens" if fall.at_least else "hoogstens"
    measured = "niet meer gemeten" if fall.measured is None else f"{fall.measured:g}"
    return f"Slechter geworden: {fall.figure} is {measured}; de grens is {side} {fall.limit:g}. Zoek uit welke wijziging dit doet."


def _print_readings(console: Console, scores: Sequence[ReadingScore]) -> None:
    table = table_of("Bron", "Goed", "van", "Deel", "Verzonnen", "Restanten")
    for score in scores:
        share = score.total
        table.add_row(score.source, str(share.exact), str(share.expected), percent(share.share), str(share.invented), str(score.leftovers))
    console.print(table)
    for score in scores:
        lacking = [f"{kind} {share.exact}/{share.expected}" for kind, share in score.kinds.items() if share.exact < share.expected]
        if lacking:
            console.print(Text(f"  {score.source} mist: {', '.join(lacking)}"))


def _real_rows(real: RealScore) -> list[ReadingScore]:
    rows = []
    for row in real.reading:
        rows.append(_named(row.facts, "tegen de feiten"))
        if row.against_text is not None:
            rows.append(_named(row.against_text, "tegen de tekst"))
    return rows


def _named(score: ReadingScore, against: str) -> ReadingScore:
    return ReadingScore(f"{score.source} {against}", score.kinds, score.leftovers, score.refused)


def _print_damages(console: Console, damages: Mapping[str, Sequence[DamageResult]], titles: Mapping[str, str]) -> None:
    table = table_of("Controle", *_SETS.values())
    codes = sorted({result.damage.codes[0] for results in damages.values() for result in results})
    for code in codes:
        cells = [_found([result for result in results if result.damage.codes[0] == code]) for results in damages.values()]
        table.add_row(f"{code} {cut(titles.get(code, ''), _TITLE)}", *cells)
    table.add_row("alles", *(_found(results) for results in damages.values()), style="bold")
    table.add_row("deel gevonden", *(percent(_part([result.found for result in results])) for results in damages.values()))
    table.add_row("juiste voorstel", *(_proposals(results) for results in damages.values()))
    table.add_row("vals alarm naast de schade", *(str(sum(len(result.beside) for result in results)) for results in damages.values()))
    table.add_row("andere meldingen op de schade zelf", *(str(sum(len(result.extra) for result in results)) for results in damages.values()))
    console.print(table)
    for name, results in damages.items():
        missed = [f"{result.damage.name} ({result.damage.codes[0]})" for result in results if not result.found]
        if missed:
            console.print(Text(f"  {name} mist: {', '.join(missed)}"))


def _found(results: Sequence[DamageResult]) -> str:
    return f"{sum(result.found for result in results)} / {len(results)}" if results else "-"


def _proposals(results: Sequence[DamageResult]) -> str:
    proposed = [result.proposed for result in results if result.proposed is not None]
    return f"{sum(proposed)} / {len(proposed)}"


def _print_books(console: Console, measurement: Measurement) -> None:
    table = table_of("Boek", "Gevonden", "Vals alarm", "Fout", "Waarsch.", "Info", "Terecht stil")
    scores = [("voorbeeldboek", measurement.checking), ("goed, ongezien", measurement.sound)]
    scores += [("echt boek", measurement.real.checking)] if measurement.real else []
    for name, score in scores:
        known, silent = len(score.found) + len(score.missed), score.silent + len(score.not_silent)
        weights = [str(sum(alarm.severity is severity for alarm in score.false_alarms)) for severity in Severity]
        table.add_row(name, f"{len(score.found)} / {known}", str(len(score.false_alarms)), *weights, f"{score.silent} / {silent}")
    console.print(table)
    for name, score in scores:
        _print_list(console, f"{name} mist", (_known(item) for item in score.missed))
        _print_list(console, f"{name}, vals alarm", (_alarm(alarm) for alarm in score.false_alarms))
        _print_list(console, f"{name}, had stil moeten zijn", (_known(item) for item in score.not_silent))


def _print_list(console: Console, label: str, told: Iterable[str]) -> None:
    texts = list(told)
    if texts:
        console.print(Text(f"  {label}: {'; '.join(texts)}"))


def _known(item: Known) -> str:
    return " ".join(part for part in (item.codes[0], item.function, item.words[0] if item.words else None) if part)


def _alarm(alarm: Alarm) -> str:
    return " ".join(part for part in (alarm.code, alarm.function, alarm.part) if part)


def _print_ladders(console: Console, measurement: Measurement) -> None:
    table = table_of("Boek", "Precisie", "Vangst", "Afgeleid", "Vet", "Beide")
    scores = [("voorbeeldboek", measurement.ladders), ("goed, ongezien", measurement.sound_ladders)]
    scores += [("echt boek", measurement.real.ladders)] if measurement.real else []
    for name, score in scores:
        table.add_row(name, percent(score.precision), percent(score.recall), str(score.derived), str(score.bold), str(score.both))
    console.print(table)


def _part(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 1.0
