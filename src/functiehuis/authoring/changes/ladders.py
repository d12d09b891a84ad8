"""Kenmerken of several levels, aligned into ladders.

In: per level its kenmerken, the heaviest level first, and the degree words. Out: ladders, each with one rung per level. Refuses nothing; no kenmerk is lost:
one that resembles no other is a ladder by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from functiehuis.authoring.changes.matching import Similarity, assign
from functiehuis.authoring.changes.words import is_small, said, shortened, stem, stems, trimmed
from functiehuis.language.differences import spans_after, tokens, word_differences
from functiehuis.model.degrees import DegreeMatch, Degrees
from functiehuis.model.text import RichText, Span, merged

_CLAUSE = re.compile(r"\b(?:die|dat)\b")

ALIKE = 0.33
"""From this similarity two kenmerken may stand on one ladder (measured on books where the printed bold shows which belong together)."""


class OrderVerdict(StrEnum):
    """Whether the degrees of a ladder fall with the levels, according to the degree words."""

    AGREES = "klopt"
    UNKNOWN = "onbekend"
    AGAINST = "klopt niet"


@dataclass(frozen=True, slots=True)
class Rung:
    """The place of one level on a ladder; ``characteristic`` is None where the level lacks it.

    ``number`` is the kenmerk's place in its function, from 1. ``degree`` is the level's degree in the words of the book. ``differences`` are the spans that
    do not stand in the nearest heavier rung (the whole text where the heavier levels lack the kenmerk, nothing on the heaviest level).
    ``combined_with`` names the other ladder when one kenmerk speaks of two; on the ladder that it resembles least it is a ``guest``.
    """

    level: int
    characteristic: RichText | None = None
    number: int | None = None
    degree: str | None = None
    degree_spans: tuple[Span, ...] = ()
    matches: tuple[DegreeMatch, ...] = ()
    differences: tuple[Span, ...] = ()
    equal_to_heavier: bool = False
    combined_with: str | None = None
    guest: bool = False

    @property
    def present(self) -> bool:
        """Whether the level has this kenmerk."""
        return self.characteristic is not None


@dataclass(frozen=True, slots=True)
class Ladder:
    """One axis with a rung per level, the heaviest first."""

    axis: str
    rungs: tuple[Rung, ...]
    verdict: OrderVerdict
    scales: tuple[str, ...]  # the names of the degree ladders whose words were found

    @property
    def order(self) -> str:
        """The degrees from heavy to light, for instance "grote > zekere > beperkte"; a dash where a level has none."""
        degrees: list[str] = []
        for rung in self.rungs:
            text = rung.degree or "–"
            if not (rung.equal_to_heavier and degrees and degrees[-1] == text):
                degrees.append(text)
        return " > ".join(degrees)


@dataclass(frozen=True, slots=True)
class Step:
    """A kenmerk on a ladder under construction; ``focus`` limits it to the part that belongs to this ladder."""

    text: RichText
    number: int
    focus: tuple[Span, ...] | None = None
    shared_with: int | None = None
    guest: bool = False


Row = list[Step | None]


def build_ladders(levels: Sequence[Sequence[RichText]], degrees: Degrees) -> tuple[Ladder, ...]:
    """Align the kenmerken of levels, the heaviest level first."""
    rows = align(levels, degrees)
    axes = _axes(rows, degrees)
    return tuple(_ladder(row, at, axes, degrees) for at, row in enumerate(rows))


def align(levels: Sequence[Sequence[RichText]], degrees: Degrees) -> list[Row]:
    """Level by level, the best assignment of its kenmerken to the ladders so far."""
    similarity = Similarity([[item.text for item in level] for level in levels], degrees)
    rows: list[Row] = []
    for at, level in enumerate(levels):
        scores = {}
        for i, row in enumerate(rows):
            for j, item in enumerate(level):
                score = max(similarity.score(step.text.text, item.text) * 0.98 ** (at - k) for k, step in enumerate(row) if step)
                if score >= ALIKE:
                    scores[i, j] = score
        taken = {column: row for row, column in assign(scores).items()}
        for row in rows:
            row.append(None)
        for j, item in enumerate(level):
            if j in taken:
                rows[taken[j]][at] = Step(item, j + 1)
            else:
                rows.append([*[None] * at, Step(item, j + 1)])
    _share(rows, degrees)
    return rows


def _share(rows: list[Row], degrees: Degrees) -> None:
    """A kenmerk that also speaks of another ladder, where its level has no rung, stands there too."""
    for at, row in enumerate(rows):
        for level in range(len(row)):
            if row[level] is not None:
                continue
            for other, source in enumerate(rows):
                step = source[level]
                if other == at or step is None or step.shared_with is not None or step.focus is not None:
                    continue
                focus = _common_part(row, source, level, degrees)
                if focus:
                    row[level] = Step(step.text, step.number, focus, other, guest=True)
                    rest = tuple(span for span in _outside(len(step.text.text), focus))
                    source[level] = Step(step.text, step.number, rest, at)
                    break


def _common_part(row: Row, source: Row, level: int, degrees: Degrees) -> tuple[Span, ...]:
    """The part of a kenmerk that is new on its own ladder and speaks of another one: it shares a word and a degree ladder with every rung there."""
    step = source[level]
    near = _nearest(source, level)
    if step is None or near is None:
        return ()
    text = step.text.text
    present = [item for item in row if item]
    scales = set.intersection(*({match.ladder.name for match in degrees.find(item.text.text)} for item in present))
    shared = set.intersection(*(set(stems(item.text.text)) for item in present)) - set(stems(near.text.text))
    parts = []
    for start, end in spans_after(word_differences(near.text.text, text, ignore_case=True)):
        inside = text[start:end]
        if shared & set(stems(inside)) and any(match.ladder.name in scales and _within(match, ((start, end),)) for match in degrees.find(text)):
            parts.append((start, end))
    return tuple(parts)


def _nearest(row: Row, level: int) -> Step | None:
    """The nearest other rung, the heavier one first."""
    order = sorted((k for k, step in enumerate(row) if step and k != level), key=lambda k: (abs(k - level), k))
    return row[order[0]] if order else None


def _outside(length: int, spans: tuple[Span, ...]) -> list[Span]:
    edges = [0, *(edge for span in spans for edge in span), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _within(match: DegreeMatch, spans: Sequence[Span]) -> bool:
    return all(any(start <= left and right <= end for start, end in spans) for left, right in match.spans)


def _ladder(row: Row, at: int, axes: list[str], degrees: Degrees) -> Ladder:
    found = [_matches(step, degrees) for step in row]
    varying = _varying(found)
    rungs: list[Rung] = []
    for level, step in enumerate(row):
        if step is None:
            rungs.append(Rung(level))
            continue
        heavier = next((item for item in reversed(row[:level]) if item), None)
        matches = tuple(match for match in found[level] if match.ladder.name in varying)
        spans = _degree_spans(step, matches, row)
        rungs.append(
            Rung(
                level,
                step.text,
                step.number,
                ", ".join(step.text.text[slice(*span)] for span in spans) or None,
                spans,
                matches,
                _differences(step, heavier, level),
                bool(level and row[level - 1] and heavier and said(heavier.text.text) == said(step.text.text)),
                None if step.shared_with is None else axes[step.shared_with],
                step.guest,
            )
        )
    return Ladder(axes[at], tuple(rungs), _verdict(rungs), tuple(sorted(varying)))


def _matches(step: Step | None, degrees: Degrees) -> tuple[DegreeMatch, ...]:
    if step is None:
        return ()
    return tuple(match for match in degrees.find(step.text.text) if step.focus is None or _within(match, step.focus))


def _varying(found: list[tuple[DegreeMatch, ...]]) -> set[str]:
    """The degree ladders whose degree is not the same on all levels that have one; all of them when none varies."""
    ranks: dict[str, list[tuple[int, ...]]] = {}
    for matches in found:
        for name in dict.fromkeys(match.ladder.name for match in matches):
            ranks.setdefault(name, []).append(tuple(match.rank for match in matches if match.ladder.name == name))
    present = sum(1 for matches in found if matches)
    return {name for name, rows in ranks.items() if len(set(rows)) > 1 or len(rows) < present} or set(ranks)


def _degree_spans(step: Step, matches: Sequence[DegreeMatch], row: Row) -> tuple[Span, ...]:
    """The degree words; where the data know none, the words that differ from the other rungs. Words with only small words in between are one."""
    text = step.text.text
    spans = merged(span for match in matches for span in match.spans)
    differing = step.focus if step.shared_with is not None and step.focus else _apart(step, row)
    inside = tuple(span for span in spans if any(start < span[1] and span[0] < end for start, end in differing))
    joined: list[Span] = []
    for start, end in (edge for span in inside or differing or spans if (edge := trimmed(text, span))):
        if joined and all(is_small(token) for token in tokens(text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple((start, _closed(text, start, end)) for start, end in joined)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a span, after the bracket that closes one opened inside it."""
    closing = text.find(")", end)
    return closing + 1 if text.count("(", start, end) > text.count(")", start, end) and closing >= 0 else end


