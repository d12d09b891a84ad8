"""All measurements together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import functiehuis
from functiehuis.authoring.changes import LevelWordScore
from functiehuis.authoring.checks import check_book
from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.books import demo_book
from functiehuis.library.checking import check_context
from functiehuis.library.sources import open_source
from functiehuis.measuring.checking import BookScore, DamageResult, check_text, score_book, score_damages
from functiehuis.measuring.esco import ESCO_STEPS, EscoScore, score_esco
from functiehuis.measuring.finding import SetScore, case_sets, score_sets
from functiehuis.measuring.ladders import score_ladders
from functiehuis.measuring.places import REAL_FILES, Beside
from functiehuis.measuring.reading import ReadingScore, RealReading, read_demo, read_real
from functiehuis.measuring.truth import CASE_SETS, DAMAGE_SETS, Damage, KnownFindings, damages, demo_documents, known_findings, real_facts, sound_text

_PLAIN = "gewoon.txt"
REAL, OPEN, ESCO = "echt", "open", "esco"
"""What may lie beside the repository and may be lacking: the real book, open cases, the ESCO files."""


@dataclass(frozen=True, slots=True)
class RealScore:
    """The measurements on the real book."""

    reading: tuple[RealReading, ...]
    checking: BookScore
    ladders: LevelWordScore
    finding: tuple[SetScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured. ``sound`` is a book without a defect that no check was tuned on; ``finding`` is in the demo book.

    ``real`` and ``esco`` are None where the real book and the ESCO files are not at hand; ``lacking`` names what was not.
    """

    version: str
    reading: tuple[ReadingScore, ...]
    damages: Mapping[str, tuple[DamageResult, ...]]
    checking: BookScore
    sound: BookScore
    ladders: LevelWordScore
    sound_ladders: LevelWordScore
    real: RealScore | None
    finding: tuple[SetScore, ...] = ()
    esco: EscoScore | None = None
    lacking: tuple[str, ...] = ()


def measure(beside: Beside, progress: Progress = no_progress, case_names: Sequence[str] = CASE_SETS) -> Measurement:
    """Measure reading, checking, ladders and finding on the demo book and on what lies ``beside``. The same inputs give the same result.

    ``case_names`` are the sets of cases for finding. Refuses with UnreadableError or UnknownItemError a set of cases that does not fit its book.
    """
    truth, documents = demo_book(), demo_documents()
    text = next(path for path in documents if path.name == _PLAIN).read_text("utf-8")
    sets = {name: damages(name) for name in DAMAGE_SETS}
    cases = case_sets(truth, case_names, beside.open_cases)
    steps = _Steps(progress, sum(map(len, sets.values())) + sum(map(len, cases.values())) * (2 if beside.real else 1) + (ESCO_STEPS if beside.esco else 0))
    results = _measure_damages(text, sets, steps.next())
    reading, findings = check_text(text, _PLAIN)
    sound, alarms = check_text(sound_text(), "goed.txt")
    return Measurement(
        functiehuis.__version__,
        read_demo(documents, truth),
        results,
        score_book(findings, known_findings("demo")),
        score_book(alarms, KnownFindings((), (), ())),
        score_ladders(reading.book),
        score_ladders(sound.book),
        _measure_real(beside.real, case_names, beside.open_cases, steps) if beside.real else None,
        score_sets(truth, cases, steps.next()),
        score_esco(beside.esco, steps.next()) if beside.esco else None,
        tuple(name for name, folder in ((REAL, beside.real), (OPEN, beside.open_cases), (ESCO, beside.esco)) if folder is None),
    )


def _measure_damages(text: str, sets: Mapping[str, Sequence[Damage]], progress: Progress) -> dict[str, tuple[DamageResult, ...]]:
    """All sets in one go, so that the progress runs on from one set to the next."""
    together = score_damages(text, [damage for chosen in sets.values() for damage in chosen], progress)
    results, start = {}, 0
    for name, chosen in sets.items():
        results[name] = together[start : start + len(chosen)]
        start += len(chosen)
    return results


def _measure_real(folder: Path, case_names: Sequence[str], open_cases: Path | None, steps: _Steps) -> RealScore:
    reading = open_source(folder / REAL_FILES[0])
    findings = check_book(reading.book, check_context(reading.system))
    return RealScore(
        read_real([folder / name for name in REAL_FILES], real_facts()),
        score_book(findings, known_findings("feiten-bghu")),
        score_ladders(reading.book),
        score_sets(reading.book, case_sets(reading.book, case_names, open_cases), steps.next()),
    )


class _Steps:
    """One progress over parts that each count for themselves."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def next(self) -> Progress:
        """The progress of the next part, which goes on where the last one stopped."""
        before = self._done

        def tell(done: int, _of: int) -> None:
            self._done = before + done
            self._progress(self._done, self._total)

        return tell
