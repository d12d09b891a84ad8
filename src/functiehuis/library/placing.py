"""What placing needs, put together from the library.

In: a book, and placements that the employer confirmed. Out: a Placer. Refuses damaged data files with InvalidBookError.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from functiehuis.classifying.proposals import Placer
from functiehuis.library.books import demo_book
from functiehuis.library.cues import load_cues
from functiehuis.library.examples import load_examples
from functiehuis.library.ladders import load_degrees
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import Precedent
from functiehuis.model.plain import without_provenance

RULES = "1"
"""Version of the way of placing; together with the versions of the data it is the version of the rules in every result."""


def placer_for(book: FunctionBook, confirmed: Sequence[Precedent] = (), *, examples: bool = True) -> Placer:
    """Something that places descriptions in a book; without ``examples`` only by the book itself, the lexicon and what was confirmed.

    Making one takes a second or two; the last few are kept, for it holds nothing of the descriptions.
    """
    return _placer_for(without_provenance(book), tuple(confirmed), examples)


@lru_cache(maxsize=4)
def _placer_for(book: FunctionBook, confirmed: tuple[Precedent, ...], examples: bool) -> Placer:
    precedents = (*confirmed, *(example_precedents() if examples else ()))
    return Placer(book, load_cues(), load_degrees(), precedents, rules_version(precedents))


@lru_cache(maxsize=1)
def example_precedents() -> tuple[Precedent, ...]:
    """The example bank as precedents, each with the name of its function in the demo book."""
    names = {function.code: function.name for function in demo_book().functions}
    return tuple(
        Precedent(example.id, example.title, example.text, example.code, example.also, names.get(example.code, ""), example.module)
        for example in load_examples()
    )


def rules_version(precedents: Sequence[Precedent]) -> str:
    """The version of the rules: of the way of placing, the cues, the degree words, and the precedents (a hash of them)."""
    told = "\n".join(f"{item.id}\t{item.code}\t{item.text}" for item in sorted(precedents, key=lambda item: item.id))
    return f"{RULES}/{load_cues().version}/{load_degrees().version}/{hashlib.sha256(told.encode()).hexdigest()[:8]}"
