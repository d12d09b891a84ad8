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
from functiehuis.measuring.ladders import score_ladders
from functiehuis.measuring.reading import ReadingScore, RealReading, read_demo, read_real
from functiehuis.measuring.truth import DAMAGE_SETS, Damage, KnownFindings, damages, demo_documents, known_findings, real_facts, sound_text
from functiehuis.model.errors import UnreadableError

_REAL = ("bghu.txt", "bghu.docx", "bghu.pdf")
_PLAIN = "gewoon.txt"


@dataclass(frozen=True, slots=True)
class RealScore:
    """The measurements on the real book."""

    reading: tuple[RealReading, ...]
    checking: BookScore
    ladders: LevelWordScore


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured. ``sound`` is a book without a defect that no check was tuned on; ``real`` is None where the real book is not at hand."""

    version: str
    reading: tuple[ReadingScore, ...]
    damages: Mapping[str, tuple[DamageResult, ...]]
    checking: BookScore
    sound: BookScore
    ladders: LevelWordScore
    sound_ladders: LevelWordScore
    real: RealScore | None


def find_real_book(chosen: Path | None) -> Path | None:
    """The folder with the real book: the chosen one, or ../shared/functieboek beside the current folder or the checkout.

    Refuses with UnreadableError a chosen folder that does not hold the three files.
    """
    if chosen is not None:
        lacking = [name for name in _REAL if not (chosen / name).is_file()]
        if lacking:
            raise UnreadableError(f"In {chosen} ontbreekt {', '.join(lacking)}. Geef met --boek de map met het echte functieboek.")
        return chosen
    checkout = Path(functiehuis.__file__).resolve().parents[2]
    places = [start.parent / "shared/functieboek" for start in (Path.cwd(), checkout)]
    return next((place for place in places if all((place / name).is_file() for name in _REAL)), None)


def measure(real: Path | None, progress: Progress = no_progress) -> Measurement:
    """Measure reading, checking and ladders on the demo book and, in the folder ``real``, on the real book. The same inputs give the same result."""
    truth, documents = demo_book(), demo_documents()
    text = next(path for path in documents if path.name == _PLAIN).read_text("utf-8")
    sets = {name: damages(name) for name in DAMAGE_SETS}
    results = _measure_damages(text, sets, progress)
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
        _measure_real(real) if real else None,
    )


def _measure_damages(text: str, sets: Mapping[str, Sequence[Damage]], progress: Progress) -> dict[str, tuple[DamageResult, ...]]:
    """All sets in one go, so that the progress runs on from one set to the next."""
    together = score_damages(text, [damage for chosen in sets.values() for damage in chosen], progress)
    results, start = {}, 0
    for name, chosen in sets.items():
        results[name] = together[start : start + len(chosen)]
        start += len(chosen)
    return results


def _measure_real(folder: Path) -> RealScore:
    reading = open_source(folder / _REAL[0])
    findings = check_book(reading.book, check_context(reading.system))
    return RealScore(
        read_real([folder / name for name in _REAL], real_facts()), score_book(findings, known_findings("feiten-bghu")), score_ladders(reading.book)
    )
