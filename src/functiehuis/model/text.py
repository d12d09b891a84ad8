"""Rich text: plain characters with bold and italic spans, and where they stood in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from functiehuis.model.provenance import Provenance

Span = tuple[int, int]
"""Start and end of emphasis, in characters of the text; the end is exclusive."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class RichText:
    """A text with emphasis.

    ``bold`` and ``italic`` are sorted, do not touch or overlap, and lie inside ``text``; anything else is refused with ValueError.
    """

    text: str
    bold: tuple[Span, ...] = ()
    italic: tuple[Span, ...] = ()
    provenance: Provenance | None = None

    def __post_init__(self) -> None:
        for spans in (self.bold, self.italic):
            before = -1
            for start, end in spans:
                if not before < start < end <= len(self.text):
                    raise ValueError(f"emphasis {spans} does not fit a text of {len(self.text)} characters")
                before = end

    @classmethod
    def from_runs(cls, runs: Iterable[Run], provenance: Provenance | None = None) -> RichText:
        """The runs one after another; runs with the same emphasis that touch become one span."""
        text, bold, italic = "", [], []
        for run in runs:
            if not run.text:
                continue
            span = (len(text), len(text) + len(run.text))
            text += run.text
            if run.bold:
                bold.append(span)
            if run.italic:
                italic.append(span)
        return cls(text, merged(bold), merged(italic), provenance)

    def runs(self) -> Iterator[Run]:
        """The text as runs of one emphasis each, in order."""
        edges = sorted({0, len(self.text), *(edge for span in (*self.bold, *self.italic) for edge in span)})
        for start, end in pairwise(edges):
            yield Run(self.text[start:end], _covers(self.bold, start), _covers(self.italic, start))

    def slice(self, start: int, end: int | None = None) -> RichText:
        """The characters from start to end with their emphasis; the provenance stays."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        return RichText(self.text[start:stop], _cut(self.bold, start, stop), _cut(self.italic, start, stop), self.provenance)

    def stripped(self) -> RichText:
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))

    def collapsed(self) -> RichText:
        """With every run of white space one space, none at the ends, and no emphasis on spaces at the edge of a span."""
        runs, space = [], False
        for run in self.runs():
            kept = ""
            for char in run.text:
                if char.isspace():
                    space = True
                    continue
                if space:
                    # A space between two runs belongs to neither emphasis, unless both carry it (merged below).
                    if kept:
                        kept += " "
                    else:
                        runs.append(Run(" "))
                    space = False
                kept += char
            runs.append(replace(run, text=kept))
        joined = [run for run in runs if run.text]
        for at, run in enumerate(joined):
            if run.text == " " and 0 < at < len(joined) - 1:
                left, right = joined[at - 1], joined[at + 1]
                joined[at] = Run(" ", left.bold and right.bold, left.italic and right.italic)
        return RichText.from_runs(joined, self.provenance).stripped()

    def plain(self) -> RichText:
        """The text without provenance, for comparing what is said."""
        return replace(self, provenance=None)

    def __add__(self, other: RichText) -> RichText:
        return RichText.from_runs([*self.runs(), *other.runs()], self.provenance or other.provenance)

    def __bool__(self) -> bool:
        return bool(self.text)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans; those that touch or overlap become one, empty ones go."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _covers(spans: tuple[Span, ...], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _cut(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    return merged((max(left, start) - start, min(right, end) - start) for left, right in spans if left < end and right > start)
