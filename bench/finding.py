"""Speed of finding: a description beside rankers that only rank, many rows in one run, and making a Placer.

Run as a program it does one step in a process of its own and prints JSON:
    finding.py rijen NUMBER...              place so many rows; the numbers are the marks on the way, the last one the end
    finding.py maken FUNCTIONS YES_OR_NO    make a Placer for a book of so many functions (0: the demo book), with the example bank or without
"""

from __future__ import annotations

import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import Stemmer
from book import book_text
from rich.console import Console
from rich.table import Table

from functiehuis.actions.find_function import place_rows
from functiehuis.authoring.books import build_book
from functiehuis.classifying.candidates.texts import text_of_function
from functiehuis.classifying.proposals import motivation
from functiehuis.documents import read_bytes
from functiehuis.documents.rows import read_rows
from functiehuis.language.space import EMPTY_WORDS, letters_of
from functiehuis.language.stems import stem
from functiehuis.library.books import demo_book
from functiehuis.library.placing import example_precedents, placer_for
from functiehuis.library.sources import open_source
from functiehuis.library.systems import bundled_systems
from functiehuis.measuring import find_real_book
from functiehuis.measuring.baselines import Scorer, bm25_scorer, likeness_scorer
from functiehuis.model.book import FunctionBook
from functiehuis.model.placement import Placement

try:
    import bm25s
except ImportError:
    bm25s = None

Rank = Callable[[str], object]

AIM_MS, AIM_GROWTH_MB = 15.0, 20.0
MARKS = (2_000, 6_000, 10_000)
AIM_SPARE = 1.1  # this much more than linear still counts as linear
BOOKS = (0, 300)
SHOWN = 5
EXAMPLES, FEW, TIMES = 200, 60, 3


def main(step: str, *given: str) -> None:
    """One step, as JSON."""
    found = place_many([int(mark) for mark in given]) if step == "rijen" else make(int(given[0]), examples=given[1] == "ja")
    print(json.dumps(found, ensure_ascii=False))


def measure_finding() -> dict[str, object]:
    """Everything; the steps that must not help each other in processes of their own."""
    return {
        "beschrijving": measure_one(),
        "rijen": _apart("rijen", *map(str, MARKS)),
        "maken": [_apart("maken", str(size), bank) for size in BOOKS for bank in ("nee", "ja")],
    }


