"""One finder for all tests: making it takes a second or two, and it keeps nothing between descriptions."""

from __future__ import annotations

import pytest

from functiehuis.classifying.descriptions import Describer
from functiehuis.classifying.proposals import Placer
from functiehuis.library.books import demo_book
from functiehuis.library.cues import load_cues
from functiehuis.library.placing import placer_for


@pytest.fixture(scope="session")
def placer() -> Placer:
    return placer_for(demo_book())


@pytest.fixture(scope="session")
def describer() -> Describer:
    return Describer(load_cues().sentence_rules)
