"""Which words of a kenmerk determine the level, derived from the texts alone.

In: a book and the degree words; the printed bold is not looked at. Out: per kenmerk the spans that were found, and a score of those spans against the bold.
Refuses nothing.

How words are found. A kenmerk that resembles one of another level of its group: the words that the nearest heavier and the nearest lighter wording lack
(of a difference with degree words only those), and, where a neighbouring level has nothing like it, its degree words too. A kenmerk that resembles none
there: its degree words, or all of it where only its verbs tell a degree. A function that is alone in its group: the degree words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functiehuis.authoring.changes.ladders import Ladder, build_ladders
from functiehuis.authoring.changes.levels import heaviest_first
from functiehuis.authoring.changes.words import is_small, stems, trimmed
from functiehuis.language.differences import spans_after, tokens, word_differences
from functiehuis.model.book import FunctionBook
from functiehuis.model.degrees import Degrees
from functiehuis.model.function import StandardFunction
from functiehuis.model.text import RichText, Span, merged

_LINKS = frozenset((",", "/", "en", "of", "als"))  # what holds an enumeration together


@dataclass(frozen=True, slots=True)
class LevelWords:
    """The level-determining words of one kenmerk: the function's code or name, the number of the kenmerk from 1, its text, and the spans found."""

    function: str
    number: int
    characteristic: RichText
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LevelWordScore:
    """How derived words agree with the bold of the book.

    Counted in words (signs do not count) over all kenmerken together; a word is bold, or derived, when at least one of its characters is.
    """

    derived: int
    bold: int
    both: int

    @property
    def precision(self) -> float:
        """Which part of the derived words is bold; 1 when nothing was derived."""
        return self.both / self.derived if self.derived else 1.0

    @property
    def recall(self) -> float:
        """Which part of the bold words was derived; 1 when nothing is bold."""
        return self.both / self.bold if self.bold else 1.0


def level_words(book: FunctionBook, degrees: Degrees) -> tuple[LevelWords, ...]:
    """The level-determining words of every kenmerk, in the order of the book."""
    found: dict[int, dict[int, tuple[Span, ...]]] = {}
    for members in _by_group(book):
        levels = heaviest_first(members)
        ladders = build_ladders([function.characteristics for function in levels], degrees)
        for at, function in enumerate(levels):
            found[id(function)] = _of_level(at, ladders, degrees)
    return tuple(
        LevelWords(function.label, number, text, found[id(function)].get(number, ()))
        for function in book.functions
        for number, text in enumerate(function.characteristics, 1)
    )


def score_level_words(found: Sequence[LevelWords]) -> LevelWordScore:
    """Hold derived words against the printed bold. Kenmerken without any bold count too: what is derived there is derived too much."""
    derived = bold = both = 0
    for item in found:
        for token in tokens(item.characteristic.text):
            if not token.text[0].isalnum():
                continue
            is_bold, is_derived = _touches(item.characteristic.bold, token.span), _touches(item.spans, token.span)
            derived, bold, both = derived + is_derived, bold + is_bold, both + (is_bold and is_derived)
    return LevelWordScore(derived, bold, both)


def _by_group(book: FunctionBook) -> list[list[StandardFunction]]:
    groups: dict[str, list[StandardFunction]] = {}
    for at, function in enumerate(book.functions):
        groups.setdefault(function.group or f"#{at}", []).append(function)
    return list(groups.values())


def _of_level(at: int, ladders: Sequence[Ladder], degrees: Degrees) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for ladder in ladders:
        rung = ladder.rungs[at]
        if rung.characteristic and rung.number and not rung.guest:
            text = rung.characteristic.text
            spans = _degree_words(text, degrees) if len(ladder.rungs) == 1 else _apart(ladder, at, degrees)
            found[rung.number] = spans if spans == ((0, len(text)),) else _whole_phrases(text, spans)
    return found


