"""Speed, as ratios that mean the same on every machine: reading a PDF against pypdfium2, growth from 100 to 300 functions, finding, and making a PDF."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from finding import measure_finding, show_finding
from paper import measure_paper, show_paper
from rich.console import Console
from rich.table import Table

from functiehuis.authoring.books import build_book
from functiehuis.authoring.checks import check_book
from functiehuis.documents.formats.pdf import read
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems
from functiehuis.measuring import find_real_book

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent / "src/functiehuis/measuring/truth/documenten/libreoffice.pdf"
SIZES = (100, 200, 300)


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description="Meet de snelheid van lezen, controleren, zoeken en schrijven.")
    parser.add_argument("--json", action="store_true", help="druk de cijfers af als JSON")
    parser.add_argument("--keer", type=int, default=7, help="zo vaak om en om lezen (gewoon: 7)")
    parser.add_argument("--alleen", choices=("lezen", "zoeken", "schrijven"), help="meet alleen dit deel")
    chosen = parser.parse_args()
    found: dict[str, object] = {"schema": "functiehuis/snelheid/1"}
    if chosen.alleen in (None, "lezen"):
        growth = [
            json.loads(subprocess.run([sys.executable, HERE / "grow.py", str(size)], check=True, capture_output=True, text=True).stdout) for size in SIZES
        ]
        real = find_real_book(None)
        found |= {"pdf": measure_pdf(real / "bghu.pdf" if real else DEMO, chosen.keer), "groei": growth, "verhoudingen": ratios(growth)}
    if chosen.alleen in (None, "zoeken"):
        found["zoeken"] = measure_finding()
    if chosen.alleen in (None, "schrijven"):
        found["schrijven"] = measure_paper(chosen.keer)
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        show(found)


def measure_pdf(path: Path, times: int) -> dict[str, object]:
    """The median of ratios of runs that take turns, in one process."""
    data, systems = path.read_bytes(), bundled_systems()

    def extract() -> int:
        document = pypdfium2.PdfDocument(data)
        count = 0
        for page in document:
            text = page.get_textpage()
            count += len(text.get_text_range())
            text.close()
            page.close()
        document.close()
        return count

    def build() -> int:
        return len(build_book(read(data, path.name), systems).book.functions)

    extract(), build()
    plain, reading, building = [], [], []
    for _ in range(times):
        plain.append(clock(extract))
        reading.append(clock(lambda: read(data, path.name)))
        building.append(clock(build))
    book = build_book(read(data, path.name), systems)
    context = check_context(book.system)
    check_book(book.book, context)  # the first call fills the dictionary's memory
    checking = [clock(lambda: check_book(book.book, context)) for _ in range(times)]
    with pypdfium2.PdfDocument(data) as document:
        pages = len(document)
    return {
        "bestand": path.name,
        "bladzijden": pages,
        "tekens": extract(),
        "keer": times,
        "pypdfium2_seconden": statistics.median(plain),
        "lezen_seconden": statistics.median(reading),
        "lezen_verhouding": statistics.median(one / base for one, base in zip(reading, plain, strict=True)),
        "boek_verhouding": statistics.median(one / base for one, base in zip(building, plain, strict=True)),
        "controleren_seconden": statistics.median(checking),
    }


def clock(call: Callable[[], object]) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def ratios(growth: list[dict]) -> dict[str, list[float]]:
    """Each size against the smallest; 2 and 3 are linear."""
    steps = growth[0]["seconden"]
    found = {step: [row["seconden"][step] / growth[0]["seconden"][step] for row in growth] for step in steps}
    return {**found, "geheugen": [row["piek_mb"] / max(growth[0]["piek_mb"], 1) for row in growth]}


def show(found: dict) -> None:
    """The tables, in Dutch."""
    console = Console(width=80, highlight=False)
    if "pdf" in found:
        show_reading(console, found["pdf"], found["groei"])
    if "pdf" in found and "zoeken" in found:
        console.print()
    if "zoeken" in found:
        show_finding(console, found["zoeken"])
    if "schrijven" in found:
        if len(found) > 2:
            console.print()
        show_paper(console, found["schrijven"])


def show_reading(console: Console, pdf: dict, growth: list[dict]) -> None:
    """The tables of reading and checking."""
    console.print(f"[bold]Een PDF lezen[/]: {pdf['bestand']}, {pdf['bladzijden']} bladzijden, {pdf['tekens']} tekens, {pdf['keer']} keer om en om")
    console.print(f"  alleen de tekens, met pypdfium2     {pdf['pypdfium2_seconden'] * 1000:8.0f} ms")
    console.print(f"  lezen tot document                  {pdf['lezen_seconden'] * 1000:8.0f} ms   {pdf['lezen_verhouding']:.2f} keer zo lang")
    console.print(f"  lezen en bouwen tot boek                          {pdf['boek_verhouding']:.2f} keer zo lang")
    console.print(f"  alle controles op dit boek          {pdf['controleren_seconden'] * 1000:8.0f} ms")
    console.print()
    console.print("[bold]Groei met het boek[/] (gemaakt boek, tekst; tussen haakjes: keer dat van 100)")
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in ("Functies", "Lezen", "Bouwen", "Controleren", "Geheugen"):
        table.add_column(name, justify="right")
    times = ratios(growth)
    for at, row in enumerate(growth):
        cells = [f"{row['seconden'][step]:.2f} s ({times[step][at]:.1f})" for step in row["seconden"]]
        table.add_row(str(row["functies"]), *cells, f"{row['piek_mb']:.0f} MB ({times['geheugen'][at]:.1f})")
    console.print(table)


if __name__ == "__main__":
    main()