def measure_one() -> dict[str, object]:
    """Examples from the whole bank placed with their motivering, in turn with the rankers, in one process. An example is placed without itself."""
    real = find_real_book(None)
    book = open_source(real / "bghu.txt").book if real else demo_book()
    placer = placer_for(book)
    bank = _bank()
    texts = bank[:: max(1, len(bank) // EXAMPLES)]
    documents = [*(text_of_function(book, function) for function in book.functions), *bank]
    ways: dict[str, Rank] = {"Functiehuis": lambda text: motivation(placer.place(text)), **rankers(documents)}
    for text in texts[:20]:
        for way in ways.values():
            way(text)
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for text in texts:
        taken = [[_clock(way, text) for way in ways.values()] for _ in range(TIMES)]
        for name, seconds in zip(ways, zip(*taken, strict=True), strict=True):
            spent[name].append(1000 * statistics.median(seconds))
    own, *others = spent
    milliseconds = {name: statistics.fmean(each) for name, each in spent.items()}
    return {
        "boek": "bghu.txt" if real else "voorbeeldboek",
        "voorbeelden": len(bank),
        "beschrijvingen": len(texts),
        "tekens": round(statistics.fmean(map(len, texts))),
        "keer": TIMES,
        "ms": milliseconds,
        "ms_traagste_5_procent": statistics.quantiles(spent[own], n=20)[-1],
        "verhouding": {name: milliseconds[own] / milliseconds[name] for name in others},
        "streven_ms": AIM_MS,
        "gehaald": milliseconds[own] <= AIM_MS,
    }


def rankers(documents: Sequence[str]) -> dict[str, Rank]:
    """What others do with a description: the best documents by shared words, without evidence or reasons. bm25s where it is installed, else our own BM25."""
    found: dict[str, Rank] = {}
    if bm25s is None:
        found["BM25 (eigen, bm25s is er niet)"] = _best(bm25_scorer(documents))
    else:
        stemmer = Stemmer.Stemmer("dutch_porter")
        cut = partial(bm25s.tokenize, stopwords=sorted(EMPTY_WORDS), stemmer=stemmer, return_ids=False, show_progress=False)
        index = bm25s.BM25()
        index.index(cut(list(documents)), show_progress=False)
        found[f"bm25s {bm25s.__version__}"] = lambda text: index.retrieve(cut([text]), k=SHOWN, show_progress=False)
    return {**found, "TF-IDF (eigen TextSpace)": _best(likeness_scorer(documents))}


def _best(scorer: Scorer) -> Rank:
    return lambda text: np.argsort(-scorer(text), kind="stable")[:SHOWN]


def place_many(marks: Sequence[int]) -> dict[str, object]:
    """Rows of a .jsonl placed one after another, each with its motivering; the time of the processor and the memory held at each mark.

    The memories for words are filled before: they have a ceiling, and what still grows after that is what grows with the rows.
    """
    placer = placer_for(demo_book())
    for text in _bank()[:20]:
        motivation(placer.place(text))
    empty = held_mb()
    fill_word_memories()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gevallen.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in made_rows(marks[-1]))
        before, started = held_mb(), time.process_time()
        reached = []
        unfit = 0
        for number, placement in enumerate(place_rows(placer, read_rows(path)), 1):
            if not isinstance(placement, Placement) or not motivation(placement):
                sys.exit(f"row {number} was not placed")
            unfit += not placement.comparisons
            if number in marks:
                reached.append({"rijen": number, "seconden": time.process_time() - started, "geheugen_mb": held_mb() - before})
        size = path.stat().st_size / 1024 / 1024
    ratio, aim = reached[-1]["seconden"] / reached[0]["seconden"], AIM_SPARE * marks[-1] / marks[0]
    growth = reached[-1]["geheugen_mb"] - reached[0]["geheugen_mb"]
    return {
        "bestand_mb": size,
        "geen_werk": unfit,
        "woordgeheugen_mb": before - empty,
        "merken": reached,
        "verhouding": ratio,
        "streven_verhouding": aim,
        "groei_mb": growth,
        "streven_groei_mb": AIM_GROWTH_MB,
        "gehaald": {"lineair": ratio <= aim, "geheugen": growth <= AIM_GROWTH_MB},
    }


def fill_word_memories() -> None:
    """Fill what is remembered of words, with compounds like those of the rows but other ones."""
    for memory in (stem, letters_of):
        for word in new_words(random.Random(0)):
            if memory.cache_info().currsize == memory.cache_info().maxsize:
                break
            memory(word)


def made_rows(rows: int) -> Iterator[dict[str, str]]:
    """Descriptions of sentences from the whole bank, as long as its examples, each with four compounds that no text had before."""
    chance = random.Random(rows)
    parted = [[part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()] for text in _bank()]
    pool = [part for parts in parted for part in parts]
    new = new_words(chance)
    for number in range(1, rows + 1):
        made = [part.rstrip() for part in chance.sample(pool, len(chance.choice(parted)))]
        own = [next(new) for _ in range(4)]
        yield {"id": f"g{number}", "titel": "Medewerker", "tekst": f"{' '.join(made)} Regelt {own[0]}, {own[1]}, {own[2]} en {own[3]}."}


def new_words(chance: random.Random) -> Iterator[str]:
    """Compounds of two words of the bank, without end."""
    words = sorted({word for text in _bank() for word in re.findall(r"\b[a-z]{5,10}\b", text)})
    while True:
        yield "".join(chance.sample(words, 2))


def _bank() -> list[str]:
    return [precedent.text for precedent in example_precedents()]


def make(functions: int, *, examples: bool) -> dict[str, object]:
    """A Placer made for the first time in a process; then examples of the bank placed with it."""
    book = book_of(functions)
    bank = _bank()
    first = _clock(lambda _: placer_for(book, examples=examples), "")
    placer = placer_for(book, examples=examples)
    seconds = [_clock(lambda text: motivation(placer.place(text)), text) for text in bank[:: max(1, len(bank) // FEW)]]
    return {
        "functies": len(book.functions),
        "voorbeelden": len(bank) if examples else 0,
        "seconden": first,
        "ms_beschrijving": 1000 * statistics.fmean(seconds),
        "geheugen_mb": held_mb(),
    }


def book_of(functions: int) -> FunctionBook:
    """The demo book, filled up to so many functions with generated ones in series of their own, so that the bank still speaks for its part."""
    demo = demo_book()
    if functions <= len(demo.functions):
        return demo
    text = re.sub(r"\bN(\d\d)\.(?=\d\d\.\d\d)", lambda found: f"N{int(found[1]) + 40}.", book_text(functions - len(demo.functions)))
    other = build_book(read_bytes(text.encode(), "boek.txt"), bundled_systems()).book
    whole = replace(demo, series=(*demo.series, *other.series), groups=(*demo.groups, *other.groups), functions=(*demo.functions, *other.functions))
    if len(whole.functions) != functions or len({function.code for function in whole.functions}) != functions:
        sys.exit(f"{len(whole.functions)} functions were made instead of {functions}, or two have one code")
    return whole


def held_mb() -> float:
    """The memory that this process holds now; where the system does not tell, the most it ever held."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 1024 / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / (1024 if sys.platform == "darwin" else 1)


def show_finding(console: Console, found: dict) -> None:
    """The tables, in Dutch."""
    one, rows = found["beschrijving"], found["rijen"]
    console.print(f"[bold]Een beschrijving indelen[/], met al het bewijs en de motivering: {one['boek']}")
    console.print(f"  {one['beschrijvingen']} van de {one['voorbeelden']} voorbeelden, elk zonder zichzelf, gemiddeld {one['tekens']} tekens")
    console.print(f"  {one['keer']} keer om en om, processortijd")
    for name, milliseconds in one["ms"].items():
        ratio = f"Functiehuis {one['verhouding'][name]:.0f} keer zo lang" if name in one["verhouding"] else ""
        console.print(f"  {name:<34}{milliseconds:8.2f} ms   {ratio}".rstrip())
    console.print(f"  de traagste 5% van Functiehuis vanaf{one['ms_traagste_5_procent']:7.2f} ms")
    console.print(f"  streven: hooguit {one['streven_ms']:.0f} ms: {_met(one['gehaald'])}; de andere twee geven alleen een volgorde")
    console.print()
    console.print(f"[bold]Veel rijen[/]: gemaakte .jsonl van {rows['bestand_mb']:.1f} MB, voorbeeldboek, processortijd")
    table = _table("Rijen", "Tijd", "Per rij", "Geheugen erbij")
    for mark in rows["merken"]:
        table.add_row(str(mark["rijen"]), f"{mark['seconden']:.0f} s", f"{1000 * mark['seconden'] / mark['rijen']:.2f} ms", f"{mark['geheugen_mb']:.0f} MB")
    console.print(table)
    aims, words, first = rows["gehaald"], rows["woordgeheugen_mb"], rows["merken"][0]["rijen"]
    console.print(f"  tijd: {rows['verhouding']:.2f} keer die van {first}; streven: hooguit {rows['streven_verhouding']:.1f}: {_met(aims['lineair'])}")
    console.print(f"  geheugen: {rows['groei_mb']:.0f} MB meer dan bij {first}; streven: hooguit {rows['streven_groei_mb']:.0f} MB: {_met(aims['geheugen'])}")
    console.print(f"  het geheugen voor woorden was vooraf al vol: {words:.0f} MB, meer wordt dat niet")
    console.print()
    console.print("[bold]Klaarmaken voor een boek[/] (300: het voorbeeldboek en gemaakte functies)")
    table = _table("Functies", "Voorbeelden", "Klaarmaken", "Een beschrijving", "Geheugen")
    for row in found["maken"]:
        cells = [f"{row['seconden']:.2f} s", f"{row['ms_beschrijving']:.2f} ms", f"{row['geheugen_mb']:.0f} MB"]
        table.add_row(str(row["functies"]), str(row["voorbeelden"]), *cells)
    console.print(table)


def _met(aim: bool) -> str:
    return "gehaald" if aim else "[bold]niet gehaald[/]"


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in names:
        table.add_column(name, justify="right")
    return table


def _clock(call: Rank, text: str) -> float:
    """Seconds of the processor for one call, so that other work on the machine does not count."""
    started = time.process_time()
    call(text)
    return time.process_time() - started


def _apart(*step: str) -> dict:
    """A step in a process of its own."""
    done = subprocess.run([sys.executable, Path(__file__).resolve(), *step], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