def _apart(step: Step, row: Row) -> tuple[Span, ...]:
    """What sets a kenmerk apart from the others on its ladder; one that speaks of two ladders counts only where there is no other."""
    text = step.text.text
    others = [item for item in row if item and said(item.text.text) != said(text)]
    plain = [item for item in others if item.shared_with is None] or others
    return merged(span for item in plain for span in spans_after(word_differences(item.text.text, text, ignore_case=True)))


def _differences(step: Step, heavier: Step | None, level: int) -> tuple[Span, ...]:
    text = step.text.text
    if step.guest:
        return step.focus or ()
    if heavier is None:
        return ((0, len(text)),) if level and text else ()
    return spans_after(word_differences(heavier.text.text, text, ignore_case=True))


def _verdict(rungs: Sequence[Rung]) -> OrderVerdict:
    """Per step down: weights that only fall agree, that only rise speak against it; both at once leaves the step undecided."""
    fell = False
    for heavy, light in pairwise(rung for rung in rungs if rung.present):
        before, after = _ranks(heavy), _ranks(light)
        steps = [after[name] - before[name] for name in before if name in after]
        if any(step < 0 for step in steps) and not any(step > 0 for step in steps):
            return OrderVerdict.AGAINST
        fell = fell or any(step > 0 for step in steps)
    return OrderVerdict.AGREES if fell else OrderVerdict.UNKNOWN


