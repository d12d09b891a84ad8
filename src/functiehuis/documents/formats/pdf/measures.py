"""What is usual in this file: letter size, line step and right margin. Everything else is compared with these, never with fixed numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from functiehuis.documents.formats.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Measures:
    """``body``: size of most letters. ``steps``: line step inside a paragraph by letter size. ``bold``: most of the text is bold, so bold means nothing."""

    body: float
    steps: dict[float, float]
    bold: bool

    def step(self, size: float) -> float:
        """The line step that letters of this size have inside a paragraph."""
        return self.steps.get(size) or 1.2 * size * self.looseness

    @property
    def looseness(self) -> float:
        """How far the lines of the body stand apart, compared with single spacing."""
        return self.steps.get(self.body, 1.2 * self.body) / (1.2 * self.body)


def measure(regions: Iterable[list[Line]]) -> Measures:
    """The usual sizes and steps over all regions."""
    sizes: Counter[float] = Counter()
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    bold: Counter[bool] = Counter()
    for region in regions:
        for at, line in enumerate(region):
            for cell in line.cells:
                for text, style in cell.runs:
                    sizes[style.size] += len(text)
                    bold[style.bold] += len(text)
            gap = region[at - 1].base - line.base if at else 0.0
            if 0.9 * line.size <= gap <= 3 * line.size and region[at - 1].size == line.size:
                gaps[line.size][round(gap * 2) / 2] += 1
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    return Measures(body, {size: step for size, found in gaps.items() if (step := _usual(found, size)) is not None}, bold[True] > bold[False])


def _usual(gaps: Counter[float], size: float) -> float | None:
    """The smallest step that occurs often: paragraphs stand further apart than their lines."""
    total = sum(gaps.values())
    often = [gap for gap in gaps if gaps[gap] + gaps[gap + 0.5] >= max(2, 0.1 * total)]
    step = min(often, default=None)
    return None if step is None or step > 2.3 * size else step


def with_margins(regions: Iterable[list[Line]]) -> list[tuple[list[Line], float]]:
    """Every region with its right margin; a page with few lines has the margin of the other pages, a column its own."""
    known = [region for region in regions if region]
    margins = [_right_margin(region) for region in known]
    on_page = Counter(region[0].page for region in known)
    alone = [on_page[region[0].page] == 1 for region in known]
    wide = [margin for region, margin, whole in zip(known, margins, alone, strict=True) if whole and len(region) >= 10]
    usual = median(wide) if wide else 0.0
    return [(region, max(margin, usual) if whole else margin) for region, margin, whole in zip(known, margins, alone, strict=True)]


def _right_margin(region: list[Line]) -> float:
    """Where full lines of a region end: the furthest edge that more than one line comes near, so that one long line does not make all others short."""
    rights = sorted((line.right for line in region if len(line.cells) == 1), reverse=True)
    for right, following in pairwise(rights):
        if right - following <= 2 * region[0].size:
            return right
    return rights[0] if rights else 0.0
