"""What a check is: a rule with an id and a reason, and its texts in a YAML file of the same name beside it."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from functiehuis.authoring.checks.context import CheckContext
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class CheckCase:
    """A tiny book as text, and the findings that the check must have on it: none, or per finding the keys functie, tekst, voorstel, ernst, plaatsen."""

    name: str
    book: str
    findings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class CheckTexts:
    """What the manual says about a check. ``words`` are lists of Dutch words that the check looks for, by name."""

    code: str
    title: str
    severity: Severity
    reason: str
    wrong: str
    right: str
    cases: tuple[CheckCase, ...]
    words: Mapping[str, tuple[str, ...]]


class Check(ABC):
    """A rule. Give the subclass its ``code``, and put its texts in a YAML file with the name of its module."""

    code: ClassVar[str]

    def __init__(self) -> None:
        self.texts = load_texts(Path(str(sys.modules[type(self).__module__].__file__)).with_suffix(".yaml"))
        if self.texts.code != self.code:
            raise ValueError(f"the texts of {self.code} are those of {self.texts.code}")

    @abstractmethod
    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterable[Finding]:
        """The findings of this rule on a book, each cause once."""

    def finding(self, text: str, places: Sequence[Place], subject: str, proposal: str | None = None, severity: Severity | None = None) -> Finding:
        """A finding of this check, with the usual severity of the check unless another is given."""
        return Finding(self.code, severity or self.texts.severity, text, tuple(places), subject, proposal)


def load_texts(path: Path) -> CheckTexts:
    """The texts of a check. Refuses with KeyError or ValueError a file that lacks one."""
    data: Any = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return CheckTexts(
        code=data["id"],
        title=data["titel"],
        severity=Severity(data["ernst"]),
        reason=" ".join(data["reden"].split()),
        wrong=data["fout"].strip("\n"),
        right=data["goed"].strip("\n"),
        cases=tuple(CheckCase(case["naam"], case["boek"], tuple(case["meldingen"])) for case in data["gevallen"]),
        words={name: tuple(str(word) for word in words) for name, words in data.get("woorden", {}).items()},
    )
