"""A Dutch word -> its stem, so that ``adviseert``, ``adviseer``, ``adviseren`` and ``adviserend`` are one word.

In: one lower-case word. Out: its stem. Refuses nothing: a word without letters stays as it is.
The older of Snowball's two Dutch algorithms: the newer one takes the ge- off ``gegevens`` and ``gemeente``. What it leaves standing is mended on both sides
of every comparison: the -t of the third person, the -d of ``adviserend``, ``schrijv`` beside ``schrijf``, ``voorstell`` beside ``voorstel``.
"""

from __future__ import annotations

from functools import lru_cache

import Stemmer

_SNOWBALL = Stemmer.Stemmer("dutch_porter")
_SHORT = 4  # "met", "niet", "post": too short for a -t to be an ending worth taking off
_IRREGULAR = {"heeft": "heb", "hebben": "heb", "hebt": "heb", "had": "heb", "hadden": "heb"}  # not to be taken for "heffen"
_VOICED = {"v": "f", "z": "s"}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= _SHORT or not word.isalpha():
        found = word if len(word) < _SHORT or not word.isalpha() else str(_SNOWBALL.stemWord(word))
    else:
        plain = word[:-1] if word.endswith(("ties", "ries")) or (word[-1] == "t" and word[-2] not in "aeiou") else word
        found = str(_SNOWBALL.stemWord(plain))
    if len(found) > 3 and found[-1] == found[-2]:
        found = found[:-1]
    return found[:-1] + _VOICED.get(found[-1], found[-1]) if found else word
