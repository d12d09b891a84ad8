"""The text machinery of the finder on work that has nothing to do with function books: occupations of ESCO, in Dutch.

In: the folder with the ESCO files. Out: an EscoScore. Refuses with UnreadableError a folder whose files have another form.
Uses the ESCO classification of the European Commission (v1.2). Two questions, each on a fixed sample, with the likeness of words and letters that the finder
rests on (``language.space``) beside BM25: to which ISCO group does a description belong, by its nearest other descriptions; and which occupation is meant by
another title. Nothing was tuned on them.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from functiehuis.documents.limits import Progress, no_progress
from functiehuis.language.space import Numbers
from functiehuis.measuring.baselines import Scorer, bm25_scorer, likeness_scorer, ranked
from functiehuis.measuring.finding_scores import Portion
from functiehuis.model.errors import UnreadableError

T = TypeVar("T")

Answer = tuple[str, Sequence[str]]
"""The right answer, and what was said, the best first."""

DESCRIPTIONS, TITLES, OCCUPATIONS = "bench_description_to_isco4.jsonl", "bench_altlabel_to_occupation.tsv", "occupations_nl.tsv"
ESCO_FILES = (DESCRIPTIONS, TITLES, OCCUPATIONS)

SAMPLE = 1000
ESCO_STEPS = 4 * SAMPLE
"""How many answers are asked: two questions in two ways."""

_NEAREST = 15  # neighbours that vote for a group, as in the figures that come with the data
_WAYS: Mapping[str, Callable[[Sequence[str]], Scorer]] = {"tekstruimte": likeness_scorer, "bm25": bm25_scorer}


@dataclass(frozen=True, slots=True)
class Hits:
    """The right answer first, and within the first three."""

    first: Portion
    three: Portion


@dataclass(frozen=True, slots=True)
class EscoScore:
    """Per way of finding: the group of a description, and the occupation of a title with and without a word in common."""

    groups: Mapping[str, Hits]
    titles_alike: Mapping[str, Hits]
    titles_apart: Mapping[str, Hits]


def score_esco(folder: Path, progress: Progress = no_progress, sample: int = SAMPLE) -> EscoScore:
    """Both questions, each on at most so many cases. ``progress`` counts answers."""
    try:
        rows = [json.loads(line) for line in (folder / DESCRIPTIONS).read_text("utf-8").split("\n") if line]
        texts, groups = [f"{row['title']}. {row['text']}" for row in rows], [str(row["gold_isco4"]) for row in rows]
        occupations = _table(folder / OCCUPATIONS)
        known, codes = [f"{row['preferred_label']}. {row['description']}" for row in occupations], [row["code"] for row in occupations]
        titles = _sampled([(row["alt_label"], row["gold_code"], row["stratum"] == "zero_overlap") for row in _table(folder / TITLES)], sample)
        if not (texts and known and titles):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            f"De ESCO-bestanden in {folder} zijn niet te lezen: er ontbreekt iets of een regel heeft een andere vorm. Zet ze terug."
        ) from error
    questions = _sampled(range(len(texts)), sample)
    step = _Counter(progress, len(_WAYS) * (len(questions) + len(titles)))
    by_group: dict[str, Hits] = {}
    by_title: dict[str, tuple[Hits, ...]] = {}
    for way, make in _WAYS.items():
        scorer = make(texts)
        by_group[way] = _hits([(groups[at], _vote(step(scorer(texts[at])), at, groups)) for at in questions])
        scorer = make(known)
        answers = [(apart, code, ranked(step(scorer(title)), codes)) for title, code, apart in titles]
        by_title[way] = tuple(_hits([(code, said) for apart, code, said in answers if apart is side]) for side in (False, True))
    return EscoScore(by_group, *({way: hits[side] for way, hits in by_title.items()} for side in (False, True)))


class _Counter:
    """Tells the progress how many scores went past."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def __call__(self, scores: Numbers) -> Numbers:
        self._done += 1
        self._progress(self._done, self._total)
        return scores


def _table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


def _sampled(items: Sequence[T], most: int) -> list[T]:
    """Evenly spread over all, always the same ones."""
    if len(items) <= most:
        return list(items)
    return [items[at * len(items) // most] for at in range(most)]


def _vote(scores: Numbers, itself: int, groups: Sequence[str]) -> tuple[str, ...]:
    """The groups of the nearest texts, each voting with how alike it is; a text is not asked about itself."""
    scores = scores.copy()
    scores[itself] = 0
    votes: dict[str, float] = defaultdict(float)
    for at in np.argsort(-scores, kind="stable")[:_NEAREST].tolist():
        votes[groups[at]] += float(scores[at])
    return tuple(sorted(votes, key=lambda group: (-votes[group], group)))


def _hits(answers: Sequence[Answer]) -> Hits:
    return Hits(*(Portion(sum(right in said[:most] for right, said in answers), len(answers)) for most in (1, 3)))
