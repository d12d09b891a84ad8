"""One size of book, in a process of its own. Prints JSON."""

from __future__ import annotations

import json
import sys
import time
import tracemalloc
from collections.abc import Callable

from book import book_text

from functiehuis.authoring.books import build_book
from functiehuis.authoring.checks import check_book
from functiehuis.documents import read_bytes
from functiehuis.library.books import demo_book
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems


def main(functions: int) -> None:
    """Read, build and check, with the clock and the peak of memory after each step."""
    data = book_text(functions).encode()
    systems = bundled_systems()
    context = check_context(systems[0])
    check_book(demo_book(), context)  # dictionaries and first calls are not what grows
    found = {}
    started = time.perf_counter()
    document = read_bytes(data, "boek.txt")
    found["lezen"] = time.perf_counter() - started
    started = time.perf_counter()
    reading = build_book(document, systems, context.speller.listed)
    found["bouwen"] = time.perf_counter() - started
    started = time.perf_counter()
    findings = check_book(reading.book, context)
    found["controleren"] = time.perf_counter() - started
    if len(reading.book.functions) != functions:
        sys.exit(f"{len(reading.book.functions)} functions were read instead of {functions}")
    peak = _peak(lambda: check_book(build_book(read_bytes(data, "boek.txt"), systems, context.speller.listed).book, context))
    print(json.dumps({"functies": functions, "seconden": found, "piek_mb": peak, "meldingen": len(findings)}))


def _peak(work: Callable[[], object]) -> float:
    """The most memory that Python objects took during this work, in MB; counted apart from the clock, which it slows down."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024 / 1024


main(int(sys.argv[1]))
