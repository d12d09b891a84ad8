"""Text -> FunctionDescription."""

from __future__ import annotations

import re
from collections.abc import Sequence

from functiehuis.classifying.descriptions.fitness import why_unfit
from functiehuis.classifying.descriptions.judging import Judge
from functiehuis.classifying.descriptions.splitting import statement_spans
from functiehuis.model.cues import SentenceRule
from functiehuis.model.description import FunctionDescription

LONGEST = 20_000
"""Characters of a description that are read; what comes after them is another document than a description of one function."""


_OWN_VOICE = re.compile(r"\b(?:ik|je|jij)\b", re.IGNORECASE)


class Describer:
    """Reads descriptions with a set of sentence rules. Keep one for many descriptions: the rules are made ready once."""

    def __init__(self, rules: Sequence[SentenceRule]) -> None:
        self._judge = Judge(rules)

    def describe(self, text: str, *, title: str = "", identifier: str = "") -> FunctionDescription:
        """The description in a text. Statements keep their place in ``text``, which is kept as it is."""
        read = text[:LONGEST]
        own_voice = bool(_OWN_VOICE.search(read))
        statements = tuple(self._judge.statement(read, span, own_voice=own_voice) for span in statement_spans(read))
        return FunctionDescription(identifier, title, text, statements, why_unfit(text, statements, LONGEST))
