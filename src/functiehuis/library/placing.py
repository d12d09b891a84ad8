"""What placing needs, put together from the library.

In: a book, and placements that the employer confirmed. Out: a Placer. Refuses damaged data files with InvalidBookError.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from functiehuis import __version__
from functiehuis.classifying.proposals import Placer
from functiehuis.library.books import demo_book
from functiehuis.library.cues import load_cues
from functiehuis.library.examples import load_examples
from functiehuis.library.knowledge import hash_of_precedents, knowledge_hash
from functiehuis.library.ladders import load_degrees
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import Precedent
from functiehuis.model.plain import without_provenance


def placer_for(book: FunctionBook, confirmed: Sequence[Precedent] = (), *, examples: bool = True) -> Placer:
    """Something that places descriptions in a book; without ``examples`` only by the book itself, the lexicon and what was confirmed.

    Making one takes three to four seconds (of a core of a small server), nearly all of it to read what was placed before; the last few are kept, for it
    holds nothing of the descriptions.
    """
    return _placer_for(without_provenance(book), tuple(confirmed), examples)


@lru_cache(maxsize=4)
def _placer_for(book: FunctionBook, confirmed: tuple[Precedent, ...], examples: bool) -> Placer:
    precedents = (*confirmed, *(example_precedents() if examples else ()))
    return Placer(book, load_cues(), load_degrees(), precedents, rules_version(confirmed, examples=examples))


@lru_cache(maxsize=1)
def example_precedents() -> tuple[Precedent, ...]:
    """The example bank as precedents, each with the name of its function in the demo book."""
    names = {function.code: function.name for function in demo_book().functions}
    return tuple(
        Precedent(example.id, example.title, example.text, example.code, example.also, names.get(example.code, ""), example.module)
        for example in load_examples()
    )


def rules_version(confirmed: Sequence[Precedent] = (), *, examples: bool = True) -> str:
    """The version of the rules: that of the product, a hash of what it knows, and a hash of the placements that were confirmed, if any.

    Nobody keeps it by hand: it changes when the knowledge does, whatever the order of files and rows and whatever the line ends.
    """
    own = (f"eerder-{hash_of_precedents(confirmed)}",) if confirmed else ()
    return "/".join((__version__, knowledge_hash(examples=examples), *own))
