"""How well is the function of a description found? Measured on cases with answers, beside plain ways of finding, in the same run on the same cases.

In: a book and sets of cases. Out: a SetScore for each set. Refuses what ``load_cases`` refuses. No text of a case is kept or shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from functiehuis.classifying.proposals import Placer
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.placing import example_precedents, placer_for
from functiehuis.measuring.baselines import Scorer, bm25_scorer, likeness_scorer, ranked
from functiehuis.measuring.finding_scores import FindingScore, Pair, RankScore, Said, said_of, score_finding, score_ranking
from functiehuis.measuring.truth import CASE_SETS, OPEN_SETS, Case, case_file, load_cases
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import NO_FUNCTION
from functiehuis.model.function import StandardFunction

UNSEEN = "ongezien"
"""The one set that nobody tunes on; all others were seen while building."""

OWN, OWN_BARE, BM25, BM25_EXAMPLES, TFIDF = "eigen", "eigen_zonder_voorbeelden", "bm25", "bm25_met_voorbeelden", "tfidf"


@dataclass(frozen=True, slots=True)
class SetScore:
    """One set of cases in one book: all of it, by register and by difficulty, and the ranking of every way of finding (by name; ``eigen`` is ours)."""

    name: str
    seen: bool
    total: FindingScore
    registers: Mapping[str, FindingScore]
    difficulties: Mapping[str, FindingScore]
    ways: Mapping[str, RankScore]


def case_sets(book: FunctionBook, names: Sequence[str] = CASE_SETS, open_cases: Path | None = None) -> dict[str, tuple[Case, ...]]:
    """The cases by set: those that come with the product, and those in the folder ``open_cases``."""
    codes = {function.label for function in book.functions}
    files = {name: case_file(name) for name in names}
    files |= {name: open_cases / file for name, file in OPEN_SETS.items()} if open_cases else {}
    return {name: load_cases(path, codes) for name, path in files.items()}


def score_sets(book: FunctionBook, sets: Mapping[str, Sequence[Case]], progress: Progress = no_progress) -> tuple[SetScore, ...]:
    """Find every case in the book, in every way. ``progress`` counts cases."""
    placers = {OWN: placer_for(book), OWN_BARE: placer_for(book, examples=False)}
    plain = _plain_ways(book)
    total, done = sum(map(len, sets.values())), 0
    found = []
    for name, cases in sets.items():
        said: dict[str, list[Said]] = {way: [] for way in placers}
        for case in cases:
            for way, placer in placers.items():
                said[way].append(_place(placer, case))
            done += 1
            progress(done, total)
        found.append(_set_score(name, cases, said, plain, book))
    return tuple(found)


def _place(placer: Placer, case: Case) -> Said:
    return said_of(placer.place(case.text, title=case.title, identifier=case.id))


def _set_score(
    name: str, cases: Sequence[Case], said: Mapping[str, Sequence[Said]], plain: Mapping[str, Callable[[str], tuple[str, ...]]], book: FunctionBook
) -> SetScore:
    pairs = list(zip(cases, said[OWN], strict=True))
    ways = {way: score_ranking(cases, [() if one.first == NO_FUNCTION else one.labels for one in answers], book) for way, answers in said.items()}
    ways |= {way: score_ranking(cases, [find(case.text) for case in cases], book) for way, find in plain.items()}
    return SetScore(
        name=name,
        seen=name != UNSEEN,
        total=score_finding(pairs, book),
        registers=_parts(pairs, lambda case: case.register, book),
        difficulties=_parts(pairs, lambda case: str(case.difficulty) if case.difficulty else None, book),
        ways=ways,
    )


def _parts(pairs: Sequence[Pair], key: Callable[[Case], str | None], book: FunctionBook) -> dict[str, FindingScore]:
    names = sorted({name for case, _ in pairs if (name := key(case))})
    return {name: score_finding([pair for pair in pairs if key(pair[0]) == name], book) for name in names}


def _plain_ways(book: FunctionBook) -> dict[str, Callable[[str], tuple[str, ...]]]:
    labels = [function.label for function in book.functions]
    texts = [_text_of(book, function) for function in book.functions]
    examples = [example for example in example_precedents() if example.code in labels]
    return {
        BM25: _way(bm25_scorer(texts), labels),
        BM25_EXAMPLES: _way(bm25_scorer([*texts, *(example.text for example in examples)]), [*labels, *(example.code for example in examples)]),
        TFIDF: _way(likeness_scorer(texts), labels),
    }


def _way(scorer: Scorer, labels: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    return lambda text: ranked(scorer(text), labels)


def _text_of(book: FunctionBook, function: StandardFunction) -> str:
    """All that the book says of a function."""
    group = book.group_named(function.group)
    about = [function.name, *((group.name, group.definition.text if group.definition else "") if group else ())]
    tasks = [text for area in function.result_areas for text in (area.name, *(task.text for task in area.tasks))]
    return "\n".join([*about, *(text.text for text in function.characteristics), *tasks])
