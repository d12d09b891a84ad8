"""The words of a text that say what it is about. In: a string; out: stems with their places. Refuses nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from functiehuis.language.differences import Span, Token, tokens

SMALL = frozenset(
    (
        *("de", "het", "een", "en", "of", "en/of", "van", "in", "op", "aan", "te", "met", "voor", "bij", "naar", "uit", "om", "tot", "dat", "die", "dit"),
        *("deze", "daarvan", "daarop", "hun", "zijn", "haar", "is", "er", "als", "ook", "door", "over", "ten", "ter", "waarbij", "sprake", "wordt", "worden"),
        *("binnen", "onder", "tussen", "wat", "wie", "hoe", "niet", "zowel", "aard", "eigen", "zich", "per", "dan", "maar", "zo", "nog", "heeft", "hebben"),
    )
)
"""Words that do not say what a text is about."""

_ENDINGS = re.compile(r"(?<=\w{4})(?:en|e|t|s)$")
_DOUBLE = re.compile(r"([a-z])\1")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough Dutch stem, so that "brede" and "breed", "terreinen" and "terrein" meet."""
    return _DOUBLE.sub(r"\1", _ENDINGS.sub("", word.casefold().replace("’", "'"))).replace("v", "f").replace("z", "s")


def is_small(token: Token) -> bool:
    """Whether a token is a sign or a small word."""
    return not token.text[0].isalnum() or token.text.casefold() in SMALL


@lru_cache(maxsize=65536)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words, in order; of a text of small words only, all of them."""
    found = tokens(text)
    content = [token for token in found if not is_small(token)] or found
    return tuple(stem(part) for token in content for part in token.text.split("-") if part)


@lru_cache(maxsize=65536)
def said(text: str) -> str:
    """What a text says, apart from capitals, white space and signs: equal texts give equal answers."""
    return " ".join(token.text.casefold() for token in tokens(text) if token.text[0].isalnum())


def trimmed(text: str, span: Span) -> Span | None:
    """A span without small words and signs at its edges; None when nothing is left."""
    inside = [token for token in tokens(text[slice(*span)]) if not is_small(token)]
    return (span[0] + inside[0].span[0], span[0] + inside[-1].span[1]) if inside else None


def shortened(text: str, words: int = 6) -> str:
    """The first words of a text, with an ellipsis where it goes on."""
    found = tokens(text)
    return text if len(found) <= words + 1 else text[: found[words - 1].span[1]] + " …"
