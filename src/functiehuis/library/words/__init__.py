"""Word lists of the field that come with the product, one word a line; a line with # is a remark.

In: nothing. Out: sets of lower-case words. Refuses nothing.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def field_words() -> frozenset[str]:
    """Words of municipalities, HR and ICT that are right although a general word list lacks them."""
    return _words("vakwoorden.txt")


@lru_cache(maxsize=1)
def neuter_nouns() -> frozenset[str]:
    """Common nouns of function books that take ``het``."""
    return _words("het-woorden.txt")


def _words(name: str) -> frozenset[str]:
    lines = resources.files(__name__).joinpath(name).read_text("utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))
