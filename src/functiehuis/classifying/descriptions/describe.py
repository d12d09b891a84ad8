"""Text -> FunctionDescription."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from functiehuis.classifying.descriptions.fitness import why_unfit
from functiehuis.classifying.descriptions.judging import Judge
from functiehuis.classifying.descriptions.splitting import statement_spans
from functiehuis.model.cues import SentenceRule
from functiehuis.model.description import FunctionDescription, Statement

LONGEST = 20_000
"""Characters of a description that are read; what comes after them is another document than a description of one function."""


_OWN_VOICE = re.compile(r"\b(?:ik|je|jij)\b", re.IGNORECASE)
_KNOWN_TEXTS = 8192  # texts of books and precedents that are kept in parts


class Describer:
    """Reads descriptions with a set of sentence rules. Keep one for many descriptions: the rules are made ready once."""

    def __init__(self, rules: Sequence[SentenceRule]) -> None:
        self._judge = _judge_of(tuple(rules))

    def describe(self, text: str, *, title: str = "", identifier: str = "", known: bool = False) -> FunctionDescription:
        """The description in a text. Statements keep their place in ``text``, which is kept as it is.

        ``known``: the text is one of a book, or a precedent. Whether anybody can be placed by it is not asked, and it is kept for the next time.
        """
        if known:
            return FunctionDescription(identifier, title, text, _known_statements(self._judge, text))
        statements = _statements(self._judge, text)
        return FunctionDescription(identifier, title, text, statements, why_unfit(text, statements, LONGEST))


@lru_cache(maxsize=2)
def _judge_of(rules: tuple[SentenceRule, ...]) -> Judge:
    return Judge(rules)


def _statements(judge: Judge, text: str) -> tuple[Statement, ...]:
    read = text[:LONGEST]
    own_voice = bool(_OWN_VOICE.search(read))
    return tuple(judge.statements(read, statement_spans(read), own_voice=own_voice))


_known_statements = lru_cache(maxsize=_KNOWN_TEXTS)(_statements)
