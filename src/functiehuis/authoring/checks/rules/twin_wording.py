"""FB025: a task or kenmerk that differs from the same text elsewhere by a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.twins import Twins, twins
from functiehuis.language.differences import Difference
from functiehuis.language.tokens import spelled_words
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Severity

_ARTICLES = {"de", "het", "een"}
_PREPOSITIONS = {"van", "bij", "in", "op", "aan", "voor", "met", "om", "te", "tot", "ter", "uit", "door", "over"}
_SMALL = _ARTICLES | _PREPOSITIONS | {"en", "of"}
_ENDING = re.compile(r"(?:'s|en|s|n|e)$")
_SIGNS = re.compile(r"[^\w\s]+$")


class TwinWording(Check):
    """Two wordings that differ by one letter, an article, an ending or a comma: not by another verb or another degree, which is how levels differ."""

    code = "FB025"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per wording, against its most frequent twin."""
        best: dict[str, tuple[Twins, str]] = {}
        for pair in twins(book):
            slip = _slip(pair, context)
            rare = pair.rare[0].text.text
            if slip and (rare not in best or len(best[rare][0].usual) < len(pair.usual)):
                best[rare] = (pair, slip)
        for pair, slip in best.values():
            yield self._differs(pair, slip)

    def _differs(self, pair: Twins, slip: str) -> Finding:
        here, there = pair.difference.before_words or "niets", pair.difference.after_words or "niets"
        choice = "Beide komen even vaak voor; kies er één." if pair.tied else f"Meestal ({len(pair.usual)} keer) staat er '{pair.usual[0].text.text}'."
        return self.finding(
            f"Hier staat '{here}', elders in bijna dezelfde zin '{there}' ({slip}). {choice}",
            [item.place(pair.difference.before) for item in pair.rare] + [item.place(pair.difference.after) for item in pair.usual],
            subject=f"{pair.rare[0].text.text}|{pair.usual[0].text.text}",
            proposal=None if pair.tied else pair.usual[0].text.text,
            severity=Severity.INFO if slip == _OTHER_WORDS else None,
        )


_OTHER_WORDS = "andere woorden voor hetzelfde"


def _slip(pair: Twins, context: CheckContext) -> str | None:
    """What kind of slip the difference is, or None when it may be meant."""
    difference = pair.difference
    before, after = difference.before_words.casefold(), difference.after_words.casefold()
    if not before or not after:
        return "een leesteken" if _SIGNS.match(before or after) and (before or after) not in "()–-" else None
    if _unknown(before, context) or _unknown(after, context) or _degrees_differ(difference, context):
        return None
    if " " in before or " " in after:
        return _OTHER_WORDS if _same_core(before, after) else None
    if before in _ARTICLES and after in _ARTICLES:
        return "een ander lidwoord"
    if before in _PREPOSITIONS and after in _PREPOSITIONS:
        return _OTHER_WORDS
    if difference.before[0] == 0 or min(len(before), len(after)) < 5 or _is_link(before, after):
        return None
    if _stem(before) == _stem(after):
        return "een andere uitgang"
    return "één letter verschil" if OSA.distance(before, after) == 1 else None


def _unknown(words: str, context: CheckContext) -> bool:
    """A misspelled word is told by another check."""
    return any(not context.speller.knows(word.readings[-1]) for word in spelled_words(words))


def _degrees_differ(difference: Difference, context: CheckContext) -> bool:
    left, right = (context.degrees.find(words) for words in (difference.before_words, difference.after_words))
    return {(found.ladder.name, found.rank) for found in left} != {(found.ladder.name, found.rank) for found in right}


def _stem(word: str) -> str:
    """Without plural or adjective ending, and without doubled letters (groot, grote; plan, plannen)."""
    return re.sub(r"(.)\1", r"\1", _ENDING.sub("", word)).replace("z", "s").replace("v", "f")


def _is_link(before: str, after: str) -> bool:
    """Beheerinstrument and beheersinstrument: told by the check on two spellings."""
    longer, shorter = sorted((before, after), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter and letter == "s" for at, letter in enumerate(longer[:-1]))


def _same_core(before: str, after: str) -> bool:
    """``van het proces`` and ``bij het werkproces``: beside small words one word on each side, and one ends as the other."""
    left, right = ([word for word in words.split() if word not in _SMALL] for words in (before, after))
    return len(left) == len(right) == 1 and min(len(left[0]), len(right[0])) > 4 and (left[0].endswith(right[0]) or right[0].endswith(left[0]))