def _apart(ladder: Ladder, at: int, degrees: Degrees) -> tuple[Span, ...]:
    """What sets a rung apart from the nearest heavier and the nearest lighter wording."""
    rung = ladder.rungs[at]
    text = rung.characteristic.text if rung.characteristic else ""
    words = _degree_words(text, degrees)
    others = [other for other in (_next_wording(ladder, at, -1), _next_wording(ladder, at, 1)) if other]
    if not others:
        return ((0, len(text)),) if _says_what_only(text, degrees) else words
    spans = [part for other in others for span in spans_after(word_differences(other, text, ignore_case=True)) for part in _telling(text, span, other, words)]
    lacking = any(0 <= near < len(ladder.rungs) and not _own(ladder, near) for near in (at - 1, at + 1))
    return merged((*spans, *words)) if lacking else merged(spans)


def _telling(text: str, span: Span, other: str, words: Sequence[Span]) -> list[Span]:
    """The part of a difference that tells the level: the degree words with a word that the other text lacks, or else everything between such words."""
    known = set(stems(other))
    fresh = [token for token in tokens(text[slice(*span)]) if not is_small(token) and not known.issuperset(stems(token.text))]
    if not fresh:
        return []
    places = [(span[0] + token.span[0], span[0] + token.span[1]) for token in fresh]
    inside = [phrase for phrase in words if any(_touches((phrase,), place) for place in places)]
    return inside or [(places[0][0], places[-1][1])]


def _own(ladder: Ladder, at: int) -> bool:
    return ladder.rungs[at].present and not ladder.rungs[at].guest


def _next_wording(ladder: Ladder, at: int, direction: int) -> str | None:
    """The nearest rung on one side that says something else."""
    own = ladder.rungs[at].characteristic
    near = at + direction
    while 0 <= near < len(ladder.rungs):
        other = ladder.rungs[near].characteristic
        if other and own and _own(ladder, near) and stems(other.text) != stems(own.text):
            return other.text
        near += direction
    return None


def _degree_words(text: str, degrees: Degrees) -> tuple[Span, ...]:
    """The degree words of a kenmerk, as phrases; verbs only where nothing else says a degree."""
    matches = degrees.find(text)
    chosen = [match for match in matches if not match.ladder.verbs] or matches
    return _whole_phrases(text, merged(span for match in chosen for span in match.spans))


def _says_what_only(text: str, degrees: Degrees) -> bool:
    """Whether nothing but verbs tells a degree."""
    return all(match.ladder.verbs for match in degrees.find(text))


def _whole_phrases(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans grown to whole words, without small words at the edges, and as one phrase where a comma or "en" stands in between.

    In an enumeration ("zakelijke, juridische en sociale") all members with the same ending come along: they have one role in the sentence.
    """
    words = tokens(text)
    taken = {at for at, token in enumerate(words) for span in spans if (edge := trimmed(text, span)) and _touches((edge,), token.span)}
    for step in (1, -1):
        for at in sorted(taken, reverse=step < 0):
            here, link = at, at + step
            while 0 <= link < len(words) and words[link].text.casefold() in _LINKS:
                link += step
                if 0 <= link < len(words) and _ending(words[link].text) == _ending(words[here].text) and abs(link - here) > 1:
                    taken.add(link)
                    here, link = link, link + step
    joined: list[Span] = []
    before = -2
    for at in sorted(taken):
        gap = words[before + 1 : at] if before >= 0 else ()
        start, end = _grown(text, words[at].span)
        if before >= 0 and all(token.text.casefold() in _LINKS for token in gap):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        before = at
    return merged(joined)


def _ending(word: str) -> str:
    return word[-1:] if word.endswith("e") and len(word) > 4 else word[-2:]


def _grown(text: str, span: Span) -> Span:
    """A word with the bracketed part that is written to it: "(beleids)adviserend"."""
    start, end = span
    opening = text.rfind("(", 0, start)
    if text[start - 1 : start] == ")" and opening >= 0 and text[opening + 1 : start - 1].isalpha():
        start = opening
    return start, end


def _touches(spans: Sequence[Span], word: Span) -> bool:
    return any(start < word[1] and word[0] < end for start, end in spans)
