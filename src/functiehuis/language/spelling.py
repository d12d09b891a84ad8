"""Is this a Dutch word, and if not, which one was meant?

In: single words. Out: whether the word exists (OpenTaal's list, the field's own words, compounds of known words) and suggestions, the likeliest first.
Refuses nothing. A compound that the list lacks is right when its first part is linked the way that part is linked in compounds that the list does have:
``beleid`` takes an s (beleidsplan), so ``beleidvelden`` is wrong, while ``vakvragen`` is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from hunspell import Hunspell
from rapidfuzz.distance import OSA

_FOLDER = Path(__file__).parent / "opentaal"
_HEADS = (
    *(
        "werk",
        "plan",
        "groep",
        "recht",
        "zaak",
        "dienst",
        "taak",
        "kader",
        "gebied",
        "regel",
        "proces",
        "beheer",
        "advies",
        "ruimte",
        "vraag",
        "kosten",
        "team",
    ),
    *("leider", "punt", "stuk", "vorm", "soort", "tijd", "stelsel", "doel", "niveau", "raad", "bureau", "lijst", "kring", "kaart", "hulp", "zorg", "orde"),
)
"""Common second parts of compounds: how the list links a first part to these tells how it is linked."""
_NO_PART = frozenset(
    ("over", "voor", "naar", "door", "onder", "omtrent", "inzake", "waarvan", "waarbij", "altijd", "elke", "deze", "alle", "naast", "tegen", "binnen", "buiten")
)
_TAKES_S = ("heid", "teit", "ing", "schap", "aat", "dom", "tie", "ment")
_PART = 3  # letters that a part of a compound has at least
_TELLING = 6  # letters that a first part has at least when the list shows no compound with it (contakt is not con + takt)
_LONGEST = 40
_SMALL = frozenset(("van", "de", "het", "een", "en", "in", "op", "voor", "met", "of", "aan", "te", "is", "bij", "om", "door", "over"))
_COMMON = 8  # compounds of the list, out of all _HEADS, that a first part must have to count as one


class Speller:
    """Dutch spelling with the words of a field. Every word is looked up once."""

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        self._own = frozenset(word.casefold() for word in own_words)
        self._known: dict[str, bool] = {}
        self._suggested: dict[str, tuple[str, ...]] = {}

    def knows(self, word: str) -> bool:
        """Whether the word exists. Abbreviations in capitals and words with a capital inside (names) pass; hyphens join words that each exist."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def listed(self, word: str) -> bool:
        """Whether the word itself stands in the list or is an own word; no compounds of our own, no names."""
        return word.casefold() in self._own or len(word) > _LONGEST or _in_list(word)

    def suggestions(self, word: str, likely: Iterable[str] = ()) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first: close ones among ``likely`` (words of the same document), then those of the list."""
        near = sorted((OSA.distance(word.casefold(), other.casefold(), score_cutoff=2), other) for other in set(likely))
        found = [other for distance, other in near if distance <= min(2, len(word) // 4)]
        relinked = None if found else self.relinked(word)
        if relinked:
            return (relinked,)
        if not found:
            if word not in self._suggested:
                self._suggested[word] = _by_distance(word) if len(word) <= _LONGEST else ()
            found = list(self._suggested[word])
        return tuple(dict.fromkeys(_as_printed(other, word) for other in found)) or self._apart(word)

    def _apart(self, word: str) -> tuple[str, ...]:
        """``begrotingvan``: two words without the space, one of them a small one."""
        cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
        pairs = [pair for pair in cuts if any(part.casefold() in _SMALL for part in pair) and all(self.listed(part) for part in pair)]
        return tuple(" ".join(pair) for pair in pairs[:1])

    def is_compound(self, word: str) -> bool:
        """Whether a word is two known words, linked as the first of them is linked elsewhere."""
        return self.seam(word) is not None

    def seam(self, word: str) -> int | None:
        """Where the second of the two words of a compound begins; None for a word that is no compound."""
        small = word.casefold()
        if any(small[at] == small[at - 1] and self.listed(small[:at] + small[at + 1 :]) for at in range(1, len(small))):
            return None  # werkteerrein can be cut in two words, but is werkterrein with a letter too many
        for at in range(len(small) - _PART, _PART - 1, -1):
            first, second = small[:at], small[at:]
            if len(second) <= _PART or second in _NO_PART or not self.listed(second):
                continue
            if first.endswith("s") and len(first) > _PART + 1 and self.listed(first[:-1]):
                if self._links(first[:-1], "s"):
                    return at
            elif self.listed(first) and self._links(first, ""):
                return at
        return None

    def relinked(self, word: str) -> str | None:
        """The same compound with an s between its parts, or without it, where that is the form that exists: beleidvelden gives beleidsvelden."""
        small = word.casefold()
        for at in range(len(small) - _PART, _PART - 1, -1):
            first, second = small[:at], small[at:]
            other = first[:-1] + second if first.endswith("s") else f"{first}s{second}"
            if self.listed(second) and self.listed(first.removesuffix("s")) and (self.listed(other) or self.is_compound(other)):
                return _as_printed(other, word)
        return None

    def begins_compounds(self, word: str) -> bool:
        """Whether many compounds of the list begin with this word, which shows that it is a noun."""
        return _link_evidence(word.casefold())[1] >= _COMMON

    def _look_up(self, word: str) -> bool:
        if word.casefold() in self._own or not any(char.isalpha() for char in word):
            return True
        parts = [part for part in word.replace("–", "-").split("-") if part]
        if len(parts) > 1:
            return self.listed(word) or all(self.knows(part) or self._is_first_part(part) for part in parts)
        suspended, word = word.endswith(("-", "–")), parts[0] if parts else word
        if len(word) <= 6 and word.isupper():
            return True
        if any(char.isupper() for char in word[1:]) and not word.isupper():
            return True
        word = word.casefold() if word.isupper() else word
        return self.listed(word) or self.listed(word[0].lower() + word[1:]) or self.is_compound(word) or (suspended and self._is_first_part(word))

    def _is_first_part(self, word: str) -> bool:
        """``beleids`` in ``beleids- en beheersplan``."""
        small = word.casefold()
        return self.listed(small) or (small.endswith("s") and self.listed(small[:-1])) or any(_in_list(small + head) for head in _HEADS)

    def _links(self, first: str, link: str) -> bool:
        with_s, without = _link_evidence(first)
        if with_s or without:
            return with_s >= without if link else without >= with_s
        return len(first) >= _TELLING and bool(link) == first.endswith(_TAKES_S)


@lru_cache(maxsize=1)
def _dictionary() -> Hunspell:
    return Hunspell("nl", hunspell_data_dir=str(_FOLDER))


@lru_cache(maxsize=65536)
def _in_list(word: str) -> bool:
    return bool(_dictionary().spell(word.replace("’", "'")))


@lru_cache(maxsize=4096)
def _link_evidence(first: str) -> tuple[int, int]:
    """How many common second parts the list knows with an s after this first part, and without."""
    return sum(_in_list(f"{first}s{head}") for head in _HEADS), sum(_in_list(first + head) for head in _HEADS)


def _by_distance(word: str) -> tuple[str, ...]:
    """What the list suggests in one word, the fewest changes first; what differs too much is left out."""
    found = dict.fromkeys((*_dictionary().suggest(word.casefold()), *(() if word.islower() else _dictionary().suggest(word))))
    scored = [(OSA.distance(word.casefold(), other.casefold()), other) for other in found if " " not in other]
    return tuple(other for distance, other in sorted(scored, key=lambda pair: pair[0]) if distance <= 4)


def _as_printed(suggestion: str, word: str) -> str:
    """With the capitals of the word that it replaces."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    if word[0].isupper():
        return suggestion[0].upper() + suggestion[1:]
    return suggestion.casefold() if suggestion.istitle() and word.islower() and _in_list(suggestion.casefold()) else suggestion
