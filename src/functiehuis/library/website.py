"""The website of a book: the book with what comparing worked out, its pages, and how they look.

In: a book, its system, its edition, the previous version and files to download. Out: the files of a folder by their path. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from functiehuis import __version__
from functiehuis.authoring.changes import (
    BookChanges,
    LevelComparison,
    areas_of,
    compare_books,
    compare_functions,
    heaviest_first,
    level_name,
    stairs_of,
    task_table,
    traits_of,
)
from functiehuis.authoring.checks import base_name, levels_between
from functiehuis.authoring.publications import called
from functiehuis.authoring.publications.website import Beside, Comparison, Edition, FunctionPlace, website_data
from functiehuis.documents.formats import html
from functiehuis.library.explanations import explanations
from functiehuis.library.ladders import load_degrees
from functiehuis.library.looks import look_files
from functiehuis.model.book import FunctionBook
from functiehuis.model.degrees import Degrees
from functiehuis.model.system import BookSystem

MARK = "functiehuis-website.txt"
"""The file by which a folder is known as a website of ours."""

_MARK_TEXT = "Deze map is een website, gemaakt door Functiehuis. Bij een nieuwe versie wordt de hele map vervangen. Zet er niets anders in.\n"
_MOST = 8  # levels that stand side by side on one page
NOTHING: Mapping[str, bytes] = {}


def make_website(
    book: FunctionBook,
    system: BookSystem,
    edition: Edition,
    *,
    before: FunctionBook | None = None,
    downloads: Mapping[str, bytes] = NOTHING,
    words: Sequence[str] | None = None,
) -> dict[str, bytes]:
    """The files of the website; the same book, edition and previous version give the same bytes. ``words`` are those it explains; all when it is None."""
    degrees = load_degrees()
    comparisons: list[Comparison] = []
    places: dict[int, FunctionPlace] = {}
    for line in lines_of(book):
        comparison = _compared(book, line, degrees)
        order = _order(book, line, comparison)
        for level, at in enumerate(order):
            # Where pieces of a long line meet, the first piece tells what lies above.
            places.setdefault(at, FunctionPlace(traits_of(comparison, level), areas_of(comparison, level), len(comparisons)))
        comparisons.append(_told(comparison, order))
    changes: BookChanges | None = compare_books(before, book) if before is not None else None
    terms = [item for item in explanations().values() if words is None or item.word in words]
    placed = [places[at] for at in range(len(book.functions))]
    beside = Beside(comparisons, placed, terms, before, changes, downloads, _missing(book))
    website = website_data(book, system, edition, beside)
    files = html.write(website)
    files |= {f"opmaak/{name}": content for name, content in look_files().items()}
    files[MARK] = _MARK_TEXT.encode()
    return {name: files[name] for name in sorted(files)}


def made_by() -> str:
    """What made the website."""
    return f"Functiehuis {__version__}"


def lines_of(book: FunctionBook) -> list[tuple[int, ...]]:
    """The places of functions that stand side by side: those of a group, at most eight at a time.

    A large group falls apart in those with one name, and all that have a name alone. Pieces of a long line share the level where they meet, so that every
    step is on a page.
    """
    groups: dict[object, list[int]] = {}
    for at, function in enumerate(book.functions):
        groups.setdefault((function.series, function.group) if function.group else at, []).append(at)
    lines: list[tuple[int, ...]] = []
    for places in groups.values():
        if len(places) <= _MOST:
            lines.append(tuple(places))
            continue
        names: dict[str, list[int]] = {}
        for at in places:
            names.setdefault(base_name(book.functions[at]), []).append(at)
        for found in [*(found for found in names.values() if len(found) > 1), [found[0] for found in names.values() if len(found) == 1]]:
            lines += _pieces(book, found) if found else []
    return lines


def _pieces(book: FunctionBook, places: Sequence[int]) -> list[tuple[int, ...]]:
    if len(places) <= _MOST:
        return [tuple(places)]
    ordered = _sorted(book, places)
    step = _MOST - 1
    return [tuple(ordered[start : start + _MOST]) for start in range(0, len(ordered) - 1, step)]


def _sorted(book: FunctionBook, places: Sequence[int]) -> list[int]:
    left = list(places)
    found = []
    for function in heaviest_first([book.functions[at] for at in places]):
        at = next(place for place in left if book.functions[place] is function)
        left.remove(at)
        found.append(at)
    return found


def _compared(book: FunctionBook, line: Sequence[int], degrees: Degrees) -> LevelComparison:
    return compare_functions([book.functions[at] for at in line], degrees)


def _order(book: FunctionBook, line: Sequence[int], comparison: LevelComparison) -> list[int]:
    """The places of the levels of a comparison, which has its own order."""
    left = list(line)
    found = []
    for function in comparison.levels:
        at = next(place for place in left if book.functions[place] is function)
        left.remove(at)
        found.append(at)
    return found


def _missing(book: FunctionBook) -> dict[int, tuple[str, ...]]:
    """By place the levels between a function and the next heavier one of its name and group that the book does not have."""
    lines: dict[tuple[str | None, str], list[int]] = {}
    for at, function in enumerate(book.functions):
        lines.setdefault((function.group, base_name(function).casefold()), []).append(at)
    return {
        lighter: gap
        for places in lines.values()
        for heavier, lighter in pairwise(_sorted(book, places))
        if (gap := levels_between(book.functions[heavier].level, book.functions[lighter].level))
    }


def _told(comparison: LevelComparison, order: Sequence[int]) -> Comparison:
    names = tuple(level_name(comparison.levels, at) or called(function) for at, function in enumerate(comparison.levels))
    deltas = tuple(_delta(comparison, at) for at in range(len(names)))
    steps = [step.text for step in comparison.steps]
    titles = {base_name(function) for function in comparison.levels}
    title = titles.pop() if len(titles) == 1 else ""
    return Comparison(tuple(order), title, names, deltas, stairs_of(comparison), task_table(comparison), steps, comparison.notes, comparison.degrees_version)


def _delta(comparison: LevelComparison, at: int) -> str:
    """The step from one level heavier in a few words: 3 anders · 1 gelijk · 1 vervalt."""
    if at == 0:
        return ""
    step = comparison.steps[at - 1]
    counts = (
        (len(step.changed), "anders", "anders"),
        (len(step.equal), "gelijk", "gelijk"),
        (len(step.dropped), "vervalt", "vervallen"),
        (len(step.added), "nieuw", "nieuw"),
    )
    return " · ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)
