"""Long words with a soft hyphen where a compound may be broken: beleids-uitvoering, never beleidsuit-voering.

In: Dutch text. Out: the same text with soft hyphens (U+00AD), which show only where a line ends. Refuses nothing: a word that it cannot cut stays whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from functiehuis.language.spelling import Speller

SOFT_HYPHEN = "\u00ad"
_LONG = 12  # letters from which a word may need breaking
_LEAST = 4  # letters that stay together on each side
_WORD = re.compile(r"[^\W\d_]{12,}")


@lru_cache(maxsize=4096)
def with_soft_hyphens(text: str) -> str:
    """The text with its long compounds ready to be broken."""
    return _WORD.sub(lambda found: _broken(found.group()), text)


def _broken(word: str) -> str:
    seam = _speller().seam(word) if len(word) >= _LONG else None
    if seam is None or not _LEAST <= seam <= len(word) - _LEAST:
        return word
    return f"{_broken(word[:seam])}{SOFT_HYPHEN}{_broken(word[seam:])}"


@lru_cache(maxsize=1)
def _speller() -> Speller:
    return Speller()
