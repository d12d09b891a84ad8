"""Long compounds may be broken where their parts meet, and nowhere else."""

from __future__ import annotations

import pytest

from functiehuis.language.hyphens import SOFT_HYPHEN, with_soft_hyphens


@pytest.mark.parametrize(
    "broken",
    [
        "Medewerker beleids|uitvoering II",
        "bedrijfs|voering",
        "Programma|manager",
        "onderwijs|huis|vesting",
        "Adviseur III",
        "administratief",
        "(gemeente)secretaris",
        "",
    ],
)
def test_a_name_is_broken_at_the_border_of_its_words(broken: str) -> None:
    assert with_soft_hyphens(broken.replace("|", "")) == broken.replace("|", SOFT_HYPHEN)
