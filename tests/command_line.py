"""Helpers of tests that use the product as a person does: with words on a command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DEMO = ROOT / "src/functiehuis/library/books/demo"


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit code, and what it said where."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, which must be JSON and nothing else."""
        return json.loads(self.out)


Run = Callable[..., Outcome]
"""``run("lees", path, "--json")``: one command line inside this process."""
