"""A measurement that costs nothing."""

from __future__ import annotations

from functiehuis.authoring.changes import LevelWordScore
from functiehuis.measuring import Measurement
from functiehuis.measuring.checking import BookScore
from functiehuis.measuring.finding import SetScore
from functiehuis.measuring.items import Share
from functiehuis.measuring.reading import ReadingScore


def measurement_of(*finding: SetScore) -> Measurement:
    """With these scores of finding, and one document read."""
    reading = ReadingScore("boek.pdf", {"taken": Share(3, 2, 1)}, 4)
    nothing = BookScore((), (), (), 0, ())
    sets: dict[str, tuple[()]] = {"ontwikkel": (), "ongezien": ()}
    return Measurement("9.9", (reading,), sets, nothing, nothing, LevelWordScore(4, 5, 3), LevelWordScore(0, 0, 0), None, finding)
