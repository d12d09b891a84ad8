"""Word-level difference of two texts.

In: two strings. Out: a tuple of ``Difference`` in reading order that together cover every word and sign of both texts, with character spans.
Refuses nothing. White space is no word: texts that differ only in white space have no difference here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

Span = tuple[int, int]
"""Start and end in characters of a text; the end is exclusive."""

_TOKEN = re.compile(r"\w+(?:['’‑-]\w+)*|[^\w\s]")
_SMALL = frozenset(
    ("de", "het", "een", "en", "of", "van", "in", "op", "aan", "te", "met", "voor", "bij", "naar", "uit", "om", "tot", "dat", "die", "is", "zijn", "er", "als")
)


class DifferenceKind(StrEnum):
    """What happened to a stretch of words."""

    KEPT = "gelijk"
    DELETED = "vervallen"
    INSERTED = "toegevoegd"
    REPLACED = "vervangen"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of words of one kind.

    ``before`` and ``after`` are character spans in the two texts, from the first character of the first word to the end of the last one; a span is empty
    (start equals end) on the side where nothing stands. ``before_words`` and ``after_words`` are the characters of those spans.
    """

    kind: DifferenceKind
    before: Span
    after: Span
    before_words: str
    after_words: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign (comma, bracket, full stop) and where it stands."""

    text: str
    span: Span


def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of a text in order; a word keeps its inner hyphens and apostrophes."""
    return tuple(Token(found.group(), found.span()) for found in _TOKEN.finditer(text))


def word_differences(before: str, after: str, *, ignore_case: bool = False) -> tuple[Difference, ...]:
    """What changed from ``before`` to ``after``, word by word.

    As many words as possible are kept. A lone small word ("de", "van", a comma) that happens to stand between two changes is taken into the change, so that
    people read one change instead of three. Capitals count unless ``ignore_case``. Kinds alternate: two neighbours never have the same kind.
    """
    old, new = tokens(before), tokens(after)
    codes = Indel.opcodes([_key(token, ignore_case) for token in old], [_key(token, ignore_case) for token in new])
    blocks = _blocks([(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes])
    return tuple(_difference(before, after, old, new, block) for block in _without_islands(blocks, old))


def changed(differences: Iterable[Difference]) -> bool:
    """Whether anything but white space differs."""
    return any(difference.kind is not DifferenceKind.KEPT for difference in differences)


def spans_before(differences: Iterable[Difference]) -> tuple[Span, ...]:
    """The spans of the first text that do not stand in the second."""
    return tuple(item.before for item in differences if item.kind in (DifferenceKind.DELETED, DifferenceKind.REPLACED))


def spans_after(differences: Iterable[Difference]) -> tuple[Span, ...]:
    """The spans of the second text that do not stand in the first."""
    return tuple(item.after for item in differences if item.kind in (DifferenceKind.INSERTED, DifferenceKind.REPLACED))


Block = tuple[bool, int, int, int, int]


def _key(token: Token, ignore_case: bool) -> str:
    text = unicodedata.normalize("NFC", token.text).replace("’", "'").replace("‑", "-")
    return text.casefold() if ignore_case else text


def _blocks(codes: Iterable[Block]) -> list[Block]:
    """Neighbouring stretches that are both equal, or both not, as one."""
    found: list[Block] = []
    for same, i1, i2, j1, j2 in codes:
        if found and found[-1][0] == same:
            found[-1] = (same, found[-1][1], i2, found[-1][3], j2)
        else:
            found.append((same, i1, i2, j1, j2))
    return found


def _without_islands(blocks: list[Block], old: tuple[Token, ...]) -> list[Block]:
    """An equal stretch of small words only, between two changes that both replace more than it holds, joins the change."""
    joined = []
    for at, (same, i1, i2, j1, j2) in enumerate(blocks):
        island = same and 0 < at < len(blocks) - 1 and all(_is_small(token) for token in old[i1:i2])
        keep = not island or not all(_outweighs(blocks[near], i2 - i1) for near in (at - 1, at + 1))
        joined.append((same and keep, i1, i2, j1, j2))
    return _blocks(joined)


def _outweighs(block: Block, words: int) -> bool:
    return min(block[2] - block[1], block[4] - block[3]) >= words


def _is_small(token: Token) -> bool:
    return token.text.casefold() in _SMALL or not token.text[0].isalnum()


def _difference(before: str, after: str, old: tuple[Token, ...], new: tuple[Token, ...], block: Block) -> Difference:
    same, i1, i2, j1, j2 = block
    left, right = _span(old, i1, i2, len(before)), _span(new, j1, j2, len(after))
    if same:
        kind = DifferenceKind.KEPT
    elif i1 == i2:
        kind = DifferenceKind.INSERTED
    else:
        kind = DifferenceKind.DELETED if j1 == j2 else DifferenceKind.REPLACED
    return Difference(kind, left, right, before[slice(*left)], after[slice(*right)])


def _span(words: tuple[Token, ...], start: int, end: int, length: int) -> Span:
    if start < end:
        return words[start].span[0], words[end - 1].span[1]
    at = words[start].span[0] if start < len(words) else length
    return at, at
