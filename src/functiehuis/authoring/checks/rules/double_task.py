"""FB019: a task twice in one description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import Located, TextKind
from functiehuis.authoring.checks.units import descriptions
from functiehuis.language.differences import spans_after, spans_before, word_differences
from functiehuis.language.normalise import without_slips
from functiehuis.language.similarity import close_pairs, words_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity

_ALIKE = 0.8  # by characters
_SAME_WORDS = 0.8  # of all words of both tasks
_SMALL = {"de", "het", "een", "en", "of", "van", "in", "op", "aan", "te", "met", "voor", "bij", "om", "tot"}
_ENOUGH = 8  # words; in a shorter task one other word makes another task


class DoubleTask(Check):
    """The same task, or nearly the same, twice inside one description (tasks shared by two functions are normal)."""

    code = "FB019"

    def run(self, book: FunctionBook, _context: CheckContext, /) -> Iterator[Finding]:
        """One finding per pair, or per task that stands there more often."""
        for kind in (TextKind.CHARACTERISTIC, TextKind.TASK, TextKind.MODULE_TASK):
            for items in descriptions(book, kind):
                yield from self._inside(items)

    def _inside(self, items: Sequence[Located]) -> Iterator[Finding]:
        what = "Hetzelfde kenmerk" if items[0].kind is TextKind.CHARACTERISTIC else "Dezelfde taak"
        same: dict[str, list[Located]] = {}
        for item in items:
            same.setdefault(without_slips(item.text.text), []).append(item)
        for key, found in same.items():
            if len(found) > 1:
                yield self.finding(
                    f"{what} staat {len(found)} keer in deze beschrijving: '{found[0].text.text}'.",
                    [item.place() for item in found],
                    subject=f"{found[0].function or found[0].unit}|{key}",
                )
        distinct = [found[0] for found in same.values()]
        texts = [item.text.text for item in distinct]
        pairs = [(first, second) for first, second, _ in close_pairs(texts, _ALIKE) if _nearly(texts[first], texts[second])]
        for first, second in dict.fromkeys(sorted([*pairs, *_in_other_order(texts)])):
            yield self._near(distinct[first], distinct[second])

    def _near(self, one: Located, other: Located) -> Finding:
        differences = word_differences(one.text.text, other.text.text)
        left, right = spans_before(differences), spans_after(differences)
        words = [" ".join(text[slice(*span)] for span in spans) for text, spans in ((one.text.text, left), (other.text.text, right))]
        what = "kenmerken" if one.kind is TextKind.CHARACTERISTIC else "taken"
        return self.finding(
            f"Twee {what} in deze beschrijving zijn bijna gelijk. Alleen dit verschilt: '{words[0]}' en '{words[1]}'. Kan één van de twee weg?",
            (one.place(left[0] if left else None), other.place(right[0] if right else None)),
            subject=f"{one.function or one.unit}|{one.text.text}|{other.text.text}",
            severity=Severity.INFO,
        )


def _in_other_order(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of tasks with the same words, in another order."""
    seen: dict[tuple[str, ...], int] = {}
    for at, text in enumerate(texts):
        words = tuple(sorted(words_of(text)))
        first = seen.setdefault(words, at)
        if first != at and len(words) > 2:
            yield first, at


def _nearly(one: str, other: str) -> bool:
    left, right = set(words_of(one)), set(words_of(other))
    if left ^ right <= _SMALL:
        return True
    return min(len(left), len(right)) >= _ENOUGH and len(left & right) >= _SAME_WORDS * len(left | right)
