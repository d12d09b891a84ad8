"""Two lists of texts, or two texts, of two versions of a book.

In: rich texts. Out: which belongs to which, and in words what became different. Refuses nothing; provenance does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from functiehuis.authoring.changes.matching import Pair, Similarity, assign
from functiehuis.authoring.changes.words import said, shortened
from functiehuis.language.differences import Difference, DifferenceKind, changed, tokens, word_differences
from functiehuis.model.text import RichText, Span


class TextChange(StrEnum):
    """How two texts differ."""

    NONE = "gelijk"
    EMPHASIS = "alleen nadruk"
    WHITE_SPACE = "alleen witruimte"
    WORDS = "andere woorden"


def kind_of_change(before: RichText, after: RichText) -> TextChange:
    """The heaviest way in which two texts differ."""
    if before.text == after.text:
        return TextChange.NONE if (before.bold, before.italic) == (after.bold, after.italic) else TextChange.EMPHASIS
    if changed(word_differences(before.text, after.text)):
        return TextChange.WORDS
    same = _emphasised(before) == _emphasised(after)
    return TextChange.WHITE_SPACE if same else TextChange.EMPHASIS


def match_texts(before: Sequence[RichText], after: Sequence[RichText], least: float) -> list[Pair]:
    """The best pairs, by place: equal texts first, then the best assignment of what resembles each other enough."""
    pairs = equal_pairs([text.text for text in before], [text.text for text in after], str)
    pairs += _rest(before, after, pairs, said)
    left = [i for i in range(len(before)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(after)) if j not in {j for _, j in pairs}]
    if left and right:
        similarity = Similarity([[before[i].text for i in left], [after[j].text for j in right]])
        scores = {(i, j): score for i in left for j in right if (score := similarity.score(before[i].text, after[j].text)) >= least}
        pairs += assign(scores).items()
    return sorted(pairs)


def equal_pairs(before: Sequence[str], after: Sequence[str], key: Callable[[str], str]) -> list[Pair]:
    """The places of equal texts, each used once, in order."""
    places: dict[str, list[int]] = {}
    for j, text in reversed(list(enumerate(after))):
        places.setdefault(key(text), []).append(j)
    return [(i, places[key(text)].pop()) for i, text in enumerate(before) if places.get(key(text))]


def _rest(before: Sequence[RichText], after: Sequence[RichText], pairs: Sequence[Pair], key: Callable[[str], str]) -> list[Pair]:
    left = [i for i in range(len(before)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(after)) if j not in {j for _, j in pairs}]
    found = equal_pairs([before[i].text for i in left], [after[j].text for j in right], key)
    return [(left[i], right[j]) for i, j in found]


def in_same_order(pairs: Sequence[Pair]) -> bool:
    """Whether what belongs together stands in the same order on both sides."""
    return [j for _, j in sorted(pairs)] == sorted(j for _, j in pairs)


def tell(before: RichText, after: RichText, subject: str) -> str:
    """A Dutch sentence about what became different in a text; ``subject`` names it, as in "kenmerk 2"."""
    kind = kind_of_change(before, after)
    if kind is TextChange.WHITE_SPACE:
        return f"in {subject} veranderde alleen de witruimte"
    if kind is TextChange.EMPHASIS:
        return f"in {subject} veranderde alleen de nadruk: {_emphasis(before, after)}"
    return f"in {subject} {_words(word_differences(before.text, after.text))}"


def _words(differences: Sequence[Difference]) -> str:
    clauses = []
    for item in differences:
        if item.kind is DifferenceKind.REPLACED:
            clauses.append(f"staat nu “{item.after_words}” in plaats van “{item.before_words}”")
        elif item.kind is DifferenceKind.INSERTED:
            clauses.append(f"is “{item.after_words}” toegevoegd")
        elif item.kind is DifferenceKind.DELETED:
            clauses.append(f"is “{item.before_words}” weggehaald")
    return ", ".join(clauses[:-1]) + (" en " if len(clauses) > 1 else "") + clauses[-1]


def _emphasis(before: RichText, after: RichText) -> str:
    clauses = []
    for name, old, new in (("vet", before.bold, after.bold), ("cursief", before.italic, after.italic)):
        now, no_more = _only(after, new, before, old), _only(before, old, after, new)
        clauses += [f"nu {name} “{shortened(now)}”"] if now else []
        clauses += [f"niet meer {name} “{shortened(no_more)}”"] if no_more else []
    return ", ".join(clauses) or "de grenzen van vet of cursief liggen anders"


def _only(text: RichText, spans: Sequence[Span], other: RichText, other_spans: Sequence[Span]) -> str:
    """The words that carry emphasis here and not in the other text; both hold the same words."""
    pairs = zip(tokens(text.text), tokens(other.text), strict=False)
    return " ".join(one.text for one, two in pairs if _inside(spans, one.span) > _inside(other_spans, two.span))


def _inside(spans: Sequence[Span], word: Span) -> int:
    return sum(max(0, min(end, word[1]) - max(start, word[0])) for start, end in spans)


def _emphasised(text: RichText) -> list[tuple[str, int, int]]:
    return [(token.text, _inside(text.bold, token.span), _inside(text.italic, token.span)) for token in tokens(text.text)]
