"""Speed and memory of the PDF: the whole book against Typst compiling the same text bare, and 300 functions in one process of its own."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import typst
from book import book_text
from rich.console import Console

from functiehuis.authoring.books import build_book
from functiehuis.authoring.publications import paper_data
from functiehuis.documents import read_bytes
from functiehuis.documents.formats.pdf import typeface, write
from functiehuis.library.systems import bundled_systems
from functiehuis.model.book import FunctionBook

SMALL, LARGE = 15, 300


def measure_paper(times: int) -> dict[str, object]:
    """The median ratio of runs that take turns, each in a process of its own (Typst remembers what it set before), and the peak of a large book."""
    whole, plain = [], []
    for _ in range(times):
        whole.append(run("boek", SMALL)["seconden"])
        plain.append(run("kaal", SMALL)["seconden"])
    ratios = [one / base for one, base in zip(whole, plain, strict=True)]
    return {
        "functies": SMALL,
        "pdf_seconden": statistics.median(whole),
        "kaal_seconden": statistics.median(plain),
        "verhouding": statistics.median(ratios),
        "groot": run("boek", LARGE),
    }


def run(what: str, functions: int) -> dict[str, Any]:
    """One measurement in a process of its own."""
    done = subprocess.run([sys.executable, __file__, what, str(functions)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def data_of(functions: int) -> dict[str, Any]:
    """The paper form of a made book."""
    return paper_data(made(functions), bundled_systems()[0], on=date(2026, 1, 1))


def made(functions: int) -> FunctionBook:
    """A made book of so many functions."""
    return build_book(read_bytes(book_text(functions).encode(), "boek.txt"), bundled_systems()).book


def bare_source(data: dict[str, Any]) -> str:
    """The texts of every page as plain Typst markup: headings, lists, bold and plain tables; no links, running headers or page numbers."""
    said = ['#set document(title: "Functieboek")', '#set text(font: "Source Sans 3", size: 10.5pt, lang: "nl", hyphenate: true)']
    for function in data["functies"]:
        said += ["#pagebreak()", f"= {marked([[function['kop'], False, False]])}"]
        said += [f"{marked([[f'{name}: {value}', False, False]])}\n" for name, value in function["feiten"]]
        for part in function["definities"]:
            said += [f"== {marked([[part['kop'], False, False]])}", marked(part["tekst"])]
        said += ["== Kenmerken", *(f"- {marked(text)}" for text in function["kenmerken"])]
        for area in function["gebieden"]:
            said += [f"== {marked([[area['kop'], False, False]])}", *(f"- {marked(task)}" for task in area["taken"])]
    for name, columns, rows in (
        ("Inhoudsopgave", 4, [[row["naam"], row["groep"], row["schaal"], row["merk"]] for row in data["inhoud"]]),
        ("Register", 3, [[row["code"], row["naam"], row["merk"]] for row in data["register"]]),
        (
            "Matrix",
            1 + len(data["matrix"]["kolommen"]),
            [[row["schaal"], *(" ".join(one["naam"] for one in cell) for cell in row["cellen"])] for row in data["matrix"]["rijen"]],
        ),
    ):
        cells = ", ".join(json.dumps(cell, ensure_ascii=False) for row in rows for cell in row)
        said += ["#pagebreak()", f"= {name}", f"#table(columns: {columns}, table.header({', '.join(['[x]'] * columns)}), {cells})"]
    return "\n".join(said)


def marked(runs: list[list[Any]]) -> str:
    """Runs as markup."""
    return "".join(f"#strong({json.dumps(words, ensure_ascii=False)})" if bold else f"#{json.dumps(words, ensure_ascii=False)}" for words, bold, _ in runs)


def compile_bare(path: Path) -> bytes:
    """Typst alone, with the same typeface and the same standards."""
    return typst.compile(
        str(path), font_paths=[str(typeface.FOLDER)], ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=1767225600
    )


def clock(call: Any) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def show_paper(console: Console, found: dict[str, Any]) -> None:
    """The figures, in Dutch."""
    large = found["groot"]
    console.print(f"[bold]Een PDF maken[/] van een gemaakt boek met {found['functies']} functies, om en om")
    console.print(f"  kale tekst, met typst alleen        {found['kaal_seconden'] * 1000:8.0f} ms")
    console.print(
        f"  het boek, met alles erop en eraan   {found['pdf_seconden'] * 1000:8.0f} ms   {found['verhouding']:.2f} keer zo lang (doel: hoogstens 1,5)"
    )
    console.print(
        f"  {large['functies']} functies                       {large['seconden'] * 1000:8.0f} ms   {large['piek_mb']:.0f} MB geheugen (doel: onder 700)"
    )


def main(what: str, functions: int) -> None:
    """Measure in this process, and print JSON."""
    data = data_of(functions)
    if what == "kaal":
        with tempfile.TemporaryDirectory() as folder:
            bare = Path(folder) / "kaal.typ"
            bare.write_text(bare_source(data), "utf-8")
            taken = clock(lambda: compile_bare(bare))
    else:
        taken = clock(lambda: write(data))
    print(json.dumps({"functies": functions, "seconden": taken, "piek_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