def _ranks(rung: Rung) -> dict[str, int]:
    """Per degree ladder the heaviest degree of a rung."""
    ranks: dict[str, int] = {}
    for match in rung.matches:
        ranks[match.ladder.name] = min(match.rank, ranks.get(match.ladder.name, match.rank))
    return ranks


def _axes(rows: Sequence[Row], degrees: Degrees) -> list[str]:
    """A name for every ladder, each its own where the words allow it."""
    names: list[str] = []
    for row in rows:
        candidates = _axis_names(row, degrees)
        names.append(next((name for name in candidates if name not in names), candidates[0]))
    return names


def _axis_names(row: Row, degrees: Degrees) -> list[str]:
    """What a ladder may be called, the best first: the shared word next to the degree on most rungs, other shared words, the first words."""
    present = [step for step in row if step]
    parts = [_part(step) for step in present]
    whole = _capital(shortened(parts[0]))
    shared = set.intersection(*(set(stems(part)) for part in parts))
    if len({said(part) for part in parts}) == 1:
        return [whole]
    verbs = {stems(part)[0] for part in parts}  # a kenmerk opens with its verb, and a clause with "die" closes with one
    verbs |= {stems(part)[-1] for part in parts if _CLAUSE.search(part)}
    shared = shared - verbs or shared
    votes: Counter[str] = Counter()
    for step in present:
        text = step.text.text
        matches = degrees.find(text)
        degree = {stem(token.text) for match in matches for span in match.spans for token in tokens(text[slice(*span)])}
        subjects = tuple(word for match in matches if not match.ladder.verbs for word in match.ladder.subjects)
        votes.update(_beside(step, row, shared - degree))
        votes.update({stem(token.text): 2 for token in tokens(text) if stem(token.text) in shared and subjects and token.text.casefold().endswith(subjects)})
    ranked = sorted(shared, key=lambda word: (-votes[word], -len(word), word))
    forms = [
        sorted({token.text for part in parts for token in tokens(part) if word in stems(token.text)}, key=lambda form: (len(form), form)) for word in ranked
    ]
    return [*(_capital(found[0]) for found in forms), whole]


def _part(step: Step) -> str:
    """The part of a kenmerk that belongs to its ladder."""
    return step.text.text if step.focus is None else " ".join(step.text.text[slice(*span)] for span in step.focus)


def _beside(step: Step, row: Row, shared: set[str]) -> list[str]:
    """The shared word right after each stretch that differs, or else the last one before it."""
    text, found = step.text.text, []
    common = [(token.span, stem(token.text)) for token in tokens(text) if stem(token.text) in shared and not is_small(token)]
    for start, end in _apart(step, row):
        after = [word for span, word in common if span[0] >= end]
        before = [word for span, word in common if span[1] <= start]
        found.extend(after[:1] or before[-1:])
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
